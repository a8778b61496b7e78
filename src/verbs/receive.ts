/**
 * `receive`: what the other side sent back. The file is kept as it came, then held against what we sent: what they tracked, what
 * they changed without tracking, and a redline of both together, proved as every redline is. Nothing is decided or taken over.
 */
import {join, relative} from 'node:path'
import {doubtsOf, readWordFile, redlineOf, type WordFile} from '../intake/index.js'
import type {Change, Diagnostic, FairCopy} from '../model/index.js'
import {readManifest} from '../render/docx/index.js'
import {type RedlineJson, redlineJson, renderTextRedline, type TextSettings} from '../render/text/index.js'
import {hashOf} from '../revisions/index.js'
import {answeredBy, type KnownParty, partyOf} from './answered.js'
import {comparisonCopy} from './comparison-copy.js'
import {readDealFolder, setAside} from './deal-folder.js'
import {type Examined, examine, receiptWords} from './examine-returned.js'
import {FileFault} from './fault.js'
import {createRenderers} from './formats.js'
import {type History, openHistory, type Standing} from './history.js'
import {engrossVersion} from './home.js'
import {keepReceived, listReceived} from './received.js'
import {type ReceivedRecord, safeName} from './received-record.js'
import {fileStem} from './recording.js'
import {copyOfRevision} from './revision-copy.js'
import {type TakenFile, takeWordFile} from './word-file.js'
import {openWorkshop, type Workshop} from './workshop.js'

export interface ReceiveSettings {
  /** Id or short name of the party that it came from. */
  readonly from: string
  /** The revision that it answers, where the user says so. */
  readonly answers: number | undefined
  /** Folder for the redline; `<cwd>/out/<deal>` when undefined. */
  readonly out: string | undefined
  readonly cwd: string
  /** Who records it, and when (ISO 8601). */
  readonly author: string
  readonly time: string
  readonly libraries: readonly string[]
  readonly text: TextSettings
  readonly progress: (step: string) => void
}

export type ReceivedJson = Examined['json'] & {
  readonly format: 1
  readonly received: ReceivedRecord
  /** False when the same file had been received before: it is kept once. */
  readonly recorded: boolean
  readonly files: readonly string[]
  /** What compared the files, and the redline; none when it was not proved. */
  readonly engine?: string
  readonly redline?: RedlineJson
  readonly diagnostics: readonly Diagnostic[]
}

export interface ReceiveReport {
  readonly diagnostics: readonly Diagnostic[]
  readonly files: readonly string[]
  readonly text?: string
  readonly json?: ReceivedJson
  /** `file`: it cannot be read; `deal`: it does not fit the deal; nothing was kept. `redline`: kept, but without a redline. */
  readonly refused?: 'file' | 'deal' | 'redline'
}

/** Receives a file. What is wrong with it is returned; a FileFault or StoreFault is thrown for the disk's. */
export async function receiveFile(path: string, filePath: string, settings: ReceiveSettings): Promise<ReceiveReport> {
  const {progress} = settings
  progress('Reading the file')
  const {name: dealName} = await readDealFolder(path)
  const read = await takeWordFile(filePath)
  if ('refused' in read) return refused('file', read.refused)
  const {taken} = read
  const history = await openHistory(path)
  if (!history.head)
    throw new FileFault(
      `${path} has no revision yet, so nothing was sent that ${taken.name} could answer.`,
      'Draft the deal first: engross draft.',
    )
  const workshop = await openWorkshop({libraries: settings.libraries})
  const identity = readManifest(taken.bytes)?.identity
  const answered = await answeredBy(history, taken.name, {identity, told: settings.answers})
  if ('refused' in answered) return refused('deal', answered.refused)
  const known = partyOf(settings.from, answered.revision, workshop)
  if ('refused' in known) return refused('deal', known.refused)
  const sent = await sentCopy(answered.revision, history, workshop)
  const kept = await keep(path, taken, answered.revision, known.party, settings)
  const found = examine(sent.file, taken.file)
  progress('Comparing with what was sent')
  const stamp = {author: known.party.shortName, date: settings.time}
  const made = await redlineOf(sent.file, taken.file, stamp)
  const diagnostics = [...doubtsOf(taken.file), ...answered.diagnostics, ...kept.diagnostics, ...found.diagnostics]
  const base = {format: 1, received: kept.record, recorded: kept.recorded, ...found.json} as const
  if ('refused' in made) {
    const all = [...diagnostics, ...made.refused]
    return {
      diagnostics: all,
      files: [],
      refused: 'redline',
      text: receiptWords(kept, known.party, found),
      json: {...base, files: [], diagnostics: all},
    }
  }
  const {redline} = made
  const copy = comparisonCopy({
    from: {label: `Revision ${answered.revision.number}`, bytes: sent.bytes},
    to: {label: taken.name, bytes: taken.bytes},
    redline,
    locale: workshop.locale('en-GB').content,
    time: settings.time,
  })
  const out = settings.out ?? join(settings.cwd, 'out', dealName)
  const target = join(out, `${fileStem(sent.copy)}-received-${kept.record.number}-redline.docx`)
  await (await setAside(new Map([[target, redline.bytes]]))).place()
  const files = [relative(settings.cwd, target) || target]
  const json = {...base, files, engine: redline.engine, redline: redlineJson(copy.against!.redline, copy), diagnostics}
  const text = `${receiptWords(kept, known.party, found)}\n${redlineText(copy, settings)}\nCompared by ${redline.engine}.\n`
  return {diagnostics, files, text, json}
}

function refused(why: 'file' | 'deal', diagnostic: Diagnostic): ReceiveReport {
  return {diagnostics: [diagnostic], files: [], refused: why}
}

function redlineText(copy: FairCopy<Change>, {text}: ReceiveSettings): string {
  return renderTextRedline(copy, text)
}

interface Sent {
  readonly copy: FairCopy
  readonly bytes: Uint8Array
  readonly file: WordFile
}

/** What went out, made again from what is stored: the same words, numbers, headers and footers. */
async function sentCopy(revision: Standing, history: History, workshop: Workshop): Promise<Sent> {
  const copy = copyOfRevision(revision, history.firstAgreement!, workshop)
  const {bytes} = await createRenderers().render(copy, 'docx')
  const read = bytes && readWordFile(bytes, `revision ${revision.number}`)
  if (!bytes || !read || 'refused' in read)
    throw new Error(`sentCopy: revision ${revision.number} does not print as a Word file that we can read`)
  return {copy, bytes, file: read.file}
}

interface Kept {
  readonly record: ReceivedRecord
  readonly recorded: boolean
  readonly diagnostics: readonly Diagnostic[]
}

async function keep(
  path: string,
  {name, bytes}: TakenFile,
  {number, hash}: Standing,
  {id}: KnownParty,
  {author, time}: ReceiveSettings,
): Promise<Kept> {
  const sha256 = hashOf(bytes)
  const before = (await listReceived(path)).find(({record}) => record.sha256 === sha256 && record.from === id)?.record
  if (before && before.answers.hash === hash)
    return {record: before, recorded: false, diagnostics: [again(name, before)]}
  const said = {
    time,
    author,
    from: id,
    name,
    file: safeName(name),
    answers: {revision: number, hash},
    engross: engrossVersion,
  }
  return {record: await keepReceived(path, bytes, said), recorded: true, diagnostics: []}
}

function again(file: string, {number, time}: ReceivedRecord): Diagnostic {
  return {
    severity: 'advice',
    code: 'receive/again',
    message: `${file} was received already, as number ${number}, on ${time.slice(0, 10)}: it is kept once.`,
    at: {file},
  }
}
