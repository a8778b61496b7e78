/**
 * The changes as a person counts them: words that replace others, and the two ends of a move, are one. Numbered in print
 * order, gathered under the clause that they stand in.
 */
import {type Change, type FairCopy, type Redline, standingOf} from '../../model/index.js'
import {type Group, groupsOf} from './groups.js'
import {sayings} from './sayings.js'

export type EntryKind = 'Inserted' | 'Deleted' | 'Replaced' | 'Moved'

export interface Entry {
  readonly number: number
  readonly kind: EntryKind
  /** In print order: one, or the two halves of a replacement or of a move. */
  readonly changes: readonly Change[]
  /** Place of each half among all changes. */
  readonly order: ReadonlyMap<string, number>
  readonly group: Group
  /** The words of each half, cut to a line. */
  readonly said: ReadonlyMap<string, string>
}

/** Every change once, in print order. */
export function entriesOf(copy: FairCopy<Change>, {changes}: Redline): readonly Entry[] {
  const order = new Map(changes.map(({id}, index) => [id, index]))
  const byId = new Map(changes.map((change) => [change.id, change]))
  const said = sayings(copy)
  const groups = groupsOf(copy)
  const firsts = changes.filter(({pair}, index) => pair === undefined || (order.get(pair) ?? index) >= index)
  return firsts.map((first, index) => {
    const second = first.pair === undefined ? undefined : byId.get(first.pair)
    const both = second ? [first, second] : [first]
    return {number: index + 1, kind: kindOf(both), changes: both, order, group: groups(first), said}
  })
}

/** Each entry under the ids of its changes. */
export function entriesById(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  return new Map(entries.flatMap((entry) => entry.changes.map(({id}) => [id, entry])))
}

function kindOf([first, second]: readonly Change[]): EntryKind {
  if (first?.kind === 'movedFrom' || first?.kind === 'movedTo') return 'Moved'
  if (second) return 'Replaced'
  return first?.kind === 'deleted' ? 'Deleted' : 'Inserted'
}

/** The halves whose numbers stand in the text. Of words that replace others, the number stands once, after the new words. */
export function placesOf(entry: Entry): readonly Change[] {
  return entry.kind === 'Replaced' ? oldBeforeNew(entry).slice(-1) : entry.changes
}

/** The halves, what stood before first. The new end of a move may stand before the old one in print. */
export function oldBeforeNew({changes}: Entry): readonly Change[] {
  return [...changes].sort((one, other) => rank(one) - rank(other))
}

/** The half that an entry is filed under: the new one. */
export function leading(entry: Entry): Change {
  return oldBeforeNew(entry).at(-1)!
}

function rank(change: Change): number {
  return standingOf(change) === 'old' ? 0 : 1
}
