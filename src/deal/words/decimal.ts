/** Decimal numbers as strings of digits: no amount ever passes through a floating-point number. */
import type {Json} from '../../model/index.js'
import {misfit} from './about.js'

export interface Decimal {
  /** Digits before the point, without leading zeros; at least one. */
  readonly whole: string
  /** Digits after the point, without trailing zeros; perhaps none. */
  readonly fraction: string
}

/** Reads `"250000.00"` or a whole JSON number. Throws for anything else. */
export function decimalOf(value: Json | undefined): Decimal {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(textOf(value))
  if (!match) throw misfit('decimal number', value)
  return {whole: match[1]!.replace(/^0+(?=\d)/, ''), fraction: (match[2] ?? '').replace(/0+$/, '')}
}

function textOf(value: Json | undefined): string {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : ''
  return typeof value === 'string' ? value : ''
}

/** `1234567` → `1,234,567`. */
export function grouped(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, ',')
}

/** In figures, without needless zeros: `1,234.5`. */
export function figures({whole, fraction}: Decimal): string {
  return fraction === '' ? grouped(whole) : `${grouped(whole)}.${fraction}`
}
