/** A deal's revisions as verbs need them: the head with its files, the first agreement, the log, the recording of the next. */
import {
  type Files,
  folderStore,
  type Note,
  type Recorded,
  type TagName,
  type Verification,
  verify,
} from '../revisions/index.js'
import {lockFile} from './matter.js'

/** A revision's files and number: one that stands, or the one to be recorded next. */
export interface Snapshot {
  readonly number: number
  readonly time: string
  readonly files: Files
  readonly note: Note
  readonly isNew: boolean
}

export interface LogEntry {
  readonly number: number
  readonly time: string
  readonly author: string
  readonly message: string
  readonly origin: string
  readonly hash: string
  readonly tags: readonly TagName[]
}

export interface History {
  readonly head: Snapshot | undefined
  /** Stored `agreement.json` of the first revision. */
  readonly firstAgreement: Uint8Array | undefined
  readonly log: () => Promise<readonly LogEntry[]>
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
    log: async () => {
      const tags = await store.tags()
      return (await store.list()).map(({revision: {number, time, author, message, origin}, hash}) => {
        const own = tags.filter(({revision}) => revision === number).map(({tag}) => tag)
        return {number, time, author, message, origin, hash, tags: own}
      })
    },
    append: async ({files, note}) => (await store.append(last?.hash, files, note)).type === 'conflict',
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

/** Walks the chain of a deal's revisions and says what that proves. */
export async function verifyHistory(path: string): Promise<Verification> {
  return verify(folderStore(path))
}
