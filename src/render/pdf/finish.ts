/**
 * Finishing a PDF: who made it, and a seal by which an alteration shows. Both are appended as one incremental update
 * (ISO 32000-1, 7.5.6), so the tags, fonts and attachment that Typst wrote stay byte for byte as they are. A PDF library
 * would parse and rewrite the whole file to the same end, at more than the cost of typesetting it.
 */
import {createHash} from 'node:crypto'

/** Appends the update to Typst's bytes. `creator` is the program that made the document: "Engross 0.1.0". */
export function finish(typeset: Uint8Array, creator: string): Uint8Array {
  const bytes = Buffer.from(typeset.buffer, typeset.byteOffset, typeset.byteLength)
  const trailer = trailerOf(bytes)
  const information = objectAt(bytes, trailer.info, trailer)
  const xmp = reference(objectAt(bytes, trailer.root, trailer), 'Metadata')
  const objects = [
    {number: trailer.info, body: sealed(information, creator, sealOf(typeset))},
    {number: xmp, body: described(objectAt(bytes, xmp, trailer), creator)},
  ]
  return Buffer.concat([typeset, update(bytes.length, objects, trailer)])
}

/**
 * True when the file is byte for byte as Engross wrote it: nothing changed, nothing added. A file saved again by another
 * program, or signed, no longer is. The seal is not a signature: it tells of accidents and edits, not of forgers.
 */
export function isAsWritten(pdf: Uint8Array): boolean {
  const tail = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).subarray(-8192).toString('latin1')
  const length = /\/EngrossSeal \(sha256:[0-9a-f]{64}\/(\d+)\)/.exec(tail)?.[1]
  const creator = /\/Creator \((Engross [0-9A-Za-z.+-]+)\)/.exec(tail)?.[1]
  if (length === undefined || creator === undefined || Number(length) > pdf.length) return false
  try {
    return Buffer.compare(finish(pdf.subarray(0, Number(length)), creator), pdf) === 0
  } catch {
    return false
  }
}

function sealOf(typeset: Uint8Array): string {
  return `sha256:${createHash('sha256').update(typeset).digest('hex')}/${typeset.length}`
}

interface Trailer {
  readonly size: string
  readonly root: number
  readonly info: number
  readonly id: string
  readonly startXref: string
}

function trailerOf(bytes: Buffer): Trailer {
  const words = bytes.toString('latin1', bytes.lastIndexOf('trailer'))
  return {
    size: captured(words, /\/Size (\d+)/),
    root: reference(words, 'Root'),
    info: reference(words, 'Info'),
    id: captured(words, /\/ID (\[[^\]]*\])/),
    startXref: captured(words, /startxref\s+(\d+)/),
  }
}

function reference(text: string, key: string): number {
  return Number(captured(text, new RegExp(`/${key} (\\d+) 0 R`)))
}

function captured(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[1]
  if (found === undefined) throw new Error(`finish: the PDF has no ${pattern}`)
  return found
}

// Found by the table, not by a search, which would read the whole file as text. Typst's table is one section that begins
// with object 0; its entries have 20 bytes each (ISO 32000-1, 7.5.4).
function objectAt(bytes: Buffer, number: number, {size, startXref}: Trailer): string {
  const entries = Number(startXref) + `xref\n0 ${size}\n`.length
  const at = Number(bytes.toString('latin1', entries + 20 * number, entries + 20 * number + 10))
  const head = `${number} 0 obj\n`
  if (!(at > 0) || bytes.toString('latin1', at, at + head.length) !== head)
    throw new Error(`finish: the PDF has no object ${number}`)
  return bytes.toString('latin1', at + head.length, bytes.indexOf('endobj', at))
}

// Typst names itself as the creator; it is the producer of the PDF (ISO 32000-1, table 317).
function sealed(information: string, creator: string, seal: string): string {
  return information
    .replace(/\/Creator \(([^)]*)\)/, (_, typst: string) => `/Creator (${creator})\n  /Producer (${typst})`)
    .replace(/>>\s*$/, `  /EngrossSeal (${seal})\n>>\n`)
}

function described(metadata: string, creator: string): string {
  const xmp = metadata
    .slice(metadata.indexOf('stream\n') + 'stream\n'.length, metadata.lastIndexOf('\nendstream'))
    .replace(
      /<xmp:CreatorTool>([^<]*)</,
      (_, typst: string) => `<pdf:Producer>${typst}</pdf:Producer><xmp:CreatorTool>${creator}<`,
    )
  return `<<\n  /Length ${xmp.length}\n  /Type /Metadata\n  /Subtype /XML\n>>\nstream\n${xmp}\nendstream\n`
}

interface Numbered {
  readonly number: number
  readonly body: string
}

function update(start: number, objects: readonly Numbered[], {size, root, info, id, startXref}: Trailer): Buffer {
  let text = ''
  const entries = objects.map(({number, body}) => {
    text += '\n'
    const offset = String(start + text.length).padStart(10, '0')
    text += `${number} 0 obj\n${body}endobj\n`
    return {number, line: `${number} 1\n${offset} 00000 n \n`}
  })
  const table = entries.toSorted((a, b) => a.number - b.number).map(({line}) => line)
  const xref = `\nxref\n${table.join('')}trailer\n<<\n  /Size ${size}\n  /Root ${root} 0 R\n  /Info ${info} 0 R\n  /ID ${id}\n  /Prev ${startXref}\n>>\n`
  return Buffer.from(`${text}${xref}startxref\n${start + text.length + 1}\n%%EOF\n`, 'latin1')
}
