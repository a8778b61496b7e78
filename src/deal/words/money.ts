/**
 * Money: the currency's code and the amount with the minor units of that currency. Digits beyond them are printed,
 * never rounded: the agreement says what the deal says.
 */
import {isObject, type Json} from '../../model/index.js'
import {type About, misfit} from './about.js'
import {type Decimal, decimalOf, grouped} from './decimal.js'
import {spell} from './spell.js'

interface Money {
  readonly amount: Decimal
  readonly currency: string
}

function moneyOf(value: Json): Money {
  if (!isObject(value) || typeof value.currency !== 'string') throw misfit('money', value)
  return {amount: decimalOf(value.amount), currency: value.currency}
}

/** "EUR 250,000.00"; "JPY 30,000,000". */
export function moneyInFigures(value: Json, about: About): string {
  return `${moneyOf(value).currency} ${amountInFigures(value, about)}`
}

/** "250,000.00", without the currency. */
export function amountInFigures(value: Json, {locale}: About): string {
  const {amount, currency} = moneyOf(value)
  const fraction = amount.fraction.padEnd(locale.currencies[currency]?.minor ?? 2, '0')
  return fraction === '' ? grouped(amount.whole) : `${grouped(amount.whole)}.${fraction}`
}

/** "two hundred and fifty thousand euros and fifty cents". */
export function moneyInWords(value: Json, about: About): string {
  const {amount, currency} = moneyOf(value)
  const known = about.locale.currencies[currency]
  if (!known) throw misfit('money in a known currency', value)
  const {language} = about.locale
  if (amount.fraction.length > known.minor) return `${spell(amount, language)} ${known.many}`
  const whole = counted(amount.whole, known.one, known.many, language)
  const minor = amount.fraction.padEnd(known.minor, '0').replace(/^0+/, '')
  if (minor === '') return whole
  const small = counted(minor, known.minorOne, known.minorMany, language)
  return amount.whole === '0' ? small : `${whole} ${about.locale.and} ${small}`
}

function counted(digits: string, one: string, many: string, language: string): string {
  return `${spell({whole: digits, fraction: ''}, language)} ${digits === '1' ? one : many}`
}
