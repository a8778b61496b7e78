/** A deal's folder as bytes: what a person wrote, and nothing that Engross recorded. */

import {randomBytes} from 'node:crypto'
import {rmSync} from 'node:fs'
import {lstat, mkdir, open, readdir, readFile, rename, rm} from 'node:fs/promises'
import {basename, dirname, join, resolve} from 'node:path'
import {hasEnded, signatureOf, writersHere} from '../revisions/index.js'
import {FileFault, onDisk} from './fault.js'

export interface DealFolder {
  readonly path: string
  readonly name: string
  /** `deal.yaml`, `private.yaml` where there is one, and `clauses/*.md`: path → bytes, sorted. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** Reads the folder of a deal. A folder without `deal.yaml` is a fault. */
export async function readDealFolder(path: string): Promise<DealFolder> {
  const files = await readInputs(path)
  if (!files.has('deal.yaml'))
    throw new FileFault(`${path} has no deal.yaml.`, 'Name the folder of a deal, or start one with `engross new`.')
  return {path, name: basename(resolve(path)), files}
}

/** What a person wrote in the folder of a deal, whether or not a `deal.yaml` is among it. */
export async function readInputs(path: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (const name of await inputs(path))
    files.set(name, await onDisk(join(path, name), () => readFile(join(path, name))))
  return files
}

async function inputs(path: string): Promise<readonly string[]> {
  const top = (await onDisk(path, () => readdir(path))).filter(
    (name) => name === 'deal.yaml' || name === 'private.yaml',
  )
  const clauses: readonly string[] = await readdir(join(path, 'clauses')).catch(() => [])
  return [...top, ...clauses.filter((name) => name.endsWith('.md')).map((name) => `clauses/${name}`)].sort()
}

/** Files that are written and flushed beside their places, and do not bear their names yet. */
export interface SetAside {
  /** Gives every file its name. */
  readonly place: () => Promise<void>
  readonly discard: () => void
}

/**
 * Writes files aside, so that all of them are on disk before the first has its name: a full disk leaves the folder as it
 * was. `files` are path → bytes. What is aside goes when the process does; when it is killed without warning, the next that
 * sets files aside in the same folder sweeps it away.
 */
export async function setAside(files: ReadonlyMap<string, Uint8Array>): Promise<SetAside> {
  const pairs = [...files.keys()].map((path) => [path, asideOf(path)] as const)
  const begun: string[] = []
  const sweep = (): void => {
    for (const aside of begun) rmSync(aside, {force: true})
  }
  const discard = (): void => {
    process.off('exit', sweep)
    sweep()
  }
  const each = async (step: (path: string, aside: string) => Promise<void>): Promise<void> => {
    for (const [path, aside] of pairs) await onDisk(path, () => step(path, aside))
  }
  process.once('exit', sweep)
  for (const folder of new Set(pairs.map(([path]) => dirname(path)))) await sweepLeftOvers(folder)
  try {
    await each(async (path, aside) => {
      await makePlace(path)
      begun.push(aside)
      await write(aside, files.get(path)!)
    })
  } catch (error) {
    discard()
    throw error
  }
  return {place: () => each((path, aside) => rename(aside, path)).finally(discard), discard}
}

function asideOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.${signatureOf(writersHere)}-${randomBytes(6).toString('hex')}.tmp`)
}

const leftOver = /^\..+\.(?<signature>[0-9a-f]{8}-\d+)-[0-9a-f]{12}\.tmp$/

/** Removes what was set aside in the folder of a deal by a process that was killed. Throws nothing. */
export async function sweepDealFolder(path: string): Promise<void> {
  for (const folder of [path, join(path, 'clauses')]) await sweepLeftOvers(folder)
}

// Only those of processes that have ended: others may be at their work. What cannot be removed is in nobody's way.
async function sweepLeftOvers(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const signature = leftOver.exec(name)?.groups?.signature
    if (signature !== undefined && hasEnded(signature, writersHere))
      await rm(join(folder, name), {force: true}).catch(() => undefined)
  }
}

// A folder in the place of a file would stop the naming half-way, so that it is looked for first.
async function makePlace(path: string): Promise<void> {
  await mkdir(dirname(path), {recursive: true})
  const standing = await lstat(path).catch(() => undefined)
  if (standing?.isDirectory())
    throw new FileFault(`${path}: it is a folder.`, 'Move it away, or name another folder with --out.')
}

async function write(aside: string, bytes: Uint8Array): Promise<void> {
  const file = await open(aside, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Writes a file whole or not at all. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await (await setAside(new Map([[path, bytes]]))).place()
}
