/**
 * The record of a file that came from the other side, `received.json`: written in one way only and sealed with the hash of
 * everything before the seal, like the records of revisions, and a link of a chain of its own.
 */
import {type Hash, isObject, type Json, type JsonObject} from '../model/index.js'
import {hashOf} from '../revisions/index.js'

export const receivedRecordName = 'received.json'

export interface ReceivedRecord {
  readonly format: 1
  /** Counting from 1, without gaps. */
  readonly number: number
  /** Hash of the record before; `null` in the first. */
  readonly previous: Hash | null
  /** ISO 8601 instant at which it was received. A label: the order is that of the chain. */
  readonly time: string
  /** Who recorded it. */
  readonly author: string
  /** Id of the party of the deal that it came from. */
  readonly from: string
  /** What the file was called when it came. */
  readonly name: string
  /** What it is called beside this record: the same, but for characters that some disks refuse. */
  readonly file: string
  readonly sha256: Hash
  readonly size: number
  /** The revision that it answers; `hash` is that of the revision's record, so that the record holds that very revision. */
  readonly answers: {readonly revision: number; readonly hash: Hash}
  /** Version of Engross. */
  readonly engross: string
}

export function writeReceived(record: ReceivedRecord): Uint8Array {
  const {format, number, previous, time, author, from, name, file, sha256, size, answers, engross} = record
  const {revision, hash} = answers
  const ordered = {
    format,
    number,
    previous,
    time,
    author,
    from,
    name,
    file,
    sha256,
    size,
    answers: {revision, hash},
    engross,
  }
  return bytesOf({...ordered, seal: hashOf(bytesOf(ordered))})
}

function bytesOf(record: JsonObject): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(record, null, 2)}\n`)
}

/** The record, or undefined when the bytes are not exactly what `writeReceived` writes. */
export function readReceived(bytes: Uint8Array): ReceivedRecord | undefined {
  const record = recordOf(parsed(bytes))
  return record && Buffer.compare(bytes, writeReceived(record)) === 0 ? record : undefined
}

function parsed(bytes: Uint8Array): Json | undefined {
  try {
    return JSON.parse(new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes))
  } catch {
    return undefined
  }
}

function recordOf(value: Json | undefined): ReceivedRecord | undefined {
  if (!isObject(value) || value.format !== 1) return undefined
  const {number, previous, time, author, from, name, file, sha256, size, answers, engross} = value
  const texts = [time, author, from, name, file, engross]
  if (!texts.every((text) => typeof text === 'string') || !isSafeName(file as string)) return undefined
  if (!isCount(number) || !isCount(size) || !isHash(sha256) || !(previous === null || isHash(previous)))
    return undefined
  if (!isObject(answers) || !isCount(answers.revision) || !isHash(answers.hash)) return undefined
  const said = {time, author, from, name, file, engross} as Pick<
    ReceivedRecord,
    'time' | 'author' | 'from' | 'name' | 'file' | 'engross'
  >
  return {format: 1, number, previous, sha256, size, answers: {revision: answers.revision, hash: answers.hash}, ...said}
}

function isCount(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1
}

function isHash(value: Json | undefined): value is Hash {
  return typeof value === 'string' && /^sha256:[0-9a-f]{64}$/.test(value)
}

const longest = 120

/** A name that means the same file on every disk: plain letters, digits, spaces, dots and hyphens, ending in `.docx`. */
export function safeName(name: string): string {
  const stem = name
    .normalize('NFC')
    .toWellFormed()
    .replace(/\.docx$/i, '')
  const plain = stem.replace(/[^\p{L}\p{N} ._()-]+/gu, '-').replace(/^[. -]+|[. ]+$/g, '')
  const short = [...plain]
    .slice(0, longest)
    .join('')
    .replace(/[. ]+$/, '')
  const kept = short === '' || reserved.test(short) ? `file-${short}` : short
  return `${kept}.docx`
}

// Names that Windows keeps for devices, whatever follows the dot.
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

function isSafeName(name: string): boolean {
  return safeName(name) === name
}
