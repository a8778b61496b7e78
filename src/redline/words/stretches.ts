/**
 * From words that stand in both sides to stretches of tokens: what lies between two such words is laid out as a lawyer would
 * mark it. Equal spaces and punctuation before a change stay before equal ones behind it, so that an insertion begins at a
 * word; a bracket goes with its other half; and two values that changed side by side stay two changes.
 */
import {isBalanced, isCloser} from './brackets.js'
import type {Run} from './myers.js'
import type {Token} from './tokens.js'

/** Indexes are those of the two lists of tokens. A deletion stands before the insertion that replaces it. */
export type Stretch =
  | {readonly type: 'kept'; readonly before: number; readonly after: number; readonly length: number}
  | {readonly type: 'deleted'; readonly from: number; readonly to: number}
  | {readonly type: 'inserted'; readonly from: number; readonly to: number}

/** A list of tokens and which of them are words or atoms: what a comparison goes by. */
export interface Words {
  readonly tokens: readonly Token[]
  /** The index among the tokens of each word. */
  readonly at: readonly number[]
  readonly keys: readonly number[]
}

export function wordsAmong(tokens: readonly Token[]): Words {
  const at: number[] = []
  const keys: number[] = []
  for (let index = 0; index < tokens.length; index += 1) {
    const {kind, key} = tokens[index]!
    if (kind === 'space' || kind === 'punctuation') continue
    at.push(index)
    keys.push(key)
  }
  return {tokens, at, keys}
}

/** A stretch of the tokens of both sides that lies between two kept words. */
interface Gap {
  readonly before: number
  readonly beforeEnd: number
  readonly after: number
  readonly afterEnd: number
}

/** The stretches of all tokens, where `runs` are the words that stay (counted in words). */
export function stretchesOf(before: Words, after: Words, runs: readonly Run[]): readonly Stretch[] {
  const marking = new Marking(before.tokens, after.tokens)
  let b = 0
  let a = 0
  for (const run of runs) {
    for (let word = 0; word < run.length; word += 1) {
      const nextB = before.at[run.before + word]!
      const nextA = after.at[run.after + word]!
      if (!isSameBetween(before, b, nextB, after, a, nextA))
        marking.gap({before: b, beforeEnd: nextB, after: a, afterEnd: nextA})
      else marking.keep(b, a, nextB - b)
      marking.keep(nextB, nextA, 1)
      b = nextB + 1
      a = nextA + 1
    }
  }
  marking.gap({before: b, beforeEnd: before.tokens.length, after: a, afterEnd: after.tokens.length})
  return marking.stretches()
}

function isSameBetween(before: Words, b: number, endB: number, after: Words, a: number, endA: number): boolean {
  if (endB - b !== endA - a) return false
  for (let index = 0; index < endB - b; index += 1)
    if (before.tokens[b + index]!.key !== after.tokens[a + index]!.key) return false
  return true
}

/** Grows the list of stretches from left to right. */
class Marking {
  readonly #before: readonly Token[]
  readonly #after: readonly Token[]
  readonly #found: Stretch[] = []
  /** How many tokens of either side have a place by now, and how many of the last ones stay. */
  #b = 0
  #a = 0
  #kept = 0

  constructor(before: readonly Token[], after: readonly Token[]) {
    this.#before = before
    this.#after = after
  }

  /** What was passed over since the last token that stays is deleted and inserted. */
  keep(before: number, after: number, length: number): void {
    if (length === 0) return
    if (this.#b !== before || this.#a !== after) this.#pass(before, after)
    this.#kept += length
    this.#b += length
    this.#a += length
  }

  #pass(before: number, after: number): void {
    const length = this.#kept
    if (length > 0) this.#found.push({type: 'kept', before: this.#b - length, after: this.#a - length, length})
    if (before > this.#b) this.#found.push({type: 'deleted', from: this.#b, to: before})
    if (after > this.#a) this.#found.push({type: 'inserted', from: this.#a, to: after})
    this.#b = before
    this.#a = after
    this.#kept = 0
  }

  gap(gap: Gap): void {
    for (const part of apart(this.#before, this.#after, gap)) this.#fit(part)
  }

  #fit({before, beforeEnd, after, afterEnd}: Gap): void {
    const [lead, trail] = edges(this.#before, this.#after, {before, beforeEnd, after, afterEnd})
    this.keep(before, after, lead)
    this.keep(beforeEnd - trail, afterEnd - trail, trail)
  }

  stretches(): readonly Stretch[] {
    this.#pass(this.#before.length, this.#after.length)
    return this.#found
  }
}

/** How many tokens at the beginning and at the end of a gap stay. */
function edges(before: readonly Token[], after: readonly Token[], gap: Gap): readonly [number, number] {
  const most = Math.min(gap.beforeEnd - gap.before, gap.afterEnd - gap.after)
  let lead = 0
  while (lead < most && before[gap.before + lead]!.key === after[gap.after + lead]!.key) lead += 1
  let trail = 0
  while (trail < most && before[gap.beforeEnd - 1 - trail]!.key === after[gap.afterEnd - 1 - trail]!.key) trail += 1
  const fitting = (first: number, last: number) =>
    isBalanced(before, gap.before + first, gap.beforeEnd - last) &&
    isBalanced(after, gap.after + first, gap.afterEnd - last)
  const rest = Math.min(trail, most - lead)
  if (fitting(lead, rest)) return [lead, rest]
  const isOneSided = lead + rest === most
  return (isOneSided ? slidEdges(lead, trail, most, fitting) : widerEdges(lead, rest, fitting)) ?? [lead, rest]
}

type Fitting = (lead: number, trail: number) => boolean

/** A pure insertion or deletion keeps its length: what stays at its beginning goes to its end. */
function slidEdges(lead: number, trail: number, most: number, fitting: Fitting): readonly [number, number] | undefined {
  for (let first = lead - 1; first >= most - trail && first >= 0; first -= 1)
    if (fitting(first, most - first)) return [first, most - first]
  return undefined
}

/** A replacement takes in the bracket that belongs to it: "five (5" and "three (3" become "five (5)" and "three (3)". */
function widerEdges(lead: number, trail: number, fitting: Fitting): readonly [number, number] | undefined {
  for (let last = trail - 1; last >= Math.max(0, trail - 4); last -= 1) if (fitting(lead, last)) return [lead, last]
  for (let first = lead - 1; first >= Math.max(0, lead - 4); first -= 1)
    if (fitting(first, trail)) return [first, trail]
  return undefined
}

/** A gap in parts, where values of one parameter stand on both sides of it: each is a change with a cause of its own. */
function apart(before: readonly Token[], after: readonly Token[], gap: Gap): readonly Gap[] {
  const old = valuesIn(before, gap.before, gap.beforeEnd)
  if (old.length === 0) return [gap]
  const now = valuesIn(after, gap.after, gap.afterEnd)
  const parts: Gap[] = []
  let {before: b, after: a} = gap
  let next = 0
  for (const value of old) {
    const match = now.findIndex(({pointer}, index) => index >= next && pointer === value.pointer)
    if (match < 0) continue
    const {from, to} = now[match]!
    parts.push({before: b, beforeEnd: value.from, after: a, afterEnd: from})
    parts.push({before: value.from, beforeEnd: value.to, after: from, afterEnd: to})
    b = value.to
    a = to
    next = match + 1
  }
  parts.push({before: b, beforeEnd: gap.beforeEnd, after: a, afterEnd: gap.afterEnd})
  return parts
}

interface Valued {
  readonly pointer: string
  readonly from: number
  readonly to: number
}

/** The stretches whose words all come from one parameter, with the bracket that closes one opened in them. */
function valuesIn(tokens: readonly Token[], start: number, end: number): readonly Valued[] {
  const found: {pointer: string; from: number; to: number}[] = []
  let last: string | undefined
  for (let index = start; index < end; index += 1) {
    const {kind, inner} = tokens[index]!
    if (kind === 'space' || kind === 'punctuation') continue
    const pointer = inner.type === 'value' || inner.type === 'blank' ? inner.pointer : undefined
    if (pointer !== undefined && pointer === last) found.at(-1)!.to = index + 1
    else if (pointer !== undefined) found.push({pointer, from: index, to: index + 1})
    last = pointer
  }
  for (const value of found)
    if (value.to < end && isCloser(tokens[value.to]!) && isBalanced(tokens, value.from, value.to + 1)) value.to += 1
  return found
}
