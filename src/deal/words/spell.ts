/**
 * Whole numbers in words, by language. Only languages of this table are spelled; in others a number stays in figures,
 * which every reader understands.
 */
import {type Decimal, figures} from './decimal.js'

const ones = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const scales = ['', ' thousand', ' million', ' billion', ' trillion', ' quadrillion']

/** A decimal number in words: `12.5` → "twelve point five". In a language without a table: in figures. */
export function spell(number: Decimal, language: string): string {
  if (!isEnglish(language) || number.whole.length > 3 * scales.length) return figures(number)
  if (number.fraction === '') return english(number.whole)
  return `${english(number.whole)} point ${[...number.fraction].map((digit) => ones[Number(digit)]).join(' ')}`
}

function isEnglish(language: string): boolean {
  return /^en(-|$)/.test(language)
}

// British "and": before the tens of a group, and before a last group under one hundred ("one thousand and five").
function english(whole: string): string {
  if (/^0+$/.test(whole)) return ones[0]!
  const groups = threes(whole)
  const last = groups.length - 1
  return groups
    .map((group, index) => ({
      group,
      scale: scales[last - index]!,
      joint: index === last && index > 0 && group < 100 ? 'and ' : '',
    }))
    .filter(({group}) => group > 0)
    .map(({group, scale, joint}) => `${joint}${underThousand(group)}${scale}`)
    .join(' ')
}

function threes(whole: string): readonly number[] {
  const padded = whole.padStart(Math.ceil(whole.length / 3) * 3, '0')
  return padded.match(/\d{3}/g)!.map(Number)
}

function underThousand(number: number): string {
  const hundreds = Math.floor(number / 100)
  const rest = number % 100
  if (hundreds === 0) return underHundred(rest)
  return `${ones[hundreds]} hundred${rest > 0 ? ` and ${underHundred(rest)}` : ''}`
}

function underHundred(number: number): string {
  if (number < 20) return ones[number]!
  const unit = number % 10
  return unit === 0 ? tens[Math.floor(number / 10)]! : `${tens[Math.floor(number / 10)]}-${ones[unit]}`
}
