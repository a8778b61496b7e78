/**
 * Where an insertion or deletion stands when it could stand in several places ("a fee, a fee" into "a fee"): at the edge of a
 * sentence before that of a clause, there before a mere space; else as far right as it goes, and never ending on a small word
 * that belongs to what follows it.
 */
import type {Run} from './myers.js'
import type {Words} from './stretches.js'

type Mutable = {-readonly [K in keyof Run]: Run[K]}

/** No further than this does a change slide through a text that repeats itself. */
const farthest = 64

/** The same words stay, or as many others that read the same. */
export function slide(runs: readonly Run[], before: Words, after: Words): readonly Run[] {
  const end = {before: before.at.length, after: after.at.length, length: 0}
  const list: readonly Mutable[] = [...runs.map((run) => ({...run})), end, end]
  const settled: Mutable[] = [{before: 0, after: 0, length: 0}]
  for (let index = 0; index + 1 < list.length; index += 1) {
    const last = settled.at(-1)!
    const next = list[index]!
    const sole = soleChange(last, next, before, after)
    const shift = sole ? bestShift(sole, reachOf(sole, [settled.at(-2), last, next, list[index + 1]!])) : 0
    last.length += shift
    next.before += shift
    next.after += shift
    next.length -= shift
    if (last.length === 0 && settled.length > 1) settled.pop()
    if (next.length > 0) settled.push(next)
  }
  return settled.filter(({length}) => length > 0)
}

/** Words that stand on one side only, and the place on the other side where they are missing. */
interface Sole {
  readonly side: 'before' | 'after'
  readonly words: Words
  readonly from: number
  readonly to: number
  readonly other: Words
  readonly at: number
}

function soleChange(last: Run, next: Run, before: Words, after: Words): Sole | undefined {
  const old = last.before + last.length
  const now = last.after + last.length
  if (next.before > old === next.after > now) return undefined
  return next.before > old
    ? {side: 'before', words: before, from: old, to: next.before, other: after, at: now}
    : {side: 'after', words: after, from: now, to: next.after, other: before, at: old}
}

/** How far a change can slide, and whether at the end of its way it meets another one of its kind. */
interface Reach {
  readonly left: number
  readonly right: number
  readonly meetsLeft: boolean
  readonly meetsRight: boolean
}

type Neighbours = readonly [former: Run | undefined, last: Run, next: Run, following: Run]

function reachOf({side, words: {keys}, from, to}: Sole, [former, last, next, following]: Neighbours): Reach {
  const mostLeft = Math.min(last.length, farthest)
  const mostRight = Math.min(next.length, farthest)
  let left = 0
  while (left < mostLeft && keys[from - 1 - left] === keys[to - 1 - left]) left += 1
  let right = 0
  while (right < mostRight && keys[from + right] === keys[to + right]) right += 1
  return {
    left,
    right,
    meetsLeft: left === last.length && former !== undefined && last[side] > former[side] + former.length,
    meetsRight: right === next.length && following[side] > next[side] + next.length,
  }
}

function bestShift(sole: Sole, {left, right, meetsLeft, meetsRight}: Reach): number {
  if (left + right === 0) return 0
  let best = 0
  let most = -1
  for (let shift = -left; shift <= right; shift += 1) {
    const meets = (meetsLeft && shift === -left) || (meetsRight && shift === right)
    const worth = worthOf(sole, shift) + (meets ? 10 : 0)
    if (worth < most) continue
    most = worth
    best = shift
  }
  return best
}

/** How well a change reads there: by what stands at its two edges, and whether that is what stands between the words it parts. */
function worthOf({words, from, to, other, at}: Sole, shift: number): number {
  const left = separatorAt(words, from + shift)
  const right = separatorAt(words, to + shift)
  const parted = separatorAt(other, at + shift)
  const edges = strengthOf(left) + strengthOf(right)
  const clean = parted === left || parted === right ? 6 : 0
  return 4 * edges + clean + (endsWhole(words, to + shift - 1) ? 2 : 0)
}

/** What is printed between a word and the one before it; nothing at the ends of the text. */
function separatorAt({tokens, at}: Words, word: number): string | undefined {
  if (word === 0 || word === at.length) return undefined
  let text = ''
  for (let index = at[word - 1]! + 1; index < at[word]!; index += 1) text += tokens[index]!.text
  return text
}

function strengthOf(separator: string | undefined): number {
  if (separator === undefined) return 5
  if (separator === ' ') return 1
  if (/\n|[.!?]\S*\s|[。！？]/.test(separator)) return 4
  if (/[;:；：]/.test(separator)) return 3
  return /[,()–—、，（）]/.test(separator) ? 2 : Math.min(separator.length, 1)
}

/** Whether a word may end a change: "and the Guarantor" reads better than "the Guarantor and". */
function endsWhole({tokens, at}: Words, word: number): boolean {
  const {kind, text} = tokens[at[word]!]!
  return kind === 'atom' || text.length > 3 || !/^\p{Ll}/u.test(text)
}
