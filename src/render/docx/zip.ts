/**
 * The package as a zip (APPNOTE 6.3.3), as little of it as Word needs: one deflated entry a part, in the order given,
 * one time for all. Nothing in it comes from the clock or the machine, so the same parts give the same bytes.
 */
import {instantOf} from './instant.js'
import type {FinishedPart} from './segment.js'

const localSize = 30
const centralSize = 46
const endSize = 22

/** `time` is an ISO 8601 instant, kept in UTC; the format counts two seconds at a time. */
export function zip(parts: readonly FinishedPart[], time: string): Uint8Array {
  const entries = parts.map((part) => ({
    ...part,
    path: Buffer.from(part.name),
    packed: part.deflated.reduce((sum, {length}) => sum + length, 0),
  }))
  const total = entries.reduce(
    (sum, {path, packed}) => sum + localSize + centralSize + 2 * path.length + packed,
    endSize,
  )
  const out = Buffer.alloc(total)
  const stamp = dosTime(time)
  const offsets: number[] = []
  let at = 0
  for (const entry of entries) {
    offsets.push(at)
    at = out.writeUInt32LE(0x04034b50, at)
    at = common(out, at, entry, stamp)
    at += entry.path.copy(out, at)
    for (const piece of entry.deflated) at += piece.copy(out, at)
  }
  const directory = at
  for (const [index, entry] of entries.entries()) {
    at = out.writeUInt32LE(0x02014b50, at)
    at = out.writeUInt16LE(20, at)
    at = common(out, at, entry, stamp)
    // Comment length, disk, and attributes are all zero.
    at = out.writeUInt32LE(offsets[index]!, at + 10)
    at += entry.path.copy(out, at)
  }
  finish(out, at, entries.length, directory)
  return new Uint8Array(out.buffer, out.byteOffset, out.length)
}

interface Entry extends FinishedPart {
  readonly path: Buffer
  readonly packed: number
}

// The fields that the local header and the directory share: version 2.0, no flags, method 8, and what is in it.
function common(out: Buffer, start: number, {crc, packed, size, path}: Entry, {date, time}: Stamp): number {
  let at = out.writeUInt16LE(20, start)
  at = out.writeUInt16LE(0, at)
  at = out.writeUInt16LE(8, at)
  at = out.writeUInt16LE(time, at)
  at = out.writeUInt16LE(date, at)
  at = out.writeUInt32LE(crc, at)
  at = out.writeUInt32LE(packed, at)
  at = out.writeUInt32LE(size, at)
  at = out.writeUInt16LE(path.length, at)
  return out.writeUInt16LE(0, at)
}

function finish(out: Buffer, start: number, count: number, directory: number): void {
  const at = out.writeUInt32LE(0x06054b50, start) + 4
  out.writeUInt16LE(count, at)
  out.writeUInt16LE(count, at + 2)
  out.writeUInt32LE(start - directory, at + 4)
  out.writeUInt32LE(directory, at + 8)
}

interface Stamp {
  readonly date: number
  readonly time: number
}

function dosTime(time: string): Stamp {
  const instant = instantOf(time)
  const year = instant.getUTCFullYear()
  return {
    date: ((year - 1980) << 9) | ((instant.getUTCMonth() + 1) << 5) | instant.getUTCDate(),
    time: (instant.getUTCHours() << 11) | (instant.getUTCMinutes() << 5) | (instant.getUTCSeconds() >> 1),
  }
}
