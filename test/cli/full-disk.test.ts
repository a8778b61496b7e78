/** A disk that is really full: a small one in memory, mounted for the test. Old states stay, the cause is said, and work goes on when there is room. */
import {spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {change, copyOf, scratch} from '../whole/drafts.js'
import {engross, type Ran} from './terminal.js'

const size = 1024 * 1024

/** A folder on a disk of its own with room for a megabyte. Where none may be mounted the test is skipped and says so: faults.test.ts stands in for it. */
function smallDisk(skip: (why: string) => never): string {
  const folder = scratch('disk')
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'engross-test', folder])
  if (mounted.status !== 0) return skip('needs the right to mount a small disk (tmpfs), which only root has')
  onTestFinished(() => void spawnSync('umount', ['-l', folder]))
  return folder
}

/** Fills a disk until so many bytes are free. */
function fill(disk: string, free: number): void {
  rmSync(join(disk, 'filler'), {force: true})
  const {bavail, bsize} = statfsSync(disk)
  writeFileSync(join(disk, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - free)))
}

const listed = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder, {recursive: true, encoding: 'utf8'}).sort() : []

/** What stands on a disk. The empty folder in which tags will be is made before the first is refused, and says nothing. */
const standing = (disk: string): readonly string[] =>
  listed(disk).filter((name) => name !== 'filler' && !name.endsWith('revisions/tags'))

/** A deal with two revisions on a small disk; the folder for drafts is there too. */
async function dealOn(disk: string): Promise<{readonly folder: string; readonly draft: () => Promise<Ran>}> {
  const folder = join(disk, 'deal')
  cpSync(copyOf('brightwater-hartmann-nda'), folder, {recursive: true})
  mkdirSync(join(disk, 'out'))
  const draft = () => engross(['draft', folder, '--format', 'md', '--out', join(disk, 'out')])
  for (const months of [36, 24]) {
    change(folder, {'/nda/termMonths': months})
    expect((await draft()).status).toBe(0)
  }
  return {folder, draft}
}

/** Tries a command with less room than it needs, then with more and more until it goes through. Gives how often it was refused. */
async function withGrowingRoom(disk: string, folder: string, command: () => Promise<Ran>): Promise<number> {
  const before = standing(disk)
  for (let [free, refused] = [0, 0]; ; free += 8192, refused++) {
    fill(disk, free)
    const made = await command()
    if (made.status === 0) {
      rmSync(join(disk, 'filler'))
      expect((await engross(['verify', folder])).status).toBe(0)
      expect(listed(disk).filter((name) => /(^|\/)\./.test(name))).toEqual([])
      return refused
    }
    expect(made, made.err).toMatchObject({status: 3, out: ''})
    expect(made.err).toMatch(/no space is left on the disk|the disk is full/)
    expect(made.err).toMatch(/free some space/i)
    expect(standing(disk), `with ${free} bytes free`).toEqual(before)
    expect((await engross(['verify', folder])).status).toBe(0)
    if (free > size) throw new Error('refused with all the room that there is')
  }
}

test('a draft on a full disk records nothing and writes no file, at whichever byte it fills up', async ({skip}) => {
  const disk = smallDisk(skip)
  const {folder, draft} = await dealOn(disk)
  change(folder, {'/nda/termMonths': 12})
  expect(await withGrowingRoom(disk, folder, draft)).toBeGreaterThan(5)
  expect(listed(join(folder, 'revisions'))).toContain('0003')
})

test('a mark on a full disk is not there, then it is', async ({skip}) => {
  const disk = smallDisk(skip)
  const {folder} = await dealOn(disk)
  expect(await withGrowingRoom(disk, folder, () => engross(['mark', folder, 'sent']))).toBeGreaterThan(0)
  expect((await engross(['log', folder])).out).toContain('    sent')
})

test('a revision is restored on a full disk whole or not at all, the files of the deal with it', async ({skip}) => {
  const disk = smallDisk(skip)
  const {folder} = await dealOn(disk)
  expect(await withGrowingRoom(disk, folder, () => engross(['restore', folder, '1']))).toBeGreaterThan(3)
  expect((await engross(['draft', folder, '--format', 'md', '--out', join(disk, 'out')])).out).toContain(
    'Revision 3: nothing changed',
  )
})
