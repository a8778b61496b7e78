/** `diff`: two revisions of a deal as a redline, in every format, and as a memo of one page. Nothing is written before it is proved. */
import {basename, join, resolve} from 'node:path'
import type {Change, Diagnostic, FairCopy} from '../model/index.js'
import {hasErrors} from '../model/index.js'
import {type RedlineJson, redlineJson, renderTextRedline} from '../render/text/index.js'
import {memoCopy} from './change-memo.js'
import {betweenOf, compareRevisions, type Showing} from './compare-revisions.js'
import {readInputs} from './deal-folder.js'
import type {Format} from './formats.js'
import {type Revisions, revisionsOf} from './history.js'
import {fileStem} from './recording.js'
import {writeRedline} from './redline-files.js'
import {openWorkshop} from './workshop.js'

export interface DiffSettings extends Showing {
  /** Numbers or tags of revisions; see `betweenOf`. */
  readonly revisions: readonly string[]
  /** Files to write besides what is returned. */
  readonly formats: readonly Format[]
  /** A change memo in these formats. */
  readonly memo: readonly Format[]
  /** Folder for files; `<cwd>/out/<deal>` when undefined. */
  readonly out: string | undefined
  readonly cwd: string
  readonly libraries: readonly string[]
  readonly text: {readonly colour: boolean; readonly width: number; readonly whole: boolean}
  readonly progress: (step: string) => void
}

export interface DiffReport {
  /** The redline in words for a terminal; nothing where there is none. */
  readonly text?: string
  readonly json?: RedlineJson
  readonly files: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Compares two revisions. Errors are returned and nothing is written; a FileFault is thrown for the disk's, or a wrong number. */
export async function diffDeal(path: string, settings: DiffSettings): Promise<DiffReport> {
  settings.progress('Reading the history')
  const revisions = await revisionsOf(path)
  const between = betweenOf(settings.revisions, revisions)
  const workshop = await openWorkshop({libraries: settings.libraries})
  settings.progress('Comparing')
  const {copy, diagnostics} = await compareRevisions(between, revisions, workshop, settings)
  if (!copy?.against) return {files: [], diagnostics}
  const {cwd, formats, memo, progress} = settings
  const written = await writeRedline(copy, {
    formats,
    stem: redlineStem(copy),
    out: settings.out ?? join(cwd, 'out', basename(resolve(path))),
    cwd,
    beside:
      memo.length > 0 ? [{name: '-memo', copy: memoCopy(copy, {parameters: workshop.parameters}), formats: memo}] : [],
    progress,
  })
  const found = [
    ...diagnostics,
    ...(await unrecorded(path, settings.revisions, revisions)),
    ...written.diagnostics,
    ...causesTold(settings),
  ]
  if (hasErrors(found)) return {files: [], diagnostics: found}
  return {
    text: renderTextRedline(copy, settings.text),
    json: redlineJson(copy.against.redline, copy),
    files: written.files,
    diagnostics: found,
  }
}

// Whoever edits deal.yaml and asks what changed means the edit; it is told where a later revision was not asked for.
async function unrecorded(
  path: string,
  asked: readonly string[],
  {list, read}: Revisions,
): Promise<readonly Diagnostic[]> {
  const last = list.at(-1)
  if (!last || asked.length > 1) return []
  const head = await read(last.number)
  const edited = [...(await readInputs(path))].filter(
    ([name, bytes]) => Buffer.compare(bytes, head.files.get(name) ?? new Uint8Array()) !== 0,
  )
  return edited.map(([file]) => ({
    severity: 'advice',
    code: 'redline/not-recorded',
    message: `${file} was edited since revision ${last.number}; the redline does not show that.`,
    hint: 'Record it first: `engross draft`.',
    at: {file},
  }))
}

// The page is for one's own side, who steps through it by cause; Word and PDF go out.
function causesTold({formats, showCauses = false}: DiffSettings): readonly Diagnostic[] {
  const telling = formats.filter((format) => showCauses || format === 'html')
  if (telling.length === 0) return []
  return [
    {
      severity: 'advice',
      code: 'redline/causes-shown',
      message: `The causes of the changes stand in the ${telling.join(' and ')} file: they name answers and clauses that the agreement itself may not print.`,
      hint: 'Keep it on your side, or read it before it leaves the house. Word and PDF without --causes tell none, and the memo only what is printed.',
      at: {file: 'deal.yaml'},
    },
  ]
}

/** `collaboration-agreement-r5-to-r7`. */
function redlineStem(copy: FairCopy<Change>): string {
  const {against, ...clean} = copy
  const from = against?.redline.from.revision
  const to = fileStem({...clean, agreement: {...clean.agreement, parts: []}})
  return from === undefined ? to : to.replace(/-r(\d+)$/, `-r${from}-to-r$1`)
}
