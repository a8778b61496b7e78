/** Walking one chain of numbered folders, revisions or tags: each record as written, each file as recorded, each link whole. */
import {join} from 'node:path'
import type {Diagnostic, Hash} from '../model/index.js'
import type {Disk, Entry} from './disk.js'
import * as found from './findings.js'
import {nameOf, numberOf, numbersIn} from './folder-store.js'
import {hashOf} from './hash.js'
import {foldersOf} from './paths.js'
import {filesBelow, withOtherLineEnds} from './stored-files.js'
import {isAside} from './writer.js'

/** What a chain is made of. */
export interface Chain<T> {
  readonly folder: string
  /** How diagnostics name the folder, from the deal's. */
  readonly within: string
  readonly recordName: string
  readonly read: (bytes: Uint8Array) => T | undefined
  readonly previous: (record: T) => Hash | null
  readonly files: (record: T) => ReadonlyMap<string, Hash>
  /** Names that stand in the folder beside the numbers. */
  readonly beside: readonly string[]
}

/** One place in a chain: no hash where its record is missing, no record where its bytes are not as written. */
export interface Link<T> {
  readonly number: number
  readonly hash?: Hash
  readonly record?: T
}

interface Numbered {
  readonly number: number
  readonly time: string
}

export interface Walked<T> {
  readonly links: readonly Link<T>[]
  readonly diagnostics: readonly Diagnostic[]
}

export async function verifyChain<T extends Numbered>(disk: Disk, chain: Chain<T>): Promise<Walked<T>> {
  const numbers = await numbersIn(disk, chain.folder)
  const links: Link<T>[] = []
  const diagnostics: Diagnostic[] = [...gaps(numbers, chain.within)]
  for (const number of numbers) {
    const {link, findings} = await verifyLink(disk, chain, number)
    diagnostics.push(...findings, ...joint(links.at(-1), link, chain))
    links.push(link)
  }
  return {links, diagnostics: [...diagnostics, ...(await strangers(disk, chain))]}
}

async function verifyLink<T extends Numbered>(
  disk: Disk,
  chain: Chain<T>,
  number: number,
): Promise<{readonly link: Link<T>; readonly findings: readonly Diagnostic[]}> {
  const folder = join(chain.folder, nameOf(number))
  const stored = await filesBelow(disk, folder)
  const name = recordFile(chain, number)
  if (stored.get(chain.recordName) !== 'file') return {link: {number}, findings: [found.missingFile(name)]}
  const bytes = await readable(disk, join(folder, chain.recordName))
  if (typeof bytes === 'string') return {link: {number}, findings: [found.unreadableFile(name, bytes)]}
  const understood = readAs(bytes, chain)
  if (!understood) return {link: {number, hash: hashOf(bytes)}, findings: [found.alteredRecord(name)]}
  const {record, hash} = understood
  if (record.number !== number)
    return {link: {number, hash}, findings: [found.wrongNumber(name, String(record.number))]}
  const recorded = new Map([...chain.files(record), [chain.recordName, hash]])
  return {
    link: {number, hash, record},
    findings: await compare(disk, folder, `${chain.within}/${nameOf(number)}`, stored, recorded),
  }
}

type Stored = ReadonlyMap<string, Entry['kind']>

async function compare(
  disk: Disk,
  folder: string,
  within: string,
  stored: Stored,
  recorded: ReadonlyMap<string, Hash>,
): Promise<readonly Diagnostic[]> {
  const findings: Diagnostic[] = []
  for (const [path, hash] of recorded)
    findings.push(...(await compareFile(disk, join(folder, path), `${within}/${path}`, stored.get(path), hash)))
  const known = new Set([...recorded.keys()].flatMap((path) => [path, ...foldersOf(path)]))
  for (const path of stored.keys()) if (!known.has(path)) findings.push(found.extraFile(`${within}/${path}`))
  return findings
}

async function compareFile(
  disk: Disk,
  file: string,
  name: string,
  kind: Entry['kind'] | undefined,
  hash: Hash,
): Promise<readonly Diagnostic[]> {
  if (kind !== 'file') return [kind === undefined ? found.missingFile(name) : found.alteredFile(name)]
  const bytes = await readable(disk, file)
  if (typeof bytes === 'string') return [found.unreadableFile(name, bytes)]
  if (hashOf(bytes) === hash) return []
  const converted = withOtherLineEnds(bytes).some((other) => hashOf(other) === hash)
  return [converted ? found.changedLineEnds(name) : found.alteredFile(name)]
}

// One file that cannot be read keeps nobody from checking the others. Gives its bytes, or in words why there are none.
async function readable(disk: Disk, file: string): Promise<Uint8Array | string> {
  try {
    return await disk.read(file)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** The record, and the hash of its bytes as they were written: a record whose line ends were changed still tells what to look for. */
function readAs<T>(bytes: Uint8Array, {read}: Chain<T>): {readonly record: T; readonly hash: Hash} | undefined {
  for (const written of [bytes, ...withOtherLineEnds(bytes)]) {
    const record = read(written)
    if (record) return {record, hash: hashOf(written)}
  }
  return undefined
}

// A record that is itself damaged has been named already, and says nothing sure of the one before it.
function joint<T extends Numbered>(
  before: Link<T> | undefined,
  {number, record}: Link<T>,
  chain: Chain<T>,
): readonly Diagnostic[] {
  if (!record) return []
  const own = recordFile(chain, number)
  if (number === 1) return chain.previous(record) === null ? [] : [found.brokenLink(chain.within, own)]
  if (before?.number !== number - 1 || !before.record) return []
  const previous = recordFile(chain, before.number)
  const late = Date.parse(before.record.time) > Date.parse(record.time) ? [found.clockBackwards(own, previous)] : []
  return chain.previous(record) === before.hash ? late : [found.brokenLink(previous, own), ...late]
}

// A hundred are enough to be told of: one folder named 9999 is no reason for a page of them.
function gaps(numbers: readonly number[], within: string): readonly Diagnostic[] {
  return numbers.flatMap((number, index) => {
    const before = numbers[index - 1] ?? 0
    return Array.from({length: Math.min(number - before - 1, 100)}, (_, gap) =>
      found.missingFolder(`${within}/${nameOf(before + 1 + gap)}`),
    )
  })
}

async function strangers<T>(disk: Disk, {folder, within, beside}: Chain<T>): Promise<readonly Diagnostic[]> {
  const entries = await disk.entries(folder)
  return entries.flatMap(({name, kind}) => {
    const isNumber = numberOf(name) !== undefined
    if (kind === 'folder' && (beside.includes(name) || isNumber)) return []
    if (isNumber) return [found.inTheWay(`${within}/${name}`)]
    return [
      kind === 'folder' && isAside(name)
        ? found.leftAside(`${within}/${name}`)
        : found.unknownEntry(`${within}/${name}`),
    ]
  })
}

function recordFile<T>({within, recordName}: Chain<T>, number: number): string {
  return `${within}/${nameOf(number)}/${recordName}`
}
