/**
 * `library diff`: two versions of a clause as a redline. Both are compared as they are written, whatever a deal would make of
 * them; the cause of every change is the version, with what the library says of it.
 */
import {join} from 'node:path'
import {type Library, noteBetween, type Reading, showClause, type VersionNote, versionNotes} from '../library/index.js'
import {type Change, type Clause, type Diagnostic, type FairCopy, hasErrors} from '../model/index.js'
import {type RedlineJson, redlineJson, renderTextRedline, type TextSettings} from '../render/text/index.js'
import {memoCopy} from './change-memo.js'
import type {Format} from './formats.js'
import {markedCopy} from './marked-copy.js'
import {namesOf, readingAgreement, readingCopy} from './reading-copy.js'
import {writeRedline} from './redline-files.js'
import {openWorkshop, type Workshop} from './workshop.js'

export interface VersionsAsked {
  readonly clause: string
  readonly from: string
  readonly to: string
}

export interface VersionsCompared {
  /** The marked copy: `from` rejected, `to` accepted. Nothing where a version does not exist. */
  readonly copy?: FairCopy<Change>
  /** The versions passed on the way, in its order, each with what the library says of it; none where the two are equal. */
  readonly passed: readonly VersionNote[]
  readonly diagnostics: readonly Diagnostic[]
}

export interface LibraryDiffSettings {
  readonly libraries: readonly string[]
  /** Files to write besides what is returned. */
  readonly formats: readonly Format[]
  /** A change memo in these formats. */
  readonly memo: readonly Format[]
  /** Folder for files; `<cwd>/out/library` when undefined. */
  readonly out: string | undefined
  readonly cwd: string
  /** Instant that files are dated with, ISO 8601 in UTC. */
  readonly time: string
  /** Prints the cause beside each change. */
  readonly showCauses: boolean
  readonly text: TextSettings
}

export interface LibraryDiffReport extends Pick<VersionsCompared, 'passed' | 'diagnostics'> {
  /** The redline in words for a terminal; nothing where there is none. */
  readonly text?: string
  readonly json?: RedlineJson
  readonly files: readonly string[]
}

/** Compares two versions of a clause. What does not exist is a diagnostic that names what does; nothing is written then. */
export async function diffLibrary(asked: VersionsAsked, settings: LibraryDiffSettings): Promise<LibraryDiffReport> {
  const workshop = await openWorkshop({libraries: settings.libraries})
  const [from, to] = [asked.from, asked.to].map((version) => showClause(workshop.library, asked.clause, version))
  if (!from?.showing || !to?.showing)
    return {passed: [], files: [], diagnostics: distinct([...from!.diagnostics, ...to!.diagnostics])}
  const compared = compareClauses(from.showing.clause, to.showing.clause, workshop, settings)
  const {copy, passed, diagnostics} = compared
  if (!copy?.against) return {passed, files: [], diagnostics}
  const {formats, memo, out = join(settings.cwd, 'out', 'library'), cwd, text} = settings
  const {parameters} = workshop
  const beside = memo.length > 0 ? [{name: '-memo', copy: memoCopy(copy, {parameters}), formats: memo}] : []
  const stem = `${asked.clause}-${asked.from}-to-${asked.to}`
  const written = await writeRedline(copy, {formats, stem, out, cwd, beside})
  const found = [...diagnostics, ...written.diagnostics]
  if (hasErrors(found)) return {passed, files: [], diagnostics: found}
  return {
    text: renderTextRedline(copy, text),
    json: redlineJson(copy.against.redline, copy),
    files: written.files,
    passed,
    diagnostics: found,
  }
}

/** Compares two versions of one clause. */
export function compareClauses(
  from: Clause,
  to: Clause,
  workshop: Workshop,
  {time, showCauses = false}: {readonly time: string; readonly showCauses?: boolean},
): VersionsCompared {
  const {library} = workshop
  const note = noteBetween(library, to.id, from.version, to.version)
  const passed = passedOn(library, from, to)
  const [before, after] = sidesOf([from, to], passed, workshop, time)
  const cause = {type: 'version', clause: to.id, from: from.version, to: to.version, note} as const
  const {copy, diagnostics} = markedCopy({
    from: before,
    to: after,
    sides: {from: sideOf(from), to: sideOf(to)},
    steps: [{agreement: after.agreement, author: 'Clause library', date: time, revision: 0, cause}],
    showCauses,
    // Each is compared as it is written: nothing in a single clause follows from other clauses.
    knowledge: {follows: () => false, noteOf: (id, one, other) => noteBetween(library, id, one, other)},
  })
  if (!copy) return {passed: [], diagnostics}
  return {copy, passed, diagnostics}
}

function sidesOf(
  [from, to]: readonly [Clause, Clause],
  passed: readonly VersionNote[],
  workshop: Workshop,
  time: string,
): readonly [FairCopy, FairCopy] {
  const locale = workshop.locale('en-GB').content
  const reading = readingOf([from, to], workshop)
  const versions = workshop.library.versions(to.id)
  const copyOf = (clause: Clause): FairCopy =>
    readingCopy(clause, reading, {locale, time, passed, ordinal: versions.indexOf(clause.version) + 1})
  return [copyOf(from), copyOf(to)]
}

// Names are found on a first reading, in which every parameter goes by its pattern.
function readingOf(clauses: readonly Clause[], {parameters, locale}: Workshop): Reading {
  const used = new Set<string>()
  const root = clauses.at(-1)!.position
  const noting = (pattern: string): string => {
    used.add(pattern)
    return pattern
  }
  for (const clause of clauses)
    readingAgreement(clause, {root, parameters, nameOf: noting}, {locale: locale('en-GB').content, passed: []})
  return {root, parameters, nameOf: namesOf(used, parameters)}
}

function passedOn(library: Library, {version: from}: Clause, {id, version: to}: Clause): readonly VersionNote[] {
  const notes = versionNotes(library, id)
  const [start, end] = [from, to].map((version) => notes.findIndex((one) => one.version === version))
  return start! <= end! ? notes.slice(start! + 1, end! + 1) : notes.slice(end! + 1, start! + 1).reverse()
}

function sideOf({id, version, hash}: Clause): {readonly label: string; readonly hash: Clause['hash']} {
  return {label: `${id} ${version}`, hash}
}

function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({message}, index) => diagnostics.findIndex((one) => one.message === message) === index)
}
