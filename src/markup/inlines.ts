/** Markdown's inline nodes → the inlines of a clause. Bold only defines; links only refer; nothing else is allowed. */
import type {PhrasingContent} from 'mdast'
import type {At, Choosable, ClauseInline} from '../model/index.js'
import {curl} from './curl.js'
import {type Faults, fault} from './faults.js'
import {CrossesStructure, nest, type Sequence} from './nest.js'
import {isBlockToken, type Token, tokenOf} from './tokens.js'

/** What conversion needs to know of the file. */
export interface Reading {
  readonly tokens: readonly Token[]
  readonly lines: readonly number[]
  readonly faults: Faults
}

type Positioned = {readonly position?: {readonly start: {readonly line: number; readonly column: number}} | undefined}

/** Where in the file a Markdown node began. */
export function placeOf(node: Positioned, {lines}: Reading): At {
  const start = node.position?.start
  return {line: lines[(start?.line ?? 1) - 1] ?? 1, column: start?.column ?? 1}
}

/** The inlines of a paragraph or cell. Faults are reported, and what cannot stand is left out. */
export function inlinesOfNodes(
  nodes: readonly PhrasingContent[],
  reading: Reading,
): readonly Choosable<ClauseInline>[] {
  const flat = flatten(nodes, reading, {character: ''})
  try {
    return nest(flat)
  } catch (error) {
    if (!(error instanceof CrossesStructure)) throw error
    crosses(nodes[0] ?? {}, reading)
    return []
  }
}

/** Reports a block whose ends are not siblings. */
export function crosses(node: Positioned, reading: Reading): void {
  const hint = 'Let the block wrap whole items, whole paragraphs, whole rows, or words of one paragraph.'
  fault(
    reading.faults,
    'markup/block-crosses-structure',
    placeOf(node, reading),
    'A block begins in one part of the text and ends in another.',
    hint,
  )
}

function flatten(
  nodes: readonly PhrasingContent[],
  reading: Reading,
  before: {character: string},
): Sequence<ClauseInline> {
  return merge(nodes.flatMap((node) => inlineOf(node, reading, before)))
}

function inlineOf(node: PhrasingContent, reading: Reading, before: {character: string}): Sequence<ClauseInline> {
  if (node.type === 'text') return words(node.value.replaceAll('\n', ' '), reading, before)
  if (node.type === 'emphasis') return [{type: 'emphasis', content: emphasised(node.children, reading, before)}]
  if (node.type === 'link' && node.url.startsWith('#') && !node.title) {
    const label = flatten(node.children, reading, before)
      .map((inline) => (inline && 'text' in inline ? inline.text : ''))
      .join('')
    return [{type: 'reference', target: decodeURIComponent(node.url.slice(1)), label, at: placeOf(node, reading)}]
  }
  fault(reading.faults, 'markup/not-in-the-language', placeOf(node, reading), ...refusal(node))
  return []
}

function emphasised(
  nodes: readonly PhrasingContent[],
  reading: Reading,
  before: {character: string},
): readonly Choosable<ClauseInline>[] {
  try {
    return nest(flatten(nodes, reading, before))
  } catch (error) {
    if (!(error instanceof CrossesStructure)) throw error
    crosses(nodes[0] ?? {}, reading)
    return []
  }
}

function refusal(node: PhrasingContent): readonly [string, string] {
  if (node.type === 'strong')
    return [
      'Bold is for definitions only.',
      'Write **"Term"** where the term gets its meaning; otherwise leave the words plain.',
    ]
  if (node.type === 'link')
    return ['A link may only refer to a position of the agreement.', 'Write [words](#position/label).']
  if (node.type === 'html')
    return ['Raw HTML is not part of the clause language.', 'Write it in words, or escape "<" as "\\<".']
  if (node.type === 'break')
    return ['A forced line break is not part of the clause language.', 'Begin a new paragraph or item.']
  return [
    `Markdown's "${node.type}" is not part of the clause language.`,
    'Use paragraphs, numbered lists, tables, *emphasis*, definitions, references and values.',
  ]
}

// One text of Markdown, cut at its tokens. A token is a word for the curling of quotes.
function words(text: string, {tokens}: Reading, before: {character: string}): Sequence<ClauseInline> {
  const found: (ClauseInline | Extract<Token, {kind: 'if' | 'each' | 'else' | 'end'}>)[] = []
  let plain = ''
  const flush = (): void => {
    if (plain !== '') found.push({type: 'text', text: curl(plain, before.character)})
    if (plain !== '') before.character = plain.at(-1)!
    plain = ''
  }
  for (const character of text) {
    const token = tokenOf(character, tokens)
    if (!token) {
      plain += character
      continue
    }
    flush()
    found.push(isBlockToken(token) ? token : inlineOfToken(token))
    if (!isBlockToken(token)) before.character = 'x'
  }
  flush()
  return found
}

function inlineOfToken(token: Exclude<Token, {kind: 'if' | 'each' | 'else' | 'end'}>): ClauseInline {
  if (token.kind === 'print') return {type: 'print', expression: token.expression}
  return {type: token.kind, text: curl(token.text, 'x')}
}

// Neighbouring plain texts (split by entities or soft breaks) are one.
function merge(sequence: Sequence<ClauseInline>): Sequence<ClauseInline> {
  const merged: (typeof sequence)[number][] = []
  for (const next of sequence) {
    const last = merged.at(-1)
    const both = last && 'type' in last && last.type === 'text' && 'type' in next && next.type === 'text'
    if (both) merged[merged.length - 1] = {type: 'text', text: last.text + next.text}
    else merged.push(next)
  }
  return merged
}
