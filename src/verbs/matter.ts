/**
 * A deal opened for work: its files read and judged, its clauses found through the lock of its head revision, its
 * agreement assembled and examined. Every verb on a deal begins here, and everything found wrong is gathered here.
 */
import type {Assembled, Candidates} from '../assemble/index.js'
import {checkRules, readDeal, type SettledDiagnostic} from '../deal/index.js'
import {examine} from '../engross/index.js'
import {checkLock, type Edition, type Lock, lockedClause, readLock} from '../library/index.js'
import type {Clause, Deal, Diagnostic, Locale, PrivateNotes, Template} from '../model/index.js'
import {hasErrors} from '../model/index.js'
import type {DealFolder} from './deal-folder.js'
import {lawsOf} from './laws.js'
import {negotiatedClauses} from './negotiated.js'
import {unknownDocument} from './unknown-document.js'
import {termsOf} from './vocabulary.js'
import type {Workshop} from './workshop.js'

export const lockFile = 'clauses.lock.json'

export interface Matter {
  readonly folder: DealFolder
  readonly deal?: Deal
  readonly privateNotes: PrivateNotes
  readonly template?: Template
  readonly locale?: Edition<Locale>
  readonly assembled?: Assembled
  readonly rulesRun: readonly string[]
  readonly settled: readonly SettledDiagnostic[]
  /** Everything found, errors first. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Opens a deal. `lock` is the text of the head revision's lock, where the deal has a revision; `today` is an ISO date. */
export async function openMatter(
  folder: DealFolder,
  workshop: Workshop,
  {lock, today}: {readonly lock?: string; readonly today: string},
): Promise<Matter> {
  const text = (path: string): string | undefined => decoded(folder.files.get(path))
  const ours = text('private.yaml')
  const reading = readDeal(
    {deal: text('deal.yaml') ?? '', ...(ours === undefined ? {} : {private: ours})},
    workshop.schemas,
  )
  const base = {folder, privateNotes: reading.private, rulesRun: [], settled: []}
  if (!reading.deal) return {...base, diagnostics: sorted(reading.diagnostics)}
  const locked = lock === undefined ? {diagnostics: []} : readLock(lock, lockFile)
  const known = 'lock' in locked ? locked.lock : undefined
  const template = templateOf(reading.deal, workshop, known)
  const rules = checkRules({deal: reading.deal, privateNotes: reading.private, law: lawsOf(workshop), today})
  const found = [
    ...reading.diagnostics,
    ...locked.diagnostics,
    ...(known ? checkLock(workshop.library, known, lockFile) : []),
    ...rules.diagnostics,
  ]
  const judged = {...base, deal: reading.deal, rulesRun: rules.ran, settled: rules.settled}
  if (!template) return {...judged, diagnostics: sorted([...found, unknownDocument(reading.deal.document, workshop)])}
  return assembleMatter({...judged, template}, found, workshop, known)
}

async function assembleMatter(
  matter: Omit<Matter, 'diagnostics'> & {readonly deal: Deal; readonly template: Template},
  found: readonly Diagnostic[],
  workshop: Workshop,
  lock: Lock | undefined,
): Promise<Matter> {
  const locale = workshop.locale(languageOf(matter.deal))
  const negotiated = await negotiatedClauses(matter.folder, workshop, matter.template, lock)
  const assembled = workshop
    .assembler(locale.content)
    .assemble(matter.deal, matter.template, candidates(workshop, lock, negotiated.clauses))
  const examined = assembled.agreement
    ? examine({
        agreement: assembled.agreement,
        standing: assembled.selections.map(({clause}) => clause),
        survivors: assembled.survivors,
        vocabulary: termsOf(matter.template, workshop),
      })
    : []
  const diagnostics = [
    ...found,
    ...negotiated.diagnostics,
    ...workshop.library.diagnostics,
    ...assembled.diagnostics,
    ...examined,
  ]
  return {...matter, locale, assembled, diagnostics: sorted(diagnostics)}
}

/** The language that a deal is written in. */
export function languageOf({parameters}: Deal): string {
  const language = parameters.language
  const document =
    typeof language === 'object' && language !== null && 'document' in language ? language.document : undefined
  return typeof document === 'string' ? document : 'en-GB'
}

export function templateOf({document}: Deal, {library}: Workshop, lock: Lock | undefined): Template | undefined {
  return library.template(document, lock?.template.id === document ? lock.template.version : undefined)
}

/** Clauses come at the version that the lock pins; those that it does not name, at the newest. */
export function candidates({library}: Workshop, lock: Lock | undefined, negotiated: readonly Clause[]): Candidates {
  const pinned = (position: string): Clause | undefined =>
    lock ? lockedClause(library, position, lock, lockFile).clause : undefined
  return {
    negotiated,
    answersTo: (position) => {
      const held = pinned(position)
      return library.answersTo(position).map((clause) => (held?.id === clause.id ? held : clause))
    },
  }
}

const order = {error: 0, warning: 1, advice: 2}

function sorted(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort((one, other) => order[one.severity] - order[other.severity])
}

/** True when the matter can be drafted: nothing wrong stands in the way. */
export function isSound(matter: Matter): boolean {
  return matter.assembled?.agreement !== undefined && !hasErrors(matter.diagnostics)
}

function decoded(bytes: Uint8Array | undefined): string | undefined {
  return bytes && new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes)
}
