/**
 * Two lists laid into one: what stands in both keeps its place, the rest goes where it stood. Which of the matched keep their
 * place is the heaviest row that is in the same order on both sides; the others moved.
 */

/** Indexes (into `ranks`) of the heaviest increasing row. `ranks` are distinct; `weights` are positive. O(n log n). */
export function heaviestRow(ranks: readonly number[], weights: readonly number[]): ReadonlySet<number> {
  const sorted = [...ranks].sort((one, other) => one - other)
  const placeOf = new Map(sorted.map((rank, place) => [rank, place + 1]))
  const best: number[] = new Array<number>(ranks.length + 1).fill(-1)
  const weight: number[] = []
  const previous: number[] = []
  const heavier = (one: number, other: number): number =>
    one === -1 || (other !== -1 && weight[other]! > weight[one]!) ? other : one
  for (const [index, rank] of ranks.entries()) {
    let before = -1
    for (let place = placeOf.get(rank)! - 1; place > 0; place -= place & -place) before = heavier(before, best[place]!)
    previous.push(before)
    weight.push(weights[index]! + (before === -1 ? 0 : weight[before]!))
    for (let place = placeOf.get(rank)!; place <= ranks.length; place += place & -place)
      best[place] = heavier(best[place]!, index)
  }
  const row = new Set<number>()
  let last = -1
  for (const index of ranks.keys()) last = heavier(last, index)
  for (; last !== -1; last = previous[last]!) row.add(last)
  return row
}

export interface Laying<T extends object, R> {
  readonly before: readonly T[]
  readonly after: readonly T[]
  /** The new one that an old one became, if it stays in this list and keeps its place. */
  readonly stays: (old: T) => T | undefined
  readonly both: (old: T, now: T) => R
  readonly gone: (old: T) => R
  readonly come: (now: T) => R
}

/** One list in print order: what is gone stands before what came in its place. */
export function lay<T extends object, R>({before, after, stays, both, gone, come}: Laying<T, R>): readonly R[] {
  const staying = new Map(
    before.flatMap((old) => {
      const now = stays(old)
      return now === undefined ? [] : [[now, old] as const]
    }),
  )
  const laid: R[] = []
  let next = 0
  const pass = (): void => {
    while (next < before.length && stays(before[next]!) === undefined) laid.push(gone(before[next++]!))
  }
  for (const now of after) {
    pass()
    const old = staying.get(now)
    if (old === undefined) laid.push(come(now))
    else {
      laid.push(both(old, now))
      next += 1
    }
  }
  pass()
  return laid
}
