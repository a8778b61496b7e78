/**
 * Witnesses: what was kept outside a history and can show that it was shortened or written anew. A hash, as `verify` and
 * `mark` print it or as a document bears it; or a Word or PDF file that Engross made, which carries one.
 */
import {readFile} from 'node:fs/promises'
import {extname} from 'node:path'
import type {Identity, Side} from '../model/index.js'
import {type Receipt, readReceipt} from '../revisions/index.js'
import {FileFault, onDisk} from './fault.js'

/** What a file that Engross made says of itself, and whether it is as it was written; no identity in other files. */
export interface Marked {
  readonly identity: Identity | undefined
  /** What a Word redline compares; the identity is that of the new side. */
  readonly redline?: {readonly from: Side; readonly to: Side}
  readonly asWritten: boolean
}

/** True for the file names whose marks can be read. */
export function isMarkedFile(path: string): boolean {
  return ['.docx', '.pdf'].includes(extname(path).toLowerCase())
}

/** Reads the marks of a .docx or .pdf. Throws a FileFault where it cannot be read. */
export async function readMarks(path: string): Promise<Marked> {
  const bytes = new Uint8Array(await onDisk(path, () => readFile(path)))
  if (extname(path).toLowerCase() === '.docx') {
    const docx = await import('../render/docx/index.js')
    const manifest = docx.readManifest(bytes)
    const {redline} = manifest ?? {}
    return {identity: manifest?.identity, asWritten: docx.isAsWritten(bytes), ...(redline ? {redline} : {})}
  }
  const pdf = await import('../render/pdf/index.js')
  return {identity: await pdf.readManifest(bytes), asWritten: pdf.isAsWritten(bytes)}
}

/** True for `sha256:…`, `3:sha256:…`, `3:a1b2c3d4e5f6` (twelve digits or more) and the names of Word and PDF files. */
export function isWitness(text: string): boolean {
  return isMarkedFile(text) || readReceipt(text) !== undefined
}

/** The receipt that a witness amounts to. Throws a FileFault for a file that bears no mark of Engross, or was altered. */
export async function receiptOf(witness: string): Promise<Receipt> {
  if (!isMarkedFile(witness)) return readReceipt(witness) ?? unknownWitness(witness)
  const {identity, asWritten} = await readMarks(witness)
  if (!identity)
    throw new FileFault(
      `${witness} carries no mark of Engross, so it is no witness.`,
      'Name a file as Engross made it.',
    )
  if (!asWritten)
    throw new FileFault(
      `${witness} was altered since Engross wrote it, so it is no witness.`,
      'Name the copy that was sent, as it was sent.',
    )
  return {number: identity.revision, hash: identity.hash}
}

function unknownWitness(text: string): never {
  throw new FileFault(
    `"${text}" is no hash that was kept.`,
    'Write 3:sha256:…, sha256:…, the twelve digits that a document bears (3:a1b2c3d4e5f6), or name a .docx or .pdf.',
  )
}
