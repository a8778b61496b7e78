/**
 * Block tags that stand alone on a line wrap whole items, paragraphs or table rows. A bare line between list items
 * breaks the list in Markdown, so each such tag is written as a sibling of what it wraps, with that neighbour's indent
 * and marker; Markdown then sees a well-formed list, and open and close are true siblings.
 */

import type {Tokenised} from './tokenise.js'
import {isBlockToken, type Token, tokenOf} from './tokens.js'

interface Form {
  readonly shape: 'item' | 'row' | 'paragraph' | 'inline'
  readonly indent: string
}

/** The same text with lone tags written as siblings; `lines` follows. */
export function alignTags({text, tokens, lines}: Tokenised): Tokenised {
  const source = text.split('\n')
  const out: {text: string; line: number}[] = []
  const open: Form[] = []
  source.forEach((line, index) => {
    const alone = aloneOn(line, tokens)
    const written = alone
      ? alone.flatMap((character) => place(character, formOf(character, tokens, open, source, index)))
      : [line]
    if (!alone) track(line, tokens, open)
    out.push(...written.map((words) => ({text: words, line: lines[index] ?? 1})))
  })
  return {text: out.map((line) => line.text).join('\n'), tokens, lines: out.map(({line}) => line)}
}

function aloneOn(line: string, tokens: readonly Token[]): readonly string[] | undefined {
  const characters = [...line.trim()].filter((character) => character !== ' ')
  const alone = characters.length > 0 && characters.every((character) => isBlockToken(tokenOf(character, tokens)))
  return alone ? characters : undefined
}

// Tags inside a line open and close there: lone tags must not take the form of one of these.
function track(line: string, tokens: readonly Token[], open: Form[]): void {
  for (const character of line) {
    const kind = tokenOf(character, tokens)?.kind
    if (kind === 'if' || kind === 'each') open.push({shape: 'inline', indent: ''})
    if (kind === 'end') open.pop()
  }
}

function formOf(
  character: string,
  tokens: readonly Token[],
  open: Form[],
  source: readonly string[],
  index: number,
): Form {
  const kind = tokenOf(character, tokens)!.kind
  if (kind === 'if' || kind === 'each') open.push(formBelow(source, index, tokens))
  const form = open.at(-1) ?? {shape: 'paragraph', indent: ''}
  if (kind === 'end') open.pop()
  return form
}

// The form of what stands below: the first line that is neither blank nor a lone tag.
function formBelow(source: readonly string[], index: number, tokens: readonly Token[]): Form {
  const at = source.findIndex((line, place) => place > index && line.trim() !== '' && !aloneOn(line, tokens))
  const line = source[at] ?? ''
  const indent = /^ */.exec(line)![0]
  if (/^ *\d+[.)] /.test(line)) return {shape: 'item', indent}
  const headsTable = /^ *\|?[ :|-]*-[ :|-]*\|?[ ]*$/.test(source[at + 1] ?? '')
  if (/^ *\|/.test(line) && !headsTable) return {shape: 'row', indent}
  return {shape: 'paragraph', indent}
}

function place(character: string, {shape, indent}: Form): readonly string[] {
  if (shape === 'item') return [`${indent}1. ${character}`]
  if (shape === 'row') return [`${indent}| ${character} |`]
  return shape === 'inline' ? [`${indent}${character}`] : ['', `${indent}${character}`, '']
}
