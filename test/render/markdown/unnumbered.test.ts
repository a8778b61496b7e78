import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {Agreement, Inline, Provision} from '../../../src/model/index.js'
import {renderUnnumbered} from '../../../src/render/markdown/index.js'
import {
  agreement,
  agreementOf,
  blank,
  clause,
  inlines,
  locale,
  para,
  provision,
  refer,
  table,
  use,
  value,
  type Words,
} from '../sample.js'
import {all, read, seen} from './read.js'

const lines = (of: Agreement): readonly string[] => renderUnnumbered(of, locale).split('\n')
const sentencesOf = (...words: Words): readonly string[] =>
  lines(agreementOf([clause('a', 'A', [para(...words)])])).slice(4, -1)

test('prints the sample as it stands in the golden file', async () => {
  await expect(renderUnnumbered(agreement, locale)).toMatchFileSnapshot('../../golden/markdown/unnumbered.md')
})

test('prints no number of a clause', () => {
  expect(renderUnnumbered(agreement, locale)).not.toMatch(/clause \d|Schedule \d|^\W*(\d+(\.\d+)*|\([a-z]+\)) /m)
})

test('changes no other line when a clause is put in before others', () => {
  const [cover, ...rest] = agreement.parts
  const added = {kind: 'group', id: 'group.new', provisions: [clause('new', 'New', [para('New words.')])]} as const
  const after = lines({...agreement, parts: [cover!, added, ...rest]})
  const before = lines(agreement)
  expect(after.filter((line) => !before.includes(line))).toEqual(['### New', 'New words.'])
  let place = 0
  for (const line of after) if (line === before[place]) place++
  expect(place).toBe(before.length)
})

test('changes one line when a value changes, whatever its words are', () => {
  const of = (words: string): readonly string[] =>
    sentencesOf('First. The price is ', value('/p', words), '. Then, ', value('/q', 'x'), ' follows.')
  fc.assert(
    fc.property(fc.string({unit: fc.constantFrom(...'aB. ?!”。1')}), (words) => {
      const [before, after] = [of('EUR 1,000.00'), of(words)]
      expect(after).toHaveLength(3)
      expect(after.filter((line, index) => line !== before[index]).length).toBeLessThanOrEqual(1)
    }),
  )
})

const full: readonly (readonly [string, Words, number])[] = [
  ['two sentences', ['One thing. Another thing.'], 2],
  ['a question and an exclamation', ['May it? It may! So it is.'], 3],
  ['an abbreviation', ['Ask, e.g. Brightwater, and i.e. Hartmann.'], 1],
  ['a number’s mark', ['See No. 4 and Nos. 5 and Art. 6 of the law.'], 1],
  ['an amount', ['Pay EUR 1,000.00 Now or 2.5 Per cent.'], 1],
  ['a company’s form', ['Aoyama Co. Ltd. Tokyo signs.'], 1],
  ['initials', ['J. R. Smith of the U.S. Army signs.'], 1],
  ['a closing quote', ['It says “Stop.” Then it ends.'], 2],
  ['an opening bracket', ['It ends. (The rest stays.) It goes on.'], 3],
  ['a sentence that opens with a figure', ['It ends. 30 days later it begins.'], 2],
  ['a full stop before a small letter', ['It ends. and goes on.'], 1],
  ['full-width stops', ['甲は払う。乙は渡す。'], 2],
  ['a full-width stop in a closing quote', ['「払う。」と書く。'], 1],
  ['a stop before a use', ['It ends. ', use('Results'), ' begin.'], 2],
  ['a stop before a blank', ['It ends. ', blank('/b', 'What?'), ' begins.'], 2],
  ['a stop before a reference', ['As art. ', refer('a'), ' says.'], 1],
  ['a value that ends in a stop', [value('/v', 'Hartmann Inc.'), ' Then pays.'], 1],
]
test.each(full)('breaks lines rightly at %s', (_, words, count) => {
  expect(sentencesOf(...words)).toHaveLength(count)
})

test('takes the day of a German date for no end of a sentence', () => {
  const of = (language: string): string =>
    renderUnnumbered({...agreementOf([clause('a', 'A', [para('Er beginnt am 3. Mai und endet.')])]), language}, locale)
  expect(of('de-DE')).toContain('am 3. Mai')
  expect(of('en-GB')).toContain('am 3.\nMai')
})

test('keeps every word, in order, whatever the words are', () => {
  fc.assert(
    fc.property(fc.array(fc.string({unit: fc.constantFrom(...'aB. ?!”。1*_#-')}), {maxLength: 6}), (texts) => {
      const content = texts.map((text, index): string | Inline => (index % 2 ? value('/v', text) : text))
      const page = read(renderUnnumbered(agreementOf([clause('a', 'A', [para(...content)])]), locale))
      const shown = all(page, 'paragraph').map(seen).join('')
      expect(shown.replace(/\s/g, '')).toBe(texts.join('').replace(/\s/g, ''))
    }),
    {numRuns: 500},
  )
})

test('cites by heading and label, and prints the target of a reference that leads nowhere', () => {
  expect(sentencesOf('Under ', refer('a'), ' and ', refer('nowhere/at-all'), '.')).toEqual([
    'Under clause “A” and nowhere/at-all.',
  ])
  const text = renderUnnumbered(agreement, locale)
  expect(text).toContain('clause “Keeping secrets” (period)')
  expect(text).toContain('paragraph (what) of Schedule “Background”')
})

test('nests as the agreement does: items, their tables and their closing words', () => {
  const item: Provision = provision(
    'a/x',
    [para('lead:'), table([['H']], [['cell']])],
    [provision('a/x/y', [para('inner')])],
    {closing: [para('close')]},
  )
  const page = read(
    renderUnnumbered(agreementOf([clause('a', 'A', [], [item, provision('a/z', [para('last')])])]), locale),
  )
  const [list] = all(page, 'list')
  expect(list?.children.map((child) => child.children.map(({type}) => type))).toEqual([
    ['paragraph', 'table', 'list', 'paragraph'],
    ['paragraph'],
  ])
})

test('holds the question of each blank, so that its answer is seen to answer it', () => {
  expect(sentencesOf('Cap: ', blank('/cap', 'How much?'), '.')).toEqual(['Cap: \\[● How much?\\].'])
})

test('is the same text from the same agreement read back from JSON', () => {
  const again: Agreement = JSON.parse(
    JSON.stringify({
      ...agreement,
      title: 'T',
      parts: [...agreement.parts, {kind: 'group', id: 'g', heading: inlines(['G']), provisions: []}],
    }),
  )
  expect(renderUnnumbered(again, locale)).toBe(renderUnnumbered(JSON.parse(JSON.stringify(again)), locale))
})
