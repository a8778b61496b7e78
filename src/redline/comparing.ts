/** What one comparison works with: who became whom, who brought what, and the changes found so far. */
import type {Agreement, Change, Inline, MarkKind, Provision, ProvisionId} from '../model/index.js'
import {type Alignment, align} from './align.js'
import {type Book, type Draft, newBook, type Origin} from './book.js'
import {type CauseOf, type Changed, causesOf} from './causes.js'
import {type Origins, originsOf} from './origins.js'
import type {Journey} from './steps.js'
import {type Keys, newKeys} from './words/index.js'

export interface Comparing {
  readonly journey: Journey
  readonly alignment: Alignment
  readonly origins: Origins
  readonly causeOf: CauseOf
  readonly book: Book
  readonly keys: Keys
  /** Id of an old provision → that of the new side: a reference to the one is a reference to the other. */
  readonly targetOf: (old: ProvisionId) => ProvisionId
  /** Differences of lists of words already found, by the old list: each is needed once for each side of a move. */
  readonly found: WeakMap<readonly Inline[], Found>
  /** Both halves of each move, by what moved, as it stands on the new side. */
  readonly moves: Map<object, Move>
  /** Provisions made here: any other is one of the new side as it was, without a mark in it. */
  readonly made: Set<Provision<Change>>
}

/** The side that something stands in, where it is in one only. */
export type Side = 'old' | 'new'

export interface Move {
  readonly from: Draft
  readonly to: Draft
}

export interface Found {
  readonly now: readonly Inline[]
  readonly both: readonly Inline<Change>[]
  readonly old: readonly Inline<Change>[]
  readonly new: readonly Inline<Change>[]
}

export function comparing(journey: Journey): Comparing {
  const keys = newKeys()
  const to: Agreement = journey.steps.at(-1)!.agreement
  const alignment = align(journey.from, to, keys)
  return {
    journey,
    alignment,
    origins: originsOf(journey, alignment, keys),
    causeOf: causesOf(journey, alignment),
    book: newBook(),
    keys,
    targetOf: (id) => alignment.newOf.get(id) ?? id,
    found: new WeakMap(),
    moves: new Map(),
    made: new Set(),
  }
}

/** Opens a change that a step brought. */
export function open(kind: MarkKind, step: number, changed: Changed, {journey, causeOf, book}: Comparing): Draft {
  const {author, date, revision} = journey.steps[step]!
  const moved = kind === 'movedFrom' || kind === 'movedTo'
  const origin: Origin = {cause: moved ? {type: 'moved'} : causeOf(step, changed), author, date, revision}
  return book.open(kind, origin, changed.ids.at(-1)!)
}

/** What stands in one side only. */
export interface OneSided {
  readonly ids: readonly ProvisionId[]
  readonly words: readonly Inline[]
  /** A whole provision, part or execution block, not words of it. */
  readonly whole: boolean
}

/** Opens a deletion, on the old side, or an insertion, on the new one. */
export function openOn(side: Side, step: number, {ids, words, whole}: OneSided, work: Comparing): Draft {
  return side === 'old'
    ? open('deleted', step, {ids, gone: words, come: [], whole}, work)
    : open('inserted', step, {ids, gone: [], come: words, whole}, work)
}

/** The two halves of a move, opened once, under the ids at which they stand. `now` is what moved, as the new side has it. */
export function moveOf(
  now: object,
  at: {readonly old: ProvisionId; readonly now: ProvisionId},
  stepOf: () => number,
  work: Comparing,
): Move {
  const known = work.moves.get(now)
  if (known) return known
  const step = stepOf()
  const changed = (id: ProvisionId): Changed => ({ids: [id], gone: [], come: [], whole: true})
  const move = {from: open('movedFrom', step, changed(at.old), work), to: open('movedTo', step, changed(at.now), work)}
  work.book.join(move.from, move.to)
  work.moves.set(now, move)
  return move
}

/** The halves of the move of something that has an id of its own: a provision, a part, an execution block. */
export function moveOfOwner(old: {readonly id: ProvisionId}, now: {readonly id: ProvisionId}, work: Comparing): Move {
  return moveOf(now, {old: old.id, now: now.id}, () => work.origins.ofMove(now.id), work)
}
