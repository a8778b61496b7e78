/**
 * Which revision a returned file answers, and which party it came from. A file of ours says the first itself, if its mark is
 * still in it; else it is the last one that was marked as sent; else the user is asked. Nothing is guessed.
 */
import {readDeal} from '../deal/index.js'
import {type Diagnostic, type Identity, isList, isObject} from '../model/index.js'
import {hashOf} from '../revisions/index.js'
import type {History, Standing} from './history.js'
import {textOf} from './making.js'
import {dealIdOf} from './recording.js'
import type {Workshop} from './workshop.js'

export interface Answered {
  readonly revision: Standing
  readonly diagnostics: readonly Diagnostic[]
}

/** `identity` is what the file says of its origin; `told` the revision that the user names. */
export async function answeredBy(
  history: History,
  file: string,
  {identity, told}: {readonly identity: Identity | undefined; readonly told: number | undefined},
): Promise<Answered | {readonly refused: Diagnostic}> {
  const own = identity && (await ownRevision(history, identity))
  const sent = (await history.tags()).findLast(({tag}) => tag === 'sent')?.revision
  if (told !== undefined) {
    const doubts = identity && own !== told ? [says(file, identity, own, told)] : []
    return {revision: await history.read(told), diagnostics: doubts}
  }
  if (identity && identity.deal !== dealOf(history)) return {refused: anotherDeal(file, identity)}
  if (own !== undefined) return {revision: await history.read(own), diagnostics: []}
  if (sent === undefined) return {refused: unknown(file)}
  return {revision: await history.read(sent), diagnostics: [taken(file, sent)]}
}

function dealOf({firstAgreement}: History): string | undefined {
  return firstAgreement && dealIdOf(firstAgreement)
}

// A mark can be edited as any word can: it is believed where the history holds that very agreement under that number.
async function ownRevision(history: History, {deal, revision, hash}: Identity): Promise<number | undefined> {
  if (deal !== dealOf(history) || !(await history.numbers()).includes(revision)) return undefined
  const stored = (await history.read(revision)).files.get('agreement.json')
  return stored && hashOf(stored) === hash ? revision : undefined
}

function says(file: string, {deal, revision}: Identity, own: number | undefined, told: number): Diagnostic {
  const what =
    own === undefined
      ? `comes from revision ${revision} of another deal (${deal}), or of another history,`
      : `comes from revision ${own},`
  return {
    severity: 'warning',
    code: 'receive/answers-another',
    message: `${file} ${what} but it is taken as an answer to revision ${told}, as you said.`,
    hint: 'Leave out --answers to compare it with the revision that it names.',
    at: {file},
  }
}

function anotherDeal(file: string, {deal, revision}: Identity): Diagnostic {
  return {
    severity: 'error',
    code: 'receive/another-deal',
    message: `${file} says that it comes from revision ${revision} of another deal (${deal}).`,
    hint: 'Name the folder of that deal; or, if it does belong here, say which revision it answers: --answers 2.',
    at: {file},
  }
}

function unknown(file: string): Diagnostic {
  return {
    severity: 'error',
    code: 'receive/answers-unknown',
    message: `${file} does not say which revision it answers, and no revision is marked as sent.`,
    hint: 'Say which: --answers 2. Next time, mark what goes out: engross mark <deal-dir> sent.',
    at: {file},
  }
}

function taken(file: string, revision: number): Diagnostic {
  return {
    severity: 'advice',
    code: 'receive/answers-sent',
    message: `${file} does not say which revision it answers: it is compared with revision ${revision}, the last that was marked as sent.`,
    hint: 'If it answers another, say which: --answers 2.',
    at: {file},
  }
}

export interface KnownParty {
  readonly id: string
  readonly shortName: string
}

/** The party of a revision's deal that an id or a short name means, in whatever case. */
export function partyOf(
  name: string,
  {number, files}: Standing,
  {schemas}: Workshop,
): {readonly party: KnownParty} | {readonly refused: Diagnostic} {
  const deal = readDeal({deal: textOf(files, 'deal.yaml') ?? ''}, schemas).deal
  const rows = deal && isList(deal.parameters.parties) ? deal.parameters.parties : []
  const parties = rows.flatMap((row) => {
    if (!isObject(row) || typeof row.id !== 'string') return []
    return [{id: row.id, shortName: typeof row.shortName === 'string' ? row.shortName : row.id}]
  })
  const wanted = name.toLowerCase()
  const party =
    parties.find(({id}) => id === name) ??
    parties.find((one) => [one.id, one.shortName].some((known) => known.toLowerCase() === wanted))
  return party ? {party} : {refused: stranger(name, number, parties)}
}

function stranger(name: string, revision: number, parties: readonly KnownParty[]): Diagnostic {
  const known = parties.map(({id, shortName}) => (id === shortName ? id : `${id} (${shortName})`)).join(', ')
  return {
    severity: 'error',
    code: 'receive/unknown-party',
    message: `"${name}" is no party of revision ${revision}.`,
    hint: known === '' ? 'Give the parties of the deal in deal.yaml.' : `Write one of: ${known}.`,
    at: {pointer: '/parties'},
  }
}
