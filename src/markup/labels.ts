/**
 * Labels name items so that their ids last. `publish` adds missing ones and carries old ones forward, so an inserted
 * item renames nobody.
 */
import type {Choosable, ClauseBlock, ClauseInline, ClauseItem, ClauseRow, ClauseTree} from '../model/index.js'
import {type Faults, fault} from './faults.js'

/** Reports labels that two siblings share. Items in the two branches of one choice may share one: only one stands. */
export function checkLabels(tree: Pick<ClauseTree, 'items'>, faults: Faults): void {
  const doubled = doubledLabels(tree.items)
  for (const label of doubled)
    fault(
      faults,
      'markup/label-twice',
      undefined,
      `Two sibling items are labelled "${label}".`,
      'Give each its own label.',
    )
  for (const item of itemsIn(tree.items)) checkLabels(item, faults)
}

function doubledLabels(items: readonly Choosable<ClauseItem>[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const doubled = new Set<string>()
  for (const labels of items.map(labelsOf)) {
    for (const label of labels) (seen.has(label) ? doubled : seen).add(label)
  }
  return doubled
}

function labelsOf(item: Choosable<ClauseItem>): ReadonlySet<string> {
  if (item.type === 'item') return new Set(item.label === undefined ? [] : [item.label])
  const [one, other] = item.type === 'choice' ? [item.holds, item.otherwise] : [item.each, item.otherwise]
  return new Set([...one, ...other].flatMap((child) => [...labelsOf(child)]))
}

/** Items at one level, whatever chooses or repeats them. */
export function itemsIn(items: readonly Choosable<ClauseItem>[]): readonly ClauseItem[] {
  return items.flatMap((item) => {
    if (item.type === 'item') return [item]
    return itemsIn(item.type === 'choice' ? [...item.holds, ...item.otherwise] : [...item.each, ...item.otherwise])
  })
}

/** The same tree with a label on every item and row: those of `previous` for the same words, new ones from the words. */
export function labelTree(tree: ClauseTree, previous?: ClauseTree): ClauseTree {
  const carried = new Map(
    previous
      ? itemsDeep(previous.items).flatMap((item): [string, string][] =>
          item.label === undefined ? [] : [[wordsOf(item), item.label]],
        )
      : [],
  )
  return {
    ...tree,
    body: tree.body.map(labelBlock),
    items: labelItems(tree.items, carried, new Set(labelsAmong(tree.items))),
    closing: tree.closing.map(labelBlock),
  }
}

function labelItems(
  items: readonly Choosable<ClauseItem>[],
  carried: ReadonlyMap<string, string>,
  taken: Set<string>,
): readonly Choosable<ClauseItem>[] {
  return items.map((item): Choosable<ClauseItem> => {
    if (item.type === 'choice')
      return {
        ...item,
        holds: labelItems(item.holds, carried, taken),
        otherwise: labelItems(item.otherwise, carried, taken),
      }
    if (item.type === 'repetition')
      return {
        ...item,
        each: labelItems(item.each, carried, taken),
        otherwise: labelItems(item.otherwise, carried, taken),
      }
    const label = item.label ?? free(carried.get(wordsOf(item)) ?? slug(wordsOf(item)), taken)
    taken.add(label)
    const {type, body, items: below, closing} = item
    return {
      type,
      label,
      body: body.map(labelBlock),
      items: labelItems(below, carried, new Set(labelsAmong(below))),
      closing: closing.map(labelBlock),
    }
  })
}

function labelsAmong(items: readonly Choosable<ClauseItem>[]): readonly string[] {
  return itemsIn(items).flatMap(({label}) => (label === undefined ? [] : [label]))
}

function itemsDeep(items: readonly Choosable<ClauseItem>[]): readonly ClauseItem[] {
  return itemsIn(items).flatMap((item) => [item, ...itemsDeep(item.items)])
}

function labelBlock(block: Choosable<ClauseBlock>): Choosable<ClauseBlock> {
  if (block.type === 'choice')
    return {...block, holds: block.holds.map(labelBlock), otherwise: block.otherwise.map(labelBlock)}
  if (block.type === 'repetition')
    return {...block, each: block.each.map(labelBlock), otherwise: block.otherwise.map(labelBlock)}
  return block.type === 'table' ? {...block, rows: labelRows(block.rows, new Set())} : block
}

function labelRows(rows: readonly Choosable<ClauseRow>[], taken: Set<string>): readonly Choosable<ClauseRow>[] {
  return rows.map((row): Choosable<ClauseRow> => {
    if (row.type === 'choice')
      return {...row, holds: labelRows(row.holds, taken), otherwise: labelRows(row.otherwise, taken)}
    if (row.type === 'repetition')
      return {...row, each: labelRows(row.each, taken), otherwise: labelRows(row.otherwise, taken)}
    const label = row.label ?? free(slug(plainWords(row.cells[0] ?? [])), taken)
    taken.add(label)
    return {type: row.type, label, cells: row.cells}
  })
}

function free(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  for (let nth = 2; ; nth++) if (!taken.has(`${wanted}-${nth}`)) return `${wanted}-${nth}`
}

// The two or three words that tell an item from its neighbours, without the words that open every sentence.
function slug(words: string): string {
  const telling =
    words
      .toLowerCase()
      .normalize('NFKD')
      .match(/[a-z0-9]+/g) ?? []
  const kept = telling.filter((word) => word.length > 3 && !common.has(word)).slice(0, 2)
  return (kept.length > 0 ? kept : telling.slice(0, 2)).join('-') || 'item'
}

const common = new Set([
  'each',
  'party',
  'parties',
  'must',
  'will',
  'does',
  'that',
  'this',
  'with',
  'from',
  'other',
  'others',
  'their',
  'where',
  'when',
  'which',
  'under',
  'have',
  'been',
  'may',
])

function wordsOf(item: ClauseItem): string {
  return item.body.map((block) => (block.type === 'paragraph' ? plainWords(block.content) : '')).join(' ')
}

function plainWords(inlines: readonly Choosable<ClauseInline>[]): string {
  return inlines.map((inline) => ('text' in inline ? inline.text : ' ')).join('')
}
