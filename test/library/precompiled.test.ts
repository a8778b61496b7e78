import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {type Library, openLibrary, precompile, writeFiles} from '../../src/library/index.js'
import {clauseFile, clausePath, parameters, templateFile} from './shelves.js'

const files = {
  [clausePath('a', '1.0.0')]: clauseFile('a', {title: 'First', text: '1. {#one} {{project.title}}'}),
  [clausePath('a', '1.1.0')]: clauseFile('a', {title: 'Second'}),
  'templates/short/1.0.0.yaml': templateFile(['{position: a, when: (eq ip.regime "x")}']),
}

let root: string
let compiled: string

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'engross-precompiled-'))
  compiled = join(root, 'library.json')
  writeFiles(root, files)
  writeFileSync(compiled, precompile(await open(), parameters))
})
afterEach(() => rmSync(root, {recursive: true}))

async function open(known = parameters): Promise<Library> {
  return openLibrary({roots: [root], parameters: known, precompiled: compiled})
}

/** Plants a title that the files do not have, to see which of the two was read. */
async function plant(): Promise<void> {
  writeFileSync(compiled, precompile(await open(), parameters).replaceAll('"First"', '"Planted"'))
}

test('what was compiled before is what is compiled now', async () => {
  const [before, now] = [await open(), await openLibrary({roots: [root], parameters, precompiled: join(root, 'none')})]
  for (const version of ['1.0.0', '1.1.0']) expect(before.version('a', version)).toEqual(now.version('a', version))
  expect(before.template('short')).toEqual(now.template('short'))
  expect(before.diagnostics).toEqual([])
})

test('is used where the file is the same, and only there', async () => {
  await plant()
  expect((await open()).version('a', '1.0.0')?.title).toBe('Planted')
  writeFiles(root, {[clausePath('a', '1.0.0')]: clauseFile('a', {title: 'Edited'})})
  const opened = await open()
  expect(opened.version('a', '1.0.0')?.title).toBe('Edited')
  expect(opened.version('a', '1.1.0')?.title).toBe('Second')
})

test('is not used for the same bytes under another name', async () => {
  writeFiles(root, {[clausePath('b')]: files[clausePath('a', '1.0.0')]!})
  const opened = await open()
  expect(opened.newest('b')).toBeUndefined()
  expect(opened.diagnostics.map(({code}) => code)).toEqual(['library/wrong-folder'])
})

test('is not used with other parameters: a path that is gone is found', async () => {
  const fewer = new Map([...parameters].filter(([pattern]) => pattern !== '/project/title'))
  const opened = await open(fewer)
  expect(opened.version('a', '1.0.0')).toBeUndefined()
  expect(opened.diagnostics.map(({code}) => code)).toEqual(['markup/unknown-path'])
})

test('holds nothing that is broken', async () => {
  writeFiles(root, {[clausePath('c')]: clauseFile('c', {text: '1. {{nothing}}'})})
  writeFileSync(compiled, precompile(await open(), parameters))
  const opened = await open()
  expect(opened.newest('c')).toBeUndefined()
  expect(opened.diagnostics).toHaveLength(1)
})
