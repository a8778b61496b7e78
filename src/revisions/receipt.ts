/**
 * A hash that was kept outside the history: the one thing that can show that a history was shortened or written anew. The
 * hash of a record stands for its revision and all before it; that of a file, as documents print it, for that file alone.
 */
import type {Hash} from '../model/index.js'
import type {Revision} from './revision.js'

export interface Receipt {
  /** Which revision it is said to be; any, where that was not noted. */
  readonly number?: number
  /** `sha256:` and at least twelve digits: documents print no more. */
  readonly hash: string
}

/** A receipt that the history meets, and by what. */
export interface Met {
  readonly receipt: Receipt
  readonly number: number
  /** Path of the file in the revision; undefined for the record itself. */
  readonly file?: string
}

/** Fewer digits are met by chance, or by trying. */
export const fewestDigits = 12
const wholeLength = 'sha256:'.length + 64

const shape = new RegExp(`^(?:r?(?<number>[1-9]\\d{0,14}):)?(?:sha256:)?(?<digits>[0-9a-f]{${fewestDigits},64})…?$`)

/** `sha256:…`, `3:sha256:…`, or as a document prints it `3:a1b2c3d4e5f6`; undefined for anything else. */
export function readReceipt(text: string): Receipt | undefined {
  const groups = shape.exec(text.trim().toLowerCase())?.groups
  if (!groups) return undefined
  const hash = `sha256:${groups.digits}`
  return groups.number === undefined ? {hash} : {number: Number(groups.number), hash}
}

/** True when all digits of the hash were kept: a part of it can be met by one who tries long enough. */
export function isWhole({hash}: Receipt): boolean {
  return hash.length === wholeLength
}

/** What a verified record has to say to a receipt. */
export function meets(receipt: Receipt, revision: Revision, hash: Hash): Met | undefined {
  const {number} = revision
  if (receipt.number !== undefined && receipt.number !== number) return undefined
  if (hash.startsWith(receipt.hash)) return {receipt, number}
  const [file] = [...revision.files].find(([, own]) => own.startsWith(receipt.hash)) ?? []
  return file === undefined ? undefined : {receipt, number, file}
}
