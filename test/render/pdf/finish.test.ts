import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {PDFDocument} from 'pdf-lib'
import {beforeAll, expect, onTestFinished, test} from 'vitest'
import {createPdfRenderer, isAsWritten, readManifest} from '../../../src/render/pdf/index.js'
import {needs} from '../../readers.js'
import {copyOf} from './build.js'
import {sample} from './sample.js'

const copy = copyOf(sample())
let pdf: Uint8Array

beforeAll(async () => {
  pdf = (await createPdfRenderer().render(copy)).pdf!
})

test('carries its manifest, readable by any PDF library', async () => {
  expect(await readManifest(pdf)).toEqual({format: 1, purpose: 'draft', ...copy.identity})
})

test('is as written until a byte changes', () => {
  expect(isAsWritten(pdf)).toBe(true)
  for (let index = 0; index < pdf.length; index += 997) {
    const altered = Uint8Array.from(pdf)
    altered[index] = altered[index]! ^ 1
    expect(isAsWritten(altered), `byte ${index}`).toBe(false)
  }
})

test('is not as written when something is added or cut off', () => {
  expect(isAsWritten(Buffer.concat([pdf, Buffer.from('\n')]))).toBe(false)
  expect(isAsWritten(pdf.subarray(0, -1))).toBe(false)
  expect(isAsWritten(new Uint8Array())).toBe(false)
  expect(isAsWritten(Buffer.from('%PDF-1.7 /EngrossSeal (sha256:'))).toBe(false)
})

test('keeps its manifest, but not its seal, when another program saves it again', async () => {
  const page = await PDFDocument.load(pdf, {updateMetadata: false})
  page.getPage(2).drawText('Altered')
  const saved = await page.save()
  expect(isAsWritten(saved)).toBe(false)
  expect((await readManifest(saved))?.deal).toBe(copy.identity.deal)
})

test('keeps its manifest through qpdf, and is known to have been rewritten', async () => {
  const program = needs('qpdf')
  const folder = mkdtempSync(join(tmpdir(), 'engross-pdf-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  writeFileSync(join(folder, 'a.pdf'), pdf)
  expect(spawnSync(program, ['--object-streams=generate', 'a.pdf', 'b.pdf'], {cwd: folder}).status).toBe(0)
  const rewritten = readFileSync(join(folder, 'b.pdf'))
  expect(isAsWritten(rewritten)).toBe(false)
  expect((await readManifest(rewritten))?.hash).toBe(copy.identity.hash)
})

test('finds no manifest in what is not ours', async () => {
  const foreign = await PDFDocument.create()
  foreign.addPage()
  await foreign.attach(Buffer.from('{"format":2}'), 'engross.json')
  expect(await readManifest(await foreign.save())).toBeUndefined()
  expect(await readManifest(Buffer.from('no PDF'))).toBeUndefined()
})
