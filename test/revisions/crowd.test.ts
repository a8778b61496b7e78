/** Writers at once, in processes of their own: every attempt is recorded or told that another was first; no update is lost. */
import {spawn} from 'node:child_process'
import {readdir} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {folderStore, verify} from '../../src/revisions/index.js'
import {full} from '../readers.js'
import {dealFolder} from './build.js'
import {compiled} from './compiled.js'
import type {Crowd, Outcome} from './crowd.js'

function run(program: string, crowd: Crowd): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const running = spawn(process.execPath, [program, JSON.stringify(crowd)])
    const said = {out: '', err: ''}
    running.stdout.on('data', (piece) => (said.out += String(piece)))
    running.stderr.on('data', (piece) => (said.err += String(piece)))
    running.on('close', (status) =>
      status === 0 ? resolve(JSON.parse(said.out) as Outcome) : reject(new Error(said.err)),
    )
  })
}

/** Runs the programs at once and holds them to the rule. Gives how many attempts found another first. */
async function meet(programs: number, tasks: number, turns: number): Promise<number> {
  const deal = await dealFolder()
  const program = compiled('test/revisions/crowd.ts')
  const at = Date.now() + 200 + programs * 30
  const outcomes = await Promise.all(
    Array.from({length: programs}, (_, name) => run(program, {deal, name: `p${name}`, tasks, turns, at})),
  )
  const accepted = outcomes.flatMap((outcome) => outcome.accepted)
  const conflicts = outcomes.reduce((sum, outcome) => sum + outcome.conflicts, 0)
  expect(outcomes.map(({untold}) => untold)).toEqual(outcomes.map(() => 0))
  expect(accepted.length + conflicts).toBe(programs * tasks * turns)
  const list = await folderStore(deal).list()
  expect(list.map(({revision: {message}}) => message).sort()).toEqual([...accepted].sort())
  expect(list.map(({revision: {parent}}) => parent)).toEqual([null, ...list.slice(0, -1).map(({hash}) => hash)])
  expect(await verify(folderStore(deal))).toMatchObject({revisions: accepted.length, diagnostics: []})
  expect((await readdir(join(deal, 'revisions'))).filter((name) => name.startsWith('.'))).toEqual([])
  return conflicts
}

test('two processes at once', {timeout: 900_000}, async () => {
  for (let turn = 0; turn < (full ? 20 : 3); turn++) await meet(2, 1, 8)
})

test('a hundred tasks in ten processes, three times each', async () => {
  expect(await meet(10, 10, 3)).toBeGreaterThan(50)
})

test.runIf(full)('a hundred processes, a hundred times each', {timeout: 1_800_000}, async () => {
  expect(await meet(100, 1, 100)).toBeGreaterThan(1000)
})
