/** Every value of a deal with what the schema says of it: one walk for the checks that a schema cannot make. */
import {
  below,
  isList,
  isObject,
  type Json,
  keysOf,
  type Parameter,
  type Parameters,
  type Pointer,
} from '../model/index.js'

export interface Found {
  readonly pointer: Pointer
  readonly value: Json
  readonly parameter: Parameter
}

/** Values that the schema knows, groups and rows before what stands in them. */
export function* valuesOf(parameters: Json, known: Parameters): Generator<Found> {
  yield* visit(parameters, '', '', known)
}

function* visit(value: Json, pointer: Pointer, pattern: string, known: Parameters): Generator<Found> {
  const parameter = known.get(pattern)
  if (parameter) yield {pointer, value, parameter}
  if (isList(value))
    for (const [index, element] of value.entries()) yield* visit(element, below(pointer, index), `${pattern}/*`, known)
  if (isObject(value))
    for (const [key, inner] of Object.entries(value))
      yield* visit(inner, below(pointer, key), `${pattern}/${key}`, known)
}

/** The pattern of a pointer, if the schema has such a place: a row's number becomes `*`. */
export function patternOf(pointer: Pointer, known: Parameters): string | undefined {
  let pattern = ''
  for (const key of keysOf(pointer)) {
    const named = `${pattern}/${key}`
    const next = known.has(named) ? named : /^\d+$/.test(key) && known.has(`${pattern}/*`) ? `${pattern}/*` : undefined
    if (next === undefined) return undefined
    pattern = next
  }
  return pattern === '' ? undefined : pattern
}
