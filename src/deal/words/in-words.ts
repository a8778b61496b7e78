/** A parameter in words, by its kind: what `{{path}}` prints. One file a kind stands beside this one. */
import {isObject, type Json, type ParameterKind} from '../../model/index.js'
import {type About, misfit} from './about.js'
import {choiceInWords, textInWords, yesNo} from './choice.js'
import {dateInWords} from './date.js'
import {listInWords} from './list.js'
import {moneyInFigures} from './money.js'
import {numberInFigures} from './number.js'
import {rowName, shortName} from './party.js'
import {percentInFigures} from './percent.js'
import {type PeriodKind, periodInFigures} from './period.js'
import {countryName, languageName} from './place.js'

/**
 * Puts a value into words: money "EUR 250,000.00", a period "36 months", a party its short name, a country or a legal
 * system its name. Throws a `TypeError` for a value that does not fit its kind: the schema should have refused it.
 */
export function inWords(value: Json, kind: ParameterKind, about: About): string {
  const phrase: Phrase = phrases[kind]
  return phrase(value, about)
}

type Phrase = (value: Json, about: About) => string

const period =
  (kind: PeriodKind): Phrase =>
  (value, about) =>
    periodInFigures(value, kind, about)
const code: Phrase = (value) => {
  if (typeof value !== 'string') throw misfit('currency', value)
  return value
}
const list: Phrase = (value, about) => listInWords(value, about.locale.and, about, inWords)
const row: Phrase = (value, about) => {
  if (!isObject(value)) throw misfit('group', value)
  return typeof value.latin === 'string' ? value.latin : rowName(value, about)
}

const phrases: Readonly<Record<ParameterKind, Phrase>> = {
  text: textInWords,
  number: numberInFigures,
  percent: percentInFigures,
  'yes-no': yesNo,
  choice: choiceInWords,
  date: dateInWords,
  money: moneyInFigures,
  party: shortName,
  country: countryName,
  law: countryName,
  language: languageName,
  currency: code,
  hours: period('hours'),
  days: period('days'),
  'business-days': period('business-days'),
  weeks: period('weeks'),
  months: period('months'),
  years: period('years'),
  list,
  rows: list,
  group: row,
}
