/** The same deal gives the same bytes: in two processes, two folders, two time zones, two languages of the machine, at two hours. */
import {spawnSync} from 'node:child_process'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {builtCommand, copyOf, type Example, scratch} from './drafts.js'

const machines = [
  {TZ: 'Asia/Tokyo', LANG: 'ja_JP.UTF-8', LC_ALL: 'ja_JP.UTF-8', USER: 'hanako', HOME: '/nonexistent', COLUMNS: '40'},
  {TZ: 'America/New_York', LANG: 'C', LC_ALL: 'C', USER: 'joe', SOURCE_DATE_EPOCH: '1', COLUMNS: '200'},
] as const

/** Every file below a folder: path → bytes in hexadecimal. */
function filesBelow(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  return Object.fromEntries(
    paths.map(({parentPath, name}) => [
      join(parentPath, name).slice(folder.length),
      readFileSync(join(parentPath, name)).toString('hex'),
    ]),
  )
}

function draftOn(
  machine: NodeJS.ProcessEnv,
  example: Example,
  name: string,
): {readonly out: string; readonly revisions: string} {
  const folder = copyOf(example, name)
  const out = join(scratch(name), 'out')
  const args = [
    builtCommand(),
    'draft',
    folder,
    '--format',
    'docx,pdf,html,md',
    '--out',
    out,
    '--date',
    '2026-11-23T10:00:00Z',
    '--author',
    'a@engross.example',
  ]
  const {status, stderr} = spawnSync(process.execPath, args, {
    env: {PATH: process.env.PATH, ...machine},
    cwd: scratch(),
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return {out, revisions: join(folder, 'revisions')}
}

describe.each(['brightwater-hartmann', 'nuclea-tokai-nda'] as const)('%s', (example) => {
  let made: readonly {readonly out: string; readonly revisions: string}[]
  beforeAll(() => {
    made = machines.map((machine, index) => draftOn(machine, example, `deal-${index}`))
  })

  test('Word, PDF, HTML and Markdown are the same bytes on both machines', () => {
    const [tokyo, newYork] = made.map(({out}) => filesBelow(out))
    expect(Object.keys(tokyo!)).toHaveLength(4)
    for (const name of Object.keys(tokyo!)) expect(newYork![name] === tokyo![name], name).toBe(true)
  })

  test('so is the revision that they recorded', () => {
    const [tokyo, newYork] = made.map(({revisions}) => filesBelow(revisions))
    expect(Object.keys(tokyo!).length).toBeGreaterThan(4)
    expect(newYork).toEqual(tokyo)
  })
})
