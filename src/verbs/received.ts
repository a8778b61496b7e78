/**
 * The files that came from the other side: `received/0001/` beside the revisions, each with its record, written aside and
 * renamed into place, never changed again. Their chain is their own; each record holds the revision that it answers by hash.
 */
import {join} from 'node:path'
import type {Diagnostic, Hash} from '../model/index.js'
import {
  type Disk,
  diskFault,
  folderStore,
  hashOf,
  nameOf,
  nodeDisk,
  numbersIn,
  putFolder,
  StoreFault,
  sweep,
  verifyChain,
  type Writers,
  writersHere,
} from '../revisions/index.js'
import {type ReceivedRecord, readReceived, receivedRecordName, writeReceived} from './received-record.js'

export const receivedFolder = 'received'

/** What the disk and the clock are, so that a test can fill the one up and set back the other. */
export interface Surroundings {
  readonly disk: Disk
  /** Milliseconds since 1970: only to tell what writers left behind long ago. */
  readonly now: () => number
  readonly writers: Writers
}

const here: Surroundings = {disk: nodeDisk, now: Date.now, writers: writersHere}

export interface StoredReceipt {
  readonly record: ReceivedRecord
  readonly hash: Hash
}

/** Every record, oldest first. Throws a StoreFault where one was altered. */
export async function listReceived(
  deal: string,
  {disk}: Pick<Surroundings, 'disk'> = here,
): Promise<readonly StoredReceipt[]> {
  const folder = join(deal, receivedFolder)
  const found: StoredReceipt[] = []
  for (const number of await numbersIn(disk, folder)) {
    const file = `${receivedFolder}/${nameOf(number)}/${receivedRecordName}`
    const bytes = await disk.read(join(deal, file)).catch((error: unknown) => {
      throw diskFault(`${file} could not be read`, error)
    })
    const record = readReceived(bytes)
    if (record?.number !== number) throw altered(file)
    found.push({record, hash: hashOf(bytes)})
  }
  return found
}

function altered(file: string): StoreFault {
  return new StoreFault(
    `${file} is not as it was written.`,
    'Run `engross verify` to see what was altered; take the file back from a copy of the deal.',
  )
}

export type NewReceipt = Omit<ReceivedRecord, 'format' | 'number' | 'previous' | 'sha256' | 'size'>

/** Keeps a file, whole or not at all. Two that come at once are both kept: who is second takes the next number. */
export async function keepReceived(
  deal: string,
  bytes: Uint8Array,
  said: NewReceipt,
  surroundings: Surroundings = here,
): Promise<ReceivedRecord> {
  for (;;) {
    const last = (await listReceived(deal, surroundings)).at(-1)
    const record: ReceivedRecord = {
      ...said,
      format: 1,
      number: (last?.record.number ?? 0) + 1,
      previous: last?.hash ?? null,
      sha256: hashOf(bytes),
      size: bytes.length,
    }
    if (await put(deal, record, bytes, surroundings)) return record
    const stood = (await listReceived(deal, surroundings)).at(-1)
    if (stood?.hash === last?.hash)
      throw new StoreFault(
        `${said.name} was not kept: something that is no record stands at ${receivedFolder}/${nameOf(record.number)}.`,
        'Look what it is and move it away, then run the command again.',
      )
  }
}

async function put(
  deal: string,
  record: ReceivedRecord,
  bytes: Uint8Array,
  {disk, now, writers}: Surroundings,
): Promise<boolean> {
  const within = join(deal, receivedFolder)
  const site = {disk, within, writers}
  const files = new Map([
    [record.file, bytes],
    [receivedRecordName, writeReceived(record)],
  ])
  try {
    const isNew = (await disk.entries(within)).length === 0
    await disk.makeFolder(within)
    if (isNew) await disk.flushFolder(deal)
    await sweep(site, now())
    return await putFolder(site, nameOf(record.number), files)
  } catch (error) {
    throw diskFault(`${record.name} was not kept in ${within}`, error)
  }
}

/**
 * Walks the chain of received files: every record as it was written, every file as it came, each answering a revision that
 * stands in the history. Diagnostics name files from the deal's folder; none in a deal that received nothing.
 */
export async function verifyReceived(
  deal: string,
  {disk}: Pick<Surroundings, 'disk'> = here,
): Promise<readonly Diagnostic[]> {
  const folder = join(deal, receivedFolder)
  try {
    const {links, diagnostics} = await verifyChain<ReceivedRecord>(disk, {
      folder,
      within: receivedFolder,
      recordName: receivedRecordName,
      read: readReceived,
      previous: ({previous}) => previous,
      files: ({file, sha256}) => new Map([[file, sha256]]),
      beside: [],
    })
    const answered = links.flatMap(({number, record}) => (record ? [{number, ...record.answers}] : []))
    return [...diagnostics, ...(await astray(deal, answered, disk))]
  } catch (error) {
    throw diskFault(`What was received in ${folder} could not be read`, error)
  }
}

type Answer = {readonly number: number; readonly revision: number; readonly hash: Hash}

// A revision whose own record is damaged is named by the history, and says nothing sure here.
async function astray(deal: string, answered: readonly Answer[], disk: Disk): Promise<readonly Diagnostic[]> {
  if (answered.length === 0) return []
  const revisions = await folderStore(deal, {disk})
    .list()
    .catch(() => undefined)
  if (!revisions) return []
  const standing = new Map(revisions.map(({revision, hash}) => [revision.number, hash]))
  return answered.flatMap(({number, revision, hash}) =>
    standing.get(revision) === hash
      ? []
      : [answersNothing(`${receivedFolder}/${nameOf(number)}/${receivedRecordName}`, revision)],
  )
}

function answersNothing(file: string, revision: number): Diagnostic {
  return {
    severity: 'error',
    code: 'received/answers-nothing',
    message: `${file} answers revision ${revision} as it was then, which does not stand in this history.`,
    hint: 'Compare with a copy of the deal: the revision was put in place of another, or taken away.',
    at: {file},
  }
}
