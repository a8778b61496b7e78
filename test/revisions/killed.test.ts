/**
 * Writers that are killed without warning (kill −9), at every call to the file system and at any moment: what was
 * acknowledged stands, what was not stands whole or not at all, and the next writer goes on and leaves nothing behind.
 */
import {spawn, spawnSync} from 'node:child_process'
import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {folderStore, verify, writersHere} from '../../src/revisions/index.js'
import {full} from '../readers.js'
import {appended, dealFolder, draft, note} from './build.js'
import {compiled} from './compiled.js'
import type {Doom} from './doomed.js'

const ours = {'deal.yaml': 'document: nda\n', 'notes.txt': 'call Hartmann\n'}

/** A deal with files of its user's, a revision, and what an earlier writer left when it was killed. */
async function deal(): Promise<string> {
  const folder = await dealFolder()
  for (const [name, words] of Object.entries(ours)) await writeFile(join(folder, name), words)
  await appended(folderStore(folder), draft('one'))
  for (const within of ['revisions', 'revisions/tags']) {
    const aside = join(folder, within, `.aside-${writersHere.computer}-${ended}-0b6d`)
    await mkdir(aside, {recursive: true})
    await writeFile(join(aside, 'deal.yaml'), 'half a f')
  }
  return folder
}

/** A process that lives no more. */
const ended = spawnSync(process.execPath, ['--version']).pid

/** Runs a doomed program to its end; gives what it acknowledged, and whether it was killed. */
function run(doom: Doom): {readonly acknowledged: readonly string[]; readonly killed: boolean} {
  const {signal, status, stdout, stderr} = spawnSync(
    process.execPath,
    [compiled('test/revisions/doomed.ts'), JSON.stringify(doom)],
    {
      encoding: 'utf8',
    },
  )
  if (signal !== 'SIGKILL' && status !== 0) throw new Error(stderr)
  return {acknowledged: stdout.split('\n').filter((line) => line !== ''), killed: signal === 'SIGKILL'}
}

/** How a history is broken that a killed writer left; nothing when it is whole and holds what was acknowledged. */
async function broken(folder: string, acknowledged: readonly string[]): Promise<readonly string[]> {
  const store = folderStore(folder)
  const {diagnostics} = await verify(store)
  const torn = diagnostics.filter(({severity}) => severity !== 'advice').map(({message}) => message)
  if (torn.length > 0) return torn
  const [hashes, tags] = [new Set((await store.list()).map(({hash}) => String(hash))), await store.tags()]
  const lost = acknowledged.filter((one) => (one === 'tag' ? tags.length === 0 : !hashes.has(one)))
  return lost.map((one) => `${one} was acknowledged and is lost`)
}

const left = async (folder: string): Promise<readonly string[]> =>
  (await readdir(join(folder, 'revisions'), {recursive: true})).filter((name) => /(^|\/)\./.test(name))

/** The next writer starts: its sweep leaves nothing behind, its revision and its tag are recorded, the user's files are as they were. */
async function expectGoingOn(folder: string): Promise<void> {
  const store = folderStore(folder)
  await store.sweep()
  expect(await left(folder)).toEqual([])
  const {revision} = await appended(store, draft('next'))
  await store.tag({revision: revision.number, tag: 'agreed', time: note.time, author: note.author, note: ''})
  expect((await verify(store)).diagnostics).toEqual([])
  for (const [name, words] of Object.entries(ours)) expect(await readFile(join(folder, name), 'utf8')).toBe(words)
}

describe.skipIf(process.platform === 'win32')('a writer that is killed', () => {
  test.each(['append', 'tag'] as const)('at every file-system call of one %s', {timeout: 600_000}, async (act) => {
    let leftovers = 0
    let calls = 0
    for (let fatal = 1; ; fatal++) {
      const folder = await deal()
      const {acknowledged, killed} = run({deal: folder, act, fatal, size: 3000})
      expect(await broken(folder, acknowledged), `killed at call ${fatal}`).toEqual([])
      leftovers += (await left(folder)).filter((name) => !name.includes('0b6d')).length
      await expectGoingOn(folder)
      calls = fatal
      if (!killed) break
    }
    // An append of four files opens, writes, flushes and closes each, and flushes three folders; a tag has one file.
    expect(calls).toBeGreaterThan(act === 'append' ? 40 : 20)
    expect(leftovers).toBeGreaterThan(5)
  })

  test('at every call of the first append, which makes the folder too', {timeout: 600_000}, async () => {
    for (let fatal = 1, killed = true; killed; fatal++) {
      const folder = await dealFolder()
      for (const [name, words] of Object.entries(ours)) await writeFile(join(folder, name), words)
      const outcome = run({deal: folder, act: 'append', fatal: full ? fatal : fatal * 3, size: 3000})
      expect(await broken(folder, outcome.acknowledged), `killed at call ${fatal}`).toEqual([])
      await mkdir(join(folder, 'revisions'), {recursive: true})
      await expectGoingOn(folder)
      killed = outcome.killed
    }
  })

  test('is seen to tear a history when it writes files straight into their places', async () => {
    let torn = 0
    for (let fatal = 1, killed = true; killed; fatal++) {
      const folder = await deal()
      const outcome = run({deal: folder, act: 'naive', fatal, size: 3000})
      if ((await broken(folder, outcome.acknowledged)).length > 0) torn++
      killed = outcome.killed
    }
    expect(torn).toBeGreaterThan(3)
  })

  test(`at ${full ? '1,000 random moments' : 'a few random moments'} of writing revision after revision`, {
    timeout: 1_800_000,
  }, async () => {
    const program = compiled('test/revisions/doomed.ts')
    let acknowledgedInAll = 0
    for (let turn = 0; turn < (full ? 1000 : 12); turn++) {
      const folder = await deal()
      const acknowledged = await killedAfter(program, {deal: folder, act: 'appendForever', size: 200_000}, wait(turn))
      acknowledgedInAll += acknowledged.length
      expect(await broken(folder, acknowledged), `turn ${turn}`).toEqual([])
      await expectGoingOn(folder)
    }
    expect(acknowledgedInAll).toBeGreaterThan(0)
  })
})

/** Milliseconds, spread over the time that a few revisions take; the same in every run. */
const wait = (turn: number): number => 60 + ((turn * 7919) % 211)

/** Runs a doomed program and kills it. Gives what it acknowledged until then. */
function killedAfter(program: string, doom: Doom, milliseconds: number): Promise<readonly string[]> {
  return new Promise((resolve) => {
    const running = spawn(process.execPath, [program, JSON.stringify(doom)], {stdio: ['ignore', 'pipe', 'inherit']})
    let said = ''
    running.stdout.on('data', (piece) => (said += String(piece)))
    const timer = setTimeout(() => running.kill('SIGKILL'), milliseconds)
    running.on('close', () => {
      clearTimeout(timer)
      resolve(said.split('\n').filter((line) => line.length === 71))
    })
  })
}
