/** Paragraphs and tables: paired in order by likeness; a row is known by its id; tables of other columns are other tables. */
import type {Block, Change, Column, Inline, Row, Table} from '../model/index.js'
import {inlinesOfBlock} from '../model/index.js'
import type {Draft} from './book.js'
import {type Comparing, type Move, moveOf, openOn, type Side} from './comparing.js'
import {listsOfBlocks} from './holders.js'
import {compareInlines, type Here, idsOf} from './inlines.js'
import {layLists, sameIfUnchanged} from './lists.js'
import {ofOtherSteps, type Whole} from './whole.js'
import {likeness, printedAlike, tokensOf} from './words/index.js'

type Blocks = readonly Block[]

/** `led`: the first paragraph bears a number, so that the first of both sides are one. */
export function compareBlocks(
  old: Blocks,
  now: Blocks,
  here: Here,
  work: Comparing,
  led = false,
): readonly Block<Change>[] {
  const original = here.mode === 'old' ? old : now
  if (old === now) return original
  if (old.length === 1 && now.length === 1 && canPair(old[0]!, now[0]!)) {
    const made = compareBlock(old[0]!, now[0]!, here, work)
    return made === original[0] ? original : [made]
  }
  const pairs = pairBlocks(old, now, led, work)
  const made = layLists<Block, Block<Change>>(
    {
      before: old,
      after: now,
      counterpart: (block) => pairs.get(block),
      weight: () => 1,
      both: (one, other) => compareBlock(one, other, here, work),
      gone: (block) => wholeBlock(block, 'old', here, work),
      come: (block) => wholeBlock(block, 'new', here, work),
      movedFrom: (block) => block,
      movedTo: (_, block) => block,
    },
    here.mode,
  )
  return sameIfUnchanged<Block<Change>>(original, made)
}

function wholeBlock(block: Block, side: Side, here: Here, work: Comparing): Block<Change> {
  const {step, change} = openWhole(listsOfBlocks([block]), side, here, work)
  return {...blockWithin(block, {id: side === 'old' ? here.old : here.now, side, step}, work), mark: change}
}

/** A paragraph or table that stands wholly in one side. */
export function blockWithin(block: Block, whole: Whole, work: Comparing): Block<Change> {
  if (block.type === 'paragraph') {
    const content = ofOtherSteps(block.content, whole, work)
    return content === block.content ? block : {...block, content}
  }
  return {...block, rows: block.rows.map((row) => rowWithin(row, whole, work))}
}

function rowWithin(row: Row, whole: Whole, work: Comparing): Row<Change> {
  return {...row, cells: row.cells.map((cell) => ofOtherSteps(cell, whole, work))}
}

function wholeRow(row: Row, side: Side, here: Here, work: Comparing): Row<Change> {
  const {step, change} = openWhole(row.cells, side, here, work)
  return {...rowWithin(row, {id: side === 'old' ? here.old : here.now, side, step}, work), mark: change}
}

/** Opens the change of something whole that holds words of its own: a paragraph, a table, a row. */
function openWhole(
  lists: readonly (readonly Inline[])[],
  side: Side,
  here: Here,
  work: Comparing,
): {readonly step: number; readonly change: Draft} {
  const id = side === 'old' ? here.old : here.now
  const list = lists.find((one) => one.length > 0) ?? []
  const count = tokensOf(list, work.keys).length
  const step = work.origins.ofWords({side, id, list}, 0, Math.max(1, count))[0]!
  return {step, change: openOn(side, step, {ids: idsOf(here), words: lists.flat(), whole: false}, work)}
}

function compareBlock(old: Block, now: Block, here: Here, work: Comparing): Block<Change> {
  const original = here.mode === 'old' ? old : now
  if (old.type === 'table' && now.type === 'table') return compareTables(old, now, here, work)
  if (old.type === 'table' || now.type === 'table') throw new Error('compareBlock: a table and a paragraph are no pair')
  const content = compareInlines(old.content, now.content, here, work)
  return content === (original as typeof now).content ? original : {...(original as typeof now), content}
}

function compareTables(old: Table, now: Table, here: Here, work: Comparing): Table<Change> {
  const original = here.mode === 'old' ? old : now
  const columns = now.columns.map((column, index): Column<Change> => {
    const own = original.columns[index]!
    const heading = compareInlines(old.columns[index]!.heading, column.heading, here, work)
    return heading === own.heading ? own : {...own, heading}
  })
  const rows = compareRows(old.rows, now.rows, here, work)
  const same = rows === original.rows && columns.every((column, index) => column === original.columns[index])
  return same ? original : {...original, columns, rows}
}

function compareRows(old: readonly Row[], now: readonly Row[], here: Here, work: Comparing): readonly Row<Change>[] {
  const counterparts = pairRows(old, now, work)
  const at = {old: here.now, now: here.now}
  const move = (row: Row, other: Row): Move =>
    moveOf(other, at, () => work.origins.ofRowMove(here.now, {old: row.id, now: other.id}), work)
  const made = layLists<Row, Row<Change>>(
    {
      before: old,
      after: now,
      counterpart: (row) => counterparts.get(row),
      weight: () => 1,
      both: (one, other) => compareRow(one, other, here, work),
      gone: (row) => wholeRow(row, 'old', here, work),
      come: (row) => wholeRow(row, 'new', here, work),
      movedFrom: (row, other) => ({
        ...compareRow(row, other, {...here, mode: 'old'}, work),
        mark: move(row, other).from,
      }),
      movedTo: (row, other) => ({...compareRow(row, other, {...here, mode: 'new'}, work), mark: move(row, other).to}),
    },
    here.mode,
  )
  return sameIfUnchanged<Row<Change>>(here.mode === 'old' ? old : now, made)
}

function compareRow(old: Row, now: Row, here: Here, work: Comparing): Row<Change> {
  const original = here.mode === 'old' ? old : now
  const cells = now.cells.map((cell, index) => compareInlines(old.cells[index]!, cell, here, work))
  return cells.every((cell, index) => cell === original.cells[index]) ? original : {...original, cells}
}

// By id; a row without a counterpart is looked for by its words.
function pairRows(old: readonly Row[], now: readonly Row[], work: Comparing): ReadonlyMap<Row, Row> {
  const byId = new Map(now.map((row) => [row.id, row]))
  const pairs = new Map<Row, Row>()
  const taken = new Set<Row>()
  const take = (one: Row, other: Row | undefined): void => {
    if (!other || taken.has(other) || other.cells.length !== one.cells.length) return
    pairs.set(one, other)
    taken.add(other)
  }
  for (const row of old) take(row, byId.get(row.id))
  for (const row of old) {
    if (pairs.has(row)) continue
    const alike = (other: Row): boolean =>
      !taken.has(other) && other.cells.every((cell, index) => printedAlike(row.cells[index] ?? [], cell, work.targetOf))
    take(row, now.find(alike))
  }
  return pairs
}

/** Less alike, two paragraphs of several are not the same one. */
const alikeEnough = 0.35

function pairBlocks(old: Blocks, now: Blocks, led: boolean, work: Comparing): ReadonlyMap<Block, Block> {
  const first = led ? 1 : 0
  const pairs = new Map<Block, Block>()
  if (led && old[0] && now[0]) pairs.set(old[0], now[0])
  const [olds, nows] = [old.slice(first), now.slice(first)]
  if (olds.length === 1 && nows.length === 1 && canPair(olds[0]!, nows[0]!)) return pairs.set(olds[0]!, nows[0]!)
  for (const [one, other] of bestPairs(olds, nows, work)) pairs.set(one, other)
  return pairs
}

// The pairs, in order on both sides, whose likeness adds up to most.
function bestPairs(old: Blocks, now: Blocks, work: Comparing): readonly (readonly [Block, Block])[] {
  const width = now.length + 1
  const score = old.map((one) => now.map((other) => scoreOf(one, other, work)))
  const best = new Float64Array((old.length + 1) * width)
  for (let row = old.length - 1; row >= 0; row -= 1)
    for (let column = now.length - 1; column >= 0; column -= 1) {
      const skip = Math.max(best[(row + 1) * width + column]!, best[row * width + column + 1]!)
      best[row * width + column] = Math.max(skip, score[row]![column]! + best[(row + 1) * width + column + 1]!)
    }
  const pairs: (readonly [Block, Block])[] = []
  for (let row = 0, column = 0; row < old.length && column < now.length; ) {
    const own = score[row]![column]!
    if (own > 0 && best[row * width + column] === own + best[(row + 1) * width + column + 1]!)
      pairs.push([old[row++]!, now[column++]!])
    else if (best[(row + 1) * width + column]! >= best[row * width + column + 1]!) row += 1
    else column += 1
  }
  return pairs
}

function scoreOf(old: Block, now: Block, work: Comparing): number {
  if (!canPair(old, now)) return 0
  if (old === now) return 1
  if (old.type === 'table') return 1
  const alike = likeness(
    tokensOf(inlinesOfBlock(old), work.keys, work.targetOf),
    tokensOf(inlinesOfBlock(now), work.keys),
  )
  return alike >= alikeEnough ? alike : 0
}

function canPair(old: Block, now: Block): boolean {
  if (old.type === 'paragraph' || now.type === 'paragraph') return old.type === now.type
  const titled = ({columns}: Table): boolean => columns.some(({heading}) => heading.length > 0)
  return (
    old.columns.length === now.columns.length &&
    old.columns.every(({align}, index) => align === now.columns[index]!.align) &&
    titled(old) === titled(now)
  )
}
