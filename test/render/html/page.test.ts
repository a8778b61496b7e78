import {createHash} from 'node:crypto'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {anchorOf, renderHtml} from '../../../src/render/html/index.js'
import {
  agreement,
  agreementOf,
  blank,
  clause,
  define,
  fairCopy,
  para,
  provision,
  stress,
  use,
  value,
} from '../sample.js'
import {laced} from './laced.js'
import {payloads} from './payloads.js'
import {elements, named, type Read, read, shape, words} from './read.js'

const page = (): Read => read(renderHtml(fairCopy()))
const withClass = (node: Read, name: string): readonly Read[] =>
  elements(node).filter(({attributes}) => attributes.class?.split(' ').includes(name))

test('prints the sample as it stands in the golden file', async () => {
  await expect(renderHtml(fairCopy())).toMatchFileSnapshot('../../golden/html/collaboration.html')
})

test('names each place once, and every link leads to a place', () => {
  const ids = elements(page()).flatMap(({attributes}) => attributes.id ?? [])
  expect(new Set(ids).size).toBe(ids.length)
  const links = named(page(), 'a').map(({attributes}) => attributes.href)
  expect(links.length).toBeGreaterThan(15)
  for (const link of links) expect(ids.map((id) => `#${id}`)).toContain(link)
})

test('prints every number of the fair copy as words, in order', () => {
  const main = named(page(), 'main')[0]!
  expect(withClass(main, 'label').map(words)).toEqual([...fairCopy().numerals.values()].map(({label}) => label))
})

test('gives each numbered provision an element with its id that holds its number and words', () => {
  const [item] = elements(page()).filter(({attributes}) => attributes.id === 'ip.results.ownership:together:shares')
  expect(item?.name).toBe('li')
  expect(words(item!).replace(/\s+/g, ' ').trim()).toBe(
    '(a) the Parties own it jointly in equal shares, unless they agree other shares within 30 days; and',
  )
})

test('skips no level of heading', () => {
  const levels = elements(page()).flatMap(({name}) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []))
  expect(levels[0]).toBe(1)
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  for (const [index, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1)
})

test('marks a value with its pointer and a blank with its question', () => {
  const of = read(
    renderHtml(
      fairCopy(agreementOf([clause('a', 'A', [para(value('/risk/cap', 'EUR 1.00'), blank('/x', 'Which?'))])])),
    ),
  )
  expect(named(of, 'data').map(({attributes}) => attributes['data-pointer'])).toEqual(['/risk/cap'])
  expect(named(of, 'mark').map((mark) => [mark.attributes.title, words(mark)])).toEqual([['Which?', '[●]']])
})

test('links the first use of a term in each provision to its definition, and no other', () => {
  const of = read(
    renderHtml(
      fairCopy(
        agreementOf([
          clause('a', 'A', [para(define('Results'), ' are ', use('Results'))]),
          clause(
            'b',
            'B',
            [para(use('Results'), ' and ', use('Results', 'Result'))],
            [provision('b/x', [para(use('Results'))])],
          ),
        ]),
      ),
    ),
  )
  expect(named(of, 'dfn').map(({attributes}) => attributes.id)).toEqual(['_term.Results'])
  expect(withClass(of, 'use').map(({attributes}) => attributes.href)).toEqual(['#_term.Results', '#_term.Results'])
})

test('says the language of names in another script, and only of those', () => {
  const of = (text: string, language = 'en-GB'): readonly (readonly [string | undefined, string])[] =>
    named(read(renderHtml(fairCopy({...agreementOf([provision('a', [para(text)])]), language}))), 'span')
      .filter(({attributes}) => attributes.lang !== undefined)
      .map((span) => [span.attributes.lang, words(span)])
  expect(of('Aoyama (株式会社青山計測) of Tokyo')).toEqual([['ja', '株式会社青山計測']])
  expect(of('トヨタ、東京')).toEqual([['ja', 'トヨタ、東京']])
  expect(of('上海测量有限公司')).toEqual([['zh', '上海测量有限公司']])
  expect(of('삼성전자 signs')).toEqual([['ko', '삼성전자']])
  expect(of('شركة النور signs')).toEqual([['ar', 'شركة النور']])
  expect(of('Hartmann & Söhne – “x” · é')).toEqual([])
  expect(of('株式会社青山計測', 'ja-JP')).toEqual([])
})

test('gives tables their scopes', () => {
  const scopes = named(page(), 'table').map((table) => named(table, 'th').map(({attributes}) => attributes.scope))
  expect(scopes).toEqual([
    ['row', 'row', 'row', 'row'],
    ['col', 'col', 'col'],
  ])
})

test('allows its own style sheet by hash, and nothing else', () => {
  const html = renderHtml(fairCopy())
  const sheet = /<style>(.*?)<\/style>/s.exec(html)![1]!
  const [policy] = named(read(html), 'meta').filter(({attributes}) => attributes['http-equiv'] !== undefined)
  const hash = createHash('sha256').update(sheet).digest('base64')
  expect(policy?.attributes.content).toBe(
    `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
  )
  expect(html).not.toMatch(/<script|style="|url\(|@import|https?:/)
})

test('changes nothing but a value’s words when a value changes', () => {
  const of = (price: string): readonly string[] =>
    renderHtml(fairCopy(JSON.parse(JSON.stringify(agreement).replaceAll('EUR 250,000.00', price)))).split('\n')
  const [before, after] = [of('EUR 250,000.00'), of('EUR 99.00')]
  expect(after.filter((line, index) => line !== before[index]).map((line) => line.includes('EUR 99.00'))).toEqual([
    true,
  ])
})

describe('words are words', () => {
  const harmless = shape(read(renderHtml(laced('harmless'))))

  test.each(payloads)('%j changes no element and prints as it is', (payload) => {
    const of = read(renderHtml(laced(payload)))
    expect(shape(of)).toBe(harmless)
    expect(words(of).split(payload).length).toBeGreaterThan(25)
    expect(named(of, 'data').map(({attributes}) => attributes.value)).toContain(payload)
  })

  test('whatever the words are', () => {
    const nasty = fc.string({unit: fc.constantFrom(...'<>&"\'`=/ !-a\n株;#x')})
    fc.assert(
      fc.property(nasty, nasty, nasty, (one, two, three) => {
        const of = read(
          renderHtml(fairCopy(agreementOf([provision('a', [para(one, value('/x', two), stress(three))])]))),
        )
        expect(words(named(of, 'p')[1]!)).toBe(one + two + three)
      }),
      {numRuns: 500},
    )
  })

  test('and ids of provisions become ids that never meet', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, two) => {
        expect(anchorOf(one)).toMatch(/^[A-Za-z0-9._:~-]*$/)
        expect(anchorOf(one) === anchorOf(two)).toBe(one === two)
      }),
    )
    expect(anchorOf('ip.results/own~row-1')).toBe('ip.results:own~row-1')
    expect(anchorOf('_contents')).not.toBe('_contents')
  })
})
