import {describe, expect, test} from 'vitest'
import {newKeys, tokensOf} from '../../../src/redline/words/index.js'
import {blank, definition, emphasis, inlines, reference, type Side, text, use, value} from './build.js'

const cut = (side: Side): readonly string[] => tokensOf(inlines(side), newKeys()).map(({text: words}) => words)
const kinds = (side: Side): string =>
  tokensOf(inlines(side), newKeys())
    .map(({kind}) => kind[0])
    .join('')
const keys = (...sides: Side[]): readonly number[] => {
  const known = newKeys()
  return sides.map((side) => tokensOf(inlines(side), known)[0]!.key)
}

describe('a word', () => {
  test.each([
    'Seller’s',
    "o'clock",
    'non-exclusive',
    'non‑exclusive',
    '250,000.00',
    '3.5',
    '1’000’000',
    '17:00',
    '01/02/2026',
    'R&D',
    'e.g',
    'legal@acme.example',
    'Gebühr',
    'e\u0301te\u0301',
    'конфиденциальность',
    '계약을',
    '𝐀𝐁',
  ])('is one token in “%s”', (word) => {
    expect(cut(word)).toEqual([word])
    expect(kinds(word)).toBe('w')
  })

  test.each([
    ['and/or', ['and', '/', 'or']],
    ['1, 2', ['1', ',', ' ', '2']],
    ['end. Next', ['end', '.', ' ', 'Next']],
    ['parties’ costs', ['parties', '’', ' ', 'costs']],
    ['a – b', ['a', ' ', '–', ' ', 'b']],
    ['(a)', ['(', 'a', ')']],
    ['“Fee”', ['“', 'Fee', '”']],
    ['5%', ['5', '%']],
    ['--', ['-', '-']],
    ['a \n\tb', ['a', ' \n\t', 'b']],
    ['a\u00a0b', ['a', '\u00a0', 'b']],
    ['👍🏽.', ['👍', '🏽', '.']],
  ])('ends where a lawyer sees it end in “%s”', (words, expected) => expect(cut(words)).toEqual(expected))

  test('of a script without spaces is a character with its marks', () => {
    expect(cut('東京都で3年')).toEqual(['東', '京', '都', 'で', '3', '年'])
    expect(cut('𠮷野家')).toEqual(['𠮷', '野', '家'])
    expect(cut('ｶﾞｽ')).toEqual(['ｶﾞ', 'ｽ'])
    expect(cut('辻\u{e0100}か\u3099')).toEqual(['辻\u{e0100}', 'か\u3099'])
    expect(kinds('甲は、')).toBe('wwp')
  })

  test('has the same key in plain text, in a term, in a value and in nothing else', () => {
    const [plain, ...others] = keys('Fee', [use('Fee')], [value('/fee', 'Fee')], [use('Fee', 'Fees')])
    expect(new Set(others)).toEqual(new Set([plain]))
    const all = keys(
      'Fee',
      [emphasis(text('Fee'))],
      [definition('Fee')],
      [emphasis(definition('Fee'))],
      [reference('Fee')],
    )
    expect(new Set(all).size).toBe(all.length)
  })

  test('that runs over several nodes is one token and knows its pieces', () => {
    const days = value('/days', '30')
    const rest = text('-day term')
    const [token, ...others] = tokensOf([days, rest], newKeys())
    expect(token).toMatchObject({text: '30-day', node: days, inner: days, start: 0, end: 2})
    expect(token!.beyond).toEqual([{node: rest, inner: rest, start: 0, end: 4}])
    expect(others.map(({text: words, start, end}) => [words, start, end])).toEqual([
      [' ', 4, 5],
      ['term', 5, 9],
    ])
  })
})

describe('an atom', () => {
  test('is a definition, whatever its words', () => expect(kinds([definition('Field of Use')])).toBe('a'))

  test('is a blank; all blanks are one, typed ones too', () => {
    const [one, other, typed] = keys([blank('/a')], [blank('/b')], '[●]')
    expect([other, typed]).toEqual([one, one])
    expect(kinds('on [●] [x]')).toBe('wsaspwp')
  })

  test('is a reference: the same where its target is the same, under whatever id it is known', () => {
    const known = newKeys()
    const key = (one: Side, targetOf?: (id: string) => string) => tokensOf(inlines(one), known, targetOf)[0]!.key
    expect(key([reference('ip.use')])).not.toBe(key([reference('ip.own')]))
    expect(key([reference('ip.use')])).not.toBe(key([reference('ip.use', true)]))
    expect(key([reference('old')], (id) => (id === 'old' ? 'ip.use' : id))).toBe(key([reference('ip.use')]))
  })
})

test('a token in emphasis names the leaf and the outermost node', () => {
  const inner = text('not')
  const node = emphasis(emphasis(inner))
  expect(tokensOf([node], newKeys())).toMatchObject([{node, inner, start: 0, end: 3}])
})
