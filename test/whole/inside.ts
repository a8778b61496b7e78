/**
 * Everything inside an outgoing file: parts of a package by name and inflated, streams of a PDF inflated, words as poppler
 * reads them through the fonts. What is looked for is looked for in every spelling in which a file could carry it.
 */
import {inflateRawSync, inflateSync} from 'node:zlib'
import {unzipSync} from 'fflate'
import {ask, squeezed} from './words.js'

export interface Place {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Every place in a file where something could be read, the file as it is among them. */
export function placesIn(name: string, bytes: Uint8Array): readonly Place[] {
  const whole = {name, bytes}
  const named = {name: `${name} (its name)`, bytes: Buffer.from(name)}
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return [
      whole,
      named,
      ...Object.entries(unzipSync(bytes)).flatMap(([part, content]) => [
        {name: `${name}!${part}`, bytes: content},
        {name: `${name}!${part} (its name)`, bytes: Buffer.from(part)},
      ]),
    ]
  return Buffer.from(bytes.subarray(0, 5)).toString() === '%PDF-'
    ? [whole, named, ...placesInPdf(name, bytes)]
    : [whole, named]
}

function placesInPdf(name: string, pdf: Uint8Array): readonly Place[] {
  const streams = streamsOf(pdf).map((bytes, index) => ({name: `${name}, stream ${index + 1}`, bytes}))
  const asked = [
    ['pdftotext', [], ['-']],
    ['pdfinfo', [], []],
    ['pdfinfo', ['-meta'], []],
    ['pdfinfo', ['-struct-text'], []],
    ['pdffonts', [], []],
  ] as const
  const said = asked.map(([reader, before, after]) => ({
    name: `${name}, ${[reader, ...before].join(' ')}`,
    bytes: Buffer.from(squeezed(ask(reader, pdf, before, after).replaceAll(name, ''))),
  }))
  return [...streams, ...said]
}

// ISO 32000-1, 7.3.8: a stream stands between the keywords, after one line end. What does not inflate is taken as it is.
function streamsOf(pdf: Uint8Array): readonly Uint8Array[] {
  const text = Buffer.from(pdf).toString('latin1')
  return [...text.matchAll(/\bstream\r?\n([\s\S]*?)\r?\n?endstream/g)].flatMap(([, body]) => {
    const bytes = Buffer.from(body!, 'latin1')
    for (const inflate of [inflateSync, inflateRawSync]) {
      try {
        return [new Uint8Array(inflate(bytes))]
      } catch {
        // Not deflated this way.
      }
    }
    return [new Uint8Array(bytes)]
  })
}

/** The places of a file that hold a word, in any spelling. */
export function whereIs(word: string, places: readonly Place[]): readonly string[] {
  const spellings = spellingsOf(word)
  return places.filter(({bytes}) => spellings.some((spelling) => contains(bytes, spelling))).map((place) => place.name)
}

function contains(bytes: Uint8Array, spelling: Buffer): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(spelling)
}

// Base64 depends on where in a group of three the word begins; its first and last signs on the neighbours.
function spellingsOf(word: string): readonly Buffer[] {
  const plain = Buffer.from(word)
  const wide = Buffer.from(word, 'utf16le')
  const hexes = [plain, wide, Buffer.from(wide).swap16()].flatMap((bytes) => [
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
  ])
  const shifted = [0, 1, 2].map((before) =>
    Buffer.concat([Buffer.alloc(before), plain])
      .toString('base64')
      .replace(/=+$/, '')
      .slice(before === 0 ? 0 : before + 1, -2),
  )
  return [plain, wide, Buffer.from(wide).swap16(), ...[...hexes, ...shifted].map((text) => Buffer.from(text))]
}
