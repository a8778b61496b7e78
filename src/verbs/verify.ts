/** `verify`: the chain of a deal's revisions, or a Word or PDF file: what made it, and whether it is as it was written. */
import {stat} from 'node:fs/promises'
import {type Diagnostic, hasErrors, type Identity, midSentence} from '../model/index.js'
import {folderStore, type Receipt, type Tag, type Verification, verify} from '../revisions/index.js'
import {FileFault, onDisk} from './fault.js'
import {verifyReceived} from './received.js'
import {isMarkedFile, type Marked, readMarks, receiptOf} from './witness.js'

export interface Verified {
  /** True when nothing speaks against the history or the file. */
  readonly holds: boolean
  readonly diagnostics: readonly Diagnostic[]
  /** Plain sentences: what was found, and what it does and does not prove. */
  readonly lines: readonly string[]
  readonly identity?: Identity
  /** The last revision of a history: its hash, kept elsewhere, shows later whether anything up to it was changed. */
  readonly head?: {readonly number: number; readonly hash: string}
  /** What the hashes kept outside were found to be of, where any were given. */
  readonly witnessed?: readonly {readonly number: number; readonly file: string}[]
}

/**
 * Verifies a deal's folder or a file. `witnesses` are hashes or files kept outside the history (see witness.ts); they go
 * with a deal only. A path that is neither, and a witness that is none, are FileFaults.
 */
export async function verifyPath(path: string, witnesses: readonly string[] = []): Promise<Verified> {
  const found = await onDisk(path, () => stat(path))
  if (found.isDirectory()) return chainVerdict(path, witnesses)
  if (witnesses.length > 0)
    throw new FileFault(
      `${path} is no deal, so it has no history to compare with a hash.`,
      'Name the folder of a deal.',
    )
  if (!isMarkedFile(path))
    throw new FileFault(`${path} is neither a folder nor a .docx or .pdf.`, 'Name a deal, or a file that Engross made.')
  return verdict(path, await readMarks(path))
}

async function chainVerdict(path: string, witnesses: readonly string[]): Promise<Verified> {
  const receipts: Receipt[] = []
  for (const witness of witnesses) receipts.push(await receiptOf(witness))
  const {revisions, head, met, tags, variations, diagnostics: found, proves} = await verify(folderStore(path), receipts)
  const diagnostics = [...found, ...(await verifyReceived(path))]
  const counted = `${revisions} revision${revisions === 1 ? '' : 's'}${head ? `; the last is ${head.number}, ${head.hash}` : ''}.`
  return {
    holds: !hasErrors(diagnostics),
    diagnostics,
    lines: [
      counted,
      ...tags.filter(({tag}) => tag === 'executed').map((tag) => signed(tag, variations)),
      ...proves.split('\n'),
    ],
    ...(head ? {head} : {}),
    ...(witnesses.length > 0
      ? {witnessed: met.map(({number, file}) => ({number, file: file ?? 'revision.json'}))}
      : {}),
  }
}

function signed({revision, time, author}: Tag, variations: Verification['variations']): string {
  const later = variations.flatMap(({number, varies}) => (varies === revision ? [number] : []))
  const varied =
    later.length === 0
      ? 'none after it varies it'
      : `${later.length === 1 ? `revision ${later[0]} varies` : `revisions ${later.join(', ')} vary`} it`
  return `Revision ${revision} is marked executed (${time}, ${author}); ${varied}.`
}

function verdict(file: string, {identity, asWritten, redline}: Marked): Verified {
  if (!identity) return {holds: false, lines: [], diagnostics: [stranger(file)]}
  const {deal, revision, hash, time, engross, template, clauses} = identity
  const lines = [
    `Made by Engross ${engross} from revision ${revision} of ${deal} (${time}), template ${template}.`,
    ...(redline ? [`It is a redline: ${redline.to.label} against ${midSentence(redline.from.label)}.`] : []),
    `Agreement ${hash}.`,
    ...clauses.map(({clause, version, hash: of}) => `  ${clause} ${version} ${of.slice(0, 19)}…`),
    asWritten
      ? 'What the file holds is as Engross wrote it. This shows accidents and edits; it is not a signature, and a forger could make a new seal.'
      : 'The file was altered, or saved again by another program, since Engross wrote it.',
  ]
  return {holds: asWritten, identity, lines, diagnostics: asWritten ? [] : [altered(file)]}
}

function stranger(file: string): Diagnostic {
  return {
    severity: 'error',
    code: 'verify/not-ours',
    message: `${file} carries no mark of Engross.`,
    hint: 'It was made by another program, or its marks were removed.',
    at: {file},
  }
}

function altered(file: string): Diagnostic {
  return {
    severity: 'error',
    code: 'verify/altered',
    message: `${file} is not as Engross wrote it.`,
    hint: 'Compare it with a fresh draft of the revision that it names.',
    at: {file},
  }
}
