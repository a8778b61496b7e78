import {cp, mkdir, readdir, readFile, rename, rm, symlink, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {beforeEach, describe, expect, test} from 'vitest'
import {type Disk, type FolderStore, folderStore, nodeDisk, verify} from '../../src/revisions/index.js'
import {appended, dealFolder, draft, files, note} from './build.js'

let deal: string
let store: FolderStore

/** Three revisions and two tags. */
beforeEach(async () => {
  deal = await dealFolder()
  store = folderStore(deal)
  for (const words of ['one', 'two', 'three']) await appended(store, draft(words))
  for (const tag of ['sent', 'agreed'] as const)
    await store.tag({revision: 2, tag, time: note.time, author: note.author, note: ''})
})

const at = (path: string): string => join(deal, 'revisions', path)
const found = async (): Promise<readonly (readonly [string, string])[]> => {
  const {diagnostics} = await verify(store)
  return diagnostics.map(({code, at: place}) => [code, 'file' in place ? place.file : ''] as const)
}

test('finds nothing in a whole history, and says what that does not prove', async () => {
  const {revisions, head, diagnostics, proves} = await verify(store)
  expect([revisions, diagnostics]).toEqual([3, []])
  expect(head?.hash).toBe((await store.head())?.hash)
  expect(proves).toContain(head?.hash)
  expect(proves).toContain('cannot show that nobody wrote the whole history anew')
})

test('finds nothing, and proves nothing, where there is no revision', async () => {
  expect(await verify(folderStore(await dealFolder()))).toEqual({
    revisions: 0,
    met: [],
    tags: [],
    variations: [],
    diagnostics: [],
    proves: 'There is no revision yet, so there is nothing to prove.',
  })
})

test('finds and names the file of every single byte that is flipped', async () => {
  const folders = await readdir(at('.'), {recursive: true, withFileTypes: true})
  const paths = folders.filter((entry) => entry.isFile()).map(({parentPath, name}) => join(parentPath, name))
  const known = new Map<string, Uint8Array>()
  for (const path of paths) known.set(path, await readFile(path))
  const listed = new Map<string, ReturnType<Disk['entries']>>()
  let flips = 0
  for (const path of paths) {
    for (let place = 0; place < known.get(path)!.length; place++) {
      const flipped = Uint8Array.from(known.get(path)!)
      flipped[place]! ^= 1 << (flips++ % 8)
      const entries: Disk['entries'] = (folder) =>
        listed.get(folder) ?? listed.set(folder, nodeDisk.entries(folder)).get(folder)!
      const disk: Disk = {...nodeDisk, entries, read: async (file) => (file === path ? flipped : known.get(file)!)}
      const {diagnostics} = await verify({...store, disk})
      expect(diagnostics.map(({severity, at: where}) => [severity, where])).toEqual([
        ['error', {file: path.slice(deal.length + 1)}],
      ])
    }
  }
  expect(flips).toBeGreaterThan(2500)
})

describe('names', () => {
  test('a missing file', async () => {
    await rm(at('0002/clauses/ip.background.md'))
    expect(await found()).toEqual([['revision/missing-file', 'revisions/0002/clauses/ip.background.md']])
  })

  test('a missing record', async () => {
    await rm(at('0002/revision.json'))
    expect(await found()).toEqual([['revision/missing-file', 'revisions/0002/revision.json']])
  })

  test('an extra file, and an extra link', async () => {
    await mkdir(at('0001/more'))
    await writeFile(at('0001/more/notes.txt'), '')
    await symlink('/etc/passwd', at('0003/passwd'))
    expect(await found()).toEqual([
      ['revision/extra-file', 'revisions/0001/more/notes.txt'],
      ['revision/extra-file', 'revisions/0003/passwd'],
    ])
  })

  test('a link in a file’s place, even to the same bytes', async () => {
    await rename(at('0001/deal.yaml'), join(deal, 'deal.yaml'))
    await symlink(join(deal, 'deal.yaml'), at('0001/deal.yaml'))
    expect(await found()).toEqual([['revision/altered-file', 'revisions/0001/deal.yaml']])
  })

  test('a missing revision', async () => {
    await rm(at('0001'), {recursive: true})
    expect(await found()).toEqual([['revision/missing-folder', 'revisions/0001']])
  })

  test('revisions that changed places', async () => {
    await rename(at('0001'), at('x'))
    await rename(at('0002'), at('0001'))
    await rename(at('x'), at('0002'))
    expect(await found()).toEqual(
      expect.arrayContaining([
        ['revision/wrong-number', 'revisions/0001/revision.json'],
        ['revision/wrong-number', 'revisions/0002/revision.json'],
      ]),
    )
  })

  test('a revision of another history, well made, in the place of one of ours', async () => {
    const other = await dealFolder()
    for (const words of ['one', 'forged']) await appended(folderStore(other), draft(words))
    await rm(at('0002'), {recursive: true})
    await cp(join(other, 'revisions/0002'), at('0002'), {recursive: true})
    expect(await found()).toEqual(
      expect.arrayContaining([
        ['revision/broken-link', 'revisions/0002/revision.json'],
        ['revision/wrong-tag', 'revisions/tags/0001/tag.json'],
      ]),
    )
  })

  test('what a synchronised folder left when two computers wrote at once', async () => {
    await cp(at('0003'), at('0003 (conflicted copy)'), {recursive: true})
    await writeFile(at('.DS_Store'), '')
    expect(await found()).toEqual(
      expect.arrayContaining([
        ['revision/unknown-entry', 'revisions/0003 (conflicted copy)'],
        ['revision/unknown-entry', 'revisions/.DS_Store'],
      ]),
    )
  })

  test('changed line ends, and a byte order mark, as what they are', async () => {
    await writeFile(at('0001/deal.yaml'), (await readFile(at('0001/deal.yaml'), 'utf8')).replaceAll('\n', '\r\n'))
    await writeFile(at('0002/revision.json'), `\ufeff${await readFile(at('0002/revision.json'), 'utf8')}`)
    expect(await found()).toEqual([
      ['revision/changed-line-ends', 'revisions/0001/deal.yaml'],
      ['revision/changed-line-ends', 'revisions/0002/revision.json'],
    ])
  })

  test('a record with its keys in another order', async () => {
    const {format, ...rest} = JSON.parse(await readFile(at('0003/revision.json'), 'utf8'))
    await writeFile(at('0003/revision.json'), `${JSON.stringify({...rest, format}, null, 2)}\n`)
    expect(await found()).toEqual([['revision/altered-record', 'revisions/0003/revision.json']])
  })

  test('a missing tag', async () => {
    await rm(at('tags/0001'), {recursive: true})
    expect(await found()).toEqual([['revision/missing-folder', 'revisions/tags/0001']])
  })
})

test('warns of a clock that went backwards, and keeps the order', async () => {
  await appended(store, draft('four'), {time: '2016-11-23T10:00:00Z'})
  expect(await found()).toEqual([['revision/clock-backwards', 'revisions/0004/revision.json']])
  expect((await store.head())?.revision.number).toBe(4)
})

test('sees a shortened or rewritten history only with a hash kept outside, and then sees it', async () => {
  const head = (await store.head())!
  const receipt = {number: 3, hash: head.hash}
  expect((await verify(store, [receipt])).diagnostics).toEqual([])
  await rm(at('0003'), {recursive: true})
  expect(await found()).toEqual([])
  expect((await verify(store, [receipt])).diagnostics.map(({code}) => code)).toEqual(['revision/receipt-unmet'])
  await appended(store, files({'deal.yaml': 'rewritten'}))
  expect(await found()).toEqual([])
  expect((await verify(store, [receipt])).diagnostics.map(({code}) => code)).toEqual(['revision/receipt-unmet'])
})
