/**
 * `draft`: the agreement in the formats asked for, and a revision when anything changed. All is made in memory first; a
 * revision is recorded only when every file is on disk, and files are written aside and renamed. The same deal gives
 * the same bytes: dates come from the revision.
 */
import {join, relative} from 'node:path'
import type {Diagnostic, FairCopy} from '../model/index.js'
import {hasErrors} from '../model/index.js'
import {readDealFolder, setAside} from './deal-folder.js'
import {createRenderers, type Format, type MadeFile, type Renderers} from './formats.js'
import {openHistory, type Snapshot} from './history.js'
import {isSound, lockFile, type Matter, openMatter} from './matter.js'
import {deliver, fairCopyOf, fileStem, filesOf, nextSnapshot} from './recording.js'
import {variationOf} from './variation.js'
import {openWorkshop} from './workshop.js'

export interface DraftSettings {
  readonly formats: readonly Format[]
  /** Folder for the files; `<cwd>/out/<deal>` when undefined. */
  readonly out: string | undefined
  readonly cwd: string
  readonly message: string
  readonly author: string
  /** Instant of a new revision, ISO 8601 in UTC. */
  readonly time: string
  readonly libraries: readonly string[]
  /** True when the user says that what is new varies the executed revision. */
  readonly variation?: boolean
  readonly progress: (step: string) => void
}

export interface DraftReport {
  readonly files: readonly {readonly path: string}[]
  readonly diagnostics: readonly Diagnostic[]
  readonly json: {
    readonly format: 1
    readonly files: readonly string[]
    readonly revision: number
    readonly recorded: boolean
    readonly blanks: number
    readonly diagnostics: readonly Diagnostic[]
  }
}

/** Drafts the deal in a folder. Errors in the deal are returned and nothing is written; a FileFault is thrown for the disk's. */
export async function draftDeal(path: string, settings: DraftSettings): Promise<DraftReport> {
  settings.progress('Reading the deal')
  const folder = await readDealFolder(path)
  const workshop = await openWorkshop({libraries: settings.libraries})
  const history = await openHistory(path)
  const lock = history.head?.files.get(lockFile)
  const matter = await openMatter(folder, workshop, {
    today: settings.time.slice(0, 10),
    ...(lock ? {lock: new TextDecoder().decode(lock)} : {}),
  })
  const agreement = matter.assembled?.agreement
  if (!isSound(matter) || !agreement) return refused(matter.diagnostics)
  const files = filesOf(matter, agreement, workshop)
  const {time, author, message, variation: declared = false} = settings
  const {diagnostics: barred, ...varying} = variationOf(history.executed, history.head?.note, {declared, message})
  const snapshot = nextSnapshot(files, history, {time, author, message, origin: 'drafted', ...varying})
  if (snapshot.isNew && barred.length > 0) return refused([...matter.diagnostics, ...barred])
  const copied = fairCopyOf(matter, agreement, snapshot, history)
  if (!copied.copy) return refused([...matter.diagnostics, ...copied.diagnostics])
  const made = await makeFiles(copied.copy, settings, createRenderers())
  const diagnostics = [...matter.diagnostics, ...copied.diagnostics, ...made.diagnostics]
  if (hasErrors(diagnostics)) return refused(diagnostics)
  const out = settings.out ?? join(settings.cwd, 'out', folder.name)
  const written = new Map(made.files.map(({name, bytes}) => [join(out, name), bytes]))
  await deliver(await setAside(written), snapshot, history)
  return reportOf(
    made.files.map(({name}) => relative(settings.cwd, join(out, name)) || name),
    snapshot,
    matter,
    diagnostics,
  )
}

function refused(diagnostics: readonly Diagnostic[]): DraftReport {
  return {files: [], diagnostics, json: {format: 1, files: [], revision: 0, recorded: false, blanks: 0, diagnostics}}
}

function reportOf(
  paths: readonly string[],
  {number, isNew}: Snapshot,
  {assembled}: Matter,
  diagnostics: readonly Diagnostic[],
): DraftReport {
  const blanks = assembled?.open.filter(({prints}) => prints).length ?? 0
  return {
    files: paths.map((path) => ({path})),
    diagnostics,
    json: {format: 1, files: paths, revision: number, recorded: isNew, blanks, diagnostics},
  }
}

async function makeFiles(
  copy: FairCopy,
  {formats, progress}: DraftSettings,
  renderers: Renderers,
): Promise<{readonly files: readonly MadeFile[]; readonly diagnostics: readonly Diagnostic[]}> {
  const files: MadeFile[] = []
  const diagnostics: Diagnostic[] = []
  for (const format of formats) {
    progress(`Writing ${format}`)
    const rendered = await renderers.render(copy, format)
    diagnostics.push(...rendered.diagnostics)
    if (rendered.bytes) files.push({audience: 'outgoing', name: `${fileStem(copy)}.${format}`, bytes: rendered.bytes})
  }
  return {files, diagnostics}
}
