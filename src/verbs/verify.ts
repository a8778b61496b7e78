/** `verify`: the chain of a deal's revisions, or a Word or PDF file: what made it, and whether it is as it was written. */
import {readFile, stat} from 'node:fs/promises'
import {extname} from 'node:path'
import {type Diagnostic, hasErrors, type Identity} from '../model/index.js'
import {folderStore, verify} from '../revisions/index.js'
import {FileFault, onDisk} from './fault.js'

export interface Verified {
  /** True when nothing speaks against the history or the file. */
  readonly holds: boolean
  readonly diagnostics: readonly Diagnostic[]
  /** Plain sentences: what was found, and what it does and does not prove. */
  readonly lines: readonly string[]
  readonly identity?: Identity
}

/** Verifies a deal's folder or a file. A path that is neither is a FileFault. */
export async function verifyPath(path: string): Promise<Verified> {
  const found = await onDisk(path, () => stat(path))
  if (found.isDirectory()) return chainVerdict(path)
  const bytes = new Uint8Array(await onDisk(path, () => readFile(path)))
  const kind = extname(path).toLowerCase()
  if (kind === '.docx') {
    const docx = await import('../render/docx/index.js')
    return verdict(path, docx.readManifest(bytes)?.identity, docx.isAsWritten(bytes))
  }
  if (kind !== '.pdf')
    throw new FileFault(`${path} is neither a folder nor a .docx or .pdf.`, 'Name a deal, or a file that Engross made.')
  const pdf = await import('../render/pdf/index.js')
  return verdict(path, await pdf.readManifest(bytes), pdf.isAsWritten(bytes))
}

async function chainVerdict(path: string): Promise<Verified> {
  const {revisions, head, diagnostics, proves} = await verify(folderStore(path))
  const counted = `${revisions} revision${revisions === 1 ? '' : 's'}${head ? `; the last is ${head.number}, ${head.hash}` : ''}.`
  return {holds: !hasErrors(diagnostics), diagnostics, lines: [counted, proves]}
}

function verdict(file: string, identity: Identity | undefined, asWritten: boolean): Verified {
  if (!identity) return {holds: false, lines: [], diagnostics: [stranger(file)]}
  const {deal, revision, hash, time, engross, template, clauses} = identity
  const lines = [
    `Made by Engross ${engross} from revision ${revision} of ${deal} (${time}), template ${template}.`,
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
