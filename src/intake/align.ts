/**
 * Two lists of paragraphs laid side by side: those that stand once in each and read the same hold the rest in place, what is
 * between them is matched by likeness. Bounded work, whatever the lists.
 */

/** Places in both lists; one of the two is missing where a paragraph stands in one list only. */
export interface Pair {
  readonly left?: number
  readonly right?: number
}

/** Every place of both lists once, in an order that keeps both. */
export function align(left: readonly string[], right: readonly string[]): readonly Pair[] {
  return replaced(between(left, right, 0, left.length, 0, right.length))
}

// As many gone as come at one place: each stands for the other, however little they are alike (a word alone in its cell).
function replaced(pairs: readonly Pair[]): readonly Pair[] {
  const found: Pair[] = []
  for (let at = 0; at < pairs.length; ) {
    let end = at
    while (end < pairs.length && (pairs[end]!.left === undefined || pairs[end]!.right === undefined)) end += 1
    const lefts = pairs.slice(at, end).flatMap(({left}) => left ?? [])
    const rights = pairs.slice(at, end).flatMap(({right}) => right ?? [])
    if (lefts.length === rights.length) found.push(...lefts.map((left, index) => ({left, right: rights[index]!})))
    else found.push(...pairs.slice(at, end))
    if (end < pairs.length) found.push(pairs[end]!)
    at = end + 1
  }
  return found
}

type Bounds = readonly [leftFrom: number, leftTo: number, rightFrom: number, rightTo: number]

function between(left: readonly string[], right: readonly string[], ...bounds: Bounds): readonly Pair[] {
  let [from, to, start, end] = bounds
  const [before, after]: [Pair[], Pair[]] = [[], []]
  for (; from < to && start < end && left[from] === right[start]; from += 1, start += 1)
    before.push({left: from, right: start})
  for (; from < to && start < end && left[to - 1] === right[end - 1]; to -= 1, end -= 1)
    after.unshift({left: to - 1, right: end - 1})
  return [...before, ...inside(left, right, from, to, start, end), ...after]
}

function inside(
  left: readonly string[],
  right: readonly string[],
  from: number,
  to: number,
  start: number,
  end: number,
): readonly Pair[] {
  const anchors = from < to && start < end ? anchorsOf(left, right, from, to, start, end) : []
  if (anchors.length === 0) return likely(left, right, from, to, start, end)
  const pairs: Pair[] = []
  let [i, j] = [from, start]
  for (const [left1, right1] of anchors) {
    pairs.push(...between(left, right, i, left1, j, right1), {left: left1, right: right1})
    ;[i, j] = [left1 + 1, right1 + 1]
  }
  return [...pairs, ...between(left, right, i, to, j, end)]
}

// The longest run of paragraphs, unique on both sides, that stand in the same order on both.
function anchorsOf(
  left: readonly string[],
  right: readonly string[],
  ...[from, to, start, end]: Bounds
): readonly (readonly [number, number])[] {
  const [mine, theirs] = [uniqueIn(left, from, to), uniqueIn(right, start, end)]
  const common = [...mine].flatMap(([text, at]) => {
    const other = theirs.get(text)
    return other === undefined ? [] : [[at, other] as const]
  })
  return rising(common.sort(([one], [other]) => one - other))
}

function uniqueIn(list: readonly string[], from: number, to: number): ReadonlyMap<string, number> {
  const [found, twice] = [new Map<string, number>(), new Set<string>()]
  for (let at = from; at < to; at += 1) {
    const text = list[at]!
    if (found.has(text)) twice.add(text)
    found.set(text, at)
  }
  for (const text of twice) found.delete(text)
  return found
}

// Patience sorting: the longest rising subsequence by the second number.
function rising(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const tops: number[] = []
  const before: number[] = []
  for (const [index, [, place]] of pairs.entries()) {
    let [low, high] = [0, tops.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[tops[middle]!]![1] < place) low = middle + 1
      else high = middle
    }
    before[index] = low === 0 ? -1 : tops[low - 1]!
    tops[low] = index
  }
  const run: (readonly [number, number])[] = []
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at]!) run.unshift(pairs[at]!)
  return run
}

/** More comparisons than this are not made: what is left is paired in order. */
const most = 250_000

// What holds no anchor, paired so that the likeness of all pairs together is greatest and the order is kept.
function likely(left: readonly string[], right: readonly string[], ...[from, to, start, end]: Bounds): readonly Pair[] {
  const [rows, columns] = [to - from, end - start]
  const only = (side: keyof Pair, first: number, last: number): readonly Pair[] =>
    Array.from({length: last - first}, (_, index) => ({[side]: first + index}))
  if (rows === 0 || columns === 0) return [...only('left', from, to), ...only('right', start, end)]
  if (rows * columns > most) {
    const both = Math.min(rows, columns)
    const paired = Array.from({length: both}, (_, index) => ({left: from + index, right: start + index}))
    return [...paired, ...only('left', from + both, to), ...only('right', start + both, end)]
  }
  const [mine, theirs] = [left.slice(from, to).map(lettersOf), right.slice(start, end).map(lettersOf)]
  const score = (i: number, j: number): number => {
    const like = left[from + i] === right[start + j] ? 1.5 : likeness(mine[i]!, theirs[j]!)
    return like < 0.4 ? 0 : like
  }
  return walkBack(best(rows, columns, score), rows, columns, score, from, start)
}

function best(rows: number, columns: number, score: (i: number, j: number) => number): readonly Float64Array[] {
  const table = Array.from({length: rows + 1}, () => new Float64Array(columns + 1))
  for (let i = rows - 1; i >= 0; i -= 1)
    for (let j = columns - 1; j >= 0; j -= 1) {
      const like = score(i, j)
      const paired = like === 0 ? 0 : like + table[i + 1]![j + 1]!
      table[i]![j] = Math.max(table[i + 1]![j]!, table[i]![j + 1]!, paired)
    }
  return table
}

function walkBack(
  table: readonly Float64Array[],
  rows: number,
  columns: number,
  score: (i: number, j: number) => number,
  from: number,
  start: number,
): readonly Pair[] {
  const pairs: Pair[] = []
  let [i, j] = [0, 0]
  while (i < rows && j < columns) {
    const like = score(i, j)
    if (like > 0 && table[i]![j] === like + table[i + 1]![j + 1]!) {
      pairs.push({left: from + i, right: start + j})
      i += 1
      j += 1
    } else if (table[i]![j] === table[i + 1]![j]!) {
      pairs.push({left: from + i})
      i += 1
    } else {
      pairs.push({right: start + j})
      j += 1
    }
  }
  for (; i < rows; i += 1) pairs.push({left: from + i})
  for (; j < columns; j += 1) pairs.push({right: start + j})
  return pairs
}

type Letters = ReadonlyMap<string, number>

// Pairs of letters of the first thousand characters: enough to tell a paragraph from its neighbours.
function lettersOf(text: string): Letters {
  const counts = new Map<string, number>()
  for (let at = 0; at + 1 < Math.min(text.length, 1000); at += 1) {
    const two = text.slice(at, at + 2)
    counts.set(two, (counts.get(two) ?? 0) + 1)
  }
  return counts
}

// Dice's coefficient: 0 for nothing in common, 1 for the same letters.
function likeness(one: Letters, other: Letters): number {
  let [common, total] = [0, 0]
  for (const [two, count] of one) {
    common += Math.min(count, other.get(two) ?? 0)
    total += count
  }
  for (const count of other.values()) total += count
  return total === 0 ? 0 : (2 * common) / total
}
