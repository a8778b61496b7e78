/**
 * Taking newer versions: all at once where they go together, else one by one, so that the one that breaks the deal is named and
 * the others are not blamed for it.
 */
import type {OpenBlank} from '../assemble/index.js'
import {type Advance, noteBetween} from '../library/index.js'
import type {Agreement, Change, Diagnostic, FairCopy, Side} from '../model/index.js'
import type {Step, StepCause} from '../redline/index.js'
import {type Basis, type Trial, tryAdvances} from './basis.js'
import {markedCopy} from './marked-copy.js'
import {copyOfRevision} from './revision-copy.js'
import {knowledgeOf} from './steps.js'

export interface Taking {
  readonly taken: readonly Advance[]
  /** Those that break the deal, each with what it breaks beyond what was broken before. */
  readonly refused: readonly {readonly advance: Advance; readonly errors: readonly Diagnostic[]}[]
  /** The deal with all that is taken. */
  readonly trial: Trial
}

/** Finds which of the advances the deal can take together. */
export async function takeAdvances(basis: Basis, advances: readonly Advance[]): Promise<Taking> {
  const all = await tryAdvances(basis, advances)
  if (all.copy) return {taken: advances, refused: [], trial: all}
  let [taken, trial, waiting]: [readonly Advance[], Trial, readonly Advance[]] = [[], basis.current, advances]
  for (;;) {
    const refused: {advance: Advance; errors: readonly Diagnostic[]}[] = []
    for (const advance of waiting) {
      const next = await tryAdvances(basis, [...taken, advance])
      if (next.copy) [taken, trial] = [[...taken, advance], next]
      else refused.push({advance, errors: newErrors(next, basis.current)})
    }
    // One that was refused may stand once another was taken: a reference to a label that only the newer text has.
    if (refused.length === 0 || refused.length === waiting.length) return {taken, refused, trial}
    waiting = refused.map(({advance}) => advance)
  }
}

/** What is wrong now and was not before. */
export function newErrors(trial: Trial, before: Trial): readonly Diagnostic[] {
  const known = new Set(before.errors.map(identityOf))
  return trial.errors.filter((error) => !known.has(identityOf(error)))
}

function identityOf({code, message, at}: Diagnostic): string {
  return JSON.stringify([code, message, at])
}

/** Questions that print a blank now and did not before. */
export function newlyOpen({matter}: Trial, before: Trial): readonly Asked[] {
  const known = new Set(before.matter.assembled?.open.flatMap(({pointer, prints}) => (prints ? [pointer] : [])))
  const open = matter.assembled?.open ?? []
  return open.flatMap(({pointer, question, prints}) => (prints && !known.has(pointer) ? [{pointer, question}] : []))
}

/** True when what the library no longer holds as it was locked can be seen: the head revision is the deal as it stands. */
export function showsLost({edited, advances}: Basis): boolean {
  return edited.length === 0 && advances.some(({atHand}) => !atHand)
}

export type Asked = Pick<OpenBlank, 'pointer' | 'question'>

export interface Redlining {
  readonly author: string
  /** What the new side is called. */
  readonly label: string
  /** The new side where it is to be recorded; else no page of it may call itself a revision. */
  readonly to?: Side
  readonly showCauses?: boolean
}

export interface Redlined {
  readonly copy?: FairCopy<Change>
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * The deal before and after, marked: each change with the version that brings it. `lost` starts from the head revision as it is
 * stored, so that what the library no longer holds is seen as well.
 */
export async function redlineOfTaking(
  basis: Basis,
  {taken, trial}: Pick<Taking, 'taken' | 'trial'>,
  {author, label, to, showCauses = false}: Redlining,
  lost = showsLost(basis),
): Promise<Redlined> {
  const from = lost ? copyOfRevision(basis.head, basis.head.firstAgreement, basis.workshop) : basis.current.copy
  if (!from || !trial.copy) return {diagnostics: [...basis.current.errors, ...trial.errors]}
  const steps = await stepsOf(basis, taken, trial.copy.agreement, lost)
  const by = {author, date: basis.time, revision: to?.revision ?? 0}
  return markedCopy({
    from,
    to: to ? trial.copy : unrecorded(trial.copy, label),
    steps: steps.map((step): Step => ({...step, ...by})),
    sides: {from: sideBefore(basis, from), to: to ?? {label}},
    knowledge: knowledgeOf(basis.workshop),
    showCauses,
  })
}

function unrecorded(copy: FairCopy, label: string): FairCopy {
  const {identity, locale, notices} = copy
  return {
    ...copy,
    identity: {...identity, revision: 0},
    locale: {...locale, print: {...locale.print, revision: label}},
    notices: {...notices, origin: 'Not recorded: what newer versions would change'},
  }
}

function sideBefore({head, edited}: Basis, {identity}: FairCopy): Side {
  const label = `Revision ${head.number}`
  if (edited.length > 0) return {label: `${label} with the edits since`}
  return {label, revision: head.number, hash: identity.hash, time: head.note.time}
}

interface Stage {
  readonly agreement: Agreement
  readonly cause: StepCause
}

// A state that cannot be assembled is passed over: its cause goes with the next that can.
async function stepsOf(
  basis: Basis,
  taken: readonly Advance[],
  end: Agreement,
  lost: boolean,
): Promise<readonly Stage[]> {
  const stages: Stage[] = []
  const before = lost && basis.current.agreement
  if (before) stages.push({agreement: before, cause: causeOfLost(basis)})
  let waiting: StepCause | undefined
  for (const [index, advance] of taken.entries()) {
    waiting ??= causeOf(advance, basis)
    const {agreement} = await tryAdvances(basis, taken.slice(0, index + 1))
    if (!agreement) continue
    stages.push({agreement, cause: waiting})
    waiting = undefined
  }
  const last = stages.at(-1)
  return [...stages.slice(0, -1), {agreement: end, cause: last?.cause ?? {type: 'unknown'}}]
}

function causeOf({id, from, to, type}: Advance, {workshop}: Basis): StepCause {
  const note = type === 'clause' ? noteBetween(workshop.library, id, from, to) : ''
  return {type: 'version', clause: id, from, to, note}
}

// Of several things that changed at once, none can be blamed alone: the changes' own sources say it.
function causeOfLost(basis: Basis): StepCause {
  const [lost, second] = basis.advances.filter(({atHand}) => !atHand)
  return lost && !second ? causeOf(lost, basis) : {type: 'unknown'}
}
