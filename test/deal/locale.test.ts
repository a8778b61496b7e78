import {expect, test} from 'vitest'
import {valueAt} from '../../src/model/index.js'
import {locale, schemas} from './load.js'

const defs = (name: string, word: string): object => valueAt(schemas.deal, `/$defs/${name}/${word}`) as object

test('every code that the schema allows has a name, and the same one', () => {
  for (const code of defs('country', 'enum') as string[])
    expect(locale.countries[code], code).toBe((defs('country', 'x-words') as Record<string, string>)[code])
  for (const code of defs('law', 'enum') as string[]) {
    expect(locale.countries[code], code).toBe((defs('law', 'x-words') as Record<string, string>)[code])
    expect(locale.lawOf[code], code).toMatch(/^the law of \S/)
  }
  expect(Object.keys(locale.languages)).toEqual(defs('language', 'enum'))
  expect(Object.keys(locale.currencies)).toEqual(defs('currency', 'enum'))
})

test('currencies have their minor units, and words for them', () => {
  expect(Object.keys(locale.currencies).length).toBeGreaterThanOrEqual(30)
  for (const [code, {one, many, minor, minorOne}] of Object.entries(locale.currencies)) {
    expect(one && many, code).toBeTruthy()
    expect(minorOne === '', code).toBe(minor === 0)
    expect(minor, code).toBe((defs('currency', 'x-minor') as Record<string, number>)[code] ?? 2)
  }
  expect(['JPY', 'EUR', 'KWD', 'KRW', 'BHD', 'CLP', 'HUF'].map((code) => locale.currencies[code]?.minor)).toEqual([
    0, 2, 3, 0, 3, 0, 2,
  ])
})

test('places that contracts name often are there', () => {
  const eu = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' ')
  for (const code of [
    ...eu,
    'GB-EAW',
    'GB-SCT',
    'GB-NIR',
    'CH',
    'NO',
    'US-CA',
    'US-NY',
    'US-DE',
    'CA-ON',
    'AU-NSW',
    'SG',
    'IN',
    'CN',
    'JP',
    'KR',
    'IL',
    'BR',
    'AE',
  ])
    expect(locale.lawOf[code], code).toBeDefined()
  expect([locale.lawOf['GB-EAW'], locale.lawOf.CH, locale.lawOf.NL]).toEqual([
    'the law of England and Wales',
    'the law of Switzerland',
    'the law of the Netherlands',
  ])
  expect(locale.lawOf.US).toBeUndefined()
})

test('every period has one and many, and quotes are curled', () => {
  for (const [one, many] of Object.values(locale.periods))
    expect([one.includes('{n}'), many.includes('{n}')]).toEqual([true, true])
  expect(locale.months).toHaveLength(12)
  expect([locale.print.openQuote, locale.print.closeQuote]).toEqual(['“', '”'])
  for (const [key, words] of Object.entries(locale.print)) expect(words, key).not.toBe('')
})
