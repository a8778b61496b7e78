/**
 * Uses of defined terms, found in words that no parameter gave. The longest form wins, whole words, same case. A
 * provision linked once for a set of terms is the same object afterwards, so renderers may reuse what they made of it.
 */
import type {Block, Column, Inline, Provision, Row} from '../model/index.js'

/** Every form of every term, and the term it stands for. */
export type Forms = ReadonlyMap<string, string>

export interface Linker {
  readonly forms: Forms
  readonly pattern: RegExp | undefined
  readonly linked: WeakMap<Provision, Provision>
}

/** A linker for a set of terms. */
export function linkerFor(forms: Forms): Linker {
  const longestFirst = [...forms.keys()].sort((one, other) => other.length - one.length || (one < other ? -1 : 1))
  const words = longestFirst.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[ \u00a0]'))
  const pattern =
    words.length > 0 ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'gu') : undefined
  return {forms, pattern, linked: new WeakMap()}
}

/** The provision with its uses found, in body and closing and all below; headings keep plain words. */
export function link(provision: Provision, linker: Linker): Provision {
  const known = linker.linked.get(provision)
  if (known) return known
  const made = {
    ...provision,
    body: provision.body.map((block) => linkBlock(block, linker)),
    provisions: provision.provisions.map((child) => link(child, linker)),
    ...(provision.closing ? {closing: provision.closing.map((block) => linkBlock(block, linker))} : {}),
  }
  linker.linked.set(provision, made)
  return made
}

function linkBlock(block: Block, linker: Linker): Block {
  if (block.type === 'paragraph') return {type: 'paragraph', content: linkInlines(block.content, linker)}
  const columns = block.columns.map(({align, heading}): Column => ({align, heading: linkInlines(heading, linker)}))
  return {
    type: 'table',
    columns,
    rows: block.rows.map(({id, cells}): Row => ({id, cells: cells.map((cell) => linkInlines(cell, linker))})),
  }
}

function linkInlines(inlines: readonly Inline[], linker: Linker): readonly Inline[] {
  return inlines.flatMap((inline): readonly Inline[] => {
    if (inline.type === 'emphasis') return [{type: 'emphasis', content: linkInlines(inline.content, linker)}]
    if (inline.type !== 'text') return [inline]
    return 'literal' in inline ? [{type: 'text', text: inline.text}] : linkText(inline.text, linker)
  })
}

function linkText(text: string, {pattern, forms}: Linker): readonly Inline[] {
  if (!pattern) return [{type: 'text', text}]
  const found: Inline[] = []
  let after = 0
  for (const match of text.matchAll(pattern)) {
    if (match.index > after) found.push({type: 'text', text: text.slice(after, match.index)})
    found.push({type: 'use', term: forms.get(match[0].replaceAll('\u00a0', ' '))!, text: match[0]})
    after = match.index + match[0].length
  }
  if (after < text.length || found.length === 0) found.push({type: 'text', text: text.slice(after)})
  return found
}
