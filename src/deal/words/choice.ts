/** Choices and yes-or-no: the schema's words for a value, the language's for yes and no. */
import {isObject, type Json, valueAt} from '../../model/index.js'
import {type About, misfit} from './about.js'
import {rowName, rowNamed} from './party.js'

/** `own-own` → "each Party owns what it makes". A value without words of its own stands as it is. */
export function choiceInWords(value: Json, {parameter}: About): string {
  if (typeof value !== 'string') throw misfit('choice', value)
  const words = parameter?.words
  return words && Object.hasOwn(words, value) ? words[value]! : value
}

/** "yes" or "no". */
export function yesNo(value: Json, {locale}: About): string {
  if (typeof value !== 'boolean') throw misfit('yes or no', value)
  return value ? locale.yes : locale.no
}

/** Text stands as it was written. A text that names a row by its id prints that row's own name. */
export function textInWords(value: Json, about: About): string {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') throw misfit('text', value)
  const rows = about.parameter?.names
  const row = rows === undefined ? undefined : rowNamed(value, valueAt(about.parameters, rows))
  return isObject(row) ? rowName(row, about) : value
}
