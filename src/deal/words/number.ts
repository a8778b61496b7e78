/** Numbers: in figures with thousands apart, or in words. */
import type {Json} from '../../model/index.js'
import type {About} from './about.js'
import {decimalOf, figures} from './decimal.js'
import {spell} from './spell.js'

/** `1200` → "1,200". */
export function numberInFigures(value: Json): string {
  return figures(decimalOf(value))
}

/** `1200` → "one thousand two hundred". */
export function numberInWords(value: Json, {locale}: About): string {
  return spell(decimalOf(value), locale.language)
}
