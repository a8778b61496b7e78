/**
 * XML of another's making, read as a stream: no tree is built that could grow, no DTD is taken, no entity is known but
 * XML's own five. Names are given with the prefix that the standard uses, whatever the file calls it, and Strict documents
 * (ISO/IEC 29500-1) with those of Transitional ones.
 */
import {SaxesParser} from 'saxes'
import {limits} from './limits.js'
import {refuse} from './refusal.js'

export type Attributes = Readonly<Record<string, string>>

export interface Listener {
  readonly open?: (name: string, attributes: Attributes) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

const schemas = 'http://schemas.openxmlformats.org'
const strict = 'http://purl.oclc.org/ooxml'

/** Namespace → prefix. Any other namespace stands in braces before the name. */
const prefixes: ReadonlyMap<string, string> = new Map([
  [`${schemas}/wordprocessingml/2006/main`, 'w:'],
  [`${strict}/wordprocessingml/main`, 'w:'],
  [`${schemas}/officeDocument/2006/relationships`, 'r:'],
  [`${strict}/officeDocument/relationships`, 'r:'],
  [`${schemas}/officeDocument/2006/math`, 'm:'],
  [`${strict}/officeDocument/math`, 'm:'],
  [`${schemas}/drawingml/2006/main`, 'a:'],
  [`${strict}/drawingml/main`, 'a:'],
  [`${schemas}/markup-compatibility/2006`, 'mc:'],
  [`${schemas}/package/2006/relationships`, 'rel:'],
  [`${schemas}/package/2006/content-types`, 'ct:'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14:'],
  ['http://www.w3.org/XML/1998/namespace', 'xml:'],
  ['', ''],
])

/** Reads a part. Throws a Refusal that names the part, and the line and column where the trouble is. */
export function readXml(bytes: Uint8Array, part: string, {open, close, text}: Listener): void {
  if (bytes.length > limits.xml)
    refuse('package/inflates-too-far', `its part "${part}" is too large to be read.`, {part})
  const parser = new SaxesParser({xmlns: true})
  const at = (): {readonly part: string; readonly line: number; readonly column: number} => ({
    part,
    line: parser.line,
    column: parser.column + 1,
  })
  let depth = 0
  let elements = 0
  let attributes = 0
  parser.on('error', (error) =>
    refuse('package/malformed-xml', `its part "${part}" is no XML: ${error.message.replace(/^\d+:\d+: /, '')}`, at()),
  )
  parser.on('doctype', () =>
    refuse('package/dtd', `its part "${part}" holds a document type, which no Word file may.`, at()),
  )
  parser.on('xmldecl', ({encoding}) => checkEncoding(encoding, part))
  parser.on('opentagstart', () => {
    attributes = 0
    depth += 1
    elements += 1
    if (elements > limits.elements)
      refuse('package/too-many-elements', `its part "${part}" holds more than ${limits.elements} elements.`, {part})
    if (depth > limits.depth)
      refuse('package/too-deep', `its part "${part}" nests deeper than ${limits.depth} elements.`, at())
  })
  parser.on('attribute', () => {
    attributes += 1
    if (attributes > limits.attributes)
      refuse(
        'package/too-many-attributes',
        `its part "${part}" holds an element of more than ${limits.attributes} attributes.`,
        at(),
      )
  })
  parser.on('opentag', (tag) => open?.(nameOf(tag.uri, tag.local), attributesOf(tag.attributes)))
  parser.on('closetag', (tag) => {
    depth -= 1
    close?.(nameOf(tag.uri, tag.local))
  })
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  for (const piece of decoded(bytes, part)) parser.write(piece)
  parser.close()
}

type Tag = Readonly<
  Record<string, {readonly uri: string; readonly prefix: string; readonly local: string; readonly value: string}>
>

function attributesOf(given: Tag): Attributes {
  // A null prototype: a name in the file is a name, never a property that objects have anyway.
  const named: Record<string, string> = Object.create(null)
  for (const {uri, prefix, local, value} of Object.values(given)) {
    if (prefix !== 'xmlns' && !(prefix === '' && local === 'xmlns')) named[nameOf(uri, local)] = value
  }
  return named
}

function nameOf(uri: string, local: string): string {
  const prefix = prefixes.get(uri)
  return prefix === undefined ? `{${uri}}${local}` : prefix + local
}

// OPC (ECMA-376 Part 2 §8.1.4) allows these two; US-ASCII is a part of the first.
function checkEncoding(encoding: string | undefined, part: string): void {
  if (encoding !== undefined && !/^(?:utf-?8|utf-?16(?:le|be)?|us-ascii)$/i.test(encoding))
    refuse('package/encoding', `its part "${part}" is written in ${encoding}, which no Word file may.`, {part})
}

/** A part as text, whichever of the two encodings it is in. */
export function textOfXml(bytes: Uint8Array, part: string): string {
  return [...decoded(bytes, part)].join('')
}

const step = 2 ** 16

function* decoded(bytes: Uint8Array, part: string): Generator<string> {
  const decoder = new TextDecoder(encodingOf(bytes), {fatal: true})
  try {
    for (let at = 0; at < bytes.length; at += step) yield decoder.decode(bytes.subarray(at, at + step), {stream: true})
    yield decoder.decode()
  } catch {
    refuse('package/encoding', `its part "${part}" holds bytes that are no text.`, {part})
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  return 'utf-8'
}
