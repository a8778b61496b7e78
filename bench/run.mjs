/**
 * `npm run bench`: speed as ratios within this run (PERF.md, targets 1, 2 and 4). Deal → Word: assembly, numbering and writing,
 * one value changed each round, beside docxtemplater and docx on the same words, and beside deflating the same XML.
 * Deal → PDF after one value changed, beside its own cold compile and pdfmake.
 */
import {spawnSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {deflateRawSync} from 'node:zlib'
import {unzipSync} from 'fflate'
import {createDocxRenderer} from '../dist/render/docx/index.js'
import {createPdfRenderer} from '../dist/render/pdf/index.js'
import {work} from './deals.mjs'
import {conclude, median, race, table, target} from './measure.mjs'
import {docxPeer, docxtemplaterPeer, pdfmakePeer} from './peers.mjs'
import {redline} from './redline.mjs'
import {blocksOf, wordCount} from './words.mjs'

const quick = process.argv.includes('--quick')
const warm = 30
const names = {
  deflate: 'deflating the same XML',
  word: 'Engross, deal to Word, one value changed',
  writer: 'Engross, the writer alone, no provision remembered',
  template: 'docxtemplater, filling a template',
  docx: 'docx, building the document',
  pdf: 'Engross, deal to PDF, one value changed',
  pdfmake: 'pdfmake',
}

async function word({name, copies}, {copy}, rounds) {
  const aim = (most) => (copies > 0 ? most : undefined)
  const first = copy(0)
  const blocks = blocksOf(first)
  const xml = unzipSync(createDocxRenderer().render(first))['word/document.xml']
  const remembering = createDocxRenderer()
  const forgetting = createDocxRenderer()
  remembering.render(first)
  forgetting.render(first)
  // Trees of their own: nothing in them was written before. Styles and numbering were.
  const strangers = Array.from({length: 2 * (rounds + warm)}, () => ({
    ...first,
    agreement: structuredClone(first.agreement),
  }))
  const contestants = [
    {name: names.deflate, run: () => deflateRawSync(xml)},
    {name: names.word, run: (round) => remembering.render(copy(round))},
    {name: names.writer, run: () => forgetting.render(strangers.pop())},
    {name: names.template, run: await docxtemplaterPeer(blocks)},
    {name: names.docx, run: docxPeer(blocks)},
  ]
  const medians = await race(contestants, {rounds, warm})
  const size = `${wordCount(blocks)} words, ${(xml.length / 1024).toFixed(0)} KiB of XML`
  table(`Word: ${name}, ${size}`, medians, names.template)
  target(`${name}: deal to Word ÷ docxtemplater`, medians.get(names.word) / medians.get(names.template), aim(0.1))
  target(`${name}: writer alone ÷ deflating its XML`, medians.get(names.writer) / medians.get(names.deflate), aim(2))
}

async function pdf({name, example, copies}, {copy}, rounds) {
  const aim = (most) => (copies > 0 ? most : undefined)
  const blocks = blocksOf(copy(0))
  const renderer = createPdfRenderer()
  await renderer.render(copy(0))
  const cold = median([1, 2, 3].map(() => coldCompile(example, copies)))
  const contestants = [
    {name: names.pdf, run: (round) => renderer.render(copy(round + 7))},
    {name: names.pdfmake, run: pdfmakePeer(blocks)},
  ]
  const medians = await race(contestants, {rounds, warm})
  table(
    `PDF: ${name}, ${wordCount(blocks)} words`,
    new Map([['Engross, cold compile', cold], ...medians]),
    names.pdfmake,
  )
  target(`${name}: PDF after one value ÷ cold compile`, medians.get(names.pdf) / cold, aim(0.1))
  target(`${name}: PDF after one value ÷ pdfmake`, medians.get(names.pdf) / medians.get(names.pdfmake), aim(0.2))
}

/** Milliseconds of the first compile in a process of its own. */
function coldCompile(example, copies) {
  const script = fileURLToPath(new URL('cold.mjs', import.meta.url))
  const {stdout, status} = spawnSync(process.execPath, [script, example, String(copies)], {encoding: 'utf8'})
  if (status !== 0) throw new Error(`cold compile of ${example} failed`)
  return Number(stdout)
}

const jobs = [
  {name: 'agreement', example: 'brightwater-hartmann', copies: 0},
  {name: 'agreement, scaled', example: 'brightwater-hartmann', copies: 3},
  {name: 'NDA', example: 'brightwater-hartmann-nda', copies: 0},
]
for (const job of jobs) await word(job, await work(job.example, job.copies), quick ? 5 : 25)
for (const job of jobs) await pdf(job, await work(job.example, job.copies), quick ? 3 : 11)
const [, scaled] = jobs
await redline(scaled, await work(scaled.example, scaled.copies), quick ? 5 : 25)
if (!conclude()) process.exitCode = 1
