/** Peers printing the same words: docxtemplater filling a template, docx building a document, pdfmake typesetting. */
import {createRequire} from 'node:module'
import {Document, HeadingLevel, Packer, Paragraph, TextRun} from 'docx'
import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import {plain} from './words.mjs'

const require = createRequire(import.meta.url)

function buildDocument(paragraphs, textOf) {
  const children = paragraphs.map(
    (paragraph) =>
      new Paragraph({
        indent: {left: paragraph.level * 360},
        ...(paragraph.level === 0 && paragraph.number ? {heading: HeadingLevel.HEADING_1} : {}),
        children: [new TextRun(`${paragraph.number} `), ...paragraph.pieces.map((piece) => new TextRun(textOf(piece)))],
      }),
  )
  return Packer.toBuffer(new Document({sections: [{children}]}))
}

/** A template with a tag for every value, made once; filling it each round is what is timed. */
export async function docxtemplaterPeer(paragraphs) {
  let count = 0
  const template = await buildDocument(paragraphs, (piece) =>
    piece.value === undefined ? piece.text.replaceAll('{', '(').replaceAll('}', ')') : `{v${count++}}`,
  )
  const values = Object.fromEntries(
    paragraphs
      .flatMap(({pieces}) => pieces.filter((piece) => piece.value !== undefined))
      .map((piece, index) => [`v${index}`, piece.value]),
  )
  return (round) =>
    new Docxtemplater(new PizZip(template), {paragraphLoop: true})
      .render({...values, v0: String(round)})
      .toBuffer({compression: 'DEFLATE'})
}

export function docxPeer(paragraphs) {
  return () => buildDocument(paragraphs, (piece) => piece.text ?? piece.value)
}

/** pdfmake with its own Roboto: the same words, numbers as text, indents by level. */
export function pdfmakePeer(paragraphs) {
  const pdfmake = require('pdfmake')
  const fonts = require('pdfmake/build/vfs_fonts.js')
  const files = fonts.vfs ?? fonts.pdfMake?.vfs ?? fonts
  for (const [name, base64] of Object.entries(files))
    pdfmake.virtualfs.writeFileSync(name, Buffer.from(base64, 'base64'))
  pdfmake.setFonts({
    Roboto: {
      normal: 'Roboto-Regular.ttf',
      bold: 'Roboto-Medium.ttf',
      italics: 'Roboto-Italic.ttf',
      bolditalics: 'Roboto-MediumItalic.ttf',
    },
  })
  return (round) =>
    pdfmake
      .createPdf({
        content: [
          {text: `Round ${round}`},
          ...paragraphs.map((paragraph) => ({text: plain(paragraph), margin: [paragraph.level * 18, 0, 0, 6]})),
        ],
        defaultStyle: {fontSize: 10.5, alignment: 'justify'},
      })
      .getBuffer()
}
