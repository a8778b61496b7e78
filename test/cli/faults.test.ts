/** Faults in the middle of a draft: a disk that takes no more, a name that is taken, a process that is stopped. Nothing half-written stays. */
import {spawn, spawnSync} from 'node:child_process'
import {chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {builtCommand, change, copyOf, scratch} from '../whole/drafts.js'
import {engross} from './terminal.js'

const listed = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder, {recursive: true}).map(String).sort() : []
const date = ['--date', '2026-11-23T10:00:00Z', '--author', 'tests@engross.example'] as const

describe('a system that lets no file grow beyond a size', () => {
  const limited = (
    kilobytes: number,
    args: readonly string[],
  ): {readonly status: number | null; readonly stderr: string} =>
    spawnSync('bash', ['-c', `ulimit -f ${kilobytes} && exec "$0" "$@"`, process.execPath, builtCommand(), ...args], {
      encoding: 'utf8',
    })

  test('stops a draft with status 3: no file is placed, none is left aside, no revision is recorded, and the next draft goes well', ({
    skip,
  }) => {
    if (process.platform === 'win32') return skip('needs `ulimit`')
    const folder = copyOf('brightwater-hartmann')
    const out = scratch('out')
    const line = ['draft', folder, '--format', 'md,docx,pdf', '--out', out, ...date]
    // Room for the Markdown and the Word file; none for the PDF.
    const stopped = limited(200, line)
    expect(stopped.status, stopped.stderr).toBe(3)
    expect(stopped.stderr).toContain('collaboration-agreement-r1.pdf')
    expect(listed(out)).toEqual([])
    expect(existsSync(join(folder, 'revisions'))).toBe(false)
    expect(limited(100_000, line).status).toBe(0)
    expect(listed(out)).toHaveLength(3)
  })
})

describe('what stands where a file shall be', () => {
  test('a file in the place of the folder ends with status 3, and nothing is recorded', async () => {
    const folder = copyOf('brightwater-hartmann-nda')
    const taken = join(scratch('out'), 'file')
    writeFileSync(taken, 'mine')
    const made = await engross(['draft', folder, '--format', 'md', '--out', join(taken, 'below')])
    expect(made).toMatchObject({status: 3, out: ''})
    expect(readFileSync(taken, 'utf8')).toBe('mine')
    expect(existsSync(join(folder, 'revisions'))).toBe(false)
  })

  test('a folder with the name of the second file stops the first as well', async () => {
    const folder = copyOf('brightwater-hartmann-nda')
    const out = scratch('out')
    mkdirSync(join(out, 'mutual-confidentiality-agreement-r1.md'))
    const made = await engross(['draft', folder, '--format', 'docx,md', '--out', out])
    expect(made).toMatchObject({status: 3, out: ''})
    expect(made.err).toContain('it is a folder')
    expect(listed(out)).toEqual(['mutual-confidentiality-agreement-r1.md'])
    expect(existsSync(join(folder, 'revisions'))).toBe(false)
  })

  test('a folder that may only be read ends with status 3, says so, and holds nothing new', async ({skip}) => {
    if (process.getuid?.() === 0) return skip('root may write everywhere')
    const folder = copyOf('brightwater-hartmann-nda')
    const out = scratch('out')
    chmodSync(out, 0o555)
    const made = await engross(['draft', folder, '--format', 'docx,md', '--out', out])
    expect(made.status).toBe(3)
    expect(made.err).toContain('permission is refused')
    expect(listed(out)).toEqual([])
  })

  test('a file of the same name from before is replaced whole', async () => {
    const folder = copyOf('brightwater-hartmann-nda')
    const out = scratch('out')
    const path = join(out, 'mutual-confidentiality-agreement-r1.md')
    writeFileSync(path, 'x'.repeat(100_000))
    expect((await engross(['draft', folder, '--format', 'md', '--out', out])).status).toBe(0)
    expect(readFileSync(path, 'utf8')).toMatch(/^# Mutual Confidentiality Agreement\n/)
    expect(listed(out)).toHaveLength(1)
  })
})

test('a draft stopped at any moment leaves no file aside and no part of a file, and the history it leaves is whole', async ({
  skip,
}) => {
  if (process.platform === 'win32') return skip('Windows ends a process without a word')
  const folder = copyOf('brightwater-hartmann-nda')
  for (const wait of [150, 400, 650, 900]) {
    const out = scratch('out')
    await stopped(['draft', folder, '--format', 'md,docx,html', '--out', out, ...date], wait)
    expect(
      listed(out).filter((name) => name.endsWith('.tmp')),
      `after ${wait} ms`,
    ).toEqual([])
    for (const name of listed(out)) expect(readFileSync(join(out, name)).length, name).toBeGreaterThan(1000)
    const verified = await engross(['verify', folder])
    expect(verified.status, verified.out).toBe(0)
    change(folder, {'/nda/termMonths': 12 + wait / 50})
  }
})

/** Runs the built command and interrupts it; done when it ended. */
function stopped(args: readonly string[], wait: number): Promise<void> {
  return new Promise((resolve) => {
    const running = spawn(process.execPath, [builtCommand(), ...args], {stdio: 'ignore'})
    const timer = setTimeout(() => running.kill('SIGINT'), wait)
    running.on('exit', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

test('two drafts at once record one revision each, or one says that the other was first; the chain holds', async () => {
  const folder = copyOf('brightwater-hartmann-nda')
  const outs = [scratch('out'), scratch('out')]
  const made = await Promise.all(
    outs.map((out, index) => engross(['draft', folder, '--format', 'md', '--out', out, '--message', `Draft ${index}`])),
  )
  const statuses = made.map(({status}) => status).sort()
  expect([
    [0, 0],
    [0, 3],
  ]).toContainEqual(statuses)
  for (const [index, {status, err}] of made.entries()) {
    if (status === 3) expect([err.includes('recorded by someone else'), listed(outs[index]!)]).toEqual([true, []])
  }
  expect((await engross(['verify', folder])).status).toBe(0)
})
