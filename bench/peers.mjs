/** Peers printing the same words: docxtemplater filling a template, docx building a document, pdfmake typesetting. */
import {createRequire} from 'node:module'
import {Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun} from 'docx'
import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import {piecesOf, words} from './words.mjs'

const require = createRequire(import.meta.url)

function buildDocument(blocks, textOf) {
  const runs = (pieces) => pieces.map((piece) => new TextRun(textOf(piece)))
  const cell = (pieces) => new TableCell({children: [new Paragraph({children: runs(pieces)})]})
  const children = blocks.map(({level, number, listed, pieces, rows}) => {
    if (rows) return new Table({rows: rows.map((cells) => new TableRow({children: cells.map(cell)}))})
    const heading = listed ? {heading: HeadingLevel.HEADING_1} : {}
    return new Paragraph({
      indent: {left: level * 360},
      ...heading,
      children: [new TextRun(`${number} `), ...runs(pieces)],
    })
  })
  return Packer.toBuffer(new Document({sections: [{children}]}))
}

/** A template with a tag for every value, made once; filling it each round is what is timed. */
export async function docxtemplaterPeer(blocks) {
  let count = 0
  const tagged = ({text, value}) =>
    value === undefined ? text.replaceAll('{', '(').replaceAll('}', ')') : `{v${count++}}`
  const template = await buildDocument(blocks, tagged)
  const given = piecesOf(blocks)
    .flat()
    .filter(({value}) => value !== undefined)
  const values = Object.fromEntries(given.map(({value}, index) => [`v${index}`, value]))
  return (round) => {
    const filled = new Docxtemplater(new PizZip(template), {paragraphLoop: true}).render({...values, v0: String(round)})
    return filled.toBuffer({compression: 'DEFLATE'})
  }
}

export function docxPeer(blocks) {
  return () => buildDocument(blocks, (piece) => piece.text ?? piece.value)
}

/** pdfmake with its own Roboto: the same words, tables, contents page and footer; numbers as text, indents by level. */
export function pdfmakePeer(blocks) {
  const pdfmake = require('pdfmake')
  const fonts = require('pdfmake/build/vfs_fonts.js')
  const files = fonts.vfs ?? fonts.pdfMake?.vfs ?? fonts
  for (const [name, base64] of Object.entries(files))
    pdfmake.virtualfs.writeFileSync(name, Buffer.from(base64, 'base64'))
  const roboto = {normal: 'Regular', bold: 'Medium', italics: 'Italic', bolditalics: 'MediumItalic'}
  const faces = Object.entries(roboto).map(([face, name]) => [face, `Roboto-${name}.ttf`])
  pdfmake.setFonts({Roboto: Object.fromEntries(faces)})
  const footer = (page, pages) => ({text: `Page ${page} of ${pages}`, alignment: 'right', margin: [0, 10, 40, 0]})
  const look = {footer, defaultStyle: {fontSize: 10.5, alignment: 'justify'}}
  const contents = {toc: {title: {text: 'Contents'}}}
  return (round) => {
    const content = [{text: `Round ${round}`}, contents, ...blocks.map(pdfmakeBlock)]
    return pdfmake.createPdf({...look, content}).getBuffer()
  }
}

function pdfmakeBlock({level, number, listed, pieces, rows}) {
  const margin = [level * 18, 0, 0, 6]
  const body = rows?.map((cells) => cells.map((cell) => words(cell)))
  if (body) return {table: {headerRows: 1, widths: body[0].map(() => '*'), body}, margin}
  return {text: `${number} ${words(pieces)}`.trim(), margin, ...(listed ? {bold: true, tocItem: true} : {})}
}
