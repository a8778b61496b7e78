/**
 * A shortest script is not a readable one. This pass, apart from the comparison, decides which of the words that could stay do
 * stay: changes slide to where a sentence or clause begins; lone small words between larger replacements go with them; a
 * text of which next to nothing is left is replaced whole. It marks no word for any other reason.
 */
import type {Run} from './myers.js'
import {slide} from './slide.js'
import type {Words} from './stretches.js'
import type {Token} from './tokens.js'

/** The runs of words that stay; nothing where the text is better replaced whole. */
export function readable(runs: readonly Run[], before: Words, after: Words): readonly Run[] | undefined {
  const slid = slide(runs, before, after)
  return isRewritten(slid, before, after) ? undefined : absorb(slid, before, after)
}

/** Less than this share of the letters is as good as nothing. */
const remnant = 1 / 4

/** A text of so few words is never replaced whole: each of them counts. */
const few = 4

/** Whether the words that stay say nothing of either side, or are scattered over the longer one and little of the other. */
function isRewritten(runs: readonly Run[], before: Words, after: Words): boolean {
  const shorter = Math.min(before.at.length, after.at.length)
  const words = runs.reduce((sum, {length}) => sum + length, 0)
  if (shorter === 0 || Math.max(before.at.length, after.at.length) <= few || words * 4 >= shorter * 3) return false
  const kept = runs.reduce((sum, run) => sum + weightOf(before, run.before, run.before + run.length), 0)
  const [old, now] = [weightOf(before, 0, before.at.length), weightOf(after, 0, after.at.length)]
  const isScattered = runs.length >= 3 && words < 2.5 * runs.length && kept < Math.max(old, now) * remnant
  if (!isScattered && kept >= Math.min(old, now) * remnant) return false
  return !(isOfValues(before, old) && isOfValues(after, now))
}

/** Whether most of a text is values: a party's name and address are changes of several parameters, not one. */
function isOfValues({tokens, at}: Words, weight: number): boolean {
  let own = 0
  for (const index of at) if ('pointer' in tokens[index]!.inner) own += weigh(tokens[index]!)
  return own * 2 > weight
}

/** The words between two runs, on both sides. */
interface Change {
  readonly before: number
  readonly beforeEnd: number
  readonly after: number
  readonly afterEnd: number
}

function absorb(runs: readonly Run[], before: Words, after: Words): readonly Run[] {
  let list = runs
  for (;;) {
    const fewer = absorbedOnce(list, before, after)
    if (fewer.length === list.length) return list
    list = fewer
  }
}

function absorbedOnce(runs: readonly Run[], before: Words, after: Words): readonly Run[] {
  const kept: Run[] = []
  for (const [index, run] of runs.entries()) {
    const left = changeBetween(kept.at(-1), run, before, after)
    const right = changeBetween(run, runs[index + 1], before, after)
    if (!isAbsorbed(run, left, right, before, after)) kept.push(run)
  }
  return kept
}

function changeBetween(last: Run | undefined, next: Run | undefined, before: Words, after: Words): Change {
  return {
    before: last ? last.before + last.length : 0,
    beforeEnd: next ? next.before : before.at.length,
    after: last ? last.after + last.length : 0,
    afterEnd: next ? next.after : after.at.length,
  }
}

/** So many words at most can go with the changes round them. */
const lone = 3

function isAbsorbed(run: Run, left: Change, right: Change, before: Words, after: Words): boolean {
  if (run.length > lone || marksOf(left) + marksOf(right) < 3) return false
  const weight = weightOf(before, run.before, run.before + run.length)
  const smaller = Math.min(sizeOf(left, before, after), sizeOf(right, before, after))
  if (smaller <= weight) return false
  if (!isSmall(run, before) && !(smaller > 4 * weight && marksOf(left) + marksOf(right) === 4)) return false
  return pointersOf(left, before, after) === pointersOf(right, before, after)
}

function marksOf({before, beforeEnd, after, afterEnd}: Change): number {
  return Number(beforeEnd > before) + Number(afterEnd > after)
}

function sizeOf({before: from, beforeEnd, after: start, afterEnd}: Change, before: Words, after: Words): number {
  return Math.max(weightOf(before, from, beforeEnd), weightOf(after, start, afterEnd))
}

/** Words are weighed by their letters; a reference or a blank counts as a middling word. */
function weightOf({tokens, at}: Words, from: number, to: number): number {
  let weight = 0
  for (let word = from; word < to; word += 1) weight += weigh(tokens[at[word]!]!)
  return weight
}

function weigh({kind, text}: Token): number {
  return kind === 'atom' ? Math.max(text.length, 6) : text.length
}

/** One or two very short words that say little by themselves: no number, no name, nothing that is an atom. */
function isSmall({before: from, length}: Run, {tokens, at}: Words): boolean {
  if (length > 2) return false
  for (let word = from; word < from + length; word += 1) {
    const {kind, text} = tokens[at[word]!]!
    if (kind === 'atom' || text.length > 3 || !/^[\p{Ll}\p{Lo}]/u.test(text)) return false
  }
  return true
}

/** Which parameters a change comes from: words between two changes are not given up where these have different causes. */
function pointersOf({before: from, beforeEnd, after: start, afterEnd}: Change, before: Words, after: Words): string {
  const found = new Set<string>()
  addPointers(before, from, beforeEnd, found)
  addPointers(after, start, afterEnd, found)
  return [...found].sort().join('\n')
}

function addPointers({tokens, at}: Words, from: number, to: number, found: Set<string>): void {
  for (let word = from; word < to; word += 1) {
    const {inner} = tokens[at[word]!]!
    if (inner.type === 'value' || inner.type === 'blank') found.add(inner.pointer)
  }
}
