/**
 * The changes of one comparison while it is made. Nodes bear the change itself, so that it is filled in once the whole tree
 * stands: its number is its place in print, which is not known before. Nothing outside sees one unfinished.
 */
import type {Cause, Change, MarkKind, ProvisionId} from '../model/index.js'

export type Draft = {-readonly [Key in keyof Change]: Change[Key]}

/** Who brought a change, and why. */
export interface Origin {
  readonly cause: Cause
  readonly author: string
  readonly date: string
  readonly revision: number
}

export interface Book {
  readonly open: (kind: MarkKind, origin: Origin, at: ProvisionId) => Draft
  /** Makes two changes the halves of one, and parts them from what they were joined to before. */
  readonly join: (one: Draft, other: Draft) => void
  readonly pairs: ReadonlyMap<Draft, Draft>
}

export function newBook(): Book {
  const pairs = new Map<Draft, Draft>()
  return {
    open: (kind, {cause, author, date, revision}, at) => ({id: '', kind, cause, author, date, revision, at}),
    join: (one, other) => {
      for (const draft of [one, other]) {
        const before = pairs.get(draft)
        if (before) pairs.delete(before)
      }
      pairs.set(one, other)
      pairs.set(other, one)
    },
    pairs,
  }
}

/** Numbers the changes in the order in which they stand, each once, and names its other half where that stands too. */
export function settle(standing: Iterable<Change>, {pairs}: Book, prefix = 'c'): readonly Change[] {
  const settled = new Set<Draft>()
  for (const change of standing) {
    if (settled.has(change)) continue
    settled.add(change)
    const draft: Draft = change
    draft.id = `${prefix}${settled.size}`
  }
  for (const draft of settled) {
    const other = pairs.get(draft)
    if (other && settled.has(other)) draft.pair = other.id
  }
  return [...settled]
}
