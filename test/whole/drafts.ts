/**
 * Whole runs for tests: a deal copied to a folder of its own, drafted in every format, its files as bytes. The examples
 * are drafted once a test file, however many tests read them.
 */
import {cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {extname, join} from 'node:path'
import {afterAll} from 'vitest'
import {parseDocument} from 'yaml'
import type {Agreement, Diagnostic, Json, Pointer} from '../../src/model/index.js'
import {keysOf} from '../../src/model/index.js'
import {draftDeal, type Format, formats, home} from '../../src/verbs/index.js'

export const examples = [
  'brightwater-hartmann',
  'brightwater-hartmann-nda',
  'nuclea-tokai',
  'nuclea-tokai-nda',
] as const
export type Example = (typeof examples)[number]

export const time = '2026-11-23T10:00:00.000Z'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, {recursive: true, force: true})
})

/** An empty folder, gone when the tests of the file are done. */
export function scratch(name = 'deal'): string {
  const folder = mkdtempSync(join(tmpdir(), `engross-${name}-`))
  folders.push(folder)
  return folder
}

/** A copy of an example without its history, in a folder called `name`. */
export function copyOf(example: Example, name: string = example): string {
  const folder = join(scratch(), name)
  const source = join(home, 'examples', example)
  cpSync(source, folder, {recursive: true, filter: (path) => !path.startsWith(join(source, 'revisions'))})
  return folder
}

/** Pointer of a deal's parameters → new value; `undefined` takes it away. */
export type Changes = Readonly<Record<Pointer, Json | undefined>>

/** Changes values of the parameters in a deal.yaml and leaves the rest of the file as it stands. */
export function change(folder: string, changes: Changes): void {
  changeFile(
    folder,
    Object.fromEntries(Object.entries(changes).map(([pointer, value]) => [`/parameters${pointer}`, value])),
  )
}

/** Changes anything in a deal.yaml, by pointers into the whole file. */
export function changeFile(folder: string, changes: Changes): void {
  const path = join(folder, 'deal.yaml')
  const document = parseDocument(readFileSync(path, 'utf8'))
  for (const [pointer, value] of Object.entries(changes)) {
    const keys = keysOf(pointer).map((key) => (/^\d+$/.test(key) ? Number(key) : key))
    if (value === undefined) document.deleteIn(keys)
    else document.setIn(keys, document.createNode(value))
  }
  writeFileSync(path, document.toString({lineWidth: 0}))
}

export interface Drafted {
  readonly folder: string
  readonly files: Readonly<Record<Format, Uint8Array>>
  readonly names: readonly string[]
  readonly agreement: Agreement
  readonly diagnostics: readonly Diagnostic[]
}

/** Drafts the deal in a folder in every format. Throws when it has errors. */
export async function draft(
  folder: string,
  settings: {readonly time?: string; readonly formats?: readonly Format[]} = {},
): Promise<Drafted> {
  const out = join(scratch('out'), 'files')
  const report = await draftDeal(folder, {
    formats,
    out,
    cwd: out,
    message: '',
    author: 'tests@engross.example',
    time,
    libraries: [],
    progress: () => {},
    ...settings,
  })
  if (report.files.length === 0)
    throw new Error(report.diagnostics.map(({code, message, hint}) => `${code} ${message} ${hint}`).join('\n'))
  const names = report.files.map(({path}) => path)
  const files = Object.fromEntries(
    names.map((name) => [extname(name).slice(1), new Uint8Array(readFileSync(join(out, name)))]),
  )
  const revision = String(report.json.revision).padStart(4, '0')
  const stored = readFileSync(join(folder, 'revisions', revision, 'agreement.json'), 'utf8')
  return {
    folder,
    names,
    diagnostics: report.diagnostics,
    files: files as Drafted['files'],
    agreement: JSON.parse(stored) as Agreement,
  }
}

const known = new Map<Example, Promise<Drafted>>()

/** An example as it is shipped, drafted once. */
export function drafted(example: Example): Promise<Drafted> {
  const made = known.get(example) ?? draft(copyOf(example))
  known.set(example, made)
  return made
}

/** The command line as it was built; a test that needs it says so when there is none. */
export function builtCommand(): string {
  const path = join(home, 'dist/cli/main.js')
  if (!existsSync(path)) throw new Error('dist/cli/main.js is missing: run `npm run build` first.')
  return path
}
