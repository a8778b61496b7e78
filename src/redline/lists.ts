/**
 * Two lists of things that have a name (provisions, rows, parts): what keeps its place, what moved, what came and went. For one side of
 * a move only that side's list is made.
 */

import type {Mode} from './inlines.js'
import {heaviestRow, lay} from './order.js'

export interface Matching<T extends object, R> {
  readonly before: readonly T[]
  readonly after: readonly T[]
  /** What an old one became in this very list. */
  readonly counterpart: (old: T) => T | undefined
  readonly weight: (now: T) => number
  readonly both: (old: T, now: T) => R
  readonly gone: (old: T) => R
  readonly come: (now: T) => R
  /** Halves of one that is in both lists and did not keep its place. */
  readonly movedFrom: (old: T, now: T) => R
  readonly movedTo: (old: T, now: T) => R
}

export function layLists<T extends object, R>(matching: Matching<T, R>, mode: Mode): readonly R[] {
  const {before, after, counterpart, both, gone, come, movedFrom, movedTo} = matching
  // Most lists have the same members in the same order.
  if (before.length === after.length && before.every((old, index) => counterpart(old) === after[index]))
    return before.map((old, index) => both(old, after[index]!))
  const became = new Map(
    before.flatMap((old) => {
      const now = counterpart(old)
      return now === undefined ? [] : [[old, now] as const]
    }),
  )
  const was = new Map([...became].map(([old, now]) => [now, old]))
  const staying = stayingOf(became, matching)
  const stays = (old: T): T | undefined => (staying.has(old) ? became.get(old) : undefined)
  const leave = (old: T): R => (became.has(old) ? movedFrom(old, became.get(old)!) : gone(old))
  const enter = (now: T): R => (was.has(now) ? movedTo(was.get(now)!, now) : come(now))
  if (mode === 'both') return lay({before, after, stays, both, gone: leave, come: enter})
  if (mode === 'old') return before.map((old) => (staying.has(old) ? both(old, became.get(old)!) : leave(old)))
  return after.map((now) => {
    const old = was.get(now)
    return old !== undefined && staying.has(old) ? both(old, now) : enter(now)
  })
}

function stayingOf<T extends object, R>(became: ReadonlyMap<T, T>, {after, weight}: Matching<T, R>): ReadonlySet<T> {
  const rankOf = new Map(after.map((now, rank) => [now, rank]))
  const olds = [...became.keys()]
  const ranks = olds.map((old) => rankOf.get(became.get(old)!)!)
  if (ranks.every((rank, index) => index === 0 || rank > ranks[index - 1]!)) return new Set(olds)
  const row = heaviestRow(
    ranks,
    olds.map((old) => weight(became.get(old)!)),
  )
  return new Set(olds.filter((_, index) => row.has(index)))
}

/** The same list when no element is another. */
export function sameIfUnchanged<T>(original: readonly T[], made: readonly T[]): readonly T[] {
  return original.length === made.length && made.every((one, index) => one === original[index]) ? original : made
}
