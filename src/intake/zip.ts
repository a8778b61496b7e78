/**
 * Taking a zip apart (APPNOTE 6.3.3) without believing it: sizes are checked before and counted while inflating, names and
 * places in the file are compared, and what two programs could read in two ways is refused. Nothing is written to disk.
 */
import {crc32, inflateRawSync} from 'node:zlib'
import {limits} from './limits.js'
import {refuse} from './refusal.js'

interface Entry {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

/**
 * Every file of the archive by its name, in the order of the directory. `check` is asked about all names before anything is
 * inflated. Throws a Refusal.
 */
export function unzip(bytes: Uint8Array, check: (names: readonly string[]) => void): ReadonlyMap<string, Uint8Array> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const entries = directory(view)
  checkSizes(entries)
  check(entries.filter(({name}) => !name.endsWith('/')).map(({name}) => name))
  const starts = entries.map((entry) => dataStart(view, entry))
  checkOverlap(entries, starts, view.length)
  const parts = new Map<string, Uint8Array>()
  for (const [index, entry] of entries.entries()) {
    if (!entry.name.endsWith('/')) parts.set(entry.name, inflated(view, entry, starts[index]!))
  }
  return parts
}

const endSize = 22
const centralSize = 46
const localSize = 30

// The record that ends the archive: its comment must reach to the last byte, or another reader may take another record.
function endOf(view: Buffer): number {
  const first = Math.max(0, view.length - endSize - 0xffff)
  for (let at = view.length - endSize; at >= first; at -= 1) {
    if (view.readUInt32LE(at) === 0x06054b50 && at + endSize + view.readUInt16LE(at + 20) === view.length) return at
  }
  return refuse('package/not-a-package', 'it is no Word file: it does not end as a zip does, or is cut short.')
}

function directory(view: Buffer): readonly Entry[] {
  const end = endOf(view)
  const [disk, count, size, start] = [
    view.readUInt16LE(end + 4),
    view.readUInt16LE(end + 10),
    view.readUInt32LE(end + 12),
    view.readUInt32LE(end + 16),
  ]
  if (disk !== 0 || view.readUInt16LE(end + 8) !== count)
    refuse('package/damaged', 'it is one disk of an archive of several.')
  if (count > limits.parts)
    refuse('package/too-many-parts', `it holds ${count} parts; more than ${limits.parts} are not read.`)
  if (start + size > end) refuse('package/damaged', 'its directory lies outside the file.')
  const entries: Entry[] = []
  let at = start
  for (let index = 0; index < count; index += 1) {
    if (at + centralSize > end || view.readUInt32LE(at) !== 0x02014b50)
      refuse('package/damaged', 'its directory is cut short.')
    const {entry, next} = central(view, at, end)
    entries.push(entry)
    at = next
  }
  return entries
}

function central(view: Buffer, at: number, end: number): {readonly entry: Entry; readonly next: number} {
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => view.readUInt16LE(at + field)) as [
    number,
    number,
    number,
  ]
  const next = at + centralSize + nameLength + extraLength + commentLength
  if (next > end) refuse('package/damaged', 'its directory is cut short.')
  const name = nameOf(view.subarray(at + centralSize, at + centralSize + nameLength))
  const flags = view.readUInt16LE(at + 8)
  if (flags & 0x2041) refuse('package/encrypted', 'it is protected by a password.', {part: name, hint: unlock})
  if (((view.readUInt32LE(at + 38) >>> 16) & 0xf000) === 0xa000)
    refuse('package/unsafe-name', `its part "${name}" is a link to a file outside.`, {part: name})
  const extra = view.subarray(at + centralSize + nameLength, at + centralSize + nameLength + extraLength)
  const [size, packed, offset] = wide(extra, [
    view.readUInt32LE(at + 24),
    view.readUInt32LE(at + 20),
    view.readUInt32LE(at + 42),
  ])
  const entry = {name, method: view.readUInt16LE(at + 10), crc: view.readUInt32LE(at + 16), packed, size, offset}
  return {entry, next}
}

export const unlock = 'Ask for a copy without a password, or open it in Word with the password and save it without one.'

// Sizes and places of 64 bits stand in extra field 1, in this order, for those fields only that are all ones.
function wide(extra: Buffer, fields: readonly [number, number, number]): readonly [number, number, number] {
  if (!fields.includes(0xffffffff)) return fields
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let from = at + 4
    const found = fields.map((field) => {
      if (field !== 0xffffffff) return field
      if (from + 8 > extra.length) refuse('package/damaged', 'its directory gives a size that cannot be read.')
      from += 8
      return Number(extra.readBigUInt64LE(from - 8))
    })
    return found as [number, number, number]
  }
  return fields
}

function nameOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes)
  } catch {
    return bytes.toString('latin1')
  }
}

// Parts in one place are one body under several names. What a part says of its size is not believed, but a part that says itself that it is too large is not even begun.
function checkSizes(entries: readonly Entry[]): void {
  const places = new Set<number>()
  for (const {name, offset} of entries) {
    if (places.has(offset))
      refuse('package/overlap', `its part "${name}" shares its bytes with another part.`, {part: name})
    places.add(offset)
  }
  const total = entries.reduce((sum, {size}) => sum + size, 0)
  if (total > limits.inflated)
    refuse(
      'package/inflates-too-far',
      `its parts together are ${megabytes(total)}; more than ${megabytes(limits.inflated)} are not read.`,
    )
}

export function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20).toLocaleString('en-GB')} MB`
}

function dataStart(view: Buffer, {name, method, offset, packed}: Entry): number {
  const damaged = (): never =>
    refuse('package/damaged', `its part "${name}" does not lie where the directory says.`, {part: name})
  if (offset + localSize > view.length || view.readUInt32LE(offset) !== 0x04034b50) damaged()
  const nameEnd = offset + localSize + view.readUInt16LE(offset + 26)
  const start = nameEnd + view.readUInt16LE(offset + 28)
  if (start + packed > view.length || view.readUInt16LE(offset + 8) !== method) damaged()
  if (nameOf(view.subarray(offset + localSize, nameEnd)) !== name)
    refuse('package/two-names', `its part "${name}" bears another name inside: two programs would read two files.`, {
      part: name,
    })
  return start
}

// Parts that share bytes make a small file inflate to a huge one, and honest programs never write them.
function checkOverlap(entries: readonly Entry[], starts: readonly number[], length: number): void {
  const spans = entries
    .map(({name, offset, packed}, index) => ({name, from: offset, to: starts[index]! + packed}))
    .sort((one, other) => one.from - other.from)
  for (const [index, {name, to}] of spans.entries()) {
    if (to > (spans[index + 1]?.from ?? length))
      refuse('package/overlap', `its part "${name}" shares its bytes with another part.`, {part: name})
  }
}

function inflated(view: Buffer, {name, method, packed, size, crc}: Entry, start: number): Uint8Array {
  const data = view.subarray(start, start + packed)
  if (method !== 0 && method !== 8)
    refuse('package/damaged', `its part "${name}" is packed in a way that Word does not use.`, {part: name})
  const bytes = method === 0 ? data : inflate(data, name, size)
  if (bytes.length !== size)
    refuse('package/false-size', `its part "${name}" is not of the size that the directory gives.`, {part: name})
  if (crc32(bytes) !== crc) refuse('package/damaged', `its part "${name}" is damaged.`, {part: name})
  return bytes
}

// zlib stops as soon as it has one byte more than the directory promised.
function inflate(data: Buffer, name: string, size: number): Buffer {
  try {
    return inflateRawSync(data, {maxOutputLength: Math.max(1, size)})
  } catch (error) {
    if (error instanceof RangeError)
      return refuse('package/false-size', `its part "${name}" is larger than the directory says.`, {part: name})
    return refuse('package/damaged', `its part "${name}" cannot be unpacked.`, {part: name})
  }
}
