/**
 * Where the files of a library stand: a folder on disk, or a map in memory. A shelf lists its files at once and reads
 * each only when asked and once, so that what is compiled, hashed and shown is the same bytes.
 */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {remembered} from './memo.js'

export interface Shelf {
  /** Empty for the shipped library; the folder as the user named it for one laid over it. */
  readonly name: string
  /** Paths with forward slashes, from the root of the shelf, sorted. */
  readonly paths: readonly string[]
  /** Bytes of a listed file. Throws when it is gone: that is a fault of the system, not of an author. */
  readonly read: (path: string) => Uint8Array
}

const folders = ['clause-library', 'templates', 'schemas']

/** The folders `clause-library`, `templates` and `schemas` under `root`; those that are absent hold nothing. */
export function folderShelf(root: string, name = ''): Shelf {
  const paths = folders.flatMap((folder) => filesUnder(root, folder)).sort()
  return {name, paths, read: remembered((path) => readFileSync(join(root, path))).of}
}

/** A shelf in memory: path → text. */
export function memoryShelf(files: Readonly<Record<string, string>>, name = ''): Shelf {
  const encoder = new TextEncoder()
  return {
    name,
    paths: Object.keys(files).sort(),
    read: (path) => {
      const text = files[path]
      if (text === undefined) throw new Error(`The shelf holds no ${path}.`)
      return encoder.encode(text)
    },
  }
}

// Symbolic links are left out: a library is what stands in its folder.
function filesUnder(root: string, folder: string): readonly string[] {
  const start = join(root, folder)
  if (!existsSync(start)) return []
  const entries = readdirSync(start, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  return entries.map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}
