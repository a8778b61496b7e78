/** What the readability pass is for: without it, the same words are marked in more pieces. And what no pass may cost. */
import {describe, expect, test} from 'vitest'
import {differ} from '../../../src/redline/words/index.js'
import {runsOf} from '../../../src/redline/words/myers.js'
import {type Stretch, stretchesOf, wordsAmong} from '../../../src/redline/words/stretches.js'
import {marked, shown, tokensOfBoth} from './build.js'

/** The shortest script on words, laid out as it is. */
function shortest(before: string, after: string): readonly Stretch[] {
  const [old, now] = tokensOfBoth(before, after).map(wordsAmong) as [
    ReturnType<typeof wordsAmong>,
    ReturnType<typeof wordsAmong>,
  ]
  return stretchesOf(old, now, runsOf(old.keys, now.keys))
}

function confetti(before: string, after: string): string {
  const [gone, come] = tokensOfBoth(before, after)
  return shortest(before, after)
    .map((stretch) => shown(stretch, gone, come))
    .join('')
}

const marks = (before: string, after: string) =>
  differ(...tokensOfBoth(before, after)).filter(({type}) => type !== 'kept')
const rawMarks = (before: string, after: string) => shortest(before, after).filter(({type}) => type !== 'kept')

const samples: readonly (readonly [string, string])[] = [
  [
    'The Supplier shall deliver the Goods to the Customer at the premises of the Customer in good time.',
    'Title to the Goods passes on payment in full of the price to the account named in the order.',
  ],
  [
    'This Agreement is governed by the laws of Delaware and the courts of Wilmington hear all disputes.',
    'This Agreement is governed by the rules of Nevada and the tribunals of Carson hear all disputes.',
  ],
  [
    'to the extent lawful, the liability of each party is limited to the fees paid before the claim',
    'the liability of each party is limited to twice the fees paid before the claim, to the extent lawful',
  ],
]

describe('without the readability pass', () => {
  test.each(samples)('“%s” is marked in more pieces', (before, after) =>
    expect(rawMarks(before, after).length).toBeGreaterThan(marks(before, after).length),
  )

  test('an insertion begins in the middle of a sentence', () => {
    const [before, after] = ['One ends here. Two starts.', 'One ends here. New one ends here. Two starts.']
    expect(confetti(before, after)).not.toBe(marked(before, after))
    expect(marked(before, after)).toBe('One ends here. {+New one ends here. +}Two starts.')
  })
})

test('a sentence rewritten in the middle of a long paragraph is replaced in one piece', () => {
  const around = (sentence: string) =>
    `Each party bears its own costs of the negotiation. ${sentence} Neither party may assign this Agreement without consent.`
  const old = 'The Supplier shall deliver the Goods to the Customer at its premises by the dates in the order.'
  const now = 'Title in any equipment passes to whoever paid for it when the Customer has accepted all of its parts.'
  const replaced = marks(around(old), around(now))
  expect(replaced.length).toBeLessThan(rawMarks(around(old), around(now)).length)
  expect(replaced.length).toBeLessThanOrEqual(4)
})

describe('long texts', () => {
  const long = (count: number, prefix: string) =>
    Array.from({length: count}, (_, index) => `${prefix}${index % 977}`).join(' ')

  test('that have nothing in common are given up soon', () => {
    const [gone, come] = tokensOfBoth(long(5000, 'x'), long(5000, 'y'))
    const start = performance.now()
    expect(differ(gone, come)).toHaveLength(2)
    expect(performance.now() - start).toBeLessThan(1000)
  })

  test('of which a long piece was moved keep the longer piece', () => {
    const distinct = (count: number, prefix: string) =>
      Array.from({length: count}, (_, index) => `${prefix}${index}`).join(' ')
    const [moved, rest] = [distinct(1200, 'm'), distinct(1800, 'r')]
    const stretches = differ(...tokensOfBoth(`${moved} ${rest}`, `${rest} ${moved}`))
    expect(stretches.map(({type}) => type)).toEqual(['deleted', 'kept', 'inserted'])
  })

  test('that differ in more places than are searched for at once are still compared to their end', () => {
    const words = Array.from({length: 6000}, (_, index) => `w${index}`)
    const other = words.map((word, index) => (index % 4 === 1 ? `${word}x` : word))
    const [gone, come] = tokensOfBoth(words.join(' '), other.join(' '))
    const stretches = differ(gone, come)
    expect(stretches.filter(({type}) => type === 'deleted')).toHaveLength(1500)
    expect(stretches.filter(({type}) => type === 'inserted')).toHaveLength(1500)
  })
})
