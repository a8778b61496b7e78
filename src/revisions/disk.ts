/** The disk, as far as a history needs it: a port, so that a test can fill it up or pull its plug. */
import {lstat, mkdir, open, readdir, readFile, rename, rm} from 'node:fs/promises'
import {codeOf} from './fault.js'

export interface Entry {
  readonly name: string
  /** `other`: a link, a socket: nothing that we write. */
  readonly kind: 'file' | 'folder' | 'other'
}

export interface Disk {
  /** What stands in a folder; nothing when there is no folder. */
  readonly entries: (folder: string) => Promise<readonly Entry[]>
  readonly read: (file: string) => Promise<Uint8Array>
  /** Writes a file that must not exist yet, and flushes it. */
  readonly write: (file: string, bytes: Uint8Array) => Promise<void>
  /** Makes a folder and those that it stands in; says nothing when it is there. */
  readonly makeFolder: (folder: string) => Promise<void>
  /** Makes lasting what was put into, or moved into, a folder. */
  readonly flushFolder: (folder: string) => Promise<void>
  /** Gives a folder another name on the same disk, in one step; fails where a folder with something in it has that name. */
  readonly rename: (from: string, to: string) => Promise<void>
  /** Removes a folder and all in it; says nothing when it is gone. */
  readonly remove: (folder: string) => Promise<void>
  /** When something was last put into a folder, in milliseconds since 1970. */
  readonly changedAt: (folder: string) => Promise<number>
}

export const nodeDisk: Disk = {
  entries,
  read: (file) => readFile(file),
  write,
  makeFolder: async (folder) => void (await mkdir(folder, {recursive: true})),
  flushFolder,
  rename,
  remove: (folder) => rm(folder, {recursive: true, force: true}),
  changedAt: async (folder) => (await lstat(folder)).mtimeMs,
}

async function entries(folder: string): Promise<readonly Entry[]> {
  try {
    const found = await readdir(folder, {withFileTypes: true})
    return found.map((entry) => ({
      name: entry.name,
      kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other',
    }))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

async function write(file: string, bytes: Uint8Array): Promise<void> {
  const opened = await open(file, 'wx')
  try {
    await opened.writeFile(bytes)
    await opened.sync()
  } finally {
    await opened.close()
  }
}

// Windows flushes folders by itself and does not let them be opened.
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const opened = await open(folder, 'r')
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
}
