/**
 * The marks of a redline as they lie on words. A mark on a part, provision, block or row goes down to every word and number
 * below it, so that what the template prints marked is always a run of words: nothing is struck as a picture.
 */
import {
  type Against,
  type Change,
  type FairCopy,
  type MarkKind,
  numeralOf,
  type ProvisionId,
  type Standing,
} from '../../model/index.js'
import {anchorsOf} from './anchors.js'
import type {Wording} from './manuscript.js'
import {notesOf} from './notes.js'
import {movedLabel} from './redline-words.js'

/** Words that only one side has. Without a change of its own where a reference is renumbered and nothing else. */
export interface Mark {
  readonly kind: MarkKind
  readonly change?: Change
}

/** What a redline adds to a setting. */
export interface Redlining {
  readonly against: Against<Change>
  /** The labels that provisions of this redline bear. */
  readonly anchors: ReadonlySet<string>
  readonly changes: ReadonlyMap<string, Change>
  /** The number of the note that tells a change's cause; both halves of a change have the same. Empty where none is asked for. */
  readonly noteOf: ReadonlyMap<string, number>
  /** The mark of what the words stand in. */
  readonly around?: Mark
  /** Whether a bar in the margin goes with a mark. */
  readonly barred: boolean
}

export function redliningOf(copy: FairCopy<Change>, against: Against<Change>): Redlining {
  return {
    against,
    anchors: anchorsOf(copy),
    changes: new Map(against.redline.changes.map((change) => [change.id, change])),
    noteOf: new Map(notesOf(against).flatMap(({number, halves}) => halves.map(({id}) => [id, number] as const))),
    barred: true,
  }
}

/** What a setting has of a redline. */
interface Redlined {
  readonly redline?: Redlining
}

/** The setting of what stands in a node with this mark. */
export function within<S extends Redlined>(change: Change | undefined, setting: S): S {
  return change ? under({kind: change.kind, change}, setting) : setting
}

export function under<S extends Redlined>(mark: Mark, setting: S): S {
  return setting.redline ? {...setting, redline: {...setting.redline, around: mark}} : setting
}

/** Running words stand on every page: a bar beside them would say nothing. */
export function unbarred<S extends Redlined>(setting: S): S {
  return setting.redline ? {...setting, redline: {...setting.redline, barred: false}} : setting
}

/** Names on the cover bear no notes: those that sign have them. */
export function unnoted<S extends Redlined>(setting: S): S {
  return setting.redline ? {...setting, redline: {...setting.redline, noteOf: new Map()}} : setting
}

/** On which side the words of a setting stand. */
export function standingIn({redline}: Redlined): Standing {
  const kind = redline?.around?.kind
  return kind === undefined ? 'both' : kind === 'deleted' || kind === 'movedFrom' ? 'old' : 'new'
}

/** Leaves as the setting marks them: each a run of words, so that each can be told to who cannot see the mark. */
export function marked(leaves: Wording, {redline}: Redlined): Wording {
  if (!redline?.around) return leaves
  const {around, barred, noteOf} = redline
  const note = around.change && noteOf.get(around.change.id)
  const change = around.change?.id
  return leaves.map((leaf) => {
    if (typeof leaf !== 'string' && leaf.type !== 'foreign' && leaf.type !== 'blank') return leaf
    return {
      type: 'marked',
      kind: around.kind,
      barred,
      ...(change === undefined ? {} : {change}),
      ...(note === undefined ? {} : {note}),
      content: [leaf],
    }
  })
}

/** "[moved to 9]" before what is gone from here, "[moved from 7]" before what came: where the node bears the mark itself. */
export function moveLabel(change: Change | undefined, setting: Redlined & {readonly copy: FairCopy<Change>}): Wording {
  if (!setting.redline || (change?.kind !== 'movedFrom' && change?.kind !== 'movedTo')) return []
  const other = change.pair === undefined ? undefined : setting.redline.changes.get(change.pair)
  const away = change.kind === 'movedFrom'
  const numberAt = (at: ProvisionId, standing: Standing) => numeralOf(at, setting.copy, standing)?.full
  const here = numberAt(change.at, away ? 'old' : 'new')
  const there = other && numberAt(other.at, away ? 'new' : 'old')
  return [{type: 'moved', kind: change.kind, text: movedLabel(away, here === there ? undefined : there)}, ' ']
}
