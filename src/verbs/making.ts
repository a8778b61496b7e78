/** What an agreement of the history was made of, taken from the files of its revision, so that it can be made again with one thing changed. */
import {readDeal} from '../deal/index.js'
import {type Edition, type Lock, readLock} from '../library/index.js'
import type {Agreement, Clause, Deal, Locale, Template} from '../model/index.js'
import {renderUnnumbered} from '../render/markdown/index.js'
import type {Files} from '../revisions/index.js'
import {candidates, languageOf, lockFile, templateOf} from './matter.js'
import {negotiatedClauses} from './negotiated.js'
import type {Workshop} from './workshop.js'

export interface Making {
  readonly deal: Deal
  readonly template: Template
  readonly lock: Lock
  readonly negotiated: readonly Clause[]
  readonly locale: Edition<Locale>
}

/** Nothing where the files, or what they name in the library, can no longer be read: then nobody knows how it was made. */
export async function makingOf(files: Files, workshop: Workshop): Promise<Making | undefined> {
  const text = (path: string): string | undefined => textOf(files, path)
  const {deal} = readDeal({deal: text('deal.yaml') ?? ''}, workshop.schemas)
  const {lock} = readLock(text(lockFile) ?? '', lockFile)
  const template = deal && templateOf(deal, workshop, lock)
  if (!deal || !lock || !template) return undefined
  const {clauses} = await negotiatedClauses({path: '', name: '', files}, workshop, template, lock)
  return {deal, template, lock, negotiated: clauses, locale: workshop.locale(languageOf(deal))}
}

/** The agreement; nothing where an error stands in the way. */
export function made({deal, template, lock, negotiated, locale}: Making, workshop: Workshop): Agreement | undefined {
  return workshop.assembler(locale.content).assemble(deal, template, candidates(workshop, lock, negotiated)).agreement
}

/** Whether an agreement reads as the one that a revision keeps. */
export function readsAs(agreement: Agreement | undefined, files: Files, {locale}: Making): boolean {
  return agreement !== undefined && renderUnnumbered(agreement, locale.content) === textOf(files, 'agreement.md')
}

/** The agreement that a revision keeps. */
export function storedAgreement(files: Files): Agreement {
  return JSON.parse(textOf(files, 'agreement.json') ?? '') as Agreement // verified against its hash when it was read
}

export function textOf(files: Files, path: string): string | undefined {
  const bytes = files.get(path)
  return bytes && new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes)
}
