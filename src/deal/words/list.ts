/** Lists: the last two joined by a word, the others by commas. */
import {isList, isObject, type Json, type ParameterKind, valueAt} from '../../model/index.js'
import {type About, misfit} from './about.js'
import {rowName} from './party.js'

type Words = (value: Json, kind: ParameterKind, about: About) => string

/** `[A, B, C]` and "and" → "A, B and C". */
export function joined(words: readonly string[], conjunction: string): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`
}

/** A list in words: each element by its kind, each row by its name. `words` puts one element into words. */
export function listInWords(value: Json, conjunction: string, about: About, words: Words): string {
  if (!isList(value)) throw misfit('list', value)
  const {parameter, ...rest} = about
  const items = parameter?.items
  const inside: About = items ? {...rest, parameter: items} : rest
  return joined(
    value.map((element) =>
      isObject(element) && !isMoney(element) ? rowName(element, inside) : words(element, items?.kind ?? 'text', inside),
    ),
    conjunction,
  )
}

function isMoney(value: Json): boolean {
  return typeof valueAt(value, '/currency') === 'string'
}
