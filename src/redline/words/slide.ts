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
  const list: Mutable[] = runs.map((run) => ({...run}))
  list.push({before: before.at.length, after: after.at.length, length: 0})
  let last: Mutable = {before: 0, after: 0, length: 0}
  const settled = [last]
  for (const next of list) {
    const shift = shiftBetween(last, next, before, after)
    last.length += shift
    next.before += shift
    next.after += shift
    next.length -= shift
    if (next.length === 0) continue
    settled.push(next)
    last = next
  }
  return settled.filter(({length}) => length > 0)
}

/** How many words the change between two runs moves right; negative for left. */
function shiftBetween(last: Run, next: Run, before: Words, after: Words): number {
  const old = last.before + last.length
  const now = last.after + last.length
  const deleted = next.before - old
  const inserted = next.after - now
  if (deleted > 0 === inserted > 0) return 0
  const sole = deleted > 0 ? {words: before, from: old, to: next.before} : {words: after, from: now, to: next.after}
  const other = deleted > 0 ? {words: after, at: now} : {words: before, at: old}
  return bestShift(sole, other, Math.min(last.length, farthest), Math.min(next.length, farthest))
}

interface Sole {
  readonly words: Words
  readonly from: number
  readonly to: number
}

interface Place {
  readonly words: Words
  readonly at: number
}

function bestShift(sole: Sole, other: Place, left: number, right: number): number {
  const {keys} = sole.words
  let first = 0
  while (-first < left && keys[sole.from - 1 + first] === keys[sole.to - 1 + first]) first -= 1
  let end = 0
  while (end < right && keys[sole.from + end] === keys[sole.to + end]) end += 1
  if (first === end) return 0
  let best = 0
  let most = -1
  for (let shift = first; shift <= end; shift += 1) {
    const merges = (shift === -left && left < farthest) || (shift === right && right < farthest)
    const worth = worthOf(sole, other, shift) + (merges ? 1 : 0)
    if (worth >= most) {
      most = worth
      best = shift
    }
  }
  return best
}

/** How well a change reads there: by what stands at its two edges, and whether that is what stands between the words it parts. */
function worthOf({words, from, to}: Sole, other: Place, shift: number): number {
  const left = separatorAt(words, from + shift)
  const right = separatorAt(words, to + shift)
  const parted = separatorAt(other.words, other.at + shift)
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
