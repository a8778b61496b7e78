/** A deal's revisions as verbs need them: any of them with its files, the log with its tags, the recording of the next. */
import type {Agreement, Hash} from '../model/index.js'
import {
  type Files,
  type FolderStore,
  folderStore,
  type Note,
  type Origin,
  type Recorded,
  type Tag,
  type TagName,
} from '../revisions/index.js'
import {FileFault} from './fault.js'
import {lockFile} from './matter.js'

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
  readonly tags: readonly TagName[]
}

export interface History {
  readonly head: Snapshot | undefined
  /** Stored `agreement.json` of the first revision. */
  readonly firstAgreement: Uint8Array | undefined
  /** The numbers of all revisions, oldest first. */
  readonly numbers: () => Promise<readonly number[]>
  /** Any revision with its files. Throws a FileFault where there is none of that number, a StoreFault where it was altered. */
  readonly read: (number: number) => Promise<Standing>
  /** Every revision without its files, oldest first. */
  readonly log: () => Promise<readonly LogEntry[]>
  /** Every tag, in the order in which they were put. */
  readonly tags: () => Promise<readonly Tag[]>
  /** Records a snapshot after the head; true when someone else recorded first and nothing was written. */
  readonly append: (snapshot: Snapshot) => Promise<boolean>
}

/** Opens the history of the deal in a folder, which need not have one yet. Throws a StoreFault when it was altered. */
export async function openHistory(path: string): Promise<History> {
  const store = folderStore(path)
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
    append: async ({files, note}) => (await store.append(last?.hash, files, note)).type === 'conflict',
  }
}

async function standing(store: FolderStore, number: number): Promise<Standing> {
  const last = (await store.head())?.revision.number ?? 0
  if (!Number.isSafeInteger(number) || number < 1 || number > last) throw missing(number, last)
  const {revision, hash, files} = await store.read(number)
  const {time, author, message, origin, engross} = revision
  return {number, hash, files, note: {time, author, message, origin, engross}}
}

function missing(number: number, last: number): FileFault {
  const there = last === 0 ? 'the deal has none yet' : `the last is ${last}`
  return new FileFault(`There is no revision ${number}: ${there}.`, 'Look at `engross log`.')
}

async function log(store: FolderStore): Promise<readonly LogEntry[]> {
  const tags = await store.tags()
  return (await store.list()).map(({revision: {number, time, author, message, origin}, hash}) => {
    const own = tags.filter(({revision}) => revision === number).map(({tag}) => tag)
    return {number, time, author, message, origin, hash, tags: own}
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

/** The revisions of the deal in a folder, to be read. Writes nothing. */
export async function revisionsOf(path: string): Promise<Revisions> {
  const store = folderStore(path)
  const [list, tags] = [await log(store), await store.tags()]
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
  const bytes = (await openHistory(path)).head?.files.get(lockFile)
  return bytes && new TextDecoder().decode(bytes)
}

function snapshotOf({revision, files}: Recorded & {readonly files: Files}): Snapshot {
  const {number, time, author, message, origin, engross} = revision
  return {number, time, files, note: {time, author, message, origin, engross}, isNew: false}
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
