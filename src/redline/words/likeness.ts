/**
 * How much two texts have in common, whatever its order: the letters of the words that both hold, twice, over the letters of
 * both (Dice's coefficient on bags of words). For finding the provision or paragraph that another became.
 */
import type {Token} from './tokens.js'

/** The words of a text without their order; made once for a text that is held against several. */
export interface Bag {
  /** Ascending; each word stands as often as in the text, as its key times `most` plus its weight. */
  readonly words: Float64Array
  readonly weight: number
}

/** No word weighs more. */
const most = 64

export function bagOf(tokens: readonly Token[]): Bag {
  const words = new Float64Array(tokens.length)
  let count = 0
  let weight = 0
  for (const {kind, key, text} of tokens) {
    if (kind === 'space' || kind === 'punctuation') continue
    // A reference or a blank counts as a middling word.
    const own = Math.min(kind === 'atom' ? Math.max(text.length, 6) : text.length, most - 1)
    words[count++] = key * most + own
    weight += own
  }
  return {words: words.subarray(0, count).sort(), weight}
}

/** From 0 (no word in common) to 1 (the same words); two texts without a word are alike. */
export function likenessOf(before: Bag, after: Bag): number {
  const total = before.weight + after.weight
  return total === 0 ? 1 : (2 * commonWeight(before, after)) / total
}

function commonWeight({words: before}: Bag, {words: after}: Bag): number {
  let common = 0
  let b = 0
  let a = 0
  while (b < before.length && a < after.length) {
    const difference = before[b]! - after[a]!
    if (difference === 0) common += before[b]! % most
    if (difference <= 0) b += 1
    if (difference >= 0) a += 1
  }
  return common
}

/** How alike two texts are, from 0 to 1. */
export function likeness(before: readonly Token[], after: readonly Token[]): number {
  return likenessOf(bagOf(before), bagOf(after))
}
