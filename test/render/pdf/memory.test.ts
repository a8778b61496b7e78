import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {FairCopy, Provision} from '../../../src/model/index.js'
import {createPdfRenderer} from '../../../src/render/pdf/index.js'
import {manuscriptOf} from '../../../src/render/pdf/manuscript-of.js'
import {openMemory} from '../../../src/render/pdf/memory.js'
import {openSurveyor} from '../../../src/render/pdf/survey.js'
import {openFontCase} from '../../../src/render/pdf/typefaces.js'
import {agreement, clause, copyOf, define, group, item, para, refer, schedule, value} from './build.js'

// The same objects stand in every copy, as in the copies of one deal: numbers, citations and labels change around them.
const cited = clause('cited', 'Cited', item('cited/one', ['One, the ', define('One')]), item('cited/two', 'Two'))
const clauses = [
  clause('refers', 'Refers', item('refers/one', ['As ', refer('cited/two'), ' and ', refer('cited'), ' say.'])),
  clause('plain', 'Plain', item('plain/one', 'No more.'), item('plain/two', ['Or ', value('东海科技有限公司')])),
  item('bare', ['A clause without a heading: see ', refer('paper/one'), '.']),
  item('bare.again', 'Another one.'),
  item('bare.other', 'Another one, of other words.'),
  {...clause('tabled', 'Tabled'), body: [para('Before.')], closing: [para(['After ', refer('refers-not'), '.'])]},
  clause('refers-not', 'Refers to nothing', item('refers-not/one', 'Nothing.')),
]
const paper = schedule(
  'paper',
  'Paper',
  item('paper/one', 'First.'),
  item('paper/two', ['By ', refer('cited/one'), '.']),
)
const needed = new Set(['refers-not'])

const copies: fc.Arbitrary<FairCopy> = fc
  .record({
    chosen: fc.shuffledSubarray(clauses),
    before: fc.boolean(),
    grouped: fc.boolean(),
    openQuote: fc.constantFrom('“', '«'),
    blank: fc.constantFrom('[●]', '[ ]'),
    language: fc.constantFrom('en-GB', 'en-GB', 'ja-JP'),
  })
  .map(({chosen, before, grouped, openQuote, blank, language}) => {
    const missing = clauses.filter((one) => needed.has(one.id) && !chosen.includes(one))
    const all = before ? [cited, ...chosen, ...missing] : [...chosen, ...missing, cited]
    const copy = copyOf({...agreement([group('g', grouped ? 'Group' : undefined, ...all), paper]), language})
    const print = {...copy.locale.print, openQuote, blank}
    return {...copy, locale: {...copy.locale, print}}
  })

test('changes nothing: a manuscript is the same whatever was written before', () => {
  const memory = openMemory(openSurveyor())
  const typefaces = {families: [], familyOf: new Map([['zh-Hans', 'x'] as const, ['ja', 'y'] as const]), fonts: []}
  fc.assert(
    fc.property(copies, (copy) => {
      expect(manuscriptOf(copy, typefaces, memory)).toEqual(manuscriptOf(copy, typefaces))
    }),
    {numRuns: 600},
  )
})

test('changes nothing: the fonts are the same whatever was asked of them before', () => {
  const fontCase = openFontCase({}, openSurveyor())
  fc.assert(
    fc.property(copies, (copy) => {
      const [known, fresh] = [fontCase(copy), openFontCase({})(copy)]
      expect(known.diagnostics).toEqual(fresh.diagnostics)
      expect([...(known.typefaces?.familyOf ?? [])]).toEqual([...(fresh.typefaces?.familyOf ?? [])])
    }),
    {numRuns: 20},
  )
})

test('takes a section again where nothing that it prints has changed, and only there', () => {
  const memory = openMemory(openSurveyor())
  const typefaces = {families: [], familyOf: new Map([['zh-Hans', 'x'] as const]), fonts: []}
  const named = (id: string): Provision => clauses.find((one) => one.id === id)!
  const sections = (...all: readonly Provision[]) =>
    manuscriptOf(copyOf(agreement([group('g', 'Group', ...all), paper])), typefaces, memory).parts[0]!.sections
  const [first, list] = sections(cited, named('bare'), named('bare.again'))
  expect(sections(cited, named('bare'), named('bare.again'), named('plain')).slice(0, 2)).toEqual([first, list])
  expect(sections(cited, named('plain'))[0]).toBe(first)
  expect(sections(named('plain'), cited)[1]).not.toBe(first)
  const other = sections(cited, named('bare'), named('bare.other'))[1]
  expect(JSON.stringify(other)).toContain('Another one, of other words.')
})

test('complains of a character again, though its clause was seen before', async () => {
  const renderer = createPdfRenderer()
  const copy = copyOf(
    agreement([group('g', undefined, clause('c', 'Firm', item('c/one', value('Rocket 🚀', '/name'))))]),
  )
  const [first, second] = [await renderer.render(copy), await renderer.render(copy)]
  expect(first.diagnostics.map(({code}) => code)).toEqual(['pdf/missing-glyph'])
  expect(second).toEqual(first)
})
