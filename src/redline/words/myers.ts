/**
 * Which words stand in both of two lists, in the same order: Myers' greedy algorithm ("An O(ND) Difference Algorithm and Its
 * Variations", Algorithmica 1, 1986) on integers. Beyond a bound of differences it settles for the path that has come
 * furthest and begins anew from there, so that neither time nor memory grows with the square of two long, unlike texts.
 */

/** A run of words that stand in both lists, by their indexes. */
export interface Run {
  readonly before: number
  readonly after: number
  readonly length: number
}

/** Past so many differences in a row, no shorter script is looked for. Half a million integers at most are kept for it. */
const bound = 1000

/** The runs of equal keys in order; a shortest script up to `bound` differences. */
export function runsOf(before: Int32Array, after: Int32Array): readonly Run[] {
  const runs: Run[] = []
  let x = 0
  let y = 0
  let endX = before.length
  let endY = after.length
  while (endX > 0 && endY > 0 && before[endX - 1] === after[endY - 1]) {
    endX -= 1
    endY -= 1
  }
  while (x < endX && y < endY) {
    const reached = advance(before, after, x, y, endX, endY, runs)
    if (reached === undefined) break
    x = reached.x
    y = reached.y
  }
  add(runs, endX, endY, before.length - endX)
  return runs
}

interface Point {
  readonly x: number
  readonly y: number
}

/**
 * One search, from a point to the end or to the bound. Row `d` of the trace holds, for the diagonals −d, −d+2, … d, how far
 * into `before` a path with d differences comes; it stands at offset d(d+1)/2.
 */
function advance(
  before: Int32Array,
  after: Int32Array,
  fromX: number,
  fromY: number,
  endX: number,
  endY: number,
  runs: Run[],
): Point | undefined {
  const n = endX - fromX
  const m = endY - fromY
  let trace = new Int32Array(64)
  for (let d = 0; ; d += 1) {
    const row = (d * (d + 1)) / 2
    if (row + d + 1 > trace.length) trace = grown(trace, row + d + 1)
    const last = row - d
    for (let i = 0; i <= d; i += 1) {
      const k = 2 * i - d
      let x = d === 0 ? 0 : stepped(trace, last, i, d)
      while (x < n && x - k < m && before[fromX + x] === after[fromY + x - k]) x += 1
      trace[row + i] = x
      if (x >= n && x - k >= m) return traced(trace, d, i, fromX, fromY, runs)
    }
    if (d === bound) return traced(trace, d, furthest(trace, row, d, n, m), fromX, fromY, runs)
  }
}

function stepped(trace: Int32Array, last: number, i: number, d: number): number {
  return isDown(trace, last, i, d) ? trace[last + i]! : trace[last + i - 1]! + 1
}

/** Whether the step on to this diagonal inserts a word; else it deletes one. */
function isDown(trace: Int32Array, last: number, i: number, d: number): boolean {
  return i === 0 || (i < d && trace[last + i - 1]! < trace[last + i]!)
}

function grown(trace: Int32Array, needed: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(needed, trace.length * 2))
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

/** Goes back along the path that ends on diagonal `i` of row `d`, and adds its runs. */
function traced(trace: Int32Array, d: number, i: number, fromX: number, fromY: number, runs: Run[]): Point {
  const found: Run[] = []
  const end = pointOf(trace, d, i)
  let at = i
  for (let depth = d; depth >= 0; depth -= 1) {
    const last = (depth * (depth - 1)) / 2
    const down = depth > 0 && isDown(trace, last, at, depth)
    const k = 2 * at - depth
    const x = trace[(depth * (depth + 1)) / 2 + at]!
    const start = depth === 0 ? 0 : stepped(trace, last, at, depth)
    if (x > start) found.push({before: fromX + start, after: fromY + start - k, length: x - start})
    if (depth > 0 && !down) at -= 1
  }
  for (const run of found.reverse()) add(runs, run.before, run.after, run.length)
  return {x: fromX + end.x, y: fromY + end.y}
}

function pointOf(trace: Int32Array, d: number, i: number): Point {
  const x = trace[(d * (d + 1)) / 2 + i]!
  return {x, y: x - (2 * i - d)}
}

/** Adds a run, joined to the one before where nothing stands between. */
function add(runs: Run[], before: number, after: number, length: number): void {
  if (length === 0) return
  const last = runs.at(-1)
  if (last && last.before + last.length === before && last.after + last.length === after)
    runs[runs.length - 1] = {...last, length: last.length + length}
  else runs.push({before, after, length})
}
