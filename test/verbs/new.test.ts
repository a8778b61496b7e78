/** The deal.yaml that `new` writes: its questions, their places, and that the examples in it make a sound deal. */
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, expect, test} from 'vitest'
import {checkDeal, FileFault, newDeal, openWorkshop} from '../../src/verbs/index.js'

const folder = mkdtempSync(join(tmpdir(), 'engross-new-'))
afterEach(() => rmSync(folder, {recursive: true, force: true}))
const documents = ['collaboration-agreement-short', 'nda-mutual']

async function begin(document: string): Promise<string> {
  const {files, diagnostics} = await newDeal(join(folder, document), {document, libraries: []})
  expect(diagnostics).toEqual([])
  return files[0]!
}

test.each(documents)('every question of %s stands in the new deal, numbered as in the template', async (document) => {
  const text = readFileSync(await begin(document), 'utf8')
  const {library, parameters} = await openWorkshop()
  const questions = library.template(document)!.questions
  for (const [index, pointer] of questions.entries())
    expect(text).toContain(`# ${index + 1}. ${parameters.get(pointer)?.question}`)
})

test.each(documents)('the examples of %s, with the # taken away, make a deal without errors', async (document) => {
  const file = await begin(document)
  const lines = readFileSync(file, 'utf8').split('\n')
  writeFileSync(file, lines.map((line) => line.replace(/^#(parameters:| {2})/, '$1')).join('\n'))
  const {json} = await checkDeal(join(folder, document), {libraries: [], now: '2026-11-23T10:00:00.000Z'})
  expect(json.diagnostics.filter(({severity}) => severity === 'error')).toEqual([])
})

test('a new deal lacks its parties and nothing else that would stop it', async () => {
  await begin('nda-mutual')
  const {json} = await checkDeal(join(folder, 'nda-mutual'), {libraries: [], now: '2026-11-23T10:00:00.000Z'})
  expect(json.diagnostics.filter(({severity}) => severity === 'error').map(({code}) => code)).toEqual(['rule/R-001'])
})

test('a deal that stands is never overwritten', async () => {
  const file = await begin('nda-mutual')
  const before = readFileSync(file)
  await expect(newDeal(join(folder, 'nda-mutual'), {document: 'nda-mutual', libraries: []})).rejects.toThrow(FileFault)
  expect(readFileSync(file)).toEqual(before)
})

test('an unknown document is refused with those that there are', async () => {
  const {files, diagnostics} = await newDeal(join(folder, 'x'), {document: 'nda-mutal', libraries: []})
  expect(files).toEqual([])
  expect(diagnostics[0]?.hint).toContain('nda-mutual')
})
