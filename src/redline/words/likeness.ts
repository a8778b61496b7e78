/**
 * How much two texts have in common, whatever its order: the letters of the words that both hold, twice, over the letters of
 * both (Dice's coefficient on bags of words). For finding the provision or paragraph that another became.
 */
import type {Token} from './tokens.js'

/** The words of a text without their order; made once for a text that is held against several. */
export interface Bag {
  /** Ascending; a key stands as often as its word. */
  readonly keys: Int32Array
  /** The weight of the word at the same index. */
  readonly weights: Int32Array
  readonly weight: number
}

export function bagOf(tokens: readonly Token[]): Bag {
  const words = tokens.filter(({kind}) => kind === 'word' || kind === 'atom').sort((one, other) => one.key - other.key)
  const weights = Int32Array.from(words, weigh)
  return {
    keys: Int32Array.from(words, ({key}) => key),
    weights,
    weight: weights.reduce((sum, weight) => sum + weight, 0),
  }
}

/** A reference or a blank counts as a middling word. */
function weigh({kind, text}: Token): number {
  return kind === 'atom' ? Math.max(text.length, 6) : text.length
}

/** From 0 (no word in common) to 1 (the same words); two texts without a word are alike. */
export function likenessOf(before: Bag, after: Bag): number {
  const total = before.weight + after.weight
  return total === 0 ? 1 : (2 * commonWeight(before, after)) / total
}

function commonWeight(before: Bag, after: Bag): number {
  let common = 0
  let b = 0
  let a = 0
  while (b < before.keys.length && a < after.keys.length) {
    const difference = before.keys[b]! - after.keys[a]!
    if (difference === 0) common += before.weights[b]!
    if (difference <= 0) b += 1
    if (difference >= 0) a += 1
  }
  return common
}

/** How alike two texts are, from 0 to 1. */
export function likeness(before: readonly Token[], after: readonly Token[]): number {
  return likenessOf(bagOf(before), bagOf(after))
}
