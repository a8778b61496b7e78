/**
 * `npm run bench`: speed as ratios within this run (PERF.md, targets 1 and 2). Deal → Word: assembly, numbering and writing,
 * one value changed each round, beside docxtemplater and docx on the same words, and beside deflating the same XML.
 * Deal → PDF after one value changed, beside its own cold compile and pdfmake.
 */
import {deflateRawSync} from 'node:zlib'
import {unzipSync} from 'fflate'
import {createDocxRenderer} from '../dist/render/docx/index.js'
import {createPdfRenderer} from '../dist/render/pdf/index.js'
import {work} from './deals.mjs'
import {conclude, race, table, target} from './measure.mjs'
import {docxPeer, docxtemplaterPeer, pdfmakePeer} from './peers.mjs'
import {paragraphsOf, wordCount} from './words.mjs'

const quick = process.argv.includes('--quick')

async function words(name, {copy}, rounds) {
  const first = copy(0)
  const paragraphs = paragraphsOf(first)
  const xml = unzipSync(createDocxRenderer().render(first))['word/document.xml']
  const remembering = createDocxRenderer()
  remembering.render(first)
  const still = copy(0)
  const medians = await race(
    [
      {name: 'deflating the same XML', run: () => deflateRawSync(xml)},
      {name: 'Engross, deal to Word, one value changed', run: (round) => remembering.render(copy(round))},
      {name: 'Engross, the writer alone, nothing remembered', run: () => createDocxRenderer().render(still)},
      {name: 'docxtemplater, filling a template', run: await docxtemplaterPeer(paragraphs)},
      {name: 'docx, building the document', run: docxPeer(paragraphs)},
    ],
    {rounds},
  )
  table(
    `Word: ${name}, ${wordCount(paragraphs)} words, ${paragraphs.length} paragraphs, ${(xml.length / 1024).toFixed(0)} KiB of XML`,
    medians,
    'docxtemplater, filling a template',
  )
  target(
    `${name}: deal to Word ÷ docxtemplater`,
    medians.get('Engross, deal to Word, one value changed') / medians.get('docxtemplater, filling a template'),
    0.1,
  )
  target(
    `${name}: writer alone ÷ deflating its XML`,
    medians.get('Engross, the writer alone, nothing remembered') / medians.get('deflating the same XML'),
    2,
  )
}

async function pdf(name, {copy}, rounds) {
  const paragraphs = paragraphsOf(copy(0))
  const renderer = createPdfRenderer()
  const before = process.hrtime.bigint()
  await renderer.render(copy(0))
  const cold = Number(process.hrtime.bigint() - before) / 1e6
  const medians = await race(
    [
      {name: 'Engross, deal to PDF, one value changed', run: (round) => renderer.render(copy(round + 7))},
      {name: 'pdfmake', run: pdfmakePeer(paragraphs)},
    ],
    {rounds},
  )
  const warm = medians.get('Engross, deal to PDF, one value changed')
  table(
    `PDF: ${name}, ${wordCount(paragraphs)} words`,
    new Map([['Engross, cold compile', cold], ...medians]),
    'pdfmake',
  )
  target(`${name}: PDF after one value ÷ cold compile`, warm / cold, 0.1)
  target(`${name}: PDF after one value ÷ pdfmake`, warm / medians.get('pdfmake'), 0.2)
}

const agreement = await work('brightwater-hartmann')
const scaled = await work('brightwater-hartmann', 4)
const nda = await work('brightwater-hartmann-nda')
const rounds = quick ? 5 : 25
await words('agreement', agreement, rounds)
await words('agreement, scaled', scaled, rounds)
await words('NDA', nda, rounds)
await pdf('agreement', agreement, quick ? 3 : 9)
await pdf('agreement, scaled', scaled, quick ? 3 : 9)
await pdf('NDA', nda, quick ? 3 : 9)
if (!conclude()) process.exitCode = 1
