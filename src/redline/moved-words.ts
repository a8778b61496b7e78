/**
 * Provisions split and joined: words that left one place and stand, the very same, in another did move. Nothing is guessed:
 * one word more or less, and it is a deletion and an insertion, lest a change hide in a move.
 */
import type {Block, Change, ExecutionBlock, Inline, Part, Provision} from '../model/index.js'
import {bareWords} from '../model/index.js'
import type {Draft} from './book.js'
import type {Comparing} from './comparing.js'

/** Fewer words stand in many places. */
const fewest = 6

type Parts = readonly Part<Change>[]

/** The same parts; deletions and insertions of the same words are now halves of a move. */
export function joinMovedWords(parts: Parts, {book, made}: Comparing): Parts {
  const words: Gathered = new Map()
  for (const part of parts) gatherPart(part, words, made)
  const left = new Map<string, Draft[]>()
  for (const [draft, texts] of words) {
    const text = textOf(texts)
    if (draft.kind === 'deleted' && isLong(text)) left.set(text, [...(left.get(text) ?? []), draft])
  }
  for (const [draft, texts] of words) {
    if (draft.kind !== 'inserted') continue
    const from = left.get(textOf(texts))?.shift()
    if (!from) continue
    move(from, draft)
    book.join(from, draft)
  }
  return parts
}

function move(from: Draft, to: Draft): void {
  from.kind = 'movedFrom'
  to.kind = 'movedTo'
  from.cause = {type: 'moved'}
  to.cause = {type: 'moved'}
}

function textOf(texts: readonly string[]): string {
  return texts.join(' ').replace(/\s+/g, ' ').trim()
}

function isLong(text: string): boolean {
  return text.split(' ').length >= fewest
}

type Gathered = Map<Draft, string[]>

function gatherPart(part: Part<Change>, words: Gathered, made: Comparing['made']): void {
  if (part.kind === 'cover') return gatherBlocks(part.blocks, part.mark, words)
  if (part.kind !== 'execution') gather(part.heading ?? [], part.mark, words)
  for (const provision of part.provisions) gatherProvision(provision, part.mark, words, made)
  if (part.kind === 'execution') for (const block of part.blocks) gatherSigning(block, part.mark, words)
}

function gatherProvision(
  provision: Provision<Change>,
  around: Change | undefined,
  words: Gathered,
  made: Comparing['made'],
): void {
  if (!made.has(provision)) return
  const mark = provision.mark ?? around
  gather(provision.heading ?? [], mark, words)
  gatherBlocks(provision.body, mark, words)
  for (const child of provision.provisions) gatherProvision(child, mark, words, made)
  gatherBlocks(provision.closing ?? [], mark, words)
}

function gatherBlocks(blocks: readonly Block<Change>[], around: Change | undefined, words: Gathered): void {
  for (const block of blocks) {
    const mark = block.mark ?? around
    if (block.type === 'paragraph') gather(block.content, mark, words)
    // A table that moved is no sentence: its rows have names by which they are known.
    else if (mark) words.set(mark, [...(words.get(mark) ?? []), '\u0000'])
  }
}

function gatherSigning(
  {party, native = []}: ExecutionBlock<Change>,
  around: Change | undefined,
  words: Gathered,
): void {
  gather([...party, ...native], around, words)
}

function gather(inlines: readonly Inline<Change>[], around: Change | undefined, words: Gathered): void {
  for (const inline of inlines) {
    const mark = inline.mark ?? around
    if (!mark) continue
    const text = printOf(inline)
    const known = words.get(mark)
    if (known && inline !== inlines[0]) known[known.length - 1] += text
    else if (known) known.push(text)
    else words.set(mark, [text])
  }
}

// References print nothing bare; here the target must tell them apart.
function printOf(inline: Inline<Change>): string {
  return inline.type === 'reference' ? `\u0001${inline.target}` : bareWords([inline], '[●]')
}
