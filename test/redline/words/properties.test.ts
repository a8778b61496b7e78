/** What holds for any two paragraphs, however they are cut into nodes. */
import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {Inline} from '../../../src/model/index.js'
import {
  differ,
  inlinesOf,
  likeness,
  newKeys,
  printedAlike,
  type Stretch,
  type Token,
  tokensOf,
} from '../../../src/redline/words/index.js'
import {runsOf} from '../../../src/redline/words/myers.js'
import {blank, definition, emphasis, printed, reference, text, tokensOfBoth, use, value} from './build.js'

const scraps = [
  'the',
  'of',
  'Seller',
  'Results',
  'é',
  'e\u0301',
  '本',
  '契',
  'ー',
  '𠮷',
  '5',
  '30',
  '👍',
  'ßß',
  'ไทย',
  '한국',
]
const joints = [
  ' ',
  ' ',
  ' ',
  '  ',
  '\n',
  '\u00a0',
  ', ',
  '. ',
  '-',
  '’',
  "'",
  '.',
  ',',
  '(',
  ')',
  '“',
  '”',
  '[',
  '●',
  ']',
  '@',
  '/',
]
const words = fc.array(fc.constantFrom(...scraps, ...joints), {maxLength: 6}).map((parts) => parts.join(''))
const pointer = fc.constantFrom('/one', '/two')

const leaf: fc.Arbitrary<Inline> = fc.oneof(
  {weight: 6, arbitrary: words.map(text)},
  {weight: 2, arbitrary: words.map((one) => use(one))},
  {weight: 2, arbitrary: fc.tuple(pointer, words).map(([at, one]) => value(at, one))},
  {weight: 1, arbitrary: pointer.map(blank)},
  {weight: 1, arbitrary: words.map(definition)},
  {weight: 1, arbitrary: fc.tuple(fc.constantFrom('a', 'b'), fc.boolean()).map(([id, bare]) => reference(id, bare))},
)
const inline = fc.oneof(
  {weight: 5, arbitrary: leaf},
  {weight: 1, arbitrary: fc.array(leaf, {maxLength: 3}).map((content) => emphasis(...content))},
  {weight: 1, arbitrary: fc.array(leaf, {maxLength: 2}).map((content) => emphasis(emphasis(...content), text('x')))},
)
const paragraph = fc.array(inline, {maxLength: 8})

/** A paragraph and what became of it: nodes dropped, added and put elsewhere. */
const edited = fc
  .tuple(paragraph, fc.array(fc.tuple(fc.nat(12), fc.nat(2), paragraph), {maxLength: 3}))
  .map(([before, edits]) => {
    const after = [...before]
    for (const [at, count, more] of edits) after.splice(at % (after.length + 1), count, ...more)
    return [before, after] as const
  })
const pair = fc.oneof(edited, fc.tuple(paragraph, paragraph))

const keysOf = (tokens: readonly Token[]): readonly number[] => tokens.map(({key}) => key)
const check = <T>(arbitrary: fc.Arbitrary<T>, holds: (one: T) => void, numRuns = 1000): void =>
  fc.assert(fc.property(arbitrary, holds), {numRuns, seed: 20261123})

/** The tokens of one side, put together from the stretches that stand in it. */
function sideOf(stretches: readonly Stretch[], tokens: readonly Token[], side: 'before' | 'after'): readonly number[] {
  const own = side === 'before' ? 'deleted' : 'inserted'
  return stretches.flatMap((stretch) => {
    if (stretch.type === 'kept') return keysOf(tokens.slice(stretch[side], stretch[side] + stretch.length))
    return stretch.type === own ? keysOf(tokens.slice(stretch.from, stretch.to)) : []
  })
}

test('every token of both sides stands in one stretch, in order, and what is kept is the same on both', () => {
  check(pair, ([before, after]) => {
    const [gone, come] = tokensOfBoth(before, after)
    const stretches = differ(gone, come)
    let b = 0
    let a = 0
    for (const stretch of stretches) {
      if (stretch.type === 'kept') {
        expect([stretch.before, stretch.after]).toEqual([b, a])
        const {length} = stretch
        expect(keysOf(gone.slice(b, b + length))).toEqual(keysOf(come.slice(a, a + length)))
        b += length
        a += length
      } else {
        expect(stretch.from).toBe(stretch.type === 'deleted' ? b : a)
        expect(stretch.to).toBeGreaterThan(stretch.from)
        if (stretch.type === 'deleted') b = stretch.to
        else a = stretch.to
      }
    }
    expect([b, a]).toEqual([gone.length, come.length])
    expect(sideOf(stretches, gone, 'before')).toEqual(keysOf(gone))
    expect(sideOf(stretches, come, 'after')).toEqual(keysOf(come))
  })
})

test('between two kept stretches stands a deletion, an insertion, or both in this order', () => {
  check(pair, ([before, after]) => {
    const types = differ(...tokensOfBoth(before, after)).map(({type}) => type[0])
    expect(types.join('')).toMatch(/^(d?i?(k(?!k)|$))*$/)
    expect(types.join('')).not.toMatch(/dd|ii|id|kk/)
  })
})

test('nothing is marked between two paragraphs that print the same', () => {
  check(paragraph, (one) => {
    const [gone, come] = tokensOfBoth(one, one)
    const kept = {type: 'kept', before: 0, after: 0, length: gone.length}
    expect(differ(gone, come)).toEqual(gone.length === 0 ? [] : [kept])
  })
})

test('how a paragraph is cut into nodes makes no other tokens', () => {
  const cuts = fc.tuple(words, words, words, words)
  const blanks = (words: string): number => words.split('[●]').length - 1
  check(cuts, ([one, two, three, four]) => {
    // A blank that someone typed, cut through by a node: nobody's words are made so, and the cut shows in its tokens.
    const typed = [one, two, three, four].reduce((count, part) => count + blanks(part), 0)
    fc.pre(blanks(one + two + three + four) === typed && blanks(three + four) === blanks(three) + blanks(four))
    const keys = newKeys()
    const whole = tokensOf([text(one + two + three + four)], keys)
    const parts = [text(one), value('/one', two), use(three), emphasis(), text(four)]
    expect(keysOf(tokensOf(parts, keys))).toEqual(keysOf(whole))
    expect(printedAlike(parts, [text(one + two + three + four)])).toBe(true)
    const strong = [emphasis(text(one), emphasis(use(two))), emphasis(value('/one', three + four))]
    expect(keysOf(tokensOf(strong, keys))).toEqual(keysOf(tokensOf([emphasis(text(one + two + three + four))], keys)))
  })
})

test('two paragraphs print alike if their tokens have the same keys, and only then', () => {
  check(pair, ([before, after]) => {
    const [gone, come] = tokensOfBoth(before, after)
    expect(printedAlike(before, after)).toBe(String(keysOf(gone)) === String(keysOf(come)))
  })
})

test('what stays, in the words of the new side, prints the old side with what is deleted and the new one with what is inserted', () => {
  check(pair, ([before, after]) => {
    const [gone, come] = tokensOfBoth(before, after)
    const rejected: Inline[] = []
    const accepted: Inline[] = []
    for (const stretch of differ(gone, come)) {
      if (stretch.type === 'kept') {
        const stays = inlinesOf(come, stretch.after, stretch.after + stretch.length)
        rejected.push(...stays)
        accepted.push(...stays)
      } else if (stretch.type === 'deleted') rejected.push(...inlinesOf(gone, stretch.from, stretch.to))
      else accepted.push(...inlinesOf(come, stretch.from, stretch.to))
    }
    expect(printedAlike(rejected, before)).toBe(true)
    expect(printedAlike(accepted, after)).toBe(true)
  })
})

test('any cut of the tokens gives inlines that print what was cut, and the whole gives the nodes themselves', () => {
  check(fc.tuple(paragraph, fc.array(fc.nat(20), {maxLength: 4})), ([one, cuts]) => {
    const tokens = tokensOf(one, newKeys())
    const at = [0, ...cuts.map((cut) => Math.min(cut, tokens.length)).sort((a, b) => a - b), tokens.length]
    const parts = at.slice(1).flatMap((to, index) => inlinesOf(tokens, at[index]!, to))
    expect(printed(tokensOf(parts, newKeys()))).toBe(printed(tokens))
    const whole = inlinesOf(tokens, 0, tokens.length)
    const standing = one.filter((node) => tokensOf([node], newKeys()).length > 0)
    expect(whole).toHaveLength(standing.length)
    for (const [index, node] of whole.entries()) expect(node).toBe(standing[index])
  })
})

test('as many words stay as could at most, before the script is made readable', () => {
  const list = fc.array(fc.nat(4), {maxLength: 30})
  check(fc.tuple(list, list), ([before, after]) => {
    const runs = runsOf(before, after)
    for (const run of runs)
      for (let index = 0; index < run.length; index += 1)
        expect(before[run.before + index]).toBe(after[run.after + index])
    expect(runs.reduce((sum, {length}) => sum + length, 0)).toBe(longestCommon(before, after))
    for (const [index, run] of runs.slice(1).entries()) {
      const last = runs[index]!
      expect(run.before >= last.before + last.length && run.after >= last.after + last.length).toBe(true)
    }
  })
})

function longestCommon(before: readonly number[], after: readonly number[]): number {
  let row = new Array<number>(after.length + 1).fill(0)
  for (const key of before) {
    const next = [0]
    for (const [index, other] of after.entries())
      next.push(key === other ? row[index]! + 1 : Math.max(row[index + 1]!, next[index]!))
    row = next
  }
  return row.at(-1)!
}

test('likeness is 1 for the same words in any order, 0 for none in common, and the same both ways', () => {
  check(pair, ([before, after]) => {
    const [gone, come] = tokensOfBoth(before, after)
    const alike = likeness(gone, come)
    expect(alike).toBe(likeness(come, gone))
    expect(alike >= 0 && alike <= 1).toBe(true)
    expect(likeness(gone, [...gone].reverse())).toBe(1)
  })
})
