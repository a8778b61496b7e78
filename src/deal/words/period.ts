/** Periods: a number and its unit, so that no clause writes the unit itself. */
import type {Json, Locale} from '../../model/index.js'
import {type About, misfit} from './about.js'
import {decimalOf, figures} from './decimal.js'
import {spell} from './spell.js'

export type PeriodKind = keyof Locale['periods']

/** "36 months", "1 month", "10 Business Days". */
export function periodInFigures(value: Json, kind: PeriodKind, {locale}: About): string {
  return phrase(value, kind, locale, figures(decimalOf(value)))
}

/** "thirty-six months". */
export function periodInWords(value: Json, kind: PeriodKind, {locale}: About): string {
  return phrase(value, kind, locale, spell(decimalOf(value), locale.language))
}

function phrase(value: Json, kind: PeriodKind, locale: Locale, number: string): string {
  if (typeof value !== 'number') throw misfit('period', value)
  const [one, many] = locale.periods[kind]
  return (value === 1 ? one : many).replace('{n}', () => number)
}
