/**
 * Where two long, unlike lists are parted: at words that stand once in each, as many as come in the same order on both sides (the
 * patience of Bram Cohen's diff). What moved from one end to the other does not tear apart what stayed.
 */
import type {Point, Range} from './myers.js'

/** The longest chain of words that stand once on either side of a range, rising on both sides. */
export function anchorsIn({before, after, x, y, endX, endY}: Range): readonly Point[] {
  const places = placesOfLoneKeys(after, y, endY)
  const lone = placesOfLoneKeys(before, x, endX)
  const points: Point[] = []
  for (const [key, place] of lone) {
    const other = places.get(key)
    if (place >= 0 && other !== undefined && other >= 0) points.push({x: place, y: other})
  }
  return risingChain(points.sort((one, other) => one.x - other.x))
}

/** The place of each key; -1 for one that stands more than once. */
function placesOfLoneKeys(keys: readonly number[], from: number, to: number): ReadonlyMap<number, number> {
  const places = new Map<number, number>()
  for (let index = from; index < to; index += 1) places.set(keys[index]!, places.has(keys[index]!) ? -1 : index)
  return places
}

/** The longest chain of points, given by rising x, whose y rises as well: patience sorting, with a thread back. */
function risingChain(points: readonly Point[]): readonly Point[] {
  const piles: number[] = []
  const former = new Int32Array(points.length).fill(-1)
  for (const [index, {y}] of points.entries()) {
    let low = 0
    let high = piles.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (points[piles[middle]!]!.y < y) low = middle + 1
      else high = middle
    }
    if (low > 0) former[index] = piles[low - 1]!
    piles[low] = index
  }
  const chain: Point[] = []
  for (let index = piles.at(-1) ?? -1; index >= 0; index = former[index]!) chain.push(points[index]!)
  return chain.reverse()
}
