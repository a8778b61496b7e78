/**
 * From tokens back to inlines. A node that stands whole is the same object, so that what did not change is not copied; a
 * part of a value stays a value, so that it still says which parameter it comes from.
 */
import type {Inline} from '../../model/index.js'
import {type Piece, type Token, wordsOf} from './tokens.js'

/** The inlines that print the tokens from one index up to another. */
export function inlinesOf(tokens: readonly Token[], from: number, to: number): readonly Inline[] {
  const pieces = joined(tokens, from, to)
  const inlines: Inline[] = []
  for (let at = 0; at < pieces.length; ) {
    const {node} = pieces[at]!
    let end = at + 1
    if (node.type === 'emphasis') while (end < pieces.length && pieces[end]!.node === node) end += 1
    while (at < end) {
      const rebuilt = rebuild(node, pieces, at)
      inlines.push(rebuilt.inline!)
      at = rebuilt.next
    }
  }
  return inlines
}

/** Pieces that follow one another in the same leaf, as one. */
function joined(tokens: readonly Token[], from: number, to: number): readonly Piece[] {
  const pieces: Piece[] = []
  for (let index = from; index < to; ) {
    const {node, inner, start, end: first, beyond} = tokens[index]!
    let end = first
    let rest = beyond
    for (index += 1; index < to && rest === undefined; index += 1) {
      const next = tokens[index]!
      if (next.inner !== inner || next.start !== end || end === 0 || next.node !== node) break
      end = next.end
      rest = next.beyond
    }
    addPiece(pieces, node, inner, start, end)
    if (rest) for (const piece of rest) addPiece(pieces, piece.node, piece.inner, piece.start, piece.end)
  }
  return pieces
}

function addPiece(pieces: Piece[], node: Inline, inner: Inline, start: number, end: number): void {
  const last = pieces.length > 0 ? pieces[pieces.length - 1]! : undefined
  if (last && last.inner === inner && last.node === node && last.end === start && start > 0)
    pieces[pieces.length - 1] = {node, inner, start: last.start, end}
  else pieces.push({node, inner, start, end})
}

interface Rebuilt {
  /** Nothing where none of the pieces is of this node. */
  readonly inline: Inline | undefined
  /** The first piece that was not used. */
  readonly next: number
}

function rebuild(node: Inline, pieces: readonly Piece[], at: number): Rebuilt {
  if (node.type === 'emphasis') return rebuildEmphasis(node, pieces, at)
  const piece = pieces[at]
  return piece?.inner === node ? {inline: cut(node, piece), next: at + 1} : {inline: undefined, next: at}
}

function rebuildEmphasis(node: Extract<Inline, {type: 'emphasis'}>, pieces: readonly Piece[], at: number): Rebuilt {
  const content: Inline[] = []
  let whole = true
  let next = at
  for (const inline of node.content) {
    const rebuilt = rebuild(inline, pieces, next)
    if (rebuilt.inline) content.push(rebuilt.inline)
    if (rebuilt.inline !== inline && !isSilent(inline)) whole = false
    next = rebuilt.next
  }
  if (content.length === 0) return {inline: undefined, next: at}
  return {inline: whole ? node : {...node, content}, next}
}

/** Whether a node prints nothing, and so has no tokens. */
function isSilent(inline: Inline): boolean {
  return inline.type === 'emphasis' ? inline.content.every(isSilent) : wordsOf(inline) === ''
}

function cut(leaf: Inline, {start, end}: Piece): Inline {
  const words = wordsOf(leaf)
  if (words === undefined || (start === 0 && end === words.length)) return leaf
  const part = words.slice(start, end)
  return leaf.type === 'value' ? {...leaf, words: part} : {type: 'text', text: part}
}
