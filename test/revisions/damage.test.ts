/** A history that was damaged after it was written, in every way and at every place: all of it is found, and found there. */
import {cp, mkdir, readdir, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {type Disk, type FolderStore, folderStore, nodeDisk, readReceipt, verify} from '../../src/revisions/index.js'
import {full} from '../readers.js'
import {appended, dealFolder, draft, note} from './build.js'

const revisions = full ? 50 : 4

/** A history of several revisions, two of them tagged; not the last one. */
async function history(
  of = revisions,
  words = 'revision',
): Promise<{readonly deal: string; readonly store: FolderStore}> {
  const deal = await dealFolder()
  const store = folderStore(deal)
  for (let number = 1; number <= of; number++) await appended(store, draft(`${words} ${number}`))
  for (const revision of [1, 2])
    await store.tag({revision, tag: 'sent', time: note.time, author: note.author, note: ''})
  return {deal, store}
}

const filesOf = async (deal: string): Promise<readonly string[]> => {
  const entries = await readdir(join(deal, 'revisions'), {recursive: true, withFileTypes: true})
  return entries.filter((entry) => entry.isFile()).map(({parentPath, name}) => join(parentPath, name))
}

/** Codes and files of what is found wrong. */
async function found(deal: string, heads: readonly string[] = []): Promise<readonly (readonly [string, string])[]> {
  const receipts = heads.map((head) => readReceipt(head)!)
  const {diagnostics} = await verify(folderStore(deal), receipts)
  return diagnostics
    .filter(({severity}) => severity === 'error')
    .map(({code, at}) => [code, 'file' in at ? at.file : ''] as const)
}

const folderName = (number: number): string => String(number).padStart(4, '0')

describe('a history held in memory, of which one file is other than it was', () => {
  let deal: string
  const known = new Map<string, Uint8Array>()
  const listed = new Map<string, Awaited<ReturnType<Disk['entries']>>>()

  beforeAll(async () => {
    // Made by hand: the helper's folder would be gone with the first test.
    const {mkdtemp} = await import('node:fs/promises')
    const {tmpdir} = await import('node:os')
    deal = await mkdtemp(join(tmpdir(), 'engross-damage-'))
    const store = folderStore(deal)
    for (let number = 1; number <= revisions; number++) await appended(store, draft(`revision ${number}`))
    for (const revision of [1, 2])
      await store.tag({revision, tag: 'sent', time: note.time, author: note.author, note: ''})
    for (const path of await filesOf(deal)) known.set(path, await readFile(path))
    const folders = ['.', ...(await readdir(join(deal, 'revisions'), {recursive: true}))]
    for (const folder of folders.map((name) => join(deal, 'revisions', name)))
      listed.set(folder, await nodeDisk.entries(folder).catch(() => []))
    await rm(deal, {recursive: true})
  })

  /** The files where something is found, when one file has other bytes. */
  async function where(path: string, bytes: Uint8Array): Promise<readonly string[]> {
    const disk: Disk = {
      ...nodeDisk,
      entries: async (folder) => listed.get(folder) ?? [],
      read: async (file) => (file === path ? bytes : known.get(file)!),
    }
    const {diagnostics} = await verify(folderStore(deal, {disk}))
    return diagnostics.map(({severity, at}) => `${severity} ${'file' in at ? at.file : ''}`)
  }

  const named = (path: string): readonly string[] => [`error ${path.slice(deal.length + 1)}`]

  test(`names it for every flipped ${full ? 'byte' : 'byte of a sample'}`, {timeout: 1_800_000}, async () => {
    let flips = 0
    for (const [path, bytes] of known) {
      for (let place = 0; place < bytes.length; place += full ? 1 : 3, flips++) {
        const flipped = Uint8Array.from(bytes)
        flipped[place]! ^= 1 << ((place + flips) % 8)
        expect(await where(path, flipped), `bit of byte ${place} of ${path}`).toEqual(named(path))
      }
    }
    expect(flips).toBeGreaterThan(full ? 30_000 : 1000)
  })

  test('names it for every length to which it is cut, and for bytes put after its end', {
    timeout: 900_000,
  }, async () => {
    for (const [path, bytes] of known) {
      const step = Math.max(1, Math.floor(bytes.length / (full ? 64 : 12)))
      for (let length = 0; length < bytes.length; length += step)
        expect(await where(path, bytes.subarray(0, length)), `${path} cut to ${length}`).toEqual(named(path))
      for (const more of ['\n', ' ', '\0', '{}'])
        expect(await where(path, Buffer.concat([bytes, Buffer.from(more)])), `${path} and more`).toEqual(named(path))
    }
  })
})

describe('on disk', () => {
  test('every file that is taken away is named', async () => {
    const {deal} = await history(3)
    for (const path of await filesOf(deal)) {
      const bytes = await readFile(path)
      await rm(path)
      expect(await found(deal)).toEqual([['revision/missing-file', path.slice(deal.length + 1)]])
      await writeFile(path, bytes)
    }
    expect(await found(deal)).toEqual([])
  })

  test('every folder but the last that is taken away is named', async () => {
    const {deal} = await history(4)
    for (const number of [1, 2, 3]) {
      const [folder, away] = [join(deal, 'revisions', folderName(number)), join(deal, 'away')]
      await rename(folder, away)
      expect(await found(deal)).toContainEqual(['revision/missing-folder', `revisions/${folderName(number)}`])
      await rename(away, folder)
    }
  })

  test('every two revisions that change places are named, and every one that is put in place of another', async () => {
    const {deal} = await history(4)
    const at = (number: number): string => join(deal, 'revisions', folderName(number))
    for (const [one, other] of [1, 2, 3, 4].flatMap((one) => [1, 2, 3, 4].map((other) => [one, other] as const))) {
      if (one === other) continue
      await cp(at(one), join(deal, 'kept'), {recursive: true})
      await rm(at(one), {recursive: true})
      await cp(at(other), at(one), {recursive: true})
      expect(await found(deal)).toContainEqual(['revision/wrong-number', `revisions/${folderName(one)}/revision.json`])
      await rm(at(one), {recursive: true})
      await rename(join(deal, 'kept'), at(one))
    }
    expect(await found(deal)).toEqual([])
  })

  test('the last revision that is taken away is missed by a hash kept elsewhere, or by its tag; alone, by nobody', async () => {
    const {deal, store} = await history(3)
    const [head, tagged] = [(await store.head())!, await dealFolder()]
    await cp(deal, tagged, {recursive: true})
    await folderStore(tagged).tag({revision: 3, tag: 'agreed', time: note.time, author: note.author, note: ''})
    for (const folder of [deal, tagged]) await rm(join(folder, 'revisions/0003'), {recursive: true})
    expect(await found(deal)).toEqual([])
    expect(await found(tagged)).toEqual([['revision/wrong-tag', 'revisions/tags/0003/tag.json']])
    for (const kept of [`3:${head.hash}`, head.hash, head.hash.slice(7, 19), `3:${head.hash.slice(7, 19)}…`])
      expect(
        (await found(deal, [kept])).map(([code]) => code),
        kept,
      ).toEqual(['revision/receipt-unmet'])
  })

  test('a history that was written anew as a whole agrees with itself, and with no hash kept of the old one', async () => {
    const [ours, forged] = [await history(3), await history(3, 'forged')]
    const [second, last] = [(await ours.store.list())[1]!, (await ours.store.head())!]
    const words = second.revision.files.get('agreement.json')!
    expect(await found(forged.deal)).toEqual([])
    for (const kept of [`3:${last.hash}`, second.hash, `2:${words}`, `2:${words.slice(7, 19)}`]) {
      expect(
        (await found(forged.deal, [kept])).map(([code]) => code),
        kept,
      ).toEqual(['revision/receipt-unmet'])
      expect(await found(ours.deal, [kept]), kept).toEqual([])
    }
  })

  test('a hash of the words of a revision is met though the record before it was written anew, and says no more than that', async () => {
    const {deal, store} = await history(2)
    const {hash, revision} = (await store.head())!
    const words = revision.files.get('agreement.json')!
    await rm(join(deal, 'revisions'), {recursive: true})
    await appended(store, draft('another beginning'))
    await appended(store, draft('revision 2'))
    const {diagnostics, proves, met} = await verify(store, [readReceipt(`2:${words}`)!])
    expect([diagnostics, met.map(({number, file}) => [number, file])]).toEqual([[], [[2, 'agreement.json']]])
    expect(proves).toContain('the other files and revisions this hash cannot show')
    expect(await found(deal, [`2:${hash}`])).toEqual([['revision/receipt-unmet', 'revisions/0002']])
  })

  test('a deal whose line ends another program changed says so of every file, and of nothing else', async () => {
    const {deal} = await history(3)
    const paths = await filesOf(deal)
    for (const path of paths) await writeFile(path, (await readFile(path, 'utf8')).replaceAll('\n', '\r\n'))
    expect([...(await found(deal))].sort()).toEqual(
      paths.map((path) => ['revision/changed-line-ends', path.slice(deal.length + 1)]).sort(),
    )
  })

  test('what synchronising programs leave is named: beside a revision as a copy, in one as a file too many', async () => {
    const {deal, store} = await history(2)
    const at = (name: string): string => join(deal, 'revisions', name)
    for (const name of [
      '0002 (Anna’s conflicted copy 2026-11-23)',
      '0002-1',
      '0002~HEAD',
      '0003.sync-conflict-20261123',
    ])
      await cp(at('0002'), at(name), {recursive: true})
    await cp(at('0001/deal.yaml'), at('0001/deal (conflicted copy).yaml'))
    await mkdir(at('tags/0002 (1)'))
    const {diagnostics, revisions: counted} = await verify(store)
    expect([counted, diagnostics.map(({code, at: place}) => [code, 'file' in place ? place.file : '']).sort()]).toEqual(
      [
        2,
        [
          ['revision/extra-file', 'revisions/0001/deal (conflicted copy).yaml'],
          ['revision/unknown-entry', 'revisions/0002 (Anna’s conflicted copy 2026-11-23)'],
          ['revision/unknown-entry', 'revisions/0002-1'],
          ['revision/unknown-entry', 'revisions/0002~HEAD'],
          ['revision/unknown-entry', 'revisions/0003.sync-conflict-20261123'],
          ['revision/unknown-entry', 'revisions/tags/0002 (1)'],
        ],
      ],
    )
  })

  test('an executed mark that was taken away is missed by the variation that came after it', async () => {
    const {deal, store} = await history(2)
    await store.tag({revision: 2, tag: 'executed', time: note.time, author: note.author, note: ''})
    await appended(store, draft('varied'), {varies: 2})
    expect(await found(deal)).toEqual([])
    await rm(join(deal, 'revisions/tags/0003'), {recursive: true})
    expect(await found(deal)).toEqual([['revision/wrong-variation', 'revisions/0003/revision.json']])
  })
})

test.each([
  ['', undefined],
  ['sha256:', undefined],
  ['a1b2c3d4e5f', undefined],
  ['3:', undefined],
  ['0:a1b2c3d4e5f6', undefined],
  ['a1b2c3d4e5f6', {hash: 'sha256:a1b2c3d4e5f6'}],
  ['3:A1B2C3D4E5F6', {number: 3, hash: 'sha256:a1b2c3d4e5f6'}],
  ['r3:sha256:a1b2c3d4e5f6…', {number: 3, hash: 'sha256:a1b2c3d4e5f6'}],
  [`sha256:${'0'.repeat(64)}`, {hash: `sha256:${'0'.repeat(64)}`}],
  [`sha256:${'0'.repeat(65)}`, undefined],
])('reads the hash %j as it was noted', (text, receipt) => {
  expect(readReceipt(text)).toEqual(receipt)
})
