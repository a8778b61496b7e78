/** Commands that are killed without warning: what a person wrote stands or is in a revision, and the same command goes through afterwards. */
import {spawn, spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {full} from '../readers.js'
import {compiled} from '../revisions/compiled.js'
import {change, copyOf, scratch} from '../whole/drafts.js'
import {engross} from './terminal.js'

const listed = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder, {recursive: true, encoding: 'utf8'}).sort() : []
const leftOver = (name: string): boolean => /(^|\/)\./.test(name)
const text = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, 'utf8') : undefined)

const inputs = ['deal.yaml', 'private.yaml', 'clauses/nda.return.md'] as const

/** A deal of which the first revision has private notes and a negotiated clause, and the second another period and neither. */
async function twoRevisions(): Promise<string> {
  const [folder, out] = [copyOf('brightwater-hartmann-nda'), scratch('out')]
  const draft = async (): Promise<void> => {
    const {status, err} = await engross(['draft', folder, '--format', 'md', '--out', out])
    if (status !== 0) throw new Error(err)
  }
  mkdirSync(join(folder, 'clauses'))
  writeFileSync(join(folder, 'private.yaml'), 'aims: [To be first.]\n')
  writeFileSync(join(folder, 'clauses/nda.return.md'), negotiated)
  writeFileSync(join(folder, 'clauses/notes.txt'), 'ours')
  await draft()
  rmSync(join(folder, 'private.yaml'))
  change(folder, {'/nda/termMonths': 24})
  await draft()
  rmSync(join(folder, 'clauses/nda.return.md'))
  await draft()
  return folder
}

describe.skipIf(process.platform === 'win32')('a process that is killed', () => {
  test(`at ${full ? 'every call' : 'every sixth call'} of restoring leaves each file old or new, and restoring again finishes`, {
    timeout: 900_000,
  }, async () => {
    const program = compiled('test/cli/doomed-restore.ts')
    const begun = await twoRevisions()
    const states = inputs.map((name) => [text(join(begun, name)), text(join(begun, 'revisions/0001', name))])
    let [killed, mixed] = [0, 0]
    for (let fatal = 1; ; fatal += full ? 1 : 6) {
      const folder = join(scratch(), 'deal')
      cpSync(begun, folder, {recursive: true})
      const {signal, status, stderr} = spawnSync(
        process.execPath,
        [program, JSON.stringify({folder, revision: 1, fatal})],
        {encoding: 'utf8'},
      )
      if (signal !== 'SIGKILL' && status !== 0) throw new Error(stderr)
      const found = inputs.map((name, index) => states[index]!.indexOf(text(join(folder, name))))
      expect(found, `killed at call ${fatal}`).not.toContain(-1)
      if (new Set(found).size > 1) mixed++
      const verified = await engross(['verify', folder])
      expect(verified.status, verified.out).toBe(0)
      const again = await engross(['restore', folder, '1'])
      expect(again.status, again.err).toBe(0)
      expect(inputs.map((name) => text(join(folder, name)))).toEqual(states.map(([, old]) => old))
      expect(text(join(folder, 'revisions/0004/agreement.json'))).toBe(
        text(join(folder, 'revisions/0001/agreement.json')),
      )
      expect(listed(folder).filter(leftOver)).toEqual([])
      expect([existsSync(join(folder, 'revisions/0005')), text(join(folder, 'clauses/notes.txt'))]).toEqual([
        false,
        'ours',
      ])
      if (signal !== 'SIGKILL') break
      killed++
    }
    expect(killed).toBeGreaterThan(full ? 80 : 12)
    // Otherwise no process died between the first name that was given and the last.
    if (full) expect(mixed).toBeGreaterThan(0)
  })

  test(`at ${full ? '200 random moments' : 'a few random moments'} of drafting leaves nothing half-written under its name, and the next draft sweeps up`, {
    timeout: 1_800_000,
  }, async () => {
    const program = compiled('src/cli/main.ts')
    const [folder, out] = [copyOf('brightwater-hartmann-nda'), scratch('out')]
    const line = ['draft', folder, '--format', 'md,docx', '--out', out]
    let killed = 0
    for (let turn = 0; turn < (full ? 200 : 3); turn++) {
      change(folder, {'/nda/termMonths': 12 + (turn % 24)})
      const before = text(join(folder, 'deal.yaml'))
      if (await killedAfter([program, ...line], 400 + ((turn * 7919) % 1201))) killed++
      expect(text(join(folder, 'deal.yaml'))).toBe(before)
      for (const name of listed(out).filter((one) => !leftOver(one)))
        expect(readFileSync(join(out, name)).length, name).toBeGreaterThan(1000)
      expect((await engross(['verify', folder])).status).toBe(0)
      const again = await engross(line)
      expect(again.status, again.err).toBe(0)
      expect([...listed(out), ...listed(folder)].filter(leftOver)).toEqual([])
    }
    expect(killed).toBeGreaterThan(0)
  })
})

/** Runs a program and kills it, unless it has ended; true when it was killed. */
function killedAfter(line: readonly string[], milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const running = spawn(process.execPath, line, {stdio: 'ignore'})
    const timer = setTimeout(() => running.kill('SIGKILL'), milliseconds)
    running.on('exit', (_, signal) => {
      clearTimeout(timer)
      resolve(signal === 'SIGKILL')
    })
  })
}

const negotiated = `---
id: nda.return.on-request
position: nda.return
title: Return
stance: control
summary: Everything goes back.
why: It is simple.
expect: They will ask for an archive copy.
---
1. {#all} Everything goes back within {{nda.returnDays}}.
`
