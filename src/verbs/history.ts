/** A deal's revisions as verbs need them: any of them with its files, the log with its tags, the recording of the next. */
import {readdir} from 'node:fs/promises'
import type {Agreement, Hash} from '../model/index.js'
import {
  type Files,
  type FolderStore,
  folderStore,
  hashOf,
  type NewTag,
  type Note,
  type Origin,
  type Recorded,
  type Tag,
  type TagName,
} from '../revisions/index.js'
import {readDealFolder, sweepDealFolder} from './deal-folder.js'
import {FileFault, onDisk} from './fault.js'
import {lockFile} from './matter.js'
import {executedIn, variationOf} from './variation.js'

/** A revision's files and number: one that stands, or the one to be recorded next. */
export interface Snapshot {
  readonly number: number
  readonly time: string
  readonly files: Files
  readonly note: Note
  readonly isNew: boolean
}

/** A revision as it stands in the history, with the bytes that were recorded. */
export interface Standing {
  readonly number: number
  /** Hash of its record: it stands for the revision and all before it. */
  readonly hash: Hash
  readonly note: Note
  readonly files: Files
}

export interface LogEntry {
  readonly number: number
  readonly time: string
  readonly author: string
  readonly message: string
  readonly origin: Origin
  readonly hash: Hash
  /** Number of the executed revision that this one varies. */
  readonly varies?: number
  readonly tags: readonly TagName[]
  /** Each tag with who put it there, when, and what was said with it. */
  readonly marks: readonly Mark[]
}

export interface Mark {
  readonly tag: TagName
  readonly time: string
  readonly author: string
  readonly note: string
}

export interface History {
  readonly head: Snapshot | undefined
  /** Stored `agreement.json` of the first revision. */
  readonly firstAgreement: Uint8Array | undefined
  /** The last revision that is marked executed: what is recorded from now on varies it. */
  readonly executed: number | undefined
  /** The numbers of all revisions, oldest first. */
  readonly numbers: () => Promise<readonly number[]>
  /** Any revision with its files. Throws a FileFault where there is none of that number, a StoreFault where it was altered. */
  readonly read: (number: number) => Promise<Standing>
  /** Every revision without its files, oldest first. */
  readonly log: () => Promise<readonly LogEntry[]>
  /** Every tag, in the order in which they were put. */
  readonly tags: () => Promise<readonly Tag[]>
  /** The paths of those files that no revision holds as they are. */
  readonly unrecorded: (files: Files) => Promise<readonly string[]>
  readonly tag: (tag: NewTag) => Promise<Tag>
  /**
   * Records a snapshot after the head; true when someone else recorded first and nothing was written. Throws a FileFault
   * where a revision is executed and the snapshot is no variation of it; one that follows on a variation is one itself.
   */
  readonly append: (snapshot: Snapshot) => Promise<boolean>
}

/**
 * Opens the history of the deal in a folder, which need not have one yet, for a verb that may write to it: what writers
 * that were killed left there is swept away first. Throws a StoreFault when it was altered.
 */
export async function openHistory(path: string): Promise<History> {
  const store = folderStore(path)
  await store.sweep()
  await sweepDealFolder(path)
  const last = await store.head()
  const head = last && (await store.read(last.revision.number))
  const first = last && (last.revision.number === 1 ? head : await store.read(1))
  return {
    head: head && snapshotOf(head),
    firstAgreement: first?.files.get('agreement.json'),
    numbers: async () => (await store.list()).map(({revision: {number}}) => number),
    read: async (number) => standing(store, number),
    log: () => log(store),
    tags: () => store.tags(),
    executed: executedIn(await store.tags()),
    unrecorded: (files) => unrecorded(store, files),
    tag: (tag) => store.tag(tag),
    append: (snapshot) => append(store, last, snapshot),
  }
}

async function unrecorded(store: FolderStore, files: Files): Promise<readonly string[]> {
  const revisions = await store.list()
  return [...files].flatMap(([path, bytes]) => {
    const hash = hashOf(bytes)
    return revisions.some(({revision}) => revision.files.get(path) === hash) ? [] : [path]
  })
}

// Asked again here, since tags may have come while a draft was made; what asks before then only spares the work.
async function append(store: FolderStore, last: Recorded | undefined, {files, note}: Snapshot): Promise<boolean> {
  const executed = executedIn(await store.tags())
  const head = last && noteOf(last)
  const {varies, diagnostics} = variationOf(executed, head, {
    declared: note.varies !== undefined,
    message: note.message,
  })
  const [refusal] = diagnostics
  if (refusal) throw new FileFault(refusal.message, refusal.hint)
  const said = varies === undefined ? note : {...note, varies}
  return (await store.append(last?.hash, files, said)).type === 'conflict'
}

async function standing(store: FolderStore, number: number): Promise<Standing> {
  const last = (await store.head())?.revision.number ?? 0
  if (!Number.isSafeInteger(number) || number < 1 || number > last) throw missing(number, last)
  const {files, ...recorded} = await store.read(number)
  return {number, hash: recorded.hash, files, note: noteOf(recorded)}
}

function noteOf({revision: {time, author, message, origin, engross, varies}}: Recorded): Note {
  return {time, author, message, origin, engross, ...(varies === undefined ? {} : {varies})}
}

function missing(number: number, last: number): FileFault {
  const there = last === 0 ? 'the deal has none yet' : `the last is ${last}`
  return new FileFault(`There is no revision ${number}: ${there}.`, 'Look at `engross log`.')
}

async function log(store: FolderStore): Promise<readonly LogEntry[]> {
  const tags = await store.tags()
  return (await store.list()).map((recorded) => {
    const {number} = recorded.revision
    const {engross: _, ...said} = noteOf(recorded)
    const marks = tags
      .filter(({revision}) => revision === number)
      .map(({tag, time, author, note}) => ({tag, time, author, note}))
    return {number, ...said, hash: recorded.hash, tags: marks.map(({tag}) => tag), marks}
  })
}

/** A revision read: what it says, what it was made from, and who recorded it. */
export interface ReadRevision extends Standing {
  /** The agreement as it was stored; its shape is that of the Engross that recorded it. */
  readonly agreement: Agreement
  /** Text of `deal.yaml`. */
  readonly deal: string
  /** Text of `clauses.lock.json`; none in a revision that was recorded without. */
  readonly lock: string | undefined
  readonly tags: readonly TagName[]
}

export interface Revisions {
  /** Every revision without its files, oldest first. */
  readonly list: readonly LogEntry[]
  readonly tags: readonly Tag[]
  /** Throws a FileFault where there is none of that number, a StoreFault where it was altered. */
  readonly read: (number: number) => Promise<ReadRevision>
}

/** The revisions of the deal in a folder, to be read. Writes nothing. A path at which no deal stands is a fault. */
export async function revisionsOf(path: string): Promise<Revisions> {
  await onDisk(path, () => readdir(path))
  const store = folderStore(path)
  const [list, tags] = [await log(store), await store.tags()]
  // Where there is a history, it can be read without the deal.
  if (list.length === 0) await readDealFolder(path)
  return {list, tags, read: async (number) => readRevision(await standing(store, number), tags)}
}

function readRevision(revision: Standing, tags: readonly Tag[]): ReadRevision {
  const text = (path: string): string | undefined => {
    const bytes = revision.files.get(path)
    return bytes && new TextDecoder().decode(bytes)
  }
  const stored = text('agreement.json')
  // Hashes have been checked by now, so that what is missing was never there: another program recorded it.
  if (stored === undefined)
    throw new FileFault(`Revision ${revision.number} holds no agreement.json.`, 'It was not recorded by Engross.')
  return {
    ...revision,
    agreement: JSON.parse(stored) as Agreement,
    deal: text('deal.yaml') ?? '',
    lock: text(lockFile),
    tags: tags.filter((tag) => tag.revision === revision.number).map(({tag}) => tag),
  }
}

/** The lock of the head revision as text, where the deal has a revision. */
export async function headLock(path: string): Promise<string | undefined> {
  const store = folderStore(path)
  const head = await store.head()
  const bytes = head && (await store.read(head.revision.number)).files.get(lockFile)
  return bytes && new TextDecoder().decode(bytes)
}

function snapshotOf(recorded: Recorded & {readonly files: Files}): Snapshot {
  const {number, time} = recorded.revision
  return {number, time, files: recorded.files, note: noteOf(recorded), isNew: false}
}

/** True when two revisions hold the same bytes under the same paths. */
export function sameFiles(one: Files, other: Files): boolean {
  return (
    one.size === other.size &&
    [...one].every(
      ([path, bytes]) => Buffer.compare(bytes, other.get(path) ?? new Uint8Array()) === 0 && other.has(path),
    )
  )
}
