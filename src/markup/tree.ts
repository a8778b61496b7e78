/** Markdown's block nodes → the tree of a clause: paragraphs and tables, one list of items, closing words. */
import type {List, ListItem, PhrasingContent, Root, RootContent, Table, TableRow} from 'mdast'
import type {Choosable, ClauseBlock, ClauseItem, ClauseRow, ClauseTree} from '../model/index.js'
import {fault} from './faults.js'
import {crosses, inlinesOfNodes, placeOf, type Reading} from './inlines.js'
import {CrossesStructure, nest, type Sequence} from './nest.js'
import {type BlockToken, isBlockToken, tokenOf} from './tokens.js'

/** The tree of a whole clause. Faults are reported, and what cannot stand is left out. */
export function treeOf(root: Root, reading: Reading): ClauseTree {
  return contentsOf(root.children, reading)
}

function contentsOf(nodes: readonly RootContent[], reading: Reading): ClauseTree {
  const lists = nodes.filter((node) => node.type === 'list')
  const [list, second] = lists
  if (second)
    fault(
      reading.faults,
      'markup/two-lists',
      placeOf(second, reading),
      'A clause or item may have one list only.',
      'Put the second list under an item of its own.',
    )
  const at = list ? nodes.indexOf(list) : nodes.length
  const after = nodes.slice(at + 1).filter((node) => node.type !== 'list')
  return {
    body: blocksOf(nodes.slice(0, at), reading),
    items: list ? itemsOf(list, reading) : [],
    closing: blocksOf(after, reading),
  }
}

function nested<T extends {readonly type: string}>(
  sequence: Sequence<T>,
  first: RootContent | TableRow | ListItem | undefined,
  reading: Reading,
): readonly Choosable<T>[] {
  try {
    return nest(sequence)
  } catch (error) {
    if (!(error instanceof CrossesStructure)) throw error
    crosses(first ?? {}, reading)
    return []
  }
}

function blocksOf(nodes: readonly RootContent[], reading: Reading): readonly Choosable<ClauseBlock>[] {
  return nested(
    nodes.flatMap((node): Sequence<ClauseBlock> => blockOf(node, reading)),
    nodes[0],
    reading,
  )
}

function blockOf(node: RootContent, reading: Reading): Sequence<ClauseBlock> {
  if (node.type === 'paragraph') {
    const tag = loneTag(node.children, reading)
    return [tag ?? {type: 'paragraph', content: inlinesOfNodes(node.children, reading)}]
  }
  if (node.type === 'table') return [tableOf(node, reading)]
  const what =
    node.type === 'heading'
      ? ['Headings are not part of the clause language.', 'The title in the front matter is the heading.']
      : [`Markdown's "${node.type}" is not part of the clause language.`, 'Use paragraphs, numbered lists and tables.']
  fault(reading.faults, 'markup/not-in-the-language', placeOf(node, reading), what[0]!, what[1])
  return []
}

function loneTag(nodes: readonly PhrasingContent[], {tokens}: Reading): BlockToken | undefined {
  const [only] = nodes
  if (nodes.length !== 1 || only?.type !== 'text' || [...only.value].length !== 1) return undefined
  const token = tokenOf(only.value, tokens)
  return isBlockToken(token) ? token : undefined
}

function itemsOf(list: List, reading: Reading): readonly Choosable<ClauseItem>[] {
  if (!list.ordered)
    fault(
      reading.faults,
      'markup/bullets',
      placeOf(list, reading),
      'Bullets are not part of the clause language.',
      'Number the items: "1." before each; the numbers are computed.',
    )
  return nested(
    list.children.map((item) => itemOf(item, reading)),
    list.children[0],
    reading,
  )
}

function itemOf(item: ListItem, reading: Reading): ClauseItem | BlockToken {
  const [first, ...rest] = item.children
  if (first?.type === 'paragraph') {
    const tag = rest.length === 0 ? loneTag(first.children, reading) : undefined
    if (tag) return tag
    const {label, nodes} = takeLabel(first.children)
    const body = nodes.length > 0 ? [{...first, children: nodes as PhrasingContent[]}] : []
    return {type: 'item', ...label, ...contentsOf([...body, ...rest], reading)}
  }
  return {type: 'item', ...contentsOf(item.children, reading)}
}

const labelled = /^\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}(?:\s+|$)/

// `{#own} Each Party …` → the label, and the words without it.
function takeLabel(nodes: readonly PhrasingContent[]): {
  readonly label: {readonly label?: string}
  readonly nodes: readonly PhrasingContent[]
} {
  const [first, ...rest] = nodes
  const match = first?.type === 'text' ? labelled.exec(first.value) : null
  if (!match || first?.type !== 'text') return {label: {}, nodes}
  const left = first.value.slice(match[0].length)
  return {label: {label: match[1]!}, nodes: left === '' ? rest : [{...first, value: left}, ...rest]}
}

function tableOf(table: Table, reading: Reading): ClauseBlock {
  const [head, ...rows] = table.children
  const columns = (head?.children ?? []).map((cell, index) => ({
    align: alignment(table.align?.[index]),
    heading: inlinesOfNodes(cell.children, reading),
  }))
  const sequence = rows.map((row): ClauseRow | BlockToken => rowOf(row, columns.length, reading))
  return {type: 'table', columns, rows: nested(sequence, rows[0], reading)}
}

function alignment(align: 'left' | 'right' | 'center' | null | undefined): 'start' | 'center' | 'end' {
  if (align === 'right') return 'end'
  return align === 'center' ? 'center' : 'start'
}

function rowOf(row: TableRow, width: number, reading: Reading): ClauseRow | BlockToken {
  const [first, ...rest] = row.children
  const tag = first && rest.every(({children}) => children.length === 0) ? loneTag(first.children, reading) : undefined
  if (tag) return tag
  const {label, nodes} = takeLabel(first?.children ?? [])
  const cells = [nodes, ...rest.map(({children}) => children)].map((children) => inlinesOfNodes(children, reading))
  if (cells.length > width)
    fault(
      reading.faults,
      'markup/table-width',
      placeOf(row, reading),
      `A row has ${cells.length} cells, and the table ${width} columns.`,
    )
  return {type: 'row', ...label, cells: Array.from({length: width}, (_, index) => cells[index] ?? [])}
}
