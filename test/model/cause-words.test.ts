/** The words of a cause, and the sentence that a redline opens with. */

import {expect, test} from 'vitest'
import type {Json} from '../../src/model/index.js'
import {
  type Cause,
  type Change,
  causeWords,
  countsOf,
  type Redline,
  summaryOf,
  valueWords,
} from '../../src/model/index.js'

const version = (clause: string, from: string, to: string, note = ''): Cause => ({
  type: 'version',
  clause,
  from,
  to,
  note,
})
const parameter = (pointer: string): Cause => ({type: 'parameter', pointer, before: 1, after: 2})
const variant = (position: string): Cause => ({type: 'variant', position, from: 'a', to: 'b'})

function changes(...causes: readonly Cause[]): readonly Change[] {
  return causes.map((cause, index) => ({
    id: `c${index + 1}`,
    kind: 'inserted',
    cause,
    author: 'A. Author',
    date: '2026-11-23T10:00:00Z',
    revision: 7,
    at: 'ip.background',
  }))
}

function redline(over: Partial<Redline>): Redline {
  return {
    format: 1,
    from: {label: 'Revision 5', revision: 5},
    to: {label: 'Revision 7', revision: 7},
    agreement: {
      format: 1,
      template: {id: 't', version: '1.0.0'},
      title: 'T',
      language: 'en-GB',
      numbering: 'legal',
      parts: [],
    },
    furniture: {title: [], revision: [], firstPage: [], footer: [], origin: []},
    changes: [],
    renamed: [],
    renumbered: [],
    uncompared: [],
    ...over,
  }
}

test('puts each kind of cause into a sentence', () => {
  const cases: readonly (readonly [Cause, string])[] = [
    [
      {
        type: 'parameter',
        pointer: '/project/duration',
        before: {count: 5, unit: 'years'},
        after: {count: 3, unit: 'years'},
      },
      'Parameter /project/duration: 5 years → 3 years.',
    ],
    [
      version('confidentiality.mutual', '1.0.0', '1.1.0', 'Says when a copy may be kept.'),
      'Clause confidentiality.mutual 1.0.0 → 1.1.0: Says when a copy may be kept.',
    ],
    [version('confidentiality.mutual', '1.0.0', '1.1.0'), 'Clause confidentiality.mutual 1.0.0 → 1.1.0.'],
    [
      {type: 'variant', position: 'ip.results.ownership', from: 'ip.results.joint', to: 'ip.results.each-owns-own'},
      'Another clause at ip.results.ownership: ip.results.joint → ip.results.each-owns-own.',
    ],
    [{type: 'hand'}, 'Changed by hand.'],
    [{type: 'moved'}, 'Moved.'],
    [{type: 'consequential'}, 'Follows from another change.'],
  ]
  for (const [cause, words] of cases) expect(causeWords(cause)).toBe(words)
})

test('puts values into words from their JSON alone', () => {
  expect(valueWords({amount: '250000.00', currency: 'EUR'})).toBe('EUR 250,000.00')
  expect(valueWords({count: 1, unit: 'business-days'})).toBe('1 Business Day')
  expect(valueWords(36, '/nda/termMonths')).toBe('36 months')
  expect(valueWords(1, '/nda/returnDays')).toBe('1 day')
  expect(valueWords(2027, '/x/start')).toBe('2027')
  expect(valueWords(30000, '/x/price')).toBe('30,000')
  expect(valueWords(true)).toBe('yes')
  expect(valueWords(null)).toBe('none')
  expect(valueWords([])).toBe('none')
  expect(valueWords(['a', 'b', 'c', 'd', 'e'])).toBe('a; b; c and 2 more')
  expect(valueWords([{id: 'x', text: 'A prototype'}])).toBe('A prototype')
  expect(valueWords({id: 'brightwater', legalName: {latin: 'Brightwater Sensing Ltd'}})).toBe('Brightwater Sensing Ltd')
})

test('cuts a long value at a word', () => {
  const words = valueWords('word '.repeat(60))
  expect(words.length).toBeLessThanOrEqual(81)
  expect(words).toMatch(/word…$/)
})

test('counts a parameter and a clause once, and the halves of a replacement together', () => {
  const [first, second, third] = changes({type: 'hand'}, {type: 'hand'}, {type: 'hand'})
  const paired: readonly Change[] = [{...first!, pair: 'c2'}, {...second!, pair: 'c1'}, third!]
  expect(countsOf(paired).hand).toBe(2)
  const counts = countsOf(
    changes(
      parameter('/a'),
      parameter('/a'),
      parameter('/b'),
      version('x', '1.9.0', '1.10.0'),
      version('x', '1.9.0', '1.10.0'),
      version('y', '2.0.0', '1.0.0'),
      variant('p'),
      variant('p'),
    ),
  )
  expect(counts).toEqual({parameters: 2, upgrades: 1, downgrades: 1, variants: 1, hand: 0, moves: 0, consequential: 0})
})

test('says what lies between two revisions, and how many renumberings it hides', () => {
  const renumbered = Array.from({length: 31}, (_, index) => ({id: `p${index}`, from: '1', to: '2'}))
  const causes = [parameter('/a'), parameter('/b'), version('x', '1.0.0', '1.1.0'), variant('p')]
  const one = redline({changes: changes(...causes, {type: 'hand'}, {type: 'moved'}), renumbered})
  expect(summaryOf(one)).toBe(
    'Revision 7 against revision 5: 2 parameters, 1 clause upgrade, 1 variant swap, 1 hand edit, 1 move; 31 renumberings hidden.',
  )
  expect(summaryOf(one, {showRenumbering: true})).toContain('; 31 renumberings shown.')
})

test('says plainly that nothing changed, and that something could not be compared', () => {
  expect(summaryOf(redline({}))).toBe('Revision 7 against revision 5: no change.')
  const diagnostic = {
    code: 'redline/picture',
    severity: 'warning',
    message: 'A picture.',
    at: {file: 'a.docx'},
  } as const
  expect(summaryOf(redline({to: {label: 'returned.docx'}, uncompared: [diagnostic]}))).toBe(
    'returned.docx against revision 5: no change; 1 place not compared.',
  )
})

test('rows that came, went or changed places are named, not those that stayed', () => {
  const [one, two, three] = [
    {id: 'one', title: 'Firmware'},
    {id: 'two', title: 'Sensor head'},
    {id: 'three', title: 'Calibration'},
  ]
  const words = (before: readonly object[], after: readonly object[]): string =>
    causeWords({type: 'parameter', pointer: '/ip/items', before: before as Json, after: after as Json})
  expect(words([one, two, three], [one, two])).toBe('Parameter /ip/items: without Calibration.')
  expect(words([one], [one, two, three])).toBe('Parameter /ip/items: with Sensor head; Calibration.')
  expect(words([one, two], [three, one])).toBe('Parameter /ip/items: with Calibration, without Sensor head.')
  expect(words([one, two], [two, one])).toBe('Parameter /ip/items: in another order.')
})
