/** The library that we ship, read whole and held to what we say of it. */
import {readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {beforeAll, expect, test} from 'vitest'
import {parametersOf} from '../../src/deal/index.js'
import {checkIndex, checkLibrary, folderShelf, type Library, openLibrary} from '../../src/library/index.js'
import type {Diagnostic, JsonObject, Parameters} from '../../src/model/index.js'

const root = resolve(import.meta.dirname, '../..')
let parameters: Parameters
let library: Library
let found: readonly Diagnostic[]

beforeAll(async () => {
  parameters = parametersOf(JSON.parse(readFileSync(join(root, 'schemas/deal.schema.json'), 'utf8')) as JsonObject)
  library = await openLibrary({roots: [root], parameters})
  found = checkLibrary(library)
})

/** One line a finding, as a person who mends it wants to read it. */
function lines(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(
    ({code, message, hint, at}) =>
      `${'file' in at ? `${at.file}:${at.line ?? ''}` : ''} ${code} ${message} ${hint ?? ''}`,
  )
}

test('has clauses, templates and a locale', () => {
  expect(library.clauses.length).toBeGreaterThan(30)
  expect(library.templates).toEqual(expect.arrayContaining(['collaboration-agreement-short', 'nda-mutual']))
  expect(library.locale('en-GB')).toBeDefined()
})

test('has no error and no warning but those of drafting', () => {
  expect(lines(found.filter(({code}) => !code.startsWith('drafting/')))).toEqual([])
})

test('says no word that we do not use', () => {
  expect(lines(found.filter(({code}) => code === 'drafting/banned-word'))).toEqual([])
})

test('says in one sentence what each clause does', () => {
  expect(lines(found.filter(({code}) => code === 'drafting/summary'))).toEqual([])
})

test('keeps its sub-clauses near 45 words, and none over 70', () => {
  const long = found.filter(({code}) => code === 'drafting/long')
  if (long.length > 0) console.warn(lines(long).join('\n'))
  expect(lines(long.filter(({message}) => Number(/runs to (\d+) words/.exec(message)?.[1]) > 70))).toEqual([])
})

test('tells of each clause what it does, why, and what the other side will say', () => {
  const silent = library.clauses.filter((id) => {
    const clause = library.newest(id)
    return !clause || [clause.summary, clause.why, clause.expect].some((words) => words.trim() === '')
  })
  expect(silent).toEqual([])
})

test('lists every published file by its hash', () => {
  expect(lines(checkIndex(folderShelf(root)))).toEqual([])
})
