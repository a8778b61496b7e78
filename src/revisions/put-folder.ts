/**
 * Putting a folder in place, whole or not at all: written aside under a random name in the same folder, flushed, then given
 * its name in one step. Who gives the name first has it; a crash leaves a folder aside, which a later writer sweeps away.
 */
import {randomUUID} from 'node:crypto'
import {join} from 'node:path'
import type {Disk} from './disk.js'
import {codeOf, StoreFault} from './fault.js'
import {foldersOf} from './paths.js'
import type {Files} from './revision.js'

const aside = '.aside-'

/** Longer than any writer takes, so that none is swept away at its work. In milliseconds. */
const stale = 10 * 60 * 1000

export function isAside(name: string): boolean {
  return name.startsWith(aside)
}

/** False when the name is taken; then, and when it throws, nothing is left behind. */
export async function putFolder(disk: Disk, within: string, name: string, files: Files): Promise<boolean> {
  const folder = join(within, aside + randomUUID())
  try {
    await fill(disk, folder, files)
    if (!(await renamed(disk, folder, within, name))) return false
  } finally {
    // Gone already when it was renamed. What cannot be removed now is swept later; the first failure is the one to tell.
    await disk.remove(folder).catch(() => undefined)
  }
  await disk.flushFolder(within).catch((error: unknown) => {
    throw new StoreFault(
      `${join(within, name)} was recorded, but the disk does not confirm that it would outlast a power failure.`,
      'Run `engross verify`, and copy the deal to another disk.',
      error,
    )
  })
  return true
}

async function fill(disk: Disk, folder: string, files: Files): Promise<void> {
  const folders = [...new Set([...files.keys()].flatMap(foldersOf))].map((path) => join(folder, path))
  for (const one of [folder, ...folders]) await disk.makeFolder(one)
  for (const [path, bytes] of files) await disk.write(join(folder, path), bytes)
  for (const one of [...folders.reverse(), folder]) await disk.flushFolder(one)
}

// POSIX says ENOTEMPTY or EEXIST for a name that is taken, Windows EPERM or EACCES, which may also mean something else.
async function renamed(disk: Disk, folder: string, within: string, name: string): Promise<boolean> {
  try {
    await disk.rename(folder, join(within, name))
    return true
  } catch (error) {
    const taken = ['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES'].includes(codeOf(error) ?? '')
    if (taken && (await disk.entries(within)).some((entry) => entry.name === name)) return false
    throw error
  }
}

/** Removes what writers that were killed left aside. `now` in milliseconds since 1970. */
export async function sweep(disk: Disk, within: string, now: number): Promise<void> {
  for (const {name, kind} of await disk.entries(within)) {
    if (kind !== 'folder' || !isAside(name)) continue
    const folder = join(within, name)
    // A folder that is gone by now was swept, or put in place, by someone else.
    const changedAt = await disk.changedAt(folder).catch(() => now)
    // One that cannot be removed stops nobody: `verify` names it.
    if (now - changedAt > stale) await disk.remove(folder).catch(() => undefined)
  }
}
