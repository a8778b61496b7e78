/**
 * Which territories touch each other. A region lies in its country, a member state in the EU, everything in the world.
 */
import {countryOf} from './law.js'

/** The member states of the European Union, as of November 2026. */
export const memberStates: readonly string[] = [
  'AT',
  'BE',
  'BG',
  'CY',
  'CZ',
  'DE',
  'DK',
  'EE',
  'ES',
  'FI',
  'FR',
  'GR',
  'HR',
  'HU',
  'IE',
  'IT',
  'LT',
  'LU',
  'LV',
  'MT',
  'NL',
  'PL',
  'PT',
  'RO',
  'SE',
  'SI',
  'SK',
]

/** True when some place lies in both. No territory, or an empty one, is no limit: it is the world. */
export function touch(one: readonly string[] = [], other: readonly string[] = []): boolean {
  if (one.length === 0 || other.length === 0) return true
  return one.some((first) => other.some((second) => holds(first, second) || holds(second, first)))
}

function holds(whole: string, part: string): boolean {
  if (whole === part || whole === 'worldwide') return true
  if (whole === 'EU') return memberStates.includes(countryOf(part))
  return !whole.includes('-') && countryOf(part) === whole
}
