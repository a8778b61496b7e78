import fc from 'fast-check'
import {expect, test} from 'vitest'
import {refusedCharacter} from '../../src/deal/characters.js'
import {nearestValue} from '../../src/deal/nearest.js'
import {quote} from '../../src/deal/quote.js'
import {valueAt} from '../../src/model/index.js'
import {found, read} from './load.js'

const titled = (title: string): string =>
  `document: nda-mutual\nparameters: {project: {title: ${JSON.stringify(title)}}}`

const refused: readonly (readonly [string, string])[] = [
  ['a NUL', '\u0000'],
  ['a bell', '\u0007'],
  ['a tab', '\t'],
  ['a carriage return', '\r'],
  ['an escape', '\u001B'],
  ['a C1 control', '\u0085'],
  ['right-to-left override', '\u202E'],
  ['left-to-right embedding', '\u202A'],
  ['an isolate', '\u2066'],
  ['the end of an isolate', '\u2069'],
  ['a right-to-left mark', '\u200F'],
  ['a left-to-right mark', '\u200E'],
  ['private use', '\uE000'],
  ['private use of a higher plane', '\u{F0000}'],
  ['a noncharacter', '\uFDD0'],
  ['the last code point of a plane', '\u{1FFFF}'],
  ['a lone high surrogate', '\uD800'],
  ['a lone low surrogate', '\uDC00'],
  ['a zero-width space', '\u200B'],
  ['a line separator', '\u2028'],
  ['a soft hyphen', '\u00AD'],
  ['a tag character', '\u{E0041}'],
]

for (const [name, character] of refused) {
  test(`${name} is refused by pointer, and spelled out in the message`, () => {
    const reading = read(titled(`Alpha${character}Beta`))
    expect(found(reading)).toContain('deal/refused-character /project/title')
    const {message} = reading.diagnostics.find(({code}) => code === 'deal/refused-character')!
    expect(message).toContain(`U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`)
    expect(message).not.toContain(character)
  })
}

test('such a character in a key, in an open point and in the private file is refused as well', () => {
  expect(found(read('document: nda-mutual\nparameters: {"pro\\u202Eject": {}}'))).toContain(
    'deal/refused-character /pro\u202Eject',
  )
  expect(found(read('document: nda-mutual\nopen: {/risk/cap: {ask: counsel, note: "a\\u0007b"}}'))).toContain(
    'deal/refused-character deal.yaml:2',
  )
  expect(found(read('document: nda-mutual', 'redLines: ["a\\u202Eb"]'))).toContain(
    'deal/refused-character private.yaml:1',
  )
})

test('letters of every script, joiners, emoji and typographic marks stay', () => {
  const stays = [
    '東海創薬株式会社',
    'Hartmann & Söhne',
    'שלום',
    'مرحبا',
    'می\u200Cخواهم',
    'ज्ञ',
    '👩\u200D🔬',
    '“curled” – — …',
    'e\u0301',
    '\u00A0',
    '\n',
  ]
  for (const text of stays) expect(refusedCharacter(text), text).toBeUndefined()
})

test('markup of every language is only text', () => {
  const hostile = [
    '{{constructor}}**<w:t>',
    '#let x = 1',
    '<script>alert(1)</script>',
    '\\documentclass{article}',
    '$(rm -rf /)',
    '=HYPERLINK("x")',
    '%s%n',
    '../../etc/passwd',
    '__proto__',
    'a | b',
    '[a](javascript:x)',
    '{#own}',
  ]
  for (const text of hostile) {
    const {deal, diagnostics} = read(titled(text))
    expect(diagnostics).toEqual([])
    expect(valueAt(deal!.parameters, '/project/title')).toBe(text)
  }
})

test('any text is either kept to the letter or refused by pointer, and nothing throws', () => {
  fc.assert(
    fc.property(fc.string({unit: 'binary', minLength: 1, maxLength: 60}), (text) => {
      const reading = read(titled(text))
      if (reading.deal) expect(valueAt(reading.deal.parameters, '/project/title')).toBe(text)
      else expect(reading.diagnostics.length).toBeGreaterThan(0)
    }),
  )
})

test('any file gives a deal or diagnostics, and nothing throws', () => {
  fc.assert(
    fc.property(fc.string({unit: fc.constantFrom(...' \n-:{}[]&*!|>\'"%@`#?,~ab01'), maxLength: 80}), (text) => {
      const {deal, diagnostics} = read(text, text)
      expect(Boolean(deal) || diagnostics.length > 0).toBe(true)
    }),
    {numRuns: 500},
  )
})

test('bombs are refused before they are parsed', () => {
  const bombs: readonly (readonly [string, string])[] = [
    ['- '.repeat(100_000), 'deal/too-deep deal.yaml:'],
    ['['.repeat(100_000), 'deal/too-deep deal.yaml:'],
    ['{a: '.repeat(50_000), 'deal/too-deep deal.yaml:'],
    ['? '.repeat(100_000), 'deal/too-deep deal.yaml:'],
    [Array.from({length: 300}, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), 'deal/too-deep deal.yaml:'],
    [`document: ${'['.repeat(100)}${']'.repeat(100)}`, 'deal/too-deep deal.yaml:'],
    [`# ${'x'.repeat(600 * 1024)}`, 'deal/too-large deal.yaml:'],
  ]
  for (const [text, code] of bombs) {
    const begun = performance.now()
    expect(found(read(text))).toEqual([code])
    expect(performance.now() - begun).toBeLessThan(10_000)
  }
})

test('the value that was meant is found by its words, its other names or its spelling, or not at all', () => {
  expect(nearestValue('england', ['DE', 'GB-EAW'], {'GB-EAW': 'England and Wales'}, {England: 'GB-EAW'})).toBe('GB-EAW')
  expect(nearestValue('the netherlands', ['NL'], {NL: 'the Netherlands'})).toBe('NL')
  expect(nearestValue('Xx', ['DE', 'NL'])).toBeUndefined()
})

test('a quotation is short and shows what cannot be seen', () => {
  expect(quote('a\u202Eb')).toBe('“a\\u{202E}b”')
  expect([...quote('x'.repeat(500))].length).toBeLessThan(70)
})
