/** Open points and other pointers that a person writes into a deal's files: each must lead to a parameter. */
import {type JsonObject, nearest, type Parameters, type Pointer, valueAt} from '../model/index.js'
import type {Finding} from './explain.js'
import {patternOf} from './values.js'

/** Findings for open points: unknown parameters, rows that do not exist, and points that are answered all the same. */
export function checkOpen(pointers: readonly Pointer[], parameters: JsonObject, known: Parameters): readonly Finding[] {
  return pointers.flatMap((pointer): readonly Finding[] => {
    const unknown = checkPointer(pointer, '/open', known)
    if (unknown.length > 0) return unknown
    if (valueAt(parameters, pointer) !== undefined) {
      return [
        {
          code: 'deal/open-and-answered',
          pointer: `/parameters${pointer}`,
          says: 'is left open, and has a value as well.',
          hint: 'Delete the value, or the point under "open".',
        },
      ]
    }
    const row = rowOf(pointer)
    if (row === undefined || valueAt(parameters, row) !== undefined) return []
    return [
      {
        code: 'deal/no-such-row',
        pointer: `/open/${escaped(pointer)}`,
        says: `is left open in a row that does not exist: ${row}.`,
        hint: 'Rows count from 0. Add the row with its id, or delete the open point.',
      },
    ]
  })
}

/** The finding for a pointer that leads to no parameter; none for one that does. `under` is where in the file it stands. */
export function checkPointer(pointer: Pointer, under: string, known: Parameters): readonly Finding[] {
  if (patternOf(pointer, known) !== undefined) return []
  const close = nearest(pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*'), [...known.keys()])
  const hint =
    close === undefined
      ? 'Write it as in the schema, for example /risk/cap.'
      : `Did you mean ${close}? (Rows count from 0 where the star stands.)`
  return [
    {
      code: 'deal/unknown-pointer',
      pointer: `${under}/${escaped(pointer)}`,
      says: 'leads to no parameter.',
      hint: close?.includes('*') === false ? `Did you mean ${close}?` : hint,
    },
  ]
}

// The last row that a pointer goes through.
function rowOf(pointer: Pointer): Pointer | undefined {
  return /^.*\/\d+(?=\/|$)/.exec(pointer)?.[0]
}

function escaped(pointer: Pointer): string {
  return pointer.replaceAll('~', '~0').replaceAll('/', '~1')
}
