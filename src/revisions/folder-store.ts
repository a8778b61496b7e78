/** A history as plain folders beside the deal: `revisions/0001/…`, and tags under `revisions/tags/0001/`. */
import {join} from 'node:path'
import type {Hash} from '../model/index.js'
import {type Disk, nodeDisk} from './disk.js'
import {diskFault, StoreFault} from './fault.js'
import {hashOf} from './hash.js'
import {assertPaths, recordName} from './paths.js'
import {putFolder, type Site, sweep} from './put-folder.js'
import {readRevision, readTag, writeRevision, writeTag} from './record.js'
import type {Appended, Conflict, Files, NewTag, Note, Recorded, Revision, RevisionStore, Tag} from './revision.js'
import {type Writers, writersHere} from './writer.js'

export const tagRecordName = 'tag.json'
export const tagsFolder = 'tags'

/** A store whose folder can be walked, as `verify` does. */
export interface FolderStore extends RevisionStore {
  /** The folder of revisions. */
  readonly folder: string
  readonly disk: Disk
  /** Removes what writers that were killed left aside. Throws nothing: where that cannot be, `verify` names what is left. */
  readonly sweep: () => Promise<void>
}

export interface Circumstances {
  readonly disk: Disk
  /** Milliseconds since 1970: only to tell which folders of other computers are left over. Wrong, it costs a writer a second beginning. */
  readonly now: () => number
  readonly writers: Writers
}

interface Place extends Circumstances {
  readonly deal: string
  readonly folder: string
}

/** The history of the deal in `directory`, which need not have one yet. Every method throws a StoreFault when the disk fails. */
export function folderStore(directory: string, circumstances: Partial<Circumstances> = {}): FolderStore {
  const place: Place = {
    disk: nodeDisk,
    now: Date.now,
    writers: writersHere,
    ...circumstances,
    deal: directory,
    folder: join(directory, 'revisions'),
  }
  return {
    folder: place.folder,
    disk: place.disk,
    sweep: () => sweepAll(place),
    head: () => head(place),
    read: (number) => read(place, number),
    list: () => list(place),
    append: (parent, files, note) => append(place, parent, files, note),
    tag: (tag) => putTag(place, tag),
    tags: () => tags(place),
  }
}

/** `7` → `0007`. */
export function nameOf(number: number): string {
  return String(number).padStart(4, '0')
}

/** `0007` → `7`; undefined for a name that no revision has. */
export function numberOf(name: string): number | undefined {
  const number = Number(name)
  return /^\d{4,15}$/.test(name) && number >= 1 && nameOf(number) === name ? number : undefined
}

/** The numbers that stand in a folder, in order. */
export async function numbersIn(disk: Disk, folder: string): Promise<readonly number[]> {
  const entries = await disk.entries(folder)
  return entries
    .flatMap(({name, kind}) => (kind === 'folder' ? (numberOf(name) ?? []) : []))
    .sort((one, other) => one - other)
}

async function head(place: Place): Promise<Recorded | undefined> {
  const last = (await numbers(place)).at(-1)
  return last === undefined ? undefined : recorded(place, last)
}

async function list(place: Place): Promise<readonly Recorded[]> {
  const found: Recorded[] = []
  for (const number of await numbers(place)) found.push(await recorded(place, number))
  return found
}

async function numbers({disk, folder}: Place): Promise<readonly number[]> {
  return reading('revisions', () => numbersIn(disk, folder))
}

async function recorded({disk, folder}: Place, number: number): Promise<Recorded> {
  const file = `revisions/${nameOf(number)}/${recordName}`
  const bytes = await reading(file, () => disk.read(join(folder, nameOf(number), recordName)))
  const revision = readRevision(bytes)
  if (revision?.number !== number) throw altered(file)
  return {revision, hash: hashOf(bytes)}
}

async function read(place: Place, number: number): Promise<Recorded & {readonly files: Files}> {
  const known = await numbers(place)
  if (!known.includes(number) && known.some((later) => later > number)) throw goneMissing(number)
  if (!known.includes(number)) throw new RangeError(`read: there is no revision ${number}`)
  const record = await recorded(place, number)
  const files = new Map<string, Uint8Array>()
  for (const [path, hash] of record.revision.files) {
    const file = `revisions/${nameOf(number)}/${path}`
    const bytes = await reading(file, () => place.disk.read(join(place.folder, nameOf(number), path)))
    if (hashOf(bytes) !== hash) throw altered(file)
    files.set(path, bytes)
  }
  return {...record, files}
}

async function append(place: Place, parent: Hash | undefined, files: Files, note: Note): Promise<Appended | Conflict> {
  assertPaths(files)
  const before = await head(place)
  if (before?.hash !== parent) return conflict(before)
  const number = (before?.revision.number ?? 0) + 1
  const {time, author, message, origin, engross, varies} = note
  const hashes = new Map([...files].map(([path, bytes]) => [path, hashOf(bytes)]))
  const revision: Revision = {
    format: 1,
    number,
    parent: parent ?? null,
    time,
    author,
    message,
    origin,
    engross,
    ...(varies === undefined ? {} : {varies}),
    files: hashes,
  }
  const record = writeRevision(revision)
  const put = await placed(
    place,
    place.folder,
    number,
    new Map([...files, [recordName, record]]),
    `Revision ${number} was not recorded`,
  )
  return put ? {type: 'appended', revision, hash: hashOf(record)} : conflict(await moved(place, number, parent))
}

// The name was taken. By a revision, the head is another now; by anything else, nobody could ever go on.
async function moved(place: Place, number: number, parent: Hash | undefined): Promise<Recorded | undefined> {
  const after = await head(place)
  if (after?.hash !== parent) return after
  throw inTheWay(`Revision ${number} was not recorded`, nameOf(number))
}

function inTheWay(failure: string, name: string): StoreFault {
  return new StoreFault(
    `${failure}: revisions/${name} is in its way, and is nothing that Engross wrote.`,
    'Move it away, then run the command again.',
  )
}

function conflict(head: Recorded | undefined): Conflict {
  return {type: 'conflict', ...(head ? {head} : {})}
}

async function placed(place: Place, within: string, number: number, files: Files, failure: string): Promise<boolean> {
  const {disk, now} = place
  try {
    const isNew = (await disk.entries(within)).length === 0
    await disk.makeFolder(within)
    if (isNew) for (const folder of [place.folder, place.deal]) await disk.flushFolder(folder)
    await sweep(siteOf(place, within), now())
    return await putFolder(siteOf(place, within), nameOf(number), files)
  } catch (error) {
    throw diskFault(`${failure} in ${within}`, error)
  }
}

function siteOf({disk, writers}: Place, within: string): Site {
  return {disk, within, writers}
}

async function sweepAll(place: Place): Promise<void> {
  for (const within of [place.folder, join(place.folder, tagsFolder)])
    await sweep(siteOf(place, within), place.now()).catch(() => undefined)
}

async function tags({disk, folder}: Place): Promise<readonly Tag[]> {
  return (await storedTags(disk, folder)).map(({tag}) => tag)
}

async function storedTags(disk: Disk, folder: string): Promise<readonly {readonly tag: Tag; readonly hash: Hash}[]> {
  const found: {tag: Tag; hash: Hash}[] = []
  for (const number of await reading('revisions/tags', () => numbersIn(disk, join(folder, tagsFolder)))) {
    const file = `revisions/${tagsFolder}/${nameOf(number)}/${tagRecordName}`
    const bytes = await reading(file, () => disk.read(join(folder, tagsFolder, nameOf(number), tagRecordName)))
    const tag = readTag(bytes)
    if (tag?.number !== number) throw altered(file)
    found.push({tag, hash: hashOf(bytes)})
  }
  return found
}

// Two tags at once are both meant: who comes second takes the next number.
async function putTag(place: Place, {revision, tag, time, author, note}: NewTag): Promise<Tag> {
  if (!(await numbers(place)).includes(revision)) throw new RangeError(`tag: there is no revision ${revision}`)
  const {hash} = await recorded(place, revision)
  for (;;) {
    const last = (await storedTags(place.disk, place.folder)).at(-1)
    const number = (last?.tag.number ?? 0) + 1
    const record: Tag = {format: 1, number, previous: last?.hash ?? null, revision, hash, tag, time, author, note}
    const files = new Map([[tagRecordName, writeTag(record)]])
    if (await placed(place, join(place.folder, tagsFolder), number, files, `Revision ${revision} was not tagged`))
      return record
    const stood = (await storedTags(place.disk, place.folder)).at(-1)
    if (stood?.hash === last?.hash)
      throw inTheWay(`Revision ${revision} was not tagged`, `${tagsFolder}/${nameOf(number)}`)
  }
}

async function reading<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    throw diskFault(`${file} could not be read`, error)
  }
}

function altered(file: string): StoreFault {
  return new StoreFault(
    `${file} is not what was recorded.`,
    'Run `engross verify` to see what was altered; take the file back from a copy of the deal.',
  )
}

function goneMissing(number: number): StoreFault {
  return new StoreFault(
    `revisions/${nameOf(number)} is missing, though later ones are there.`,
    'Take the folder back from a copy of the deal.',
  )
}
