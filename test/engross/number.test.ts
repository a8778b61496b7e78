/** Where each provision stands: legal and decimal schemes, groups that run on, schedules that begin anew, parties and recitals. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {number} from '../../src/engross/index.js'
import {type Agreement, count, type NumberingScheme, type Part, type Provision} from '../../src/model/index.js'
import {locale} from '../deal/load.js'
import {clause, para, provision, agreement as sample} from '../render/sample.js'

const p = (id: string, ...below: Provision[]): Provision => provision(id, [para(id)], below)
const c = (id: string, ...below: Provision[]): Provision => clause(id, id, [], below)
const agreementWith = (parts: readonly Part[], numbering: NumberingScheme = 'legal'): Agreement => ({
  ...sample,
  parts,
  numbering,
})
const group = (id: string, ...provisions: Provision[]): Part => ({kind: 'group', id, provisions})
const schedule = (id: string, ...provisions: Provision[]): Part => ({
  kind: 'schedule',
  id,
  heading: [{type: 'text', text: id}],
  provisions,
})

/** `id label full`, one a line. */
function numbered(agreement: Agreement): readonly string[] {
  return [...number(agreement, locale).numerals].map(([id, {label, full}]) => `${id} ${label} ${full}`)
}

const deep = c('a', p('a/b', p('a/b/c', p('a/b/c/d', p('a/b/c/d/e')))), p('a/f'))

describe('the legal scheme', () => {
  test('counts 1, 1.1, (a), (i), (A); a whole number carries all that stands above', () => {
    expect(numbered(agreementWith([group('g', deep)]))).toEqual([
      'a 1 1',
      'a/b 1.1 1.1',
      'a/b/c (a) 1.1(a)',
      'a/b/c/d (i) 1.1(a)(i)',
      'a/b/c/d/e (A) 1.1(a)(i)(A)',
      'a/f 1.2 1.2',
    ])
  })

  test('runs on from group to group, whatever stands between them', () => {
    const parts = [group('g', c('a'), c('b')), schedule('s', c('x', p('x/1'))), group('h', c('d'))]
    expect(numbered(agreementWith(parts))).toContain('d 3 3')
  })

  test('refuses a sixth level by its id, and numbers the rest', () => {
    const tooDeep = c('a', p('b', p('c', p('d', p('e', p('f'))))), p('g'))
    const {numerals, diagnostics} = number(agreementWith([group('g', tooDeep)]), locale)
    expect(diagnostics).toMatchObject([{severity: 'error', code: 'number/too-deep', at: {provision: 'f'}}])
    expect(numerals.get('g')?.full).toBe('1.2')
    expect(number(agreementWith([group('g', deep)]), locale).diagnostics).toEqual([])
  })
})

test('the decimal scheme counts in figures all the way down', () => {
  expect(numbered(agreementWith([group('g', deep)], 'decimal')).slice(0, 5)).toEqual([
    'a 1 1',
    'a/b 1.1 1.1',
    'a/b/c 1.1.1 1.1.1',
    'a/b/c/d 1.1.1.1 1.1.1.1',
    'a/b/c/d/e 1.1.1.1.1 1.1.1.1.1',
  ])
})

test('parties count (1), recitals (A), each with what stands below', () => {
  const parts: readonly Part[] = [
    {kind: 'parties', id: 'parties', heading: [], provisions: [p('x', p('x/a')), p('y')]},
    {kind: 'recitals', id: 'recitals', heading: [], provisions: [p('r', p('r/a', p('r/a/i'))), p('q')]},
  ]
  expect(numbered(agreementWith(parts))).toEqual([
    'x (1) (1)',
    'x/a (a) (1)(a)',
    'y (2) (2)',
    'r (A) (A)',
    'r/a (a) (A)(a)',
    'r/a/i (i) (A)(a)(i)',
    'q (B) (B)',
  ])
})

test('each schedule begins its paragraphs anew; a clause without a heading hands its items to the schedule', () => {
  const headless = provision('s1', [para('lead')], [p('s1/a', p('s1/a/x')), p('s1/b')])
  const found = numbered(agreementWith([schedule('one', headless), schedule('two', c('t', p('t/a')), c('u'))]))
  expect(found).toEqual([
    'one Schedule 1 Schedule 1',
    's1/a 1 1',
    's1/a/x 1.1 1.1',
    's1/b 2 2',
    'two Schedule 2 Schedule 2',
    't 1 1',
    't/a 1.1 1.1',
    'u 2 2',
  ])
})

test('cover and testimonium have no number, and nothing is written into the tree', () => {
  const before = JSON.stringify(sample)
  const {numerals} = number(sample, locale)
  expect(JSON.stringify(sample)).toBe(before)
  for (const part of sample.parts) {
    if (part.kind === 'execution') for (const {id} of part.provisions) expect(numerals.has(id)).toBe(false)
    if (part.kind === 'cover') expect(numerals.has(part.id)).toBe(false)
  }
})

test('no two provisions of one list have one number, in either scheme', () => {
  const tree: fc.Memo<Provision[]> = fc.memo((depth) =>
    depth <= 1
      ? fc.constant([])
      : fc.array(tree(depth - 1), {maxLength: 4}).map((below) => below.map((inner, index) => p(`${index}`, ...inner))),
  )
  const renamed = (provisions: readonly Provision[], above: string): Provision[] =>
    provisions.map((one) => ({
      ...one,
      id: `${above}/${one.id}`,
      provisions: renamed(one.provisions, `${above}/${one.id}`),
    }))
  fc.assert(
    fc.property(tree(5), fc.constantFrom('legal', 'decimal'), (below, scheme) => {
      const found = number(
        agreementWith([group('g', ...renamed(below, 'x'))], scheme as NumberingScheme),
        locale,
      ).numerals
      const fulls = [...found.values()].map(({full}) => full)
      expect(new Set(fulls).size).toBe(fulls.length)
    }),
    {numRuns: 60},
  )
})

describe('counting', () => {
  test('in letters doubles after z, as Word does', () => {
    expect([1, 2, 26, 27, 28, 52, 53, 78, 79].map((ordinal) => count('a', ordinal))).toEqual([
      'a',
      'b',
      'z',
      'aa',
      'bb',
      'zz',
      'aaa',
      'zzz',
      'aaaa',
    ])
    expect([1, 26, 27].map((ordinal) => count('A', ordinal))).toEqual(['A', 'Z', 'AA'])
  })

  test('in Roman numerals takes one sign from the next', () => {
    const expected = {
      1: 'i',
      3: 'iii',
      4: 'iv',
      9: 'ix',
      14: 'xiv',
      40: 'xl',
      49: 'xlix',
      90: 'xc',
      444: 'cdxliv',
      1999: 'mcmxcix',
    }
    for (const [ordinal, roman] of Object.entries(expected)) expect(count('i', Number(ordinal))).toBe(roman)
  })

  test('in figures is itself, and nothing counts from nought', () => {
    expect(count('1', 107)).toBe('107')
    for (const counter of ['1', 'a', 'A', 'i'] as const) expect(() => count(counter, 0)).toThrow(RangeError)
  })
})
