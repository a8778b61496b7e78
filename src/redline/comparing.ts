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
  /** Both halves of each move, by the new id. */
  readonly moves: Map<string, {readonly from: Draft; readonly to: Draft}>
  /** Provisions made here: any other is one of the new side as it was, without a mark in it. */
  readonly made: Set<Provision<Change>>
}

/** A stretch of tokens of one side, and the change that they bear. */
export interface Marked {
  readonly from: number
  readonly to: number
  readonly mark?: Change
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

/** The two halves of a move, opened once. */
export function moveOf(
  old: ProvisionId,
  now: ProvisionId,
  work: Comparing,
): {readonly from: Draft; readonly to: Draft} {
  const known = work.moves.get(now)
  if (known) return known
  const step = work.origins.ofMove(now)
  const changed = (id: ProvisionId): Changed => ({ids: [id], gone: [], come: [], whole: true})
  const move = {from: open('movedFrom', step, changed(old), work), to: open('movedTo', step, changed(now), work)}
  work.book.join(move.from, move.to)
  work.moves.set(now, move)
  return move
}
