/** A disk that refuses, at every call: nothing half-written, the cause named, and the work goes on once the fault is gone. */
import {readdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {type Disk, folderStore, nodeDisk, StoreFault, verify} from '../../src/revisions/index.js'
import {appended, dealFolder, draft, note} from './build.js'

type Call = keyof Disk

/** A disk on which one call, counted from 0, goes as `fail` says; reads count too. */
function faulty(fatal: number, fail: (call: Call, file: string, bytes?: Uint8Array) => Promise<unknown>) {
  let calls = 0
  const guarded = Object.entries(nodeDisk).map(([name, call]) => [
    name,
    async (...args: readonly unknown[]) =>
      calls++ === fatal
        ? fail(name as Call, String(args[0]), args[1] as Uint8Array)
        : (call as (...all: readonly unknown[]) => Promise<unknown>)(...args),
  ])
  return {disk: Object.fromEntries(guarded) as Disk, calls: () => calls}
}

const acts = {
  append: async (deal: string, disk: Disk) => {
    const store = folderStore(deal, {disk})
    return store.append((await store.head())?.hash, draft('two'), note)
  },
  tag: async (deal: string, disk: Disk) =>
    folderStore(deal, {disk}).tag({revision: 1, tag: 'sent', time: note.time, author: note.author, note: ''}),
}
type Act = keyof typeof acts

const causes = {
  EIO: 'the disk does not work properly',
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'your disk quota is used up',
  EROFS: 'the disk can only be read',
  EACCES: 'the folder may not be',
} as const

/** Does the act with a fault at each call in turn. `judge` gets what came of it. */
async function atEveryCall(
  act: Act,
  fail: (call: Call, file: string, bytes?: Uint8Array) => Promise<unknown>,
  judge: (outcome: unknown, deal: string) => Promise<void>,
): Promise<number> {
  for (let fatal = 0; ; fatal++) {
    const deal = await dealFolder()
    await writeFile(join(deal, 'deal.yaml'), 'ours')
    await appended(folderStore(deal), draft('one'))
    const {disk, calls} = faulty(fatal, fail)
    const outcome = await acts[act](deal, disk).catch((fault: unknown) => fault)
    if (calls() <= fatal) return fatal
    await judge(outcome, deal)
    // The fault is gone: the same command goes through, and nothing is left aside.
    const [before, again] = [await verify(folderStore(deal)), await acts[act](deal, nodeDisk)]
    expect(before.diagnostics.filter(({severity}) => severity === 'error')).toEqual([])
    expect(again).toHaveProperty('hash')
    expect(
      (await readdir(join(deal, 'revisions'), {recursive: true})).filter((name) => name.includes('.aside')),
    ).toEqual([])
    expect((await verify(folderStore(deal))).diagnostics).toEqual([])
  }
}

describe.each(['append', 'tag'] as const)('%s', (act) => {
  test.each(Object.entries(causes))(
    'names %s at whichever call it comes, and leaves nothing half-written',
    async (code, words) => {
      const refuse = async (call: Call, file: string, bytes?: Uint8Array): Promise<never> => {
        // As a disk does that fills up: the file is there as far as there was room.
        if (call === 'write') await writeFile(file, bytes!.subarray(0, 5))
        throw Object.assign(new Error(`${code}: as the system says it`), {code})
      }
      const calls = await atEveryCall(act, refuse, async (outcome) => {
        // Sweeping and tidying may fail without harm; whatever else fails is told.
        if (outcome instanceof StoreFault) expect(outcome.message).toMatch(new RegExp(`${words}|does not confirm`))
        else expect(outcome).toHaveProperty('hash')
      })
      expect(calls).toBeGreaterThan(act === 'append' ? 15 : 12)
    },
  )

  test('takes no file for written that the disk kept in part and said nothing', async () => {
    let shortened = 0
    const swallow = async (call: Call, file: string, bytes?: Uint8Array): Promise<unknown> => {
      if (call !== 'write') return (nodeDisk[call] as (path: string, more?: unknown) => Promise<unknown>)(file, bytes)
      shortened++
      return writeFile(file, bytes!.subarray(0, bytes!.length - 1))
    }
    await atEveryCall(act, swallow, async (outcome) => {
      if (outcome instanceof StoreFault)
        expect(outcome.message).toMatch(/the disk does not give back \S+ as it was written\.$/)
    })
    expect(shortened).toBe(act === 'append' ? 4 : 1)
  })
})

test('a file in the place of the next revision, or of the next tag, is named, and nobody waits for it for ever', async () => {
  const deal = await dealFolder()
  await appended(folderStore(deal), draft('one'))
  await acts.tag(deal, nodeDisk)
  await writeFile(join(deal, 'revisions/0002'), '')
  await writeFile(join(deal, 'revisions/tags/0002'), '')
  await expect(acts.append(deal, nodeDisk)).rejects.toThrow(/revisions\/0002 is in its way/)
  await expect(acts.tag(deal, nodeDisk)).rejects.toThrow(/revisions\/tags\/0002 is in its way/)
  expect((await verify(folderStore(deal))).diagnostics.map(({code, at}) => [code, at])).toEqual([
    ['revision/in-the-way', {file: 'revisions/0002'}],
    ['revision/in-the-way', {file: 'revisions/tags/0002'}],
  ])
})

test('one file that cannot be read is named, and all others are checked', async () => {
  const deal = await dealFolder()
  for (const words of ['one', 'two']) await appended(folderStore(deal), draft(words))
  await writeFile(join(deal, 'revisions/0002/deal.yaml'), 'altered')
  const broken = join(deal, 'revisions/0001/deal.yaml')
  const read: Disk['read'] = async (file) => {
    if (file === broken) throw Object.assign(new Error('EIO: i/o error, read'), {code: 'EIO'})
    return nodeDisk.read(file)
  }
  const {diagnostics} = await verify(folderStore(deal, {disk: {...nodeDisk, read}}))
  expect(diagnostics.map(({code, at}) => [code, at])).toEqual([
    ['revision/unreadable-file', {file: 'revisions/0001/deal.yaml'}],
    ['revision/altered-file', {file: 'revisions/0002/deal.yaml'}],
  ])
})
