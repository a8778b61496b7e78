/**
 * A redline for programs, as `schemas/redline.schema.json` describes it. Places are named as people name them, since ids alone say
 * nothing to a reader; a change's words are its own, so that all changes together hold each changed word once.
 */
import {
  type Agreement,
  type Cause,
  type CauseCounts,
  type Change,
  causeWords,
  countsOf,
  type Diagnostic,
  type FairCopy,
  type MarkKind,
  type ProvisionId,
  type Redline,
  type Renumbered,
  type Side,
  summaryOf,
} from '../../model/index.js'
import {passageByChange, wordsByChange} from './entries.js'
import {type Passage, passagesOf} from './passages.js'
import type {Places} from './place.js'

export interface RedlineJson {
  readonly format: 1
  readonly from: Side
  readonly to: Side
  /** The sentence that every form of the redline opens with. */
  readonly summary: string
  readonly counts: CauseCounts & {readonly renumbered: number; readonly uncompared: number}
  readonly changes: readonly ChangeJson[]
  readonly renamed: Redline['renamed']
  readonly renumbered: readonly Renumbered[]
  readonly uncompared: readonly Diagnostic[]
  /** The new side with its marks, where that is asked for. */
  readonly agreement?: Agreement<Change>
}

export interface ChangeJson {
  readonly id: string
  readonly kind: MarkKind
  readonly pair?: string
  readonly cause: Cause
  /** The cause in a sentence. */
  readonly why: string
  readonly author: string
  readonly date: string
  readonly revision: number
  readonly at: ProvisionId
  /** Number and headings of what it stands in or is, on each side where that stands. */
  readonly place: Places
  /** Its own words and those of its other half. A paragraph or row ends in a line break where another follows. */
  readonly words: {readonly before?: string; readonly after?: string}
}

/** `marked`: with the agreement and its marks, which makes it much longer. Keys stand in one order. */
export function redlineJson(
  redline: Redline,
  copy: FairCopy<Change>,
  {marked = false}: {readonly marked?: boolean} = {},
): RedlineJson {
  const passages = passagesOf(copy)
  const {from, to, changes, renamed, renumbered, uncompared, agreement} = redline
  const known: Known = {words: wordsByChange(passages), passages: passageByChange(passages)}
  return {
    format: 1,
    from,
    to,
    summary: summaryOf(redline, {showRenumbering: copy.against?.showRenumbering ?? false}),
    counts: {...countsOf(changes), renumbered: renumbered.length, uncompared: uncompared.length},
    changes: changes.map((change) => changeJson(change, known)),
    renamed,
    renumbered,
    uncompared,
    ...(marked ? {agreement} : {}),
  }
}

interface Known {
  readonly words: ReadonlyMap<string, string>
  readonly passages: ReadonlyMap<string, Passage>
}

function changeJson({id, kind, pair, cause, author, date, revision, at}: Change, {words, passages}: Known): ChangeJson {
  const own = words.get(id) ?? ''
  const other = pair === undefined ? undefined : words.get(pair)
  const [before, after] = kind === 'deleted' || kind === 'movedFrom' ? [own, other] : [other, own]
  return {
    id,
    kind,
    ...(pair === undefined ? {} : {pair}),
    cause,
    why: causeWords(cause),
    author,
    date,
    revision,
    at,
    place: passages.get(id)?.places ?? {},
    words: {...(before === undefined ? {} : {before}), ...(after === undefined ? {} : {after})},
  }
}
