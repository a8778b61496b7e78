/** A deal's revisions as other verbs read and record them. */
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {headLock, openHistory, revisionsOf, type Snapshot} from '../../src/verbs/history.js'
import {FileFault, StoreFault} from '../../src/verbs/index.js'
import {change, copyOf, draft, time} from '../whole/drafts.js'

/** A deal drafted with a period of 36 months, then of 24. */
async function deal(): Promise<string> {
  const folder = copyOf('brightwater-hartmann-nda')
  await draft(folder, {formats: ['md']})
  change(folder, {'/nda/termMonths': 24})
  await draft(folder, {formats: ['md'], time: '2026-12-01T00:00:00.000Z'})
  return folder
}

const executed = {revision: 2, tag: 'executed', time, author: 'tests@engross.example', note: ''} as const

/** The head once more, with another word in it. */
const next = ({files, note, number}: Snapshot): Snapshot => ({
  number: number + 1,
  time,
  note: {...note, message: 'Next'},
  isNew: true,
  files: new Map([...files, ['deal.yaml', Buffer.from(`# ${number}\n`)]]),
})

describe('any revision', () => {
  test('is read with what it says, what it was made from, who recorded it and how it is tagged', async () => {
    const folder = await deal()
    await (await openHistory(folder)).tag({...executed, revision: 1, tag: 'sent'})
    const {read, list} = await revisionsOf(folder)
    const first = await read(1)
    const stored = (name: string): string => readFileSync(join(folder, 'revisions/0001', name), 'utf8')
    expect(first.agreement).toEqual(JSON.parse(stored('agreement.json')))
    expect([first.deal, first.lock, first.tags]).toEqual([stored('deal.yaml'), stored('clauses.lock.json'), ['sent']])
    expect(first.note).toMatchObject({time, author: 'tests@engross.example', origin: 'drafted'})
    expect(list.map(({number, time: at, tags}) => [number, at, tags])).toEqual([
      [1, time, ['sent']],
      [2, '2026-12-01T00:00:00.000Z', []],
    ])
    const history = await openHistory(folder)
    expect(await history.numbers()).toEqual([1, 2])
    expect(await history.read(1)).toEqual({number: 1, hash: first.hash, note: first.note, files: first.files})
  })

  test('that is not there is said to be so; one that was altered or taken away is not read', async () => {
    const folder = await deal()
    const {read} = await revisionsOf(folder)
    for (const number of [0, 3, -1, 1.5, Number.NaN])
      await expect(read(number)).rejects.toThrow(
        new FileFault(`There is no revision ${number}: the last is 2.`, 'Look at `engross log`.'),
      )
    await expect((await revisionsOf(copyOf('nuclea-tokai-nda'))).read(1)).rejects.toThrow('the deal has none yet')
    writeFileSync(join(folder, 'revisions/0001/agreement.json'), '{}')
    await expect(read(1)).rejects.toThrow(StoreFault)
  })
})

describe('what is executed', () => {
  test('is followed by nothing but a variation, whichever verb records it', async () => {
    const folder = await deal()
    const history = await openHistory(folder)
    // Marked while a draft is under way: after it was opened, before it is recorded.
    await (await openHistory(folder)).tag(executed)
    expect([history.executed, (await openHistory(folder)).executed]).toEqual([undefined, 2])
    await expect(history.append(next(history.head!))).rejects.toThrow('Revision 2 is executed')
    expect(existsSync(join(folder, 'revisions/0003'))).toBe(false)
    const varied = next(history.head!)
    expect(await history.append({...varied, note: {...varied.note, varies: 2}})).toBe(false)
    const after = await openHistory(folder)
    expect(after.head!.note.varies).toBe(2)
    expect(await after.append(next(after.head!))).toBe(false)
    expect((await openHistory(folder)).head!.note.varies).toBe(2)
  })

  test('is never a variation of a revision that is not executed', async () => {
    const folder = await deal()
    const history = await openHistory(folder)
    const varied = next(history.head!)
    await expect(history.append({...varied, note: {...varied.note, varies: 1}})).rejects.toThrow(
      'No revision is marked executed',
    )
  })
})

test('files are told that no revision holds as they are, and only those', async () => {
  const folder = await deal()
  const {unrecorded, read} = await openHistory(folder)
  const [first, last] = [await read(1), await read(2)]
  expect(await unrecorded(new Map([...last.files, ['deal.yaml', first.files.get('deal.yaml')!]]))).toEqual([])
  const moved = new Map([['private.yaml', first.files.get('deal.yaml')!]])
  expect(await unrecorded(moved)).toEqual(['private.yaml'])
})

test('opening a history to write sweeps away what was left; reading it leaves all as it is', async () => {
  const folder = await deal()
  const left = join(folder, 'revisions', '.swept-0b6d')
  mkdirSync(left)
  await revisionsOf(folder)
  await headLock(folder)
  expect(existsSync(left)).toBe(true)
  await openHistory(folder)
  expect(existsSync(left)).toBe(false)
})
