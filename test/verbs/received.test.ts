/** What came from the other side is kept as it came, in a chain of its own that shows what was done to it since. */
import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {folderStore, nodeDisk, writersHere} from '../../src/revisions/index.js'
import {StoreFault, verifyReceived} from '../../src/verbs/index.js'
import {keepReceived, listReceived} from '../../src/verbs/received.js'
import {readReceived, writeReceived} from '../../src/verbs/received-record.js'
import {scratch} from '../whole/drafts.js'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A deal of one revision and two files received. */
async function dealWithTwo(): Promise<string> {
  const deal = scratch()
  const store = folderStore(deal)
  const note = {time: '2026-11-20T09:00:00Z', author: 'a', message: '', origin: 'drafted', engross: '0'} as const
  const appended = await store.append(undefined, new Map([['agreement.json', bytes('{}')]]), note)
  if (appended.type !== 'appended') throw new Error('dealWithTwo: the revision was not recorded')
  for (const name of ['one.docx', 'two.docx'])
    await keepReceived(deal, bytes(`bytes of ${name}`), {
      ...said,
      name,
      file: name,
      answers: {revision: 1, hash: appended.hash},
    })
  return deal
}

const said = {time: '2026-11-21T09:00:00Z', author: 'anna', from: 'hartmann', engross: '0.1.0'}

async function codes(deal: string): Promise<readonly string[]> {
  return (await verifyReceived(deal)).map(({code, at}) => `${code} ${'file' in at ? at.file : ''}`)
}

test('a deal that received nothing has nothing to verify', async () => {
  expect(await verifyReceived(scratch())).toEqual([])
})

test('keeps the bytes, numbers them, and links each record to the one before', async () => {
  const deal = await dealWithTwo()
  expect(readFileSync(join(deal, 'received/0001/one.docx'), 'utf8')).toBe('bytes of one.docx')
  const [one, two] = await listReceived(deal)
  expect([one!.record.number, two!.record.number, one!.record.previous, two!.record.previous]).toEqual([
    1,
    2,
    null,
    one!.hash,
  ])
  expect(await verifyReceived(deal)).toEqual([])
})

describe('verification names', () => {
  test.each<[string, (deal: string) => void, string]>([
    [
      'a file that was changed',
      (deal) => writeFileSync(join(deal, 'received/0001/one.docx'), 'other'),
      'revision/altered-file received/0001/one.docx',
    ],
    [
      'a file that is gone',
      (deal) => rmSync(join(deal, 'received/0002/two.docx')),
      'revision/missing-file received/0002/two.docx',
    ],
    [
      'a file too many',
      (deal) => writeFileSync(join(deal, 'received/0001/more.docx'), 'x'),
      'revision/extra-file received/0001/more.docx',
    ],
    [
      'a record that was changed',
      (deal) => {
        const file = join(deal, 'received/0002/received.json')
        writeFileSync(file, readFileSync(file, 'utf8').replace('"hartmann"', '"brightwater"'))
      },
      'revision/altered-record received/0002/received.json',
    ],
    [
      'a folder that is gone',
      (deal) => rmSync(join(deal, 'received/0001'), {recursive: true}),
      'revision/missing-folder received/0001',
    ],
    [
      'folders in each other’s place',
      (deal) => renameSync(join(deal, 'received/0002'), join(deal, 'received/0003')),
      'revision/wrong-number received/0003/received.json',
    ],
    [
      'a stranger among them',
      (deal) => mkdirSync(join(deal, 'received/0002 (conflict)')),
      'revision/unknown-entry received/0002 (conflict)',
    ],
    [
      'an answer to a revision that is another now',
      (deal) => rmSync(join(deal, 'revisions/0001'), {recursive: true}),
      'received/answers-nothing received/0001/received.json',
    ],
  ])('%s', async (_, damage, expected) => {
    const deal = await dealWithTwo()
    damage(deal)
    expect(await codes(deal)).toContain(expected)
  })

  test('every flipped bit of every file', async () => {
    const deal = await dealWithTwo()
    for (const path of ['received/0001/one.docx', 'received/0001/received.json', 'received/0002/received.json']) {
      const file = join(deal, path)
      const right = readFileSync(file)
      for (let at = 0; at < right.length; at += 7) {
        const wrong = Buffer.from(right)
        wrong[at] = wrong[at]! ^ (1 << (at % 8))
        writeFileSync(file, wrong)
        expect((await codes(deal)).length, `${path} at ${at}`).toBeGreaterThan(0)
      }
      writeFileSync(file, right)
    }
    expect(await codes(deal)).toEqual([])
  })
})

test('a record is read only as it is written: another order of keys, another blank, another seal is none', async () => {
  const deal = await dealWithTwo()
  const stored = readFileSync(join(deal, 'received/0001/received.json'))
  const record = readReceived(stored)!
  expect(Buffer.compare(writeReceived(record), stored)).toBe(0)
  for (const wrong of [
    `${stored.toString()}\n`,
    stored.toString().replace('"size": ', '"size":  '),
    JSON.stringify({...JSON.parse(stored.toString())}),
    '{}',
    '',
    'null',
  ])
    expect(readReceived(bytes(wrong))).toBeUndefined()
  // A name that would leave the folder is never read back.
  expect(readReceived(writeReceived({...record, file: '../../x.docx'}))).toBeUndefined()
})

test('two that come at once are both kept, ten times over', async () => {
  const deal = await dealWithTwo()
  const answers = (await listReceived(deal))[0]!.record.answers
  await Promise.all(
    Array.from({length: 10}, (_, index) =>
      keepReceived(deal, bytes(`${index}`), {...said, name: 'x.docx', file: 'x.docx', answers}),
    ),
  )
  const kept = await listReceived(deal)
  expect(kept.map(({record}) => record.number)).toEqual(Array.from({length: 12}, (_, index) => index + 1))
  expect(new Set(kept.map(({record}) => record.sha256)).size).toBe(12)
  expect(await verifyReceived(deal)).toEqual([])
})

test('a disk that fails at any call leaves what stood, and nothing half-written', async () => {
  const full = Object.assign(new Error('ENOSPC'), {code: 'ENOSPC', syscall: 'write'})
  const answers = (await listReceived(await dealWithTwo()))[0]!.record.answers
  for (let fails = 1; fails < 40; fails += 1) {
    const deal = scratch()
    let calls = 0
    const counted =
      <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) =>
      (...args: A): Promise<R> => {
        calls += 1
        return calls === fails ? Promise.reject(full) : call(...args)
      }
    const disk = {
      ...nodeDisk,
      write: counted(nodeDisk.write),
      rename: counted(nodeDisk.rename),
      makeFolder: counted(nodeDisk.makeFolder),
      flushFolder: counted(nodeDisk.flushFolder),
    }
    const kept = await keepReceived(
      deal,
      bytes('x'),
      {...said, name: 'x.docx', file: 'x.docx', answers},
      {disk, now: Date.now, writers: writersHere},
    ).catch((error: unknown) => error)
    if (calls < fails) return expect(fails).toBeGreaterThan(4)
    expect(kept, `call ${fails}`).toBeInstanceOf(StoreFault)
    const standing = existsSync(join(deal, 'received')) ? readdirSync(join(deal, 'received')) : []
    expect(
      standing.filter((name) => name !== '0001'),
      `call ${fails}`,
    ).toEqual([])
    if (standing.length > 0) expect((await listReceived(deal)).length).toBe(1)
  }
  throw new Error('the disk is called more often than this test counts')
})

test('a copy of a deal verifies as the deal does', async () => {
  const deal = await dealWithTwo()
  const copy = join(scratch(), 'copy')
  cpSync(deal, copy, {recursive: true})
  expect(await verifyReceived(copy)).toEqual([])
})
