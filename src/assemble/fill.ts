/**
 * A clause's tree, filled from a deal: conditions chosen, rows repeated, parameters put into words. Values enter as
 * nodes and are never read again. Items that no parameter touches are made once and shared by every agreement.
 */
import type {
  Block,
  Choice,
  Choosable,
  Clause,
  ClauseBlock,
  ClauseInline,
  ClauseItem,
  ClauseRow,
  Column,
  Inline,
  Provision,
  ProvisionId,
  Repetition,
  Row,
  Source,
} from '../model/index.js'
import {type Circumstances, holds, ownValue, printed, printsStill, unanswered} from './evaluate.js'
import {type Found, placeOf, read, rowIds, rowScope, type Scope, whole} from './scope.js'

/** A word that is no use of a term, kept apart until uses are found. */
export interface LiteralText {
  readonly type: 'text'
  readonly text: string
  readonly literal: true
}

/** What was read and decided on the way: read again, it must give the same answers for the result to stand. */
export interface Decision {
  readonly still: (now: Circumstances) => boolean
  /** Parameters without a value that it turned on: they may get one, and the decision come out the same. */
  readonly undecided?: (now: Circumstances) => readonly Found[]
}

export interface Filling {
  readonly at: Circumstances
  readonly source: Source
  /** Items made once, since no parameter touches them. */
  readonly fixed: WeakMap<ClauseItem, Provision>
  readonly decisions: Decision[]
}

/** Where in the agreement and in the deal something is filled. */
interface Stand {
  readonly id: ProvisionId
  readonly scope: Scope
  /** `~row` where a repetition made it. */
  readonly row: string
}

/** The provision of a clause: its position is its id, its title its heading. */
export function fillClause(clause: Clause, filling: Filling): Provision {
  const stand = {id: clause.position, scope: whole, row: ''}
  const {body, items, closing} = clause.tree
  return provision(stand, [{type: 'text', text: clause.title}], body, items, closing, filling)
}

type Parts = ClauseItem['body']

function provision(
  stand: Stand,
  heading: readonly Inline[] | undefined,
  body: Parts,
  items: ClauseItem['items'],
  closing: Parts,
  filling: Filling,
): Provision {
  const closed = blocks(closing, stand, filling)
  return {
    id: stand.id,
    source: filling.source,
    ...(heading ? {heading} : {}),
    body: blocks(body, stand, filling),
    provisions: expand(items, stand, filling, (item, inner, index) => [fillItem(item, inner, index, filling)]),
    ...(closed.length > 0 ? {closing: closed} : {}),
  }
}

function fillItem(item: ClauseItem, stand: Stand, index: number, filling: Filling): Provision {
  const shared = stand.scope === whole
  const known = shared ? filling.fixed.get(item) : undefined
  if (known) return known
  const before = filling.decisions.length
  const id = `${stand.id}/${item.label ?? `item-${index + 1}`}${stand.row}`
  const made = provision({id, scope: stand.scope, row: ''}, undefined, item.body, item.items, item.closing, filling)
  if (shared && filling.decisions.length === before) filling.fixed.set(item, made)
  return made
}

// Walks a sequence, choosing and repeating; `make` gets each thing that stands, and where.
function expand<T extends {readonly type: string}, R>(
  sequence: readonly Choosable<T>[],
  stand: Stand,
  filling: Filling,
  make: (one: T, stand: Stand, index: number) => readonly R[],
): readonly R[] {
  return sequence.flatMap((one, index): readonly R[] => {
    if (one.type === 'choice') return expand(chosen(one as Choice<T>, stand, filling), stand, filling, make)
    if (one.type === 'repetition') return repeat(one as Repetition<T>, stand, filling, make)
    return make(one as T, stand, index)
  })
}

function chosen<T>(choice: Choice<T>, {scope}: Stand, filling: Filling): readonly Choosable<T>[] {
  const answer = holds(choice.test, scope, filling.at)
  filling.decisions.push({
    still: (now) => holds(choice.test, scope, now) === answer,
    undecided: (now) => unanswered(choice.test, scope, now),
  })
  return answer ? choice.holds : choice.otherwise
}

function repeat<T extends {readonly type: string}, R>(
  repetition: Repetition<T>,
  stand: Stand,
  filling: Filling,
  make: (one: T, stand: Stand, index: number) => readonly R[],
): readonly R[] {
  const list = placeOf(repetition.over, stand.scope)
  const ids = rowIds(read(repetition.over, stand.scope, filling.at.root))
  filling.decisions.push({
    still: (now) => sameIds(rowIds(read(repetition.over, stand.scope, now.root)), ids),
    undecided: (now) => unanswered(repetition.over, stand.scope, now),
  })
  if (ids.length === 0) return expand(repetition.otherwise, stand, filling, make)
  return ids.flatMap((id, index) =>
    expand(
      repetition.each,
      {...stand, scope: rowScope(list, index, stand.scope), row: `${stand.row}~${id}`},
      filling,
      make,
    ),
  )
}

function blocks(sequence: Parts, stand: Stand, filling: Filling): readonly Block[] {
  return expand(sequence, stand, filling, (block: ClauseBlock, inner) => [fillBlock(block, inner, filling)])
}

function fillBlock(block: ClauseBlock, stand: Stand, filling: Filling): Block {
  if (block.type === 'paragraph') return {type: 'paragraph', content: inlines(block.content, stand, filling)}
  const columns = block.columns.map(({align, heading}): Column => ({align, heading: inlines(heading, stand, filling)}))
  return {
    type: 'table',
    columns,
    rows: expand(block.rows, stand, filling, (row: ClauseRow, inner, index) => [fillRow(row, inner, index, filling)]),
  }
}

function fillRow(row: ClauseRow, stand: Stand, index: number, filling: Filling): Row {
  return {
    id: `${row.label ?? `row-${index + 1}`}${stand.row}`,
    cells: row.cells.map((cell) => inlines(cell, stand, filling)),
  }
}

function inlines(sequence: readonly Choosable<ClauseInline>[], stand: Stand, filling: Filling): readonly Inline[] {
  return expand(sequence, stand, filling, (inline: ClauseInline, inner) => [fillInline(inline, inner, filling)])
}

function fillInline(inline: ClauseInline, stand: Stand, filling: Filling): Inline {
  switch (inline.type) {
    case 'text':
      return inline
    case 'literal-text':
      return {type: 'text', text: inline.text, literal: true} as LiteralText
    case 'emphasis':
      return {type: 'emphasis', content: inlines(inline.content, stand, filling)}
    case 'definition':
      return {type: 'definition', term: inline.text, text: inline.text}
    case 'reference':
      return {type: 'reference', target: inline.target}
    case 'print':
      return fillValue(inline, stand, filling)
  }
}

function fillValue(inline: Extract<ClauseInline, {type: 'print'}>, {scope}: Stand, filling: Filling): Inline {
  const node = printed(inline.expression, scope, filling.at)
  const alone = ownValue(inline.expression, scope, filling.at)
  const before = alone ? {node, alone} : {node}
  filling.decisions.push({still: (now) => printsStill(inline.expression, scope, now, before)})
  return node
}

function sameIds(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index])
}
