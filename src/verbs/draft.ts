/**
 * `draft`: the agreement in the formats asked for, and a revision when anything changed. All is made in memory first; a
 * revision is recorded only when every file is on disk, and files are written aside and renamed. The same deal gives
 * the same bytes: dates come from the revision.
 */
import {basename, join, relative, resolve} from 'node:path'
import {engross} from '../engross/index.js'
import {hashOf, lockOf, printLock} from '../library/index.js'
import type {Agreement, Diagnostic, FairCopy, Identity} from '../model/index.js'
import {hasErrors} from '../model/index.js'
import {renderUnnumbered} from '../render/markdown/index.js'
import {readDealFolder, type SetAside, setAside} from './deal-folder.js'
import {FileFault} from './fault.js'
import {createRenderers, type Format, type MadeFile, type Renderers} from './formats.js'
import {type History, openHistory, type Snapshot, sameFiles} from './history.js'
import {engrossVersion} from './home.js'
import {lawCodesOf} from './laws.js'
import {isSound, lockFile, type Matter, openMatter} from './matter.js'
import {noticesOf} from './notices.js'
import {openWorkshop, type Workshop} from './workshop.js'

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
  const snapshot = nextSnapshot(files, history, settings)
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

/** The files of a revision: what the person wrote, the lock, the agreement as truth and as comparable text. */
function filesOf(
  {folder, locale, template, assembled, deal}: Matter,
  agreement: Agreement,
  workshop: Workshop,
): ReadonlyMap<string, Uint8Array> {
  const schema = workshop.library.schema(template!.schema)
  if (!schema || !locale || !deal) throw new Error('filesOf: a sound matter has a schema and a locale')
  const clauses = Object.fromEntries((assembled?.selections ?? []).map(({position, clause}) => [position, clause]))
  const laws = lawCodesOf(deal).flatMap((code) => workshop.library.law(code) ?? [])
  const lock = printLock(lockOf({template: template!, schema, laws, locale, clauses}))
  const encoder = new TextEncoder()
  return new Map([
    ...folder.files,
    [lockFile, encoder.encode(lock)],
    ['agreement.json', encoder.encode(`${JSON.stringify(agreement, null, 1)}\n`)],
    ['agreement.md', encoder.encode(renderUnnumbered(agreement, locale.content))],
  ])
}

// The head itself when nothing differs; else what would be recorded next.
function nextSnapshot(
  files: ReadonlyMap<string, Uint8Array>,
  {head}: History,
  {time, author, message}: DraftSettings,
): Snapshot {
  if (head && sameFiles(head.files, files)) return {...head, isNew: false}
  const note = {time, author, message, origin: 'drafted', engross: engrossVersion} as const
  return {number: (head?.number ?? 0) + 1, time, files, note, isNew: true}
}

function fairCopyOf(
  {locale, template, assembled}: Matter,
  agreement: Agreement,
  {number, time, files}: Snapshot,
  history: History,
): {readonly copy?: FairCopy; readonly diagnostics: readonly Diagnostic[]} {
  const stored = files.get('agreement.json')!
  const clauses = (assembled?.selections ?? []).map(({clause: {id, version, hash}}) => ({clause: id, version, hash}))
  const identity: Identity = {
    deal: dealIdOf(history.firstAgreement ?? stored),
    revision: number,
    hash: hashOf(stored),
    time,
    engross: engrossVersion,
    template: `${template!.id}@${template!.version}`,
    clauses,
  }
  return engross(agreement, {
    purpose: 'draft',
    locale: locale!.content,
    identity,
    notices: noticesOf(identity, locale!.content),
  })
}

/**
 * A deal's opaque id: lasts across revisions, tells nothing that its first agreement does not print. `bytes` are the
 * stored `agreement.json` of the first revision.
 */
function dealIdOf(bytes: Uint8Array): string {
  const salted = new Uint8Array([...new TextEncoder().encode('engross deal\n'), ...bytes])
  return `deal-${hashOf(salted).slice(7, 23)}`
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

/** `collaboration-agreement-r3`: what it is and which revision; no name of a party or of the deal's folder. */
function fileStem({agreement, identity}: FairCopy): string {
  const title = agreement.title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return `${title || basename(resolve(agreement.template.id))}-r${identity.revision}`
}

// The revision is recorded once the files are on disk, before they get their names: a full disk leaves neither.
async function deliver(aside: SetAside, snapshot: Snapshot, history: History): Promise<void> {
  try {
    if (snapshot.isNew) await record(history, snapshot)
  } catch (error) {
    aside.discard()
    throw error
  }
  await aside.place()
}

async function record(history: History, snapshot: Snapshot): Promise<void> {
  const conflict = await history.append(snapshot)
  if (conflict)
    throw new FileFault(
      `Revision ${snapshot.number} was recorded by someone else meanwhile; nothing of yours was lost or written.`,
      'Look at `engross log`, then draft again.',
    )
}
