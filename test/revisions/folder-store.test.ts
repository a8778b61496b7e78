import {mkdir, readdir, readFile, utimes, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {type Disk, type Files, folderStore, hashOf, nodeDisk, StoreFault, verify} from '../../src/revisions/index.js'
import {appended, dealFolder, draft, files, minute, note} from './build.js'

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)

test('has no head, no list and no folder before the first revision', async () => {
  const deal = await dealFolder()
  const store = folderStore(deal)
  expect([await store.head(), await store.list(), await store.tags()]).toEqual([undefined, [], []])
  expect(await readdir(deal)).toEqual([])
})

test('keeps a revision as plain files beside its record', async () => {
  const deal = await dealFolder()
  await appended(folderStore(deal), draft('one'))
  expect((await readdir(join(deal, 'revisions', '0001'), {recursive: true})).sort()).toEqual([
    'agreement.json',
    'clauses',
    'clauses/ip.background.md',
    'deal.yaml',
    'revision.json',
  ])
  expect(await readdir(join(deal, 'revisions'))).toEqual(['0001'])
  const record = await readFile(join(deal, 'revisions', '0001', 'revision.json'), 'utf8')
  expect(Object.keys(JSON.parse(record))).toEqual([
    'format',
    'number',
    'parent',
    'time',
    'author',
    'message',
    'origin',
    'engross',
    'files',
    'seal',
  ])
  expect(Object.keys(JSON.parse(record).files)).toEqual(['agreement.json', 'clauses/ip.background.md', 'deal.yaml'])
})

test('gives back what was put in, and the chain that it stands in', async () => {
  const store = folderStore(await dealFolder())
  const first = await appended(store, draft('one'))
  const second = await appended(store, draft('two'), {message: 'Second', origin: 'decided'})
  const {revision, files: stored, hash} = await store.read(2)
  expect(revision).toEqual({
    format: 1,
    number: 2,
    parent: first.hash,
    ...note,
    message: 'Second',
    origin: 'decided',
    files: second.revision.files,
  })
  expect(hash).toBe(second.hash)
  expect([...stored].map(([path, bytes]) => [path, text(bytes)]).sort()).toEqual(
    [...draft('two')].map(([path, bytes]) => [path, text(bytes)]).sort(),
  )
  expect((await store.list()).map(({hash: own}) => own)).toEqual([first.hash, second.hash])
  expect((await store.head())?.hash).toBe(second.hash)
})

test('keeps any bytes under any plain path, and any words in its record', async () => {
  const name = fc
    .string({unit: fc.constantFrom(...'ab.é成 -_~'), minLength: 1, maxLength: 12})
    .map((words) => `${words}x`)
  await fc.assert(
    fc.asyncProperty(name, fc.uint8Array(), fc.string({unit: 'binary'}), async (path, bytes, words) => {
      const store = folderStore(await dealFolder())
      await appended(
        store,
        new Map([
          [`__proto__/${path}`, bytes],
          ['7', bytes],
        ]),
        {message: words, author: words},
      )
      const {revision, files: stored} = await store.read(1)
      expect([revision.message, stored.get(`__proto__/${path}`)?.length, stored.get('7')?.length]).toEqual([
        words,
        bytes.length,
        bytes.length,
      ])
      expect((await verify(store)).diagnostics).toEqual([])
    }),
    {numRuns: 30},
  )
})

describe('two writers', () => {
  test('cannot both follow one head: one wins, the other is told what stands now, nothing is lost', async () => {
    const deal = await dealFolder()
    const base = await appended(folderStore(deal), draft('base'))
    const outcomes = await Promise.all(
      ['one', 'two'].map((words) => folderStore(deal).append(base.hash, draft(words), note)),
    )
    const [winner] = outcomes.filter(({type}) => type === 'appended')
    expect(outcomes.map(({type}) => type).sort()).toEqual(['appended', 'conflict'])
    const [loser] = outcomes.filter((outcome) => outcome.type === 'conflict')
    expect(loser?.head?.hash).toBe(winner && 'hash' in winner ? winner.hash : '')
    expect(await readdir(join(deal, 'revisions'))).toEqual(['0001', '0002'])
    expect(await verify(folderStore(deal))).toMatchObject({revisions: 2, diagnostics: []})
  })

  test('cannot both give the same name at the last step, after both have looked at the head', async () => {
    const deal = await dealFolder()
    let arrived = 0
    let open: () => void = () => undefined
    const gate = new Promise<void>((resolve) => (open = resolve))
    // Nobody renames before both are about to.
    const together: Disk = {
      ...nodeDisk,
      rename: async (from, to) => {
        if (++arrived === 2) open()
        await gate
        await nodeDisk.rename(from, to)
      },
    }
    const outcomes = await Promise.all(
      ['one', 'two'].map((words) => folderStore(deal, {disk: together}).append(undefined, draft(words), note)),
    )
    expect(outcomes.map(({type}) => type).sort()).toEqual(['appended', 'conflict'])
    expect(await readdir(join(deal, 'revisions'))).toEqual(['0001'])
  })

  test('who try again all get in, one after another', async () => {
    const deal = await dealFolder()
    let conflicts = 0
    const write = async (writer: number): Promise<void> => {
      const store = folderStore(deal)
      for (let turn = 0; turn < 5; ) {
        const outcome = await store.append((await store.head())?.hash, draft(`${writer}.${turn}`), note)
        if (outcome.type === 'appended') turn++
        else conflicts++
      }
    }
    await Promise.all([1, 2, 3, 4, 5, 6].map(write))
    expect(await verify(folderStore(deal))).toMatchObject({revisions: 30, diagnostics: []})
    expect(conflicts).toBeGreaterThan(0)
  })

  test('whose head is not the last get a conflict, and so does a first revision where there is one', async () => {
    const store = folderStore(await dealFolder())
    const first = await appended(store, draft('one'))
    await appended(store, draft('two'))
    expect(await store.append(first.hash, draft('three'), note)).toMatchObject({
      type: 'conflict',
      head: {revision: {number: 2}},
    })
    expect(await store.append(undefined, draft('three'), note)).toMatchObject({type: 'conflict'})
    expect(await store.list()).toHaveLength(2)
  })
})

/** A disk on which the call of number `fatal` (from 0) fails as `fail` says; `calls` counts those that change something. */
function failing(
  fatal: number,
  fail: (call: string, ...args: readonly unknown[]) => Promise<void>,
  forever: boolean,
): {readonly disk: Disk; readonly calls: () => number} {
  let calls = 0
  const guarded =
    <A extends readonly unknown[]>(name: string, call: (...args: A) => Promise<void>) =>
    async (...args: A): Promise<void> => {
      const own = calls++
      if (own === fatal || (forever && own > fatal)) return fail(name, ...args)
      return call(...args)
    }
  const {write, makeFolder, flushFolder, rename, remove} = nodeDisk
  const disk: Disk = {
    ...nodeDisk,
    write: guarded('write', write),
    makeFolder: guarded('makeFolder', makeFolder),
    flushFolder: guarded('flushFolder', flushFolder),
    rename: guarded('rename', rename),
    remove: forever ? guarded('remove', remove) : remove,
  }
  return {disk, calls: () => calls}
}

const error = (code: string): Error => Object.assign(new Error(`${code}: as the disk says it`), {code})

test('a full disk leaves nothing half-written, whichever call it stops, and is named', async () => {
  for (let fatal = 0; ; fatal++) {
    const deal = await dealFolder()
    const first = await appended(folderStore(deal), draft('one'))
    const {disk, calls} = failing(
      fatal,
      async (call, file, bytes) => {
        // As tmpfs does: the file is there, as far as there was room.
        if (call === 'write') await writeFile(String(file), (bytes as Uint8Array).subarray(0, 3))
        throw error('ENOSPC')
      },
      false,
    )
    const outcome = await folderStore(deal, {disk})
      .append(first.hash, draft('two'), note)
      .catch((fault: unknown) => fault)
    if (calls() <= fatal) {
      expect(fatal).toBeGreaterThan(8)
      break
    }
    expect(outcome).toBeInstanceOf(StoreFault)
    const stands = await readdir(join(deal, 'revisions'))
    const {diagnostics} = await verify(folderStore(deal))
    expect(diagnostics).toEqual([])
    // Only the flush after the new name was given finds the revision recorded; it says so.
    if (stands.includes('0002')) expect(String(outcome)).toContain('was recorded, but the disk does not confirm')
    else {
      expect(stands).toEqual(['0001'])
      expect(String(outcome)).toMatch(/Revision 2 was not recorded in .*: no space is left on the disk\./)
    }
  }
})

test('a writer that is killed at any call leaves the history whole, and the next one sweeps up after it', async () => {
  for (let fatal = 0; ; fatal++) {
    const deal = await dealFolder()
    const first = await appended(folderStore(deal), draft('one'))
    const {disk, calls} = failing(
      fatal,
      async (call, file, bytes) => {
        if (call === 'write') await writeFile(String(file), (bytes as Uint8Array).subarray(0, 3)).catch(() => undefined)
        throw new Error('killed')
      },
      true,
    )
    await folderStore(deal, {disk})
      .append(first.hash, draft('two'), note)
      .catch(() => undefined)
    if (calls() <= fatal) break
    const {diagnostics} = await verify(folderStore(deal))
    expect(diagnostics.filter(({severity}) => severity !== 'advice')).toEqual([])
    // A writer at its work is left alone; one that has been silent for long is not.
    const before = await readdir(join(deal, 'revisions'))
    await appended(folderStore(deal, {now: () => Date.now() + minute}), draft('three'))
    expect(await readdir(join(deal, 'revisions'))).toEqual(expect.arrayContaining(before))
    await appended(folderStore(deal, {now: () => Date.now() + 11 * minute}), draft('four'))
    expect((await readdir(join(deal, 'revisions'))).filter((name) => name.startsWith('.'))).toEqual([])
    expect((await verify(folderStore(deal))).diagnostics).toEqual([])
  }
})

test('sweeps by the age of what was left, and takes nothing else', async () => {
  const deal = await dealFolder()
  const left = join(deal, 'revisions', '.aside-0b6d')
  await mkdir(left, {recursive: true})
  await mkdir(join(deal, 'revisions', '.git'))
  await utimes(left, new Date(0), new Date(0))
  await appended(folderStore(deal), draft('one'))
  expect((await readdir(join(deal, 'revisions'))).sort()).toEqual(['.git', '0001'])
})

test.each([
  '',
  '/',
  '/etc/passwd',
  '..',
  '../x',
  'a/../b',
  'a//b',
  './a',
  'a/',
  'a\\b',
  'C:/x',
  'c:x',
  'a\0b',
  'a\nb',
  'CON',
  'clauses/nul.md',
  'x.',
  'x ',
  'a/. /b',
  '\ud800',
  `${'a/'.repeat(600)}b`,
])('refuses the path %j and writes nothing', async (path) => {
  const deal = await dealFolder()
  await expect(folderStore(deal).append(undefined, files({[path]: 'x'}), note)).rejects.toThrow(RangeError)
  expect(await readdir(deal)).toEqual([])
})

test.each<readonly [string, Files]>([
  ['the record itself', files({'revision.json': '{}'})],
  ['the record in other letters', files({'Revision.JSON': '{}'})],
  ['two names that are one on some disks', files({'deal.yaml': '', 'Deal.yaml': ''})],
  ['two spellings of one letter', files({'\u00e9.md': '', 'e\u0301.md': ''})],
  ['a file that is a folder too', files({clauses: '', 'clauses/a.md': ''})],
])('refuses %s', async (_, of) => {
  await expect(folderStore(await dealFolder()).append(undefined, of, note)).rejects.toThrow(RangeError)
})

test('reads no altered revision and builds on none', async () => {
  const deal = await dealFolder()
  const store = folderStore(deal)
  const {hash} = await appended(store, draft('one'))
  await writeFile(join(deal, 'revisions/0001/deal.yaml'), 'document: other\n')
  await expect(store.read(1)).rejects.toThrow('revisions/0001/deal.yaml is not what was recorded.')
  await writeFile(join(deal, 'revisions/0001/revision.json'), '{}')
  await expect(store.head()).rejects.toThrow(StoreFault)
  await expect(store.append(hash, draft('two'), note)).rejects.toThrow(
    'revisions/0001/revision.json is not what was recorded.',
  )
  await expect(store.read(7)).rejects.toThrow(RangeError)
})

test('tags a revision beside it, again and again, and changes nothing of it', async () => {
  const deal = await dealFolder()
  const store = folderStore(deal)
  const {hash} = await appended(store, draft('one'))
  const before = await readFile(join(deal, 'revisions/0001/revision.json'))
  const sent = {revision: 1, tag: 'sent', time: note.time, author: note.author, note: 'to Hartmann'} as const
  await Promise.all([
    store.tag(sent),
    store.tag({...sent, tag: 'agreed', note: ''}),
    store.tag({...sent, note: 'to Aoyama'}),
  ])
  const tags = await store.tags()
  expect(tags.map(({number, hash: own}) => [number, own])).toEqual([
    [1, hash],
    [2, hash],
    [3, hash],
  ])
  expect(tags.map((tag) => tag.note).sort()).toEqual(['', 'to Aoyama', 'to Hartmann'])
  expect(tags[1]?.previous).toBe(hashOf(await readFile(join(deal, 'revisions/tags/0001/tag.json'))))
  expect(await readFile(join(deal, 'revisions/0001/revision.json'))).toEqual(before)
  await expect(store.tag({...sent, revision: 2})).rejects.toThrow(RangeError)
})
