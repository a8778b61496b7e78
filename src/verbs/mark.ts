/**
 * `mark`: what happened to a revision outside (sent, agreed, executed), put beside it and never taken away. What makes the
 * mark doubtful is said, and the mark is put all the same: nobody but the user knows what was signed.
 */
import type {Diagnostic} from '../model/index.js'
import {type Tag, type TagName, tagNames} from '../revisions/index.js'
import {readInputs} from './deal-folder.js'
import {FileFault} from './fault.js'
import {type History, openHistory} from './history.js'
import {editedSince, executionDoubts} from './mark-doubts.js'

export {type TagName, tagNames}

export interface MarkSettings {
  readonly tag: TagName
  /** The last one when undefined. */
  readonly revision: number | undefined
  /** Free words: to whom it was sent, where the signed copy lies. */
  readonly note: string
  readonly author: string
  /** When it happened, ISO 8601 in UTC. */
  readonly time: string
}

export interface MarkReport {
  readonly format: 1
  readonly revision: number
  /** Hash of the revision's record: kept elsewhere, it shows later that nothing up to here was changed. */
  readonly hash: string
  readonly tag: TagName
  /** False when the revision bore the mark already: then nothing was written. */
  readonly marked: boolean
  /** The mark that stands: who put it, when, and what was said. */
  readonly time: string
  readonly author: string
  readonly note: string
  /** What is doubtful about it. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Marks a revision of the deal in a folder. A revision that is not there, and what the disk refuses, are FileFaults. */
export async function markDeal(path: string, settings: MarkSettings): Promise<MarkReport> {
  const inputs = await readInputs(path)
  const history = await openHistory(path)
  const last = history.head?.number
  if (last === undefined)
    throw new FileFault(`${path} has no revision yet, so none can be marked.`, 'Record one with `engross draft`.')
  const revision = await history.read(settings.revision ?? last)
  const tags = await history.tags()
  const {tag, note, author, time} = settings
  const known = tags.find((one) => isSame(one, revision.number, settings))
  const {time: when, ...put} = known ?? (await history.tag({revision: revision.number, tag, time, author, note}))
  return {
    format: 1,
    revision: revision.number,
    hash: revision.hash,
    tag,
    marked: !known,
    time: when,
    author: put.author,
    note: put.note,
    diagnostics: known
      ? []
      : [
          ...(tag === 'executed' ? executionDoubts(revision, tags, last) : []),
          ...unrecorded(inputs, history, settings),
        ],
  }
}

// A revision may be sent to one after another; it is agreed, and executed, once.
function isSame(known: Tag, revision: number, {tag, note}: MarkSettings): boolean {
  return known.revision === revision && known.tag === tag && (tag !== 'sent' || known.note === note)
}

// Who names no revision means what stands in the folder, which may be more than was recorded.
function unrecorded(
  inputs: ReadonlyMap<string, Uint8Array>,
  {head}: History,
  {revision}: MarkSettings,
): readonly Diagnostic[] {
  if (revision !== undefined || !head) return []
  const changed = [...inputs].find(
    ([path, bytes]) => Buffer.compare(bytes, head.files.get(path) ?? new Uint8Array()) !== 0,
  )
  if (!changed) return []
  return [editedSince(changed[0], head.number)]
}
