/**
 * The words of a paragraph as tokens with integer keys. A key stands for what is printed and nothing else: the same word is
 * the same in plain text, in a defined term and in a value, and however the paragraph is cut into nodes; a word that
 * runs over several nodes is one token. What prints as no words of its own (a definition, a reference, a blank) is an atom.
 */
import type {Inline, ProvisionId} from '../../model/index.js'
import {BLANK, classAt, DIGIT, endOf, IDEOGRAPH, LETTER, MARK, mayJoin, SPACE} from './letters.js'

export type Kind = 'word' | 'space' | 'punctuation' | 'atom'

/** A stretch of a leaf's printed words. */
export interface Piece {
  /** The outermost inline. */
  readonly node: Inline
  /** The leaf: inside emphasis the leaf, else the same as `node`. */
  readonly inner: Inline
  readonly start: number
  readonly end: number
}

export interface Token extends Piece {
  readonly key: number
  readonly kind: Kind
  readonly text: string
  /** The rest of a word that runs on into the nodes after its own: "30" of a value, "-day" of the text. */
  readonly beyond: readonly Piece[] | undefined
}

/** In which manner a token is printed: the same letters in another manner are another token. */
export const PLAIN = 0
export const EMPHASISED = 1
const DEFINED = 2
const DEFINED_EMPHASISED = 3
const CITED = 4
const CITED_BARE = 5

/** Gives every printed form an integer; both sides of a comparison share one. */
export class Keys {
  readonly #known: readonly Map<string, number>[] = Array.from({length: 6}, () => new Map<string, number>())
  #count = 0

  of(text: string, manner: number): number {
    const known = this.#known[manner]!
    const key = known.get(text)
    if (key !== undefined) return key
    known.set(text, this.#count)
    return this.#count++
  }
}

export function newKeys(): Keys {
  return new Keys()
}

interface Leaf {
  readonly node: Inline
  readonly inner: Inline
  /** Absent for a definition or a reference. */
  readonly words: string | undefined
  readonly emphasised: boolean
}

/**
 * The tokens of a paragraph, heading or cell in print order.
 * @param targetOf Under which id a reference's target is known on the side that is compared with.
 */
export function tokensOf(
  inlines: readonly Inline<unknown>[],
  keys: Keys,
  targetOf?: (id: ProvisionId) => ProvisionId,
): readonly Token[] {
  const leaves: Leaf[] = []
  for (const inline of inlines) addLeaves(inline as Inline, inline as Inline, false, leaves)
  const tokens: Token[] = []
  for (let at = 0; at < leaves.length; ) {
    const leaf = leaves[at]!
    const end = runEnd(leaves, at)
    if (leaf.words === undefined) tokens.push(atomOf(leaf, keys, targetOf))
    else if (end === at + 1) addTokens(leaf.words, leaf, keys, tokens)
    else addRun(leaves.slice(at, end), keys, tokens)
    at = end
  }
  return tokens
}

function addLeaves(inner: Inline, node: Inline, emphasised: boolean, leaves: Leaf[]): void {
  if (inner.type === 'emphasis') for (const inline of inner.content) addLeaves(inline, node, true, leaves)
  else {
    const words = wordsOf(inner)
    if (words !== '') leaves.push({node, inner, words, emphasised})
  }
}

/** What a leaf prints, where that is words of its own. */
export function wordsOf(leaf: Inline<unknown>): string | undefined {
  switch (leaf.type) {
    case 'text':
    case 'use':
      return leaf.text
    case 'value':
      return leaf.words
    case 'blank':
      return BLANK
    default:
      return undefined
  }
}

/** Where the leaves end that must be cut together, since a word may run from one into the next. */
function runEnd(leaves: readonly Leaf[], from: number): number {
  let end = from + 1
  while (end < leaves.length && runsOn(leaves[end - 1]!, leaves[end]!)) end += 1
  return end
}

function runsOn(leaf: Leaf, next: Leaf): boolean {
  if (leaf.words === undefined || next.words === undefined || leaf.emphasised !== next.emphasised) return false
  return mayJoin(leaf.words, next.words)
}

function addTokens(words: string, {node, inner, emphasised}: Leaf, keys: Keys, tokens: Token[]): void {
  const manner = emphasised ? EMPHASISED : PLAIN
  for (let start = 0; start < words.length; ) {
    const first = classAt(words, start)
    const end = endOf(words, start, first)
    const text = words.slice(start, end)
    tokens.push({
      key: keys.of(text, manner),
      kind: kindOf(first, text),
      text,
      node,
      inner,
      start,
      end,
      beyond: undefined,
    })
    start = end
  }
}

function kindOf(first: number, text: string): Kind {
  if (first === SPACE) return 'space'
  if (first === LETTER || first === DIGIT || first === IDEOGRAPH || first === MARK) return 'word'
  return text === BLANK ? 'atom' : 'punctuation'
}

/** Cuts several leaves as if they were one, and finds for each token the pieces of them that it is made of. */
function addRun(leaves: readonly Leaf[], keys: Keys, tokens: Token[]): void {
  const cut: Token[] = []
  addTokens(leaves.map(({words}) => words).join(''), leaves[0]!, keys, cut)
  let leaf = 0
  let passed = 0
  for (const token of cut) {
    while (passed + leaves[leaf]!.words!.length <= token.start) passed += leaves[leaf++]!.words!.length
    const [first, ...beyond] = piecesOf(leaves, leaf, token.start - passed, token.end - passed)
    tokens.push({...token, ...first!, beyond: beyond.length > 0 ? beyond : undefined})
  }
}

function piecesOf(leaves: readonly Leaf[], from: number, start: number, end: number): readonly Piece[] {
  const {node, inner, words} = leaves[from]!
  const {length} = words!
  if (end <= length) return [{node, inner, start, end}]
  return [{node, inner, start, end: length}, ...piecesOf(leaves, from + 1, 0, end - length)]
}

function atomOf({node, inner, emphasised}: Leaf, keys: Keys, targetOf?: (id: ProvisionId) => ProvisionId): Token {
  if (inner.type === 'definition') {
    const {text} = inner
    const key = keys.of(text, emphasised ? DEFINED_EMPHASISED : DEFINED)
    return {key, kind: 'atom', text, node, inner, start: 0, end: text.length, beyond: undefined}
  }
  if (inner.type !== 'reference') throw new Error(`tokensOf: "${inner.type}" is no atom`)
  const target = targetOf ? targetOf(inner.target) : inner.target
  const key = keys.of(target, inner.bare ? CITED_BARE : CITED)
  return {key, kind: 'atom', text: '', node, inner, start: 0, end: 0, beyond: undefined}
}
