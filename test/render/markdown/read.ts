/** Reads Markdown as a viewer does (remark with GFM tables), to see what our text becomes there. */
import type {Nodes, Root} from 'mdast'
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table'
import {gfmTable} from 'micromark-extension-gfm-table'
import {remark} from 'remark'

const viewer = remark()
  .data('micromarkExtensions', [gfmTable()])
  .data('fromMarkdownExtensions', [gfmTableFromMarkdown()])

export function read(markdown: string): Root {
  return viewer.parse(markdown)
}

/** What is seen of a node: its words, with line breaks. */
export function seen(node: Nodes): string {
  if (node.type === 'break' || (node.type === 'html' && node.value === '<br>')) return '\n'
  if ('children' in node) return node.children.map(seen).join('')
  if (node.type === 'text') return node.value
  throw new Error(`read as ${node.type}, not as words`)
}

/** Every node of one type, in order. */
export function all<T extends Nodes['type']>(node: Nodes, type: T): readonly Extract<Nodes, {type: T}>[] {
  const below = 'children' in node ? node.children.flatMap((child) => all(child, type)) : []
  return node.type === type ? [node as Extract<Nodes, {type: T}>, ...below] : below
}
