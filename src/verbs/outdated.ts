/**
 * `outdated`: what the library has that is newer than what a deal was made from, and which words of this very deal each newer
 * version would change. Nothing is recorded; the redline is made by assembling the deal anew.
 */
import {join} from 'node:path'
import type {Advance, Outgrown} from '../library/index.js'
import type {Change, Diagnostic, FairCopy} from '../model/index.js'
import {hasErrors} from '../model/index.js'
import {type ChangeJson, redlineJson, renderTextRedline, type TextSettings} from '../render/text/index.js'
import {type Basis, headOf, openBasis, type Trial, tryAdvances} from './basis.js'
import type {Format} from './formats.js'
import {fileStem} from './recording.js'
import {writeRedline} from './redline-files.js'
import {type Asked, newErrors, newlyOpen, type Redlined, redlineOfTaking, showsLost, takeAdvances} from './taking.js'
import {openWorkshop} from './workshop.js'

export interface OutdatedSettings {
  readonly libraries: readonly string[]
  /** Files of one redline that shows everything taken. */
  readonly formats: readonly Format[]
  /** Folder for files; `<cwd>/out/<deal>` when undefined. */
  readonly out: string | undefined
  readonly cwd: string
  readonly author: string
  /** The present instant, ISO 8601 in UTC. */
  readonly time: string
  readonly showCauses: boolean
  readonly text: TextSettings
}

/** A provision of the deal that reads otherwise with a newer version. */
export interface Touched {
  readonly id: string
  /** "clause 7.2", as the redline cites it: with the newer version, or as it is now where it goes; none where it has no number. */
  readonly number?: string
  readonly headings: readonly string[]
}

/** One entry of the lock that could move, and what that would do to this deal. */
export interface Effect extends Advance {
  readonly provisions: readonly Touched[]
  readonly changes: readonly ChangeJson[]
  /** Questions that would be open and are not now. */
  readonly asks: readonly Asked[]
  /** What it would break if it were taken alone. */
  readonly problems: readonly Diagnostic[]
  /** The changes in words for a terminal. */
  readonly text: string
}

export interface OutdatedReport {
  /** Number of the head revision; 0 before the first draft. */
  readonly revision: number
  /** Set where the head is not to be changed: what was signed stays. */
  readonly executed?: number
  /** Files of the deal that differ from the head revision's. */
  readonly edited: readonly string[]
  readonly effects: readonly Effect[]
  /** Negotiated texts based on a version that newer ones have followed: for people to compare, and never touched. */
  readonly outgrown: readonly Outgrown[]
  readonly files: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Tells what is outdated in the deal in a folder. Writes nothing but the files asked for. */
export async function outdatedDeal(path: string, settings: OutdatedSettings): Promise<OutdatedReport> {
  const head = await headOf(path)
  if (!head) return {revision: 0, edited: [], effects: [], outgrown: [], files: [], diagnostics: []}
  const workshop = await openWorkshop({libraries: settings.libraries})
  const {basis, diagnostics} = await openBasis(path, head, workshop, {time: settings.time})
  const told = {revision: head.number, ...signed(head.executed, head.note.varies)}
  if (!basis) return {...told, edited: [], effects: [], outgrown: [], files: [], diagnostics}
  const effects: Effect[] = []
  for (const advance of basis.advances) effects.push(await effectOf(advance, basis, settings))
  const filed = settings.formats.length > 0 ? await fileAll(basis, settings) : {files: [], diagnostics: []}
  const {edited, outgrown, current} = basis
  return {
    ...told,
    edited,
    effects,
    outgrown,
    files: filed.files,
    diagnostics: [...current.errors, ...filed.diagnostics],
  }
}

// What is recorded on a variation is one itself, and may be upgraded.
function signed(executed: number | undefined, varies: number | undefined): {readonly executed?: number} {
  return executed === undefined || varies === executed ? {} : {executed}
}

async function effectOf(advance: Advance, basis: Basis, settings: OutdatedSettings): Promise<Effect> {
  const {trial, redlined} = advance.atHand ? await alone(advance, basis, settings) : await lost(basis, settings)
  const {copy} = redlined
  const {changes} = copy?.against ? redlineJson(copy.against.redline, copy) : {changes: []}
  const own = advance.atHand
    ? changes
    : changes.filter(({cause}) => cause.type !== 'version' || cause.clause === advance.id)
  return {
    ...advance,
    provisions: touched(own),
    changes: own,
    asks: newlyOpen(trial, basis.current),
    problems: advance.atHand ? newErrors(trial, basis.current) : [],
    text: copy && own.length > 0 ? wordsOf(copy, settings.text) : '',
  }
}

async function alone(
  advance: Advance,
  basis: Basis,
  {author, showCauses}: OutdatedSettings,
): Promise<{readonly trial: Trial; readonly redlined: Redlined}> {
  const trial = await tryAdvances(basis, [advance])
  const label = `Revision ${basis.head.number} with ${advance.id} ${advance.to}`
  if (!trial.copy || !basis.current.copy) return {trial, redlined: {diagnostics: []}}
  const redlined = await redlineOfTaking(basis, {taken: [advance], trial}, {author, label, showCauses}, false)
  return {trial, redlined}
}

// What the library no longer holds as it was locked is in use already, and can only be seen against the stored revision.
async function lost(
  basis: Basis,
  {author, showCauses}: OutdatedSettings,
): Promise<{readonly trial: Trial; readonly redlined: Redlined}> {
  const {current: trial, head} = basis
  if (!showsLost(basis) || !trial.copy) return {trial, redlined: {diagnostics: []}}
  const label = `Revision ${head.number} made with what the library holds now`
  return {trial, redlined: await redlineOfTaking(basis, {taken: [], trial}, {author, label, showCauses})}
}

/** Provisions in print order, each once. Numbers of both sides would not be told apart: the same may stand for two provisions. */
function touched(changes: readonly ChangeJson[]): readonly Touched[] {
  const found = new Map<string, Touched>()
  for (const {at, place} of changes) {
    const {number, headings} = place.after ?? place.before ?? {headings: []}
    if (!found.has(at)) found.set(at, {id: at, ...(number === undefined ? {} : {number}), headings})
  }
  return [...found.values()]
}

/** The changed passages alone: which redline it is has been said above them. */
function wordsOf(copy: FairCopy<Change>, settings: TextSettings): string {
  const text = renderTextRedline(copy, settings)
  return text.slice(text.indexOf('\n\n') + 2)
}

/** One redline with everything that can be taken together. */
async function fileAll(
  basis: Basis,
  {formats, out, cwd, author, showCauses}: OutdatedSettings,
): Promise<{readonly files: readonly string[]; readonly diagnostics: readonly Diagnostic[]}> {
  const wanted = basis.advances.filter(({atHand}) => atHand)
  const {taken, trial} = await takeAdvances(basis, wanted)
  if (taken.length === 0 && !showsLost(basis)) return {files: [], diagnostics: []}
  const label = `Revision ${basis.head.number} with newer versions`
  const {copy, diagnostics} = await redlineOfTaking(basis, {taken, trial}, {author, label, showCauses})
  if (!copy || hasErrors(diagnostics)) return {files: [], diagnostics}
  const {against: _, ...clean} = copy
  const stem = fileStem({...clean, agreement: {...clean.agreement, parts: []}}).replace(
    /-r\d+$/,
    `-r${basis.head.number}-outdated`,
  )
  const folder = out ?? join(cwd, 'out', basis.folder.name)
  return writeRedline(copy, {
    formats,
    stem,
    out: folder,
    cwd,
  })
}
