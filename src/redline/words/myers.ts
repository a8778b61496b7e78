/**
 * Which words stand in both of two lists, in the same order: Myers' greedy algorithm ("An O(ND) Difference Algorithm and Its
 * Variations", Algorithmica 1, 1986) on integers. Beyond a bound of differences the lists are parted at words that stand once in
 * each, or else where the furthest path has come, so that neither time nor memory grows with the square of unlike texts.
 */
import {anchorsIn} from './anchors.js'

/** A run of words that stand in both lists, by their indexes. */
export interface Run {
  readonly before: number
  readonly after: number
  readonly length: number
}

/** Past so many differences in a row, no shorter script is looked for. Half a million integers at most are kept for it. */
const bound = 1000

/** A stretch of both lists, in which runs are looked for. */
export interface Range {
  readonly before: readonly number[]
  readonly after: readonly number[]
  readonly x: number
  readonly y: number
  readonly endX: number
  readonly endY: number
}

/** The runs of equal keys in order; a shortest script up to `bound` differences. */
export function runsOf(before: readonly number[], after: readonly number[]): readonly Run[] {
  const runs: Run[] = []
  addRuns({before, after, x: 0, y: 0, endX: before.length, endY: after.length}, runs)
  return runs
}

function addRuns(range: Range, runs: Run[]): void {
  const {before, after} = range
  let {x, y, endX, endY} = range
  while (endX > x && endY > y && before[endX - 1] === after[endY - 1]) {
    endX -= 1
    endY -= 1
  }
  while (x < endX && y < endY) {
    const rest = {...range, x, y, endX, endY}
    const path = search(rest)
    const anchors = path.isWhole ? [] : anchorsIn(rest)
    if (anchors.length > 0) {
      addParted(rest, anchors, runs)
      break
    }
    const reached = addPath(path, rest, runs)
    x = reached.x
    y = reached.y
  }
  add(runs, endX, endY, range.endX - endX)
}

export interface Point {
  readonly x: number
  readonly y: number
}

function addParted(range: Range, anchors: readonly Point[], runs: Run[]): void {
  let {x, y} = range
  for (const anchor of anchors) {
    addRuns({...range, x, y, endX: anchor.x, endY: anchor.y}, runs)
    add(runs, anchor.x, anchor.y, 1)
    x = anchor.x + 1
    y = anchor.y + 1
  }
  addRuns({...range, x, y}, runs)
}

/** A path of `d` differences that ends on the diagonal at index `i`; all shorter ones are in the trace. */
interface Path {
  readonly trace: Int32Array
  readonly d: number
  readonly i: number
  /** Whether it comes to the end of both lists. */
  readonly isWhole: boolean
}

/**
 * One search, to the end or to the bound. Row `d` of the trace holds, for the diagonals −d, −d+2, … d, how far into `before` a
 * path with d differences comes; it stands at offset d(d+1)/2.
 */
function search({before, after, x: fromX, y: fromY, endX, endY}: Range): Path {
  const n = endX - fromX
  const m = endY - fromY
  let trace = new Int32Array(16)
  for (let d = 0; ; d += 1) {
    const row = (d * (d + 1)) / 2
    if (row + d >= trace.length) trace = grown(trace)
    const last = row - d
    for (let i = 0; i <= d; i += 1) {
      const k = 2 * i - d
      let x = d === 0 ? 0 : stepped(trace, last, i, d)
      while (x < n && x - k < m && before[fromX + x] === after[fromY + x - k]) x += 1
      trace[row + i] = x
      if (x >= n && x - k >= m) return {trace, d, i, isWhole: true}
    }
    if (d === bound) return {trace, d, i: furthest(trace, row, d, n, m), isWhole: false}
  }
}

function stepped(trace: Int32Array, last: number, i: number, d: number): number {
  return isDown(trace, last, i, d) ? trace[last + i]! : trace[last + i - 1]! + 1
}

/** Whether the step on to this diagonal inserts a word; else it deletes one. */
function isDown(trace: Int32Array, last: number, i: number, d: number): boolean {
  return i === 0 || (i < d && trace[last + i - 1]! < trace[last + i]!)
}

function grown(trace: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(trace.length * 4)
  larger.set(trace)
  return larger
}

function furthest(trace: Int32Array, row: number, d: number, n: number, m: number): number {
  let best = -1
  let far = -1
  for (let i = 0; i <= d; i += 1) {
    const x = trace[row + i]!
    const y = x - (2 * i - d)
    if (x <= n && y <= m && x + y > far) {
      far = x + y
      best = i
    }
  }
  return best
}

/** Goes back along a path and adds its runs; tells where it ends. */
function addPath({trace, d, i}: Path, {x: fromX, y: fromY}: Range, runs: Run[]): Point {
  const found: Run[] = []
  let at = i
  for (let depth = d; depth >= 0; depth -= 1) {
    const last = (depth * (depth - 1)) / 2
    const k = 2 * at - depth
    const x = trace[last + depth + at]!
    const start = depth === 0 ? 0 : stepped(trace, last, at, depth)
    if (x > start) found.push({before: fromX + start, after: fromY + start - k, length: x - start})
    if (depth > 0 && !isDown(trace, last, at, depth)) at -= 1
  }
  for (const run of found.reverse()) add(runs, run.before, run.after, run.length)
  const x = trace[(d * (d + 1)) / 2 + i]!
  return {x: fromX + x, y: fromY + x - (2 * i - d)}
}

/** Adds a run, joined to the one before where nothing stands between. */
function add(runs: Run[], before: number, after: number, length: number): void {
  if (length === 0) return
  const last = runs.at(-1)
  if (last && last.before + last.length === before && last.after + last.length === after)
    runs[runs.length - 1] = {...last, length: last.length + length}
  else runs.push({before, after, length})
}
