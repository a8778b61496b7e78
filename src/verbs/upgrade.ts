/**
 * `upgrade`: the one verb that moves a deal's lock. All that is asked for is taken or nothing is; a version that breaks the deal is
 * named. Neither deal.yaml nor negotiated text nor an executed revision is touched.
 */
import type {Advance, Outgrown} from '../library/index.js'
import type {ChangeKind, Diagnostic} from '../model/index.js'
import {hasErrors} from '../model/index.js'
import {type RedlineJson, redlineJson, renderTextRedline, type TextSettings} from '../render/text/index.js'
import {type Basis, type Head, headOf, openBasis} from './basis.js'
import {FileFault} from './fault.js'
import {openHistory, type Snapshot} from './history.js'
import {engrossVersion} from './home.js'
import {record} from './recording.js'
import {type Asked, newlyOpen, redlineOfTaking, type Taking, takeAdvances} from './taking.js'
import {brokenBy, editedToo, isExecuted, noRevision, refusedNames} from './upgrade-refusals.js'
import {openWorkshop} from './workshop.js'

export interface UpgradeSettings {
  /** Clauses, positions, templates or keys of data; everything when empty. */
  readonly names: readonly string[]
  /** Takes versions that say the same in better words, and no others. */
  readonly onlyPatches: boolean
  /** Tells what would be, and records nothing. */
  readonly dryRun: boolean
  readonly libraries: readonly string[]
  readonly message: string
  readonly author: string
  /** Instant of the new revision, ISO 8601 in UTC. */
  readonly time: string
  readonly text: TextSettings
}

export interface UpgradeReport {
  /** The revision that was recorded, or the head where nothing was; 0 before the first draft. */
  readonly revision: number
  readonly recorded: boolean
  readonly taken: readonly Advance[]
  /** Negotiated texts that newer versions have followed: left as they are. */
  readonly outgrown: readonly Outgrown[]
  /** Questions that are open now and were not before. */
  readonly asks: readonly Asked[]
  /** What changes in the deal; nothing where the words stay the same. */
  readonly redline?: RedlineJson
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
}

/** Upgrades the deal in a folder. Errors are returned and nothing is recorded; a FileFault is thrown for the disk's. */
export async function upgradeDeal(path: string, settings: UpgradeSettings): Promise<UpgradeReport> {
  const head = await headOf(path)
  if (!head) return nothing(0, [noRevision(path)])
  if (head.executed !== undefined && head.note.varies !== head.executed)
    return nothing(head.number, [isExecuted(head.executed)])
  const workshop = await openWorkshop({libraries: settings.libraries})
  const only: ChangeKind | undefined = settings.onlyPatches ? 'patch' : undefined
  const {basis, diagnostics} = await openBasis(path, head, workshop, {time: settings.time, only})
  if (!basis) return nothing(head.number, diagnostics)
  const unknown = refusedNames(settings.names, basis)
  if (unknown.length > 0) return nothing(head.number, unknown)
  const moving = basis.advances.filter((advance) => !advance.atHand || isNamed(advance, settings.names))
  if (moving.length === 0) return {...nothing(head.number, []), outgrown: basis.outgrown}
  const taking = await takeAdvances(
    basis,
    moving.filter(({atHand}) => atHand),
  )
  if (!taking.trial.files || taking.refused.length > 0) return nothing(head.number, brokenBy(basis, taking))
  return settled(path, basis, taking, moving, settings)
}

async function settled(
  path: string,
  basis: Basis,
  taking: Taking,
  moving: readonly Advance[],
  settings: UpgradeSettings,
): Promise<UpgradeReport> {
  const {head, outgrown, edited} = basis
  const snapshot = snapshotOf(head, taking, moving, settings)
  const {author} = settings
  const label = `Revision ${snapshot.number}`
  const identity = taking.trial.copy!.identity
  const to = {label, revision: snapshot.number, hash: identity.hash, time: settings.time}
  const {copy, diagnostics} = await redlineOfTaking(basis, taking, {author, label, to})
  if (!copy?.against || hasErrors(diagnostics)) return nothing(head.number, diagnostics)
  if (!settings.dryRun) await recordAfter(head, path, snapshot)
  const redline = redlineJson(copy.against.redline, copy)
  return {
    revision: settings.dryRun ? head.number : snapshot.number,
    recorded: !settings.dryRun,
    taken: moving,
    outgrown,
    asks: newlyOpen(taking.trial, basis.current),
    redline,
    text: renderTextRedline(copy, settings.text),
    diagnostics: [...(edited.length > 0 ? [editedToo(edited, head.number)] : []), ...diagnostics],
  }
}

function nothing(revision: number, diagnostics: readonly Diagnostic[]): UpgradeReport {
  return {revision, recorded: false, taken: [], outgrown: [], asks: [], text: '', diagnostics}
}

function snapshotOf(head: Head, {trial}: Taking, moving: readonly Advance[], settings: UpgradeSettings): Snapshot {
  const {time, author, message} = settings
  const moves = moving.map(({id, from, to}) => (from === to ? `${id} ${to} (another text)` : `${id} ${from} → ${to}`))
  const said = message === '' ? `Upgraded ${moves.join(', ')}` : `${message} (${moves.join(', ')})`
  const note = {time, author, message: said, origin: 'upgraded', engross: engrossVersion} as const
  return {number: head.number + 1, time, files: trial.files!, note, isNew: true}
}

async function recordAfter(head: Head, path: string, snapshot: Snapshot): Promise<void> {
  const history = await openHistory(path)
  if (history.head?.number !== head.number)
    throw new FileFault(
      `Revision ${snapshot.number} was recorded by someone else meanwhile; nothing of yours was lost or written.`,
      'Look at `engross log`, then run the same command again.',
    )
  await record(history, snapshot)
}

/** Nobody named: everything. */
function isNamed({id, position}: Advance, names: readonly string[]): boolean {
  return names.length === 0 || names.some((name) => name === id || name === position)
}
