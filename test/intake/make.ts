/** Word files made for tests, from the XML of their body; and zips as nobody should make them, byte by byte. */
import {crc32, deflateRawSync} from 'node:zlib'
import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate'
import {readWordFile, type WordFile} from '../../src/intake/index.js'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
export const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
export const spaces = `xmlns:w="${main}" xmlns:r="${office}"`

export interface Made {
  /** What stands in `w:body`. */
  readonly body: string
  readonly numbering?: string
  readonly styles?: string
  /** Files beside these: path → text. */
  readonly more?: Readonly<Record<string, string>>
  readonly contentTypes?: string
  readonly relationships?: string
  readonly mainType?: string
}

/** The parts of a small Word file. */
export function partsOf({
  body,
  numbering,
  styles,
  more = {},
  contentTypes = '',
  relationships = '',
  mainType,
}: Made): Record<string, string> {
  const beside = {...(numbering === undefined ? {} : {numbering}), ...(styles === undefined ? {} : {styles})}
  const names = Object.keys(beside)
  return {
    '[Content_Types].xml':
      `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
      `<Override PartName="/word/document.xml" ContentType="${mainType ?? `${wordType}.document.main+xml`}"/>` +
      `${names.map((name) => `<Override PartName="/word/${name}.xml" ContentType="${wordType}.${name}+xml"/>`).join('')}${contentTypes}</Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((name) => `<Relationship Id="${name}" Type="${office}/${name}" Target="${name}.xml"/>`).join('')}${relationships}</Relationships>`,
    'word/document.xml': `${declaration}<w:document ${spaces}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ...(numbering === undefined
      ? {}
      : {'word/numbering.xml': `${declaration}<w:numbering ${spaces}>${numbering}</w:numbering>`}),
    ...(styles === undefined ? {} : {'word/styles.xml': `${declaration}<w:styles ${spaces}>${styles}</w:styles>`}),
    ...more,
  }
}

export function zipped(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries = Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])
  return zipSync(Object.fromEntries(entries), {mtime: '1980-01-01T00:00:00'})
}

export function wordBytes(made: Made | string): Uint8Array {
  return zipped(partsOf(typeof made === 'string' ? {body: made} : made))
}

/** A file read, or an error that says why not. */
export function opened(bytes: Uint8Array, name = 'file.docx'): WordFile {
  const read = readWordFile(bytes, name)
  if ('refused' in read) throw new Error(read.refused.message)
  return read.file
}

export function made(given: Made | string, name?: string): WordFile {
  return opened(wordBytes(given), name)
}

/** The code by which a file is refused; `opened` when it is not. */
export function verdict(bytes: Uint8Array): string {
  const read = readWordFile(bytes, 'file.docx')
  return 'refused' in read ? read.refused.code : 'opened'
}

export function p(content: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`
}

export function r(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
}

export const by = 'w:id="1" w:author="Anna" w:date="2026-11-20T09:00:00Z"'

export function ins(text: string, who = by): string {
  return `<w:ins ${who}>${r(text)}</w:ins>`
}

export function del(text: string, who = by): string {
  return `<w:del ${who}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
}

/** Parts of a file changed as text. */
export function edited(bytes: Uint8Array, change: (part: string, name: string) => string): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => {
    const text = /\.(?:xml|rels)$/.test(name) ? change(strFromU8(part), name) : undefined
    return [name, text === undefined ? part : strToU8(text)] as const
  })
  return zipped(Object.fromEntries(parts))
}

/** An entry of a zip, told as its maker wants it told. */
export interface Entry {
  readonly name: string
  readonly bytes: Uint8Array
  /** Said of its size; the true one when undefined. */
  readonly size?: number
  /** Name in the local header. */
  readonly localName?: string
  readonly flags?: number
  readonly attributes?: number
  /** Shares the bytes of the entry of this index. */
  readonly sameAs?: number
  readonly crc?: number
  readonly comment?: string
}

/** Writes a zip that says what it is told to say. */
export function rawZip(entries: readonly Entry[]): Uint8Array {
  const offsets: number[] = []
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const [index, entry] of entries.entries()) {
    const {name, bytes, size = bytes.length, localName = name, flags = 0, attributes = 0, crc = crc32(bytes)} = entry
    const packed = deflateRawSync(bytes)
    const common = (nameBytes: Buffer): Buffer => {
      const fields = Buffer.alloc(26)
      fields.writeUInt16LE(20, 0)
      fields.writeUInt16LE(flags, 2)
      fields.writeUInt16LE(8, 4)
      fields.writeUInt32LE(crc, 10)
      fields.writeUInt32LE(packed.length, 14)
      fields.writeUInt32LE(size, 18)
      fields.writeUInt16LE(nameBytes.length, 22)
      return fields
    }
    offsets.push(entry.sameAs === undefined ? at : offsets[entry.sameAs]!)
    if (entry.sameAs === undefined) {
      const local = Buffer.concat([
        Buffer.from('504b0304', 'hex'),
        common(Buffer.from(localName)),
        Buffer.from(localName),
        packed,
      ])
      locals.push(local)
      at += local.length
    }
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(attributes, 6)
    tail.writeUInt32LE(offsets[index]!, 10)
    central.push(
      Buffer.concat([Buffer.from('504b01021400', 'hex'), common(Buffer.from(name)), tail, Buffer.from(name)]),
    )
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...locals, directory, end]))
}

export function entriesOf(parts: Readonly<Record<string, string>>): readonly Entry[] {
  return Object.entries(parts).map(([name, text]) => ({name, bytes: strToU8(text)}))
}
