/** A deal's folder as bytes: what a person wrote, and nothing that Engross recorded. */

import {randomBytes} from 'node:crypto'
import {mkdir, open, readdir, readFile, rename, rm} from 'node:fs/promises'
import {basename, dirname, join, resolve} from 'node:path'
import {FileFault, onDisk} from './fault.js'

export interface DealFolder {
  readonly path: string
  readonly name: string
  /** `deal.yaml`, `private.yaml` where there is one, and `clauses/*.md`: path → bytes, sorted. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** Reads the folder of a deal. A folder without `deal.yaml` is a fault. */
export async function readDealFolder(path: string): Promise<DealFolder> {
  const files = new Map<string, Uint8Array>()
  for (const name of await inputs(path))
    files.set(name, await onDisk(join(path, name), () => readFile(join(path, name))))
  if (!files.has('deal.yaml'))
    throw new FileFault(`${path} has no deal.yaml.`, 'Name the folder of a deal, or start one with `engross new`.')
  return {path, name: basename(resolve(path)), files}
}

async function inputs(path: string): Promise<readonly string[]> {
  const top = (await onDisk(path, () => readdir(path))).filter(
    (name) => name === 'deal.yaml' || name === 'private.yaml',
  )
  const clauses: readonly string[] = await readdir(join(path, 'clauses')).catch(() => [])
  return [...top, ...clauses.filter((name) => name.endsWith('.md')).map((name) => `clauses/${name}`)].sort()
}

/** Writes a file whole or not at all: aside, flushed, renamed into place. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const aside = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`)
  await onDisk(path, async () => {
    await mkdir(dirname(path), {recursive: true})
    try {
      const file = await open(aside, 'wx')
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(aside, path)
    } finally {
      await rm(aside, {force: true})
    }
  })
}
