/**
 * The record of a revision: its files, its number, the identity that it gives to a fair copy, and the moment when it is
 * written. Whatever makes a revision (drafting, upgrading, restoring) makes it here, so that all revisions are alike.
 */
import {basename, resolve} from 'node:path'
import {engross} from '../engross/index.js'
import {hashOf, lockOf, printLock} from '../library/index.js'
import type {Agreement, Diagnostic, FairCopy, Identity} from '../model/index.js'
import {renderUnnumbered} from '../render/markdown/index.js'
import type {Note} from '../revisions/index.js'
import type {SetAside} from './deal-folder.js'
import {FileFault} from './fault.js'
import {type History, type Snapshot, sameFiles} from './history.js'
import {engrossVersion} from './home.js'
import {lawCodesOf} from './laws.js'
import {lockFile, type Matter} from './matter.js'
import {noticesOf} from './notices.js'
import type {Workshop} from './workshop.js'

/** The files of a revision: what the person wrote, the lock, the agreement as truth and as comparable text. */
export function filesOf(
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

/** The head itself when nothing differs from it; else what would be recorded next, with what is `said` of it. */
export function nextSnapshot(
  files: ReadonlyMap<string, Uint8Array>,
  {head}: Pick<History, 'head'>,
  said: Omit<Note, 'engross'>,
): Snapshot {
  if (head && sameFiles(head.files, files)) return {...head, isNew: false}
  const note: Note = {...said, engross: engrossVersion}
  return {number: (head?.number ?? 0) + 1, time: said.time, files, note, isNew: true}
}

/** The agreement engrossed as a draft that tells its revision; or what stands against it. */
export function fairCopyOf(
  {locale, template, assembled}: Matter,
  agreement: Agreement,
  {number, time, files}: Snapshot,
  {firstAgreement}: Pick<History, 'firstAgreement'>,
): {readonly copy?: FairCopy; readonly diagnostics: readonly Diagnostic[]} {
  const stored = files.get('agreement.json')!
  const clauses = (assembled?.selections ?? []).map(({clause: {id, version, hash}}) => ({clause: id, version, hash}))
  const identity: Identity = {
    deal: dealIdOf(firstAgreement ?? stored),
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
export function dealIdOf(bytes: Uint8Array): string {
  const salted = new Uint8Array([...new TextEncoder().encode('engross deal\n'), ...bytes])
  return `deal-${hashOf(salted).slice(7, 23)}`
}

/** `collaboration-agreement-r3`: what it is and which revision; no name of a party or of the deal's folder. */
export function fileStem({agreement, identity}: FairCopy): string {
  const title = agreement.title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return `${title || basename(resolve(agreement.template.id))}-r${identity.revision}`
}

/** Records the revision once the files are on disk, before they get their names: a full disk leaves neither. */
export async function deliver(aside: SetAside, snapshot: Snapshot, history: History): Promise<void> {
  try {
    if (snapshot.isNew) await record(history, snapshot)
  } catch (error) {
    aside.discard()
    throw error
  }
  await aside.place()
}

/** Records a new revision. Throws a FileFault where someone else recorded one meanwhile. */
export async function record(history: History, snapshot: Snapshot): Promise<void> {
  const conflict = await history.append(snapshot)
  if (conflict)
    throw new FileFault(
      `Revision ${snapshot.number} was recorded by someone else meanwhile; nothing of yours was lost or written.`,
      'Look at `engross log`, then run the same command again.',
    )
}
