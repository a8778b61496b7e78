/** A fair copy: citations of every kind of target, contents, definitions, and what is refused. */
import {describe, expect, test} from 'vitest'
import {citations, engross, number} from '../../src/engross/index.js'
import type {Agreement, CitationPiece, FairCopy, Part, Provision, Purpose} from '../../src/model/index.js'
import {citationOf} from '../../src/model/index.js'
import {locale} from '../deal/load.js'
import {
  blank,
  clause,
  define,
  inlines,
  notices,
  para,
  provision,
  refer,
  agreement as sample,
  use,
} from '../render/sample.js'

const p = (id: string, ...below: Provision[]): Provision => provision(id, [para(id)], below)
const agreementWith = (...parts: readonly Part[]): Agreement => ({...sample, parts})
const group = (...provisions: Provision[]): Part => ({kind: 'group', id: 'g', provisions})
const identity = {
  deal: 'd',
  revision: 1,
  hash: `sha256:${'1'.repeat(64)}`,
  time: '2026-11-23T10:00:00Z',
  engross: '0',
  template: 't@1',
  clauses: [],
}

function engrossed(agreement: Agreement, purpose: Purpose = 'draft'): ReturnType<typeof engross> {
  return engross(agreement, {purpose, locale, identity, notices})
}

function copyOf(agreement: Agreement): FairCopy {
  const {copy, diagnostics} = engrossed(agreement)
  if (!copy) throw new Error(diagnostics.map(({message}) => message).join('\n'))
  return copy as FairCopy
}

const words = (pieces: readonly CitationPiece[] | undefined): string =>
  (pieces ?? []).map((piece) => (typeof piece === 'string' ? piece : piece.numeral)).join('')

const whole = agreementWith(
  {kind: 'parties', id: 'parties', heading: [], provisions: [p('x'), p('y')]},
  {kind: 'recitals', id: 'recitals', heading: [], provisions: [p('r')]},
  group(clause('a', 'First things', [], [p('a/one', p('a/one/x'))]), clause('b', 'Second things', [])),
  {
    kind: 'schedule',
    id: 'schedule.one',
    heading: inlines(['Gates']),
    provisions: [provision('s', [], [p('s/table', p('s/table/x'))])],
  },
)

describe('a citation of', () => {
  const cited = citations(whole, number(whole, locale).numerals, locale)
  test.each([
    ['a clause names its heading', 'a', 'clause 1 (First things)'],
    ['a sub-clause is its whole number', 'a/one', 'clause 1.1'],
    ['a paragraph of it likewise', 'a/one/x', 'clause 1.1(a)'],
    ['a party', 'y', 'party (2)'],
    ['a recital', 'r', 'recital (A)'],
    ['a schedule names its heading', 'schedule.one', 'Schedule 1 (Gates)'],
    ['the only clause of a schedule is the schedule', 's', 'Schedule 1 (Gates)'],
    ['a paragraph of a schedule says of which', 's/table', 'paragraph 1 of Schedule 1'],
    ['what stands below that', 's/table/x', 'paragraph 1.1 of Schedule 1'],
  ])('%s', (_, id, expected) => {
    expect(words(cited.get(id))).toBe(expected)
  })

  test('anything keeps its numerals apart from the words, each with its target, so that they can be live', () => {
    expect(cited.get('s/table')).toEqual([
      'paragraph ',
      {target: 's/table', numeral: '1'},
      ' of ',
      {target: 'schedule.one', numeral: 'Schedule 1'},
    ])
  })

  test('every numbered provision exists', () => {
    for (const id of number(whole, locale).numerals.keys()) expect(cited.has(id), id).toBe(true)
  })

  test('a bare reference is its number alone, where there is one number', () => {
    const bare = (target: string): string => words(citationOf({target, bare: true}, {citations: cited}))
    expect([bare('a'), bare('a/one/x'), bare('schedule.one'), bare('s/table')]).toEqual([
      '1',
      '1.1(a)',
      'Schedule 1',
      'paragraph 1 of Schedule 1',
    ])
  })
})

describe('contents', () => {
  const lines = (agreement: Agreement): readonly string[] =>
    copyOf(agreement).contents.map(({id, level, numeral}) => `${level} ${id} ${numeral ?? '-'}`)

  test('list clauses and schedules at the top where no group has a heading; sub-clauses never', () => {
    expect(lines(whole)).toEqual(['0 a 1', '0 b 2', '0 schedule.one Schedule 1'])
  })

  test('list clauses below the headings of their groups', () => {
    const grouped = agreementWith(
      {kind: 'group', id: 'g', heading: inlines(['Group']), provisions: [clause('a', 'A', [])]},
      ...whole.parts.slice(3),
    )
    expect(lines(grouped)).toEqual(['0 g -', '1 a 1', '0 schedule.one Schedule 1'])
  })
})

test('a definition is known by the provision in which it first stands', () => {
  const {definitions} = copyOf(
    agreementWith(
      group(
        clause('a', 'A', [para('x')], [provision('a/d', [para('The ', define('Project'))])]),
        clause('b', 'B', [para(use('Project'), define('Project'))]),
      ),
    ),
  )
  expect([...definitions]).toEqual([['Project', 'a/d']])
})

test('a reference to what does not stand is an error that names both ends, and there is no copy', () => {
  const {copy, diagnostics} = engrossed(
    agreementWith(group(clause('a', 'A', [para('See ', refer('nowhere'))], [provision('a/b', [para(refer('a'))])]))),
  )
  expect(copy).toBeUndefined()
  expect(diagnostics).toMatchObject([{severity: 'error', code: 'reference/broken', at: {provision: 'a'}}])
  expect(diagnostics[0]!.message).toContain('"nowhere"')
})

test('a reference to a group, a cover or a testimonium is broken too: none of them has a number', () => {
  for (const target of ['g', 'cover', 'execution'])
    expect(
      engrossed(agreementWith(group(clause('a', 'A', [para(refer(target))])))).diagnostics.map(({code}) => code),
      target,
    ).toEqual(['reference/broken'])
})

test('blanks draft; an execution copy is refused while one remains anywhere, each named once by its pointer', () => {
  const when = blank('/signing/date', 'When?')
  const open = agreementWith(
    {kind: 'cover', id: 'cover', blocks: [para(when)]},
    group(clause('a', 'A', [para('By ', when)]), clause('b', 'B', [para('x')])),
    {
      kind: 'execution',
      id: 'execution',
      provisions: [],
      blocks: [
        {
          id: 'e',
          party: inlines(['X']),
          signatories: [
            {id: 's', name: [blank('/parties/0/signatories/0/name/latin', 'Who?')], title: [], authority: []},
          ],
        },
      ],
    },
  )
  expect(engrossed(open).copy).toBeDefined()
  const {copy, diagnostics} = engrossed(open, 'execution')
  expect(copy).toBeUndefined()
  expect(diagnostics.map(({code, at}) => `${code} ${'pointer' in at ? at.pointer : ''}`)).toEqual([
    'engross/blank-remains /signing/date',
    'engross/blank-remains /parties/0/signatories/0/name/latin',
  ])
  expect(engrossed(agreementWith(group(clause('b', 'B', [para('x')]))), 'execution').copy).toBeDefined()
})
