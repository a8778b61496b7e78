/** What is swept away: what dead writers left, whatever the clock says; and what a sweep can never do to one that lives. */
import {mkdir, readdir, utimes, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {
  type Disk,
  folderStore,
  nodeDisk,
  StoreFault,
  verify,
  type Writers,
  writersHere,
} from '../../src/revisions/index.js'
import {appended, dealFolder, draft, minute, note} from './build.js'

const year = 365 * 24 * 60 * minute

/** Leaves a folder aside, as a writer does that is killed, made at an instant. */
async function leave(
  deal: string,
  {computer, process}: Pick<Writers, 'computer' | 'process'>,
  at = Date.now(),
): Promise<string> {
  const name = `.aside-${computer}-${process}-0b6d`
  await mkdir(join(deal, 'revisions', name), {recursive: true})
  await writeFile(join(deal, 'revisions', name, 'deal.yaml'), 'half')
  await utimes(join(deal, 'revisions', name), new Date(at), new Date(at))
  return name
}

const hidden = async (deal: string): Promise<readonly string[]> =>
  (await readdir(join(deal, 'revisions'))).filter((name) => name.startsWith('.'))

describe('what was left aside', () => {
  const [dead, alive] = [4711, 4712]
  const writers: Writers = {...writersHere, process: 1, isAlive: (process) => process !== dead}

  test.each([
    ['by a process of this computer that has ended, a moment ago', writersHere.computer, dead, 0, true],
    ['by one that has ended, in the future of a clock that was set back', writersHere.computer, dead, year, true],
    ['by a process of this computer that lives', writersHere.computer, alive, 0, false],
    ['by one that lives, or bears the number of one, long ago', writersHere.computer, alive, -year, true],
    ['by another computer a moment ago', '00000000', dead, 0, false],
    ['by another computer long ago', '00000000', dead, -year, true],
    ['by another computer whose clock is a year ahead', '00000000', dead, year, true],
  ])('%s', async (_, computer, process, age, gone) => {
    const deal = await dealFolder()
    const name = await leave(deal, {computer, process}, Date.now() + age)
    await folderStore(deal, {writers}).sweep()
    expect(await hidden(deal)).toEqual(gone ? [] : [name])
  })

  test('is swept by the next writer too, and by one that begins after a sweep was killed', async () => {
    const deal = await dealFolder()
    await leave(deal, {computer: writersHere.computer, process: dead})
    await mkdir(join(deal, 'revisions', '.swept-0b6d'))
    await appended(folderStore(deal, {writers}), draft('one'))
    expect(await readdir(join(deal, 'revisions'))).toEqual(['0001'])
  })

  test('stays where the disk can only be read, and stops nobody', async () => {
    const deal = await dealFolder()
    const name = await leave(deal, {computer: writersHere.computer, process: dead})
    const refuse = async (): Promise<never> => {
      throw Object.assign(new Error('EROFS'), {code: 'EROFS'})
    }
    await folderStore(deal, {writers, disk: {...nodeDisk, rename: refuse, remove: refuse, entries: refuse}}).sweep()
    await folderStore(deal, {writers, disk: {...nodeDisk, rename: refuse, remove: refuse}}).sweep()
    expect(await hidden(deal)).toEqual([name])
    expect((await verify(folderStore(deal))).diagnostics.map(({code, severity}) => [code, severity])).toEqual([
      ['revision/left-aside', 'advice'],
    ])
  })
})

/** A disk on which another writer sweeps, with a clock a year ahead, just before each call of one kind, so often. */
function sweptBefore(
  deal: string,
  call: 'write' | 'flushFolder' | 'rename' | 'read',
  times: number,
  sweep: Disk,
): Disk {
  let left = times
  const other = folderStore(deal, {disk: sweep, now: () => Date.now() + year})
  const plain = nodeDisk[call] as (...args: readonly unknown[]) => Promise<unknown>
  const guarded = async (...args: readonly unknown[]): Promise<unknown> => {
    // A sweep renames as well; its own calls are on a disk of its own.
    if (String(args[0]).includes('.aside') && left-- > 0) await other.sweep()
    return plain(...args)
  }
  return {...nodeDisk, [call]: guarded}
}

describe('a writer that is swept away while it lives, since a clock jumped,', () => {
  test.each(['write', 'flushFolder', 'read', 'rename'] as const)(
    'before any %s begins again, and its revision is whole',
    async (call) => {
      const deal = await dealFolder()
      await appended(folderStore(deal), draft('one'))
      await appended(folderStore(deal, {disk: sweptBefore(deal, call, 3, nodeDisk)}), draft('two'))
      expect(await readdir(join(deal, 'revisions'))).toEqual(['0001', '0002'])
      expect(await verify(folderStore(deal))).toMatchObject({revisions: 2, diagnostics: []})
    },
  )

  test('again and again says so at last, and leaves nothing', async () => {
    const deal = await dealFolder()
    await appended(folderStore(deal), draft('one'))
    const store = folderStore(deal, {disk: sweptBefore(deal, 'rename', 1000, nodeDisk)})
    await expect(store.append((await store.head())?.hash, draft('two'), note)).rejects.toThrow(StoreFault)
    expect(await readdir(join(deal, 'revisions'))).toEqual(['0001'])
  })

  test('file by file, just as it puts its folder in place, has no part of it in place', async () => {
    const deal = await dealFolder()
    await appended(folderStore(deal), draft('one'))
    const [begun, goOn] = [signal(), signal()]
    // The sweep has removed one file when the writer goes on, and removes the others after that.
    const slowly: Disk['remove'] = async (folder) => {
      await nodeDisk.remove(join(folder, 'deal.yaml'))
      begun.give()
      await goOn.given
      await nodeDisk.remove(folder)
    }
    let sweeping: Promise<void> | undefined
    const rename: Disk['rename'] = async (from, to) => {
      if (!sweeping) {
        const other = folderStore(deal, {disk: {...nodeDisk, remove: slowly}, now: () => Date.now() + year})
        sweeping = other.sweep()
        await begun.given
      }
      await nodeDisk.rename(from, to).finally(goOn.give)
    }
    await appended(folderStore(deal, {disk: {...nodeDisk, rename}}), draft('two'))
    await sweeping
    expect(await readdir(join(deal, 'revisions'))).toEqual(['0001', '0002'])
    expect(await verify(folderStore(deal))).toMatchObject({revisions: 2, diagnostics: []})
  })
})

test.each([-10 * year, 50 * year])(
  'a clock that jumps by %d ms between revisions changes no order and fails no check',
  async (jump) => {
    const deal = await dealFolder()
    const base = Date.parse(note.time)
    for (const [index, at] of [base, base + jump, base + 1].entries())
      await appended(folderStore(deal, {now: () => at}), draft(`${index}`), {time: new Date(at).toISOString()})
    const store = folderStore(deal)
    expect((await store.list()).map(({revision}) => revision.number)).toEqual([1, 2, 3])
    const {diagnostics} = await verify(store)
    expect(diagnostics.map(({code, severity}) => [code, severity])).toEqual([['revision/clock-backwards', 'warning']])
  },
)

function signal(): {readonly given: Promise<void>; readonly give: () => void} {
  let give = (): void => undefined
  const given = new Promise<void>((resolve) => (give = resolve))
  return {given, give}
}
