/** Dates: the month in letters, since 03/04 is two different days. */
import type {Json} from '../../model/index.js'
import {type About, misfit} from './about.js'

/** `"2026-11-23"` → "23 November 2026". */
export function dateInWords(value: Json, {locale}: About): string {
  const match = typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null
  const month = locale.months[Number(match?.[2]) - 1]
  if (!match || month === undefined) throw misfit('date', value)
  return `${Number(match[3])} ${month} ${match[1]}`
}
