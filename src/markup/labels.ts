/**
 * Labels name items so that their ids last. `publish` adds missing ones and carries old ones forward, so an inserted
 * item renames nobody.
 */
import type {Choosable, ClauseItem, ClauseTree} from '../model/index.js'
import {type Faults, fault} from './faults.js'

/** Reports labels that two siblings share. Items in the two branches of one choice may share one: only one stands. */
export function checkLabels(tree: Pick<ClauseTree, 'items'>, faults: Faults): void {
  const doubled = doubledLabels(tree.items)
  for (const label of doubled) fault(faults, 'markup/label-twice', undefined, `Two sibling items are labelled "${label}".`, 'Give each its own label.')
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
  const [one, other] = item.type === 'choice' ? [item.then, item.otherwise] : [item.each, item.otherwise]
  return new Set([...one, ...other].flatMap((child) => [...labelsOf(child)]))
}

/** Items at one level, whatever chooses or repeats them. */
export function itemsIn(items: readonly Choosable<ClauseItem>[]): readonly ClauseItem[] {
  return items.flatMap((item) => {
    if (item.type === 'item') return [item]
    return itemsIn(item.type === 'choice' ? [...item.then, ...item.otherwise] : [...item.each, ...item.otherwise])
  })
}
