/** What a schema cannot check: ids that repeat, parties and rows that do not exist, amounts finer than their currency. */
import {
  below,
  isList,
  isObject,
  type Json,
  type JsonObject,
  nearest,
  type Parameters,
  type Pointer,
  step,
  valueAt,
} from '../model/index.js'
import type {Finding} from './explain.js'
import {quote} from './quote.js'
import {type Found, valuesOf} from './values.js'

/** Findings in parameters that the schema has passed. Pointers count from the parameters. */
export function checkTies(parameters: JsonObject, known: Parameters, schema: JsonObject): readonly Finding[] {
  const minors = minorUnits(schema)
  return [...valuesOf(parameters, known)].flatMap((found): readonly Finding[] => {
    switch (found.parameter.kind) {
      case 'rows':
        return repeatedIds(found)
      case 'party':
        return missingRow(found, '/parties', parameters)
      case 'money':
        return tooFine(found, minors)
      default:
        return found.parameter.names === undefined ? [] : missingRow(found, found.parameter.names, parameters)
    }
  })
}

function idsOf(rows: Json | undefined): readonly string[] {
  return isList(rows) ? rows.map((row) => step(row, 'id')).filter((id) => typeof id === 'string') : []
}

function repeatedIds({pointer, value}: Found): readonly Finding[] {
  const ids = idsOf(value)
  return ids.flatMap((id, index): readonly Finding[] =>
    ids.indexOf(id) === index
      ? []
      : [
          {
            code: 'deal/repeated-id',
            pointer: `${below(pointer, index)}/id`,
            says: `is ${quote(id)}, as is the id of an earlier row.`,
            hint: `Give this row an id of its own, for example ${id}-2.`,
          },
        ],
  )
}

function missingRow({pointer, value}: Found, rows: Pointer, parameters: JsonObject): readonly Finding[] {
  const ids = idsOf(valueAt(parameters, rows))
  if (typeof value !== 'string' || ids.includes(value)) return []
  const close = nearest(value, ids)
  const list = ids.length > 0 ? `Ids there: ${ids.join(', ')}.` : `${rows} has no rows yet.`
  return [
    {
      code: 'deal/no-such-row',
      pointer,
      says: `is ${quote(value)}, and no row of ${rows} has that id.`,
      hint: close === undefined ? list : `Did you mean ${close}? ${list}`,
      ...(close === undefined ? {} : {remedy: close}),
    },
  ]
}

function minorUnits(schema: JsonObject): JsonObject {
  const minors = valueAt(schema, '/$defs/currency/x-minor')
  return isObject(minors) ? minors : {}
}

function tooFine({pointer, value}: Found, minors: JsonObject): readonly Finding[] {
  const amount = step(value, 'amount')
  const currency = step(value, 'currency')
  if (typeof amount !== 'string' || typeof currency !== 'string') return []
  const allowed = Number(minors[currency] ?? 2)
  const given = (amount.split('.')[1] ?? '').replace(/0+$/, '').length
  if (given <= allowed) return []
  return [
    {
      code: 'deal/too-fine',
      pointer: below(pointer, 'amount'),
      says: `is ${quote(amount)}, and ${currency} has ${allowed === 0 ? 'no' : allowed} decimal places.`,
      hint: 'Round it yourself, so that nobody else decides how.',
    },
  ]
}
