/**
 * `compare`: any two Word files, ours or not, by docxodus. The redline is proved before anything is written; what was not
 * compared is listed, never dropped.
 */
import {extname, relative} from 'node:path'
import {redlineOf} from '../intake/index.js'
import type {Change, Diagnostic, FairCopy} from '../model/index.js'
import {hasErrors} from '../model/index.js'
import {type RedlineJson, redlineJson, renderTextRedline, type TextSettings} from '../render/text/index.js'
import {comparisonCopy} from './comparison-copy.js'
import {setAside} from './deal-folder.js'
import {createRenderers} from './formats.js'
import {takeWordFile} from './word-file.js'
import {openWorkshop} from './workshop.js'

export const comparisonFormats = ['html', 'pdf'] as const
export type ComparisonFormat = (typeof comparisonFormats)[number]

export interface CompareSettings {
  /** The Word file to write; none when undefined. Other formats are written beside it, under its name. */
  readonly out: string | undefined
  readonly formats: readonly ComparisonFormat[]
  readonly cwd: string
  /** Named as author of every change, with the instant of it (ISO 8601). */
  readonly author: string
  readonly time: string
  readonly text: TextSettings
  readonly progress: (step: string) => void
}

export interface ComparisonJson {
  readonly format: 1
  /** What compared the files: "docxodus 12.6.2". */
  readonly engine: string
  readonly files: readonly string[]
  readonly redline: RedlineJson
  readonly diagnostics: readonly Diagnostic[]
}

export interface CompareReport {
  readonly diagnostics: readonly Diagnostic[]
  /** Paths of what was written, from `cwd`. */
  readonly files: readonly string[]
  /** The redline for a terminal; none when it was refused. */
  readonly text?: string
  readonly json?: ComparisonJson
  /** Why there is no redline: the files cannot be read, or what came out was not right. */
  readonly refused?: 'file' | 'redline'
}

/** Compares two files. Errors are returned and nothing is written; a FileFault is thrown for the disk's. */
export async function compareFiles(
  fromPath: string,
  toPath: string,
  settings: CompareSettings,
): Promise<CompareReport> {
  const {author, time, cwd, progress} = settings
  progress('Reading the files')
  const [from, to] = [await takeWordFile(fromPath), await takeWordFile(toPath)]
  if ('refused' in from || 'refused' in to)
    return {
      diagnostics: [from, to].flatMap((one) => ('refused' in one ? [one.refused] : [])),
      files: [],
      refused: 'file',
    }
  progress('Comparing')
  const made = await redlineOf(from.taken.file, to.taken.file, {author, date: time})
  if ('refused' in made) return {diagnostics: made.refused, files: [], refused: 'redline'}
  const {redline} = made
  const {locale} = await openWorkshop()
  const copy = comparisonCopy({
    from: {label: from.taken.name, bytes: from.taken.bytes},
    to: {label: labelBeside(from.taken.name, to.taken.name), bytes: to.taken.bytes},
    redline,
    locale: locale('en-GB').content,
    time,
  })
  const outgoing = await filesOf(copy, redline.bytes, settings)
  const diagnostics = [
    ...from.taken.file.package.notes,
    ...to.taken.file.package.notes,
    ...redline.notes,
    ...outgoing.diagnostics,
  ]
  if (hasErrors(diagnostics)) return {diagnostics, files: [], refused: 'redline'}
  await (await setAside(outgoing.files)).place()
  const files = [...outgoing.files.keys()].map((file) => relative(cwd, file) || file)
  const json = {
    format: 1,
    engine: redline.engine,
    files,
    redline: redlineJson(copy.against!.redline, copy),
    diagnostics,
  } as const
  return {diagnostics, files, text: `${textOf(copy, settings)}\nCompared by ${redline.engine}.\n`, json}
}

// Two files of one name in two folders are told apart.
function labelBeside(from: string, to: string): string {
  return from === to ? `${to} (the second)` : to
}

function textOf(copy: FairCopy<Change>, {text}: CompareSettings): string {
  return renderTextRedline(copy, text)
}

async function filesOf(
  copy: FairCopy<Change>,
  redline: Uint8Array,
  {out, formats, progress}: CompareSettings,
): Promise<{readonly files: ReadonlyMap<string, Uint8Array>; readonly diagnostics: readonly Diagnostic[]}> {
  const files = new Map<string, Uint8Array>()
  const diagnostics: Diagnostic[] = []
  if (out === undefined) return {files, diagnostics}
  files.set(out, redline)
  const renderers = createRenderers()
  for (const format of formats) {
    progress(`Writing ${format}`)
    const rendered = await renderers.render(copy, format)
    diagnostics.push(...rendered.diagnostics)
    if (rendered.bytes) files.set(`${out.slice(0, -extname(out).length || undefined)}.${format}`, rendered.bytes)
  }
  return {files, diagnostics}
}
