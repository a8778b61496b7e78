/** `engross.json`, attached to every PDF: which deal, revision and clauses made it. Nothing in it is private. */
import {inflateSync} from 'node:zlib'
import type {PDFDict, PDFRawStream} from 'pdf-lib'
import type {FairCopy, Identity, Purpose} from '../../model/index.js'

export interface Manifest extends Identity {
  readonly format: 1
  readonly purpose: Purpose
}

export const manifestName = 'engross.json'

/** The manifest as stored. It bears no seal of itself: the PDF does (see `finish`). */
export function manifestOf({identity, purpose}: FairCopy<unknown>): string {
  const manifest: Manifest = {format: 1, purpose, ...identity}
  return `${JSON.stringify(manifest, null, 1)}\n`
}

/** The manifest of a PDF, ours or saved again by another program; `undefined` where there is none that we can read. */
export async function readManifest(pdf: Uint8Array): Promise<Manifest | undefined> {
  try {
    const text = await attached(pdf)
    const manifest: unknown = text === undefined ? undefined : JSON.parse(text)
    return isManifest(manifest) ? manifest : undefined
  } catch {
    return undefined
  }
}

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null) return false
  const {format, deal, revision, hash, clauses} = value as Partial<Record<keyof Manifest, unknown>>
  return (
    format === 1 &&
    typeof deal === 'string' &&
    typeof revision === 'number' &&
    typeof hash === 'string' &&
    Array.isArray(clauses)
  )
}

// ISO 32000-1, 7.11.4: Names → EmbeddedFiles → name, file specification → EF → F, the stream. One leaf is what Typst
// writes; a name tree with branches is another program's file, and so without our manifest.
async function attached(pdf: Uint8Array): Promise<string | undefined> {
  const {PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream} = await import('pdf-lib')
  const {catalog} = await PDFDocument.load(pdf, {updateMetadata: false})
  const files = catalog.lookup(PDFName.of('Names'), PDFDict).lookup(PDFName.of('EmbeddedFiles'), PDFDict)
  const names = files.lookup(PDFName.of('Names'), PDFArray)
  for (let index = 0; index + 1 < names.size(); index += 2) {
    const specification = names.lookup(index + 1, PDFDict)
    if (specification.lookup(PDFName.of('F'))?.toString() !== `(${manifestName})`) continue
    const stream = specification.lookup(PDFName.of('EF'), PDFDict).lookup(PDFName.of('F'))
    return stream instanceof PDFRawStream ? contentsOf(stream, stream.dict) : undefined
  }
  return undefined
}

const longest = 4 * 1024 * 1024

function contentsOf(stream: PDFRawStream, dictionary: PDFDict): string | undefined {
  const filter = [...dictionary.entries()].find(([name]) => name.toString() === '/Filter')?.[1].toString()
  if (filter === undefined) return Buffer.from(stream.contents).toString('utf8')
  if (filter !== '/FlateDecode' && filter !== '[ /FlateDecode ]') return undefined
  return inflateSync(stream.contents, {maxOutputLength: longest}).toString('utf8')
}
