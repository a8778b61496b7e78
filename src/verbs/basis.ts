/**
 * What newer versions are tried on: a deal as its folder stands, under the lock of its head revision. Everything is assembled in
 * earnest, since only that shows which words a newer version changes, and what it would break.
 */
import {
  type Advance,
  advanced,
  type Behind,
  behindOf,
  folderShelf,
  type Index,
  type Lock,
  printLock,
  readIndex,
  readLock,
} from '../library/index.js'
import type {Agreement, ChangeKind, Diagnostic, FairCopy} from '../model/index.js'
import {type DealFolder, readDealFolder} from './deal-folder.js'
import {revisionsOf, type Snapshot, type Standing, sameFiles} from './history.js'
import {isSound, lockFile, type Matter, openMatter} from './matter.js'
import {fairCopyOf, filesOf} from './recording.js'
import {executedIn} from './variation.js'
import type {Workshop} from './workshop.js'

/** The revision that a deal stands at, and what is known of those before it. */
export interface Head extends Standing {
  readonly firstAgreement: Uint8Array
  /** The last revision that is marked executed. */
  readonly executed: number | undefined
}

/** The head of the deal in a folder; nothing before the first draft. */
export async function headOf(path: string): Promise<Head | undefined> {
  const {list, tags, read} = await revisionsOf(path)
  const last = list.at(-1)?.number
  if (last === undefined) return undefined
  const firstAgreement = (await read(1)).files.get('agreement.json')!
  return {...(await read(last)), firstAgreement, executed: executedIn(tags)}
}

/** A deal assembled under some lock. */
export interface Trial {
  readonly matter: Matter
  /** Stands also where something is wrong, so far as it could be assembled. */
  readonly agreement?: Agreement
  /** The files of the revision that it would be, and its fair copy: only where nothing is wrong. */
  readonly files?: Snapshot['files']
  readonly copy?: FairCopy
  readonly errors: readonly Diagnostic[]
}

export interface Basis extends Behind {
  readonly folder: DealFolder
  readonly workshop: Workshop
  readonly head: Head
  /** The head's lock, moved on to what the library holds where what was locked is no longer at hand. */
  readonly lock: Lock
  /** The deal under that lock. */
  readonly current: Trial
  /** Files of the deal that differ from those of the head revision. */
  readonly edited: readonly string[]
  /** Instant of what would be recorded, ISO 8601 in UTC. */
  readonly time: string
}

/** Opens the basis; `only`: no graver change than that is looked for. A lock that cannot be read is told. */
export async function openBasis(
  path: string,
  head: Head,
  workshop: Workshop,
  {time, only}: {readonly time: string; readonly only?: ChangeKind | undefined},
): Promise<{readonly basis?: Basis; readonly diagnostics: readonly Diagnostic[]}> {
  const folder = await readDealFolder(path)
  const bytes = head.files.get(lockFile)
  const {lock: locked, diagnostics} = readLock(new TextDecoder().decode(bytes ?? new Uint8Array()), lockFile)
  if (!locked) return {diagnostics}
  const behind = behindOf(locked, workshop.library, indexesOf(workshop), only)
  const lost = behind.advances.filter(({atHand}) => !atHand)
  const ground = {folder, workshop, head, time}
  const lock = advanced(locked, lost, workshop.library)
  const current = await tryLock(ground, lock, head.number)
  return {basis: {...ground, ...behind, lock, current, edited: editedSince(head, folder)}, diagnostics: []}
}

/** The deal under a lock, as it would be if it were recorded under `number`. */
export async function tryLock(
  {folder, workshop, head, time}: Pick<Basis, 'folder' | 'workshop' | 'head' | 'time'>,
  lock: Lock,
  number: number,
): Promise<Trial> {
  const matter = await openMatter(folder, workshop, {lock: printLock(lock), today: time.slice(0, 10)})
  const agreement = matter.assembled?.agreement
  const found = errorsIn(matter.diagnostics)
  if (!agreement || !isSound(matter)) return {matter, ...(agreement ? {agreement} : {}), errors: found}
  const files = filesOf(matter, agreement, workshop)
  const said = number === head.number ? head.note : {...head.note, time}
  const {copy, diagnostics} = fairCopyOf(
    matter,
    agreement,
    {number, time: said.time, files, note: said, isNew: false},
    head,
  )
  return {matter, agreement, files, ...(copy ? {copy} : {}), errors: errorsIn(diagnostics)}
}

/** The lock with more of its entries moved, tried. */
export function tryAdvances(basis: Basis, advances: readonly Advance[]): Promise<Trial> {
  const {lock, workshop, head} = basis
  return tryLock(basis, advanced(lock, advances, workshop.library), head.number + 1)
}

function indexesOf({roots}: Workshop): readonly Index[] {
  return roots.flatMap((root) => readIndex(folderShelf(root)).index ?? [])
}

function editedSince({files}: Head, folder: DealFolder): readonly string[] {
  const inputs = [...files.keys()].filter((path) => folder.files.has(path) || isInput(path))
  const paths = [...new Set([...folder.files.keys(), ...inputs])]
  const only = (path: string, from: Snapshot['files']): Snapshot['files'] =>
    new Map(from.has(path) ? [[path, from.get(path)!]] : [])
  return paths.filter((path) => !sameFiles(only(path, files), only(path, folder.files))).sort()
}

function isInput(path: string): boolean {
  return path === 'deal.yaml' || path === 'private.yaml' || path.startsWith('clauses/')
}

function errorsIn(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({severity}) => severity === 'error')
}
