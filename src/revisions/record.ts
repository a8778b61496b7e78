/**
 * Records as bytes: `revision.json` and `tag.json`. They are written in one way only (key order, blanks, line ends), and end
 * in a seal, the hash of everything before it: the record of the last revision has no successor that would name its hash.
 */
import {type Hash, isObject, type Json, type JsonObject} from '../model/index.js'
import {hashOf, isHash} from './hash.js'
import {isPathInside} from './paths.js'
import {origins, type Revision, type Tag, tagNames} from './revision.js'

export function writeRevision({
  format,
  number,
  parent,
  time,
  author,
  message,
  origin,
  engross,
  varies,
  files,
}: Revision): Uint8Array {
  const sorted = [...files].sort(([one], [other]) => (one < other ? -1 : 1))
  const about = {format, number, parent, time, author, message, origin, engross}
  return sealed({...about, ...(varies === undefined ? {} : {varies}), files: Object.fromEntries(sorted)})
}

export function writeTag({format, number, previous, revision, hash, tag, time, author, note}: Tag): Uint8Array {
  return sealed({format, number, previous, revision, hash, tag, time, author, note})
}

function sealed(record: JsonObject): Uint8Array {
  return bytesOf({...record, seal: hashOf(bytesOf(record))})
}

function bytesOf(record: JsonObject): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(record, null, 2)}\n`)
}

/** The record, or undefined when the bytes are not exactly what `writeRevision` writes. */
export function readRevision(bytes: Uint8Array): Revision | undefined {
  return sameBytes(bytes, revisionOf(parsed(bytes)), writeRevision)
}

/** The record, or undefined when the bytes are not exactly what `writeTag` writes. */
export function readTag(bytes: Uint8Array): Tag | undefined {
  return sameBytes(bytes, tagOf(parsed(bytes)), writeTag)
}

function sameBytes<T>(bytes: Uint8Array, record: T | undefined, write: (record: T) => Uint8Array): T | undefined {
  return record !== undefined && Buffer.compare(bytes, write(record)) === 0 ? record : undefined
}

function parsed(bytes: Uint8Array): Json | undefined {
  try {
    return JSON.parse(new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes))
  } catch {
    return undefined
  }
}

function revisionOf(value: Json | undefined): Revision | undefined {
  if (!isObject(value)) return undefined
  const {format, number, parent, time, author, message, engross, varies} = value
  const origin = origins.find((known) => known === value.origin)
  const files = filesOf(value.files)
  if (format !== 1 || !isCount(number) || !isParent(parent) || origin === undefined || files === undefined)
    return undefined
  if (!isText(time) || !isText(author) || !isText(message) || !isText(engross)) return undefined
  if (varies !== undefined && !(isCount(varies) && varies < number)) return undefined
  const about = {format, number, parent, time, author, message, origin, engross} as const
  return {...about, ...(varies === undefined ? {} : {varies}), files}
}

function filesOf(value: Json | undefined): ReadonlyMap<string, Hash> | undefined {
  if (!isObject(value)) return undefined
  const files = new Map<string, Hash>()
  for (const [path, hash] of Object.entries(value)) {
    if (!isPathInside(path) || !isHash(hash)) return undefined
    files.set(path, hash)
  }
  return files
}

function tagOf(value: Json | undefined): Tag | undefined {
  if (!isObject(value)) return undefined
  const {format, number, previous, revision, hash, time, author, note} = value
  const tag = tagNames.find((known) => known === value.tag)
  if (format !== 1 || !isCount(number) || !isCount(revision) || !isParent(previous) || tag === undefined)
    return undefined
  if (!isHash(hash) || !isText(time) || !isText(author) || !isText(note)) return undefined
  return {format, number, previous, revision, hash, tag, time, author, note}
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string'
}

function isCount(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1
}

function isParent(value: Json | undefined): value is Hash | null {
  return value === null || isHash(value)
}
