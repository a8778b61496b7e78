/** Countries, legal systems, languages and currencies: codes in the deal, names from our own tables in print. */
import type {Json, Locale} from '../../model/index.js'
import {type About, misfit} from './about.js'

/** `NL` → "the Netherlands"; `GB-EAW` → "England and Wales"; `worldwide` in the words of the language. */
export function countryName(value: Json, {locale}: About): string {
  return value === 'worldwide' ? locale.worldwide : named(locale.countries, value, 'country')
}

/** `US-NY` → "the law of the State of New York". */
export function lawInWords(value: Json, {locale}: About): string {
  return named(locale.lawOf, value, 'law')
}

/** `ja` → "Japanese". */
export function languageName(value: Json, {locale}: About): string {
  return named(locale.languages, value, 'language')
}

/** `EUR` → "euros". A contract names a currency by its code, so only `words` prints this. */
export function currencyName(value: Json, {locale}: About): string {
  if (typeof value !== 'string' || !Object.hasOwn(locale.currencies, value)) throw misfit('currency', value)
  return locale.currencies[value]!.many
}

function named(names: Locale['countries'], code: Json, kind: string): string {
  if (typeof code !== 'string' || !Object.hasOwn(names, code)) throw misfit(kind, code)
  return names[code]!
}
