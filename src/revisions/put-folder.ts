/**
 * Putting a folder in place, whole or not at all: written aside under a random name in the same folder, flushed, read back,
 * then given its name in one step. Who gives the name first has it; a crash leaves a folder aside, which a later writer
 * sweeps away. No clock is trusted for that: what is swept is first given a name from which nobody puts it in place, in one
 * step too, so that a writer who was only slow finds its folder gone and begins again, and never half a folder in place.
 */
import {join} from 'node:path'
import type {Disk} from './disk.js'
import {codeOf, StoreFault} from './fault.js'
import {foldersOf} from './paths.js'
import type {Files} from './revision.js'
import {asideName, isAbandoned, isAside, isSwept, sweptName, type Writers} from './writer.js'

/** Longer than any writer takes. In milliseconds. */
const stale = 10 * 60 * 1000

/** How often a writer begins again whose folder was swept away; more often means that something else is wrong. */
const beginnings = 10

/** How long a name is asked for again where the system refuses it for a moment, as virus scanners make Windows do. In milliseconds. */
const patience = [10, 20, 40, 80, 160]

/** Where and as whom a folder is put. */
export interface Site {
  readonly disk: Disk
  readonly within: string
  readonly writers: Writers
}

/** False when the name is taken; then, and when it throws, nothing is left behind. */
export async function putFolder(site: Site, name: string, files: Files): Promise<boolean> {
  const {disk, within} = site
  let outcome = await tryFolder(site, name, files)
  for (let turn = 1; outcome === 'swept' && turn < beginnings; turn++) outcome = await tryFolder(site, name, files)
  if (outcome === 'swept')
    throw new StoreFault(
      `Another program removes what is written in ${within} before it is finished.`,
      'Look which program cleans or synchronises that folder, then run the command again.',
    )
  if (outcome === 'taken') return false
  await disk.flushFolder(within).catch((error: unknown) => {
    throw new StoreFault(
      `${join(within, name)} was recorded, but the disk does not confirm that it would outlast a power failure.`,
      'Run `engross verify`, and copy the deal to another disk.',
      error,
    )
  })
  return true
}

type Outcome = 'placed' | 'taken' | 'swept'

async function tryFolder({disk, within, writers}: Site, name: string, files: Files): Promise<Outcome> {
  const folder = join(within, asideName(writers))
  let outcome: Outcome | undefined
  try {
    await fill(disk, folder, files)
    await readBack(disk, folder, files)
    outcome = await renamed(disk, folder, within, name)
    return outcome
  } catch (error) {
    // A path below the folder is missing: so is the folder, which a sweep took.
    if (codeOf(error) === 'ENOENT' && !(await stands(disk, within, folder))) return 'swept'
    throw error
  } finally {
    // What cannot be removed now is swept later; the first failure is the one to tell.
    if (outcome !== 'placed') await disk.remove(folder).catch(() => undefined)
  }
}

async function fill(disk: Disk, folder: string, files: Files): Promise<void> {
  const folders = [...new Set([...files.keys()].flatMap(foldersOf))].map((path) => join(folder, path))
  for (const one of [folder, ...folders]) await disk.makeFolder(one)
  for (const [path, bytes] of files) await disk.write(join(folder, path), bytes)
  for (const one of [...folders.reverse(), folder]) await disk.flushFolder(one)
}

// A disk that took less than it was given and said nothing is found out before anyone relies on it (as Fossil does on commit).
async function readBack(disk: Disk, folder: string, files: Files): Promise<void> {
  for (const [path, bytes] of files) {
    if (Buffer.compare(await disk.read(join(folder, path)), bytes) === 0) continue
    throw new Error(`the disk does not give back ${path} as it was written`)
  }
}

// What a system says of a name that is taken, by a folder or by a file. Windows says EPERM or EACCES, which may also mean something else.
const refusals = ['ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EPERM', 'EACCES', 'EBUSY']

async function renamed(disk: Disk, folder: string, within: string, name: string): Promise<Outcome> {
  for (let turn = 0; ; turn++) {
    try {
      await disk.rename(folder, join(within, name))
      return 'placed'
    } catch (error) {
      const code = codeOf(error) ?? ''
      if (!refusals.includes(code)) throw error
      if ((await disk.entries(within)).some((entry) => entry.name === name)) return 'taken'
      const wait = patience[turn]
      if (wait === undefined) throw error
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
}

async function stands(disk: Disk, within: string, folder: string): Promise<boolean> {
  return (await disk.entries(within)).some(({name}) => join(within, name) === folder)
}

/**
 * Removes what writers that were killed left aside. `now` in milliseconds since 1970: a folder of another computer is left
 * over when its time lies far from it, before or after. What cannot be removed stops nobody: `verify` names it.
 */
export async function sweep({disk, within, writers}: Site, now: number): Promise<void> {
  for (const {name, kind} of await disk.entries(within)) {
    if (kind !== 'folder' || !isAside(name)) continue
    if (await isLeftOver(disk, within, name, writers, now)) await remove(disk, within, name).catch(() => undefined)
  }
}

async function isLeftOver(disk: Disk, within: string, name: string, writers: Writers, now: number): Promise<boolean> {
  if (isSwept(name) || isAbandoned(name, writers)) return true
  // A folder that is gone by now was swept, or put in place, by someone else.
  const changedAt = await disk.changedAt(join(within, name)).catch(() => now)
  return Math.abs(now - changedAt) > stale
}

async function remove(disk: Disk, within: string, name: string): Promise<void> {
  const out = isSwept(name) ? name : sweptName()
  if (out !== name) await disk.rename(join(within, name), join(within, out))
  await disk.remove(join(within, out))
}
