/**
 * `restore`: a new revision with the content of an old one, and the deal's own files set to it, since the next draft would
 * undo it otherwise. Nothing unsaved is lost: a file that no revision holds as it stands stops the whole. The order is
 * that of a draft: written aside, recorded, given their names; run again after a crash it goes on where it stopped.
 */
import {rm} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import type {Diagnostic} from '../model/index.js'
import {nodeDisk} from '../revisions/index.js'
import {readInputs, type SetAside, setAside} from './deal-folder.js'
import {onDisk} from './fault.js'
import {type History, openHistory, type Snapshot, type Standing} from './history.js'
import {deliver, nextSnapshot} from './recording.js'
import {variationOf} from './variation.js'

export interface RestoreSettings {
  readonly message: string
  readonly author: string
  /** Instant of the new revision, ISO 8601 in UTC. */
  readonly time: string
  /** True when the user says that what is restored is a variation of the executed revision. */
  readonly variation: boolean
}

export interface RestoreReport {
  readonly format: 1
  /** The old revision. */
  readonly restored: number
  /** The revision that holds its content now; 0 when something stood in the way. */
  readonly revision: number
  /** False when the head held that content already. */
  readonly recorded: boolean
  /** The files of the deal that were set to the old content, by their paths in its folder. */
  readonly files: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Restores a revision of the deal in a folder. What stands in the way is returned and nothing is written; a number that no
 * revision has, and what the disk refuses, are FileFaults.
 */
export async function restoreDeal(path: string, number: number, settings: RestoreSettings): Promise<RestoreReport> {
  const standing = await readInputs(path)
  const history = await openHistory(path)
  const old = await history.read(number)
  const next = restoredSnapshot(old, history, settings)
  const diagnostics = [...(await history.unrecorded(standing)).map(unsavedEdit), ...next.diagnostics]
  if (diagnostics.length > 0) return {format: 1, restored: number, revision: 0, recorded: false, files: [], diagnostics}
  const files = await setTo(path, standing, old, (aside) => deliver(aside, next.snapshot, history))
  const {number: revision, isNew: recorded} = next.snapshot
  return {format: 1, restored: number, revision, recorded, files, diagnostics: []}
}

/** The head where it holds the old content already; else what would be recorded, and what stands against that. */
function restoredSnapshot(
  {number, files}: Standing,
  history: History,
  {message, author, time, variation}: RestoreSettings,
): {readonly snapshot: Snapshot; readonly diagnostics: readonly Diagnostic[]} {
  const {varies, diagnostics} = variationOf(history.executed, history.head?.note, {declared: variation, message})
  const snapshot = nextSnapshot(files, history, {
    time,
    author,
    message: message === '' ? `Revision ${number} restored` : message,
    origin: 'restored',
    ...(varies === undefined ? {} : {varies}),
  })
  return {snapshot, diagnostics: snapshot.isNew ? diagnostics : []}
}

/** Sets the files of a deal to what they were in a revision; `record` records and gives them their names. Returns which. */
async function setTo(
  path: string,
  standing: ReadonlyMap<string, Uint8Array>,
  old: Standing,
  record: (aside: SetAside) => Promise<void>,
): Promise<readonly string[]> {
  const inputs = [...old.files].filter(([name]) => isInput(name))
  const written = inputs.filter(([name, bytes]) => !isSame(bytes, standing.get(name)))
  const removed = [...standing.keys()].filter((name) => !old.files.has(name))
  await record(await setAside(new Map(written.map(([name, bytes]) => [join(path, name), bytes]))))
  for (const name of removed) await onDisk(join(path, name), () => rm(join(path, name)))
  const changed = [...written.map(([name]) => name), ...removed].sort()
  for (const folder of new Set(changed.map((name) => dirname(join(path, name)))))
    await onDisk(folder, () => nodeDisk.flushFolder(folder))
  return changed
}

/** True for what a person writes of a deal, as `readInputs` reads it. */
function isInput(path: string): boolean {
  return path === 'deal.yaml' || path === 'private.yaml' || /^clauses\/[^/]+\.md$/.test(path)
}

function isSame(bytes: Uint8Array, other: Uint8Array | undefined): boolean {
  return other !== undefined && Buffer.compare(bytes, other) === 0
}

function unsavedEdit(file: string): Diagnostic {
  return {
    code: 'restore/unsaved-edit',
    severity: 'error',
    message: `${file} is in no revision as it stands now: restoring would lose what was changed in it.`,
    hint: 'Record it first with `engross draft`; or, where it may go, move the file out of the deal. Then restore.',
    at: {file},
  }
}
