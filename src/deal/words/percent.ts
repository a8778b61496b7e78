/** Shares of a hundred, kept as decimal strings. */
import type {Json} from '../../model/index.js'
import type {About} from './about.js'
import {decimalOf, figures} from './decimal.js'
import {spell} from './spell.js'

/** `"50.00"` → "50%"; `"33.30"` → "33.3%". */
export function percentInFigures(value: Json): string {
  return `${figures(decimalOf(value))}%`
}

/** `"33.30"` → "thirty-three point three per cent". */
export function percentInWords(value: Json, {locale}: About): string {
  return /^en(-|$)/.test(locale.language)
    ? `${spell(decimalOf(value), locale.language)} per cent`
    : percentInFigures(value)
}
