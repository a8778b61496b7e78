/**
 * The way from one revision to another, in steps of one cause each. Between two revisions the agreement is made anew after every
 * single change (a parameter, a choice, a version, a negotiated text), so that the cause of a word is found and not guessed.
 */
import {type Lock, noteBetween} from '../library/index.js'
import type {Agreement, Clause, Source} from '../model/index.js'
import type {Knowledge, Step, StepCause} from '../redline/index.js'
import type {Revisions, Standing} from './history.js'
import {type Making, made, makingOf, readsAs, storedAgreement, textOf} from './making.js'
import {parameterChanges} from './parameter-changes.js'
import type {Workshop} from './workshop.js'

export interface Way {
  readonly from: Agreement
  readonly steps: readonly Step[]
}

/** The steps from one revision to another, either way in time. Numbers must stand in the history. */
export async function wayBetween(from: number, to: number, revisions: Revisions, workshop: Workshop): Promise<Way> {
  const numbers = revisions.list
    .map(({number}) => number)
    .filter((number) => number >= Math.min(from, to) && number <= Math.max(from, to))
  const order = from <= to ? numbers : [...numbers].reverse()
  const [first, ...rest] = order
  let before = await revisions.read(first!)
  const agreement = storedAgreement(before.files)
  const steps: Step[] = []
  for (const number of rest) {
    const after = await revisions.read(number)
    steps.push(...(await stepsTo(before, after, workshop)))
    before = after
  }
  return {from: agreement, steps: steps.length > 0 ? steps : [last(before, before, {type: 'unknown'})]}
}

// Going back in time, what a step does is to undo a revision: the changes are those of who made it.
function last(before: Standing, {files, ...after}: Standing, cause: StepCause): Step {
  const {number, note} = before.number > after.number ? before : after
  return {agreement: storedAgreement(files), author: note.author, date: note.time, revision: number, cause}
}

async function stepsTo(before: Standing, after: Standing, workshop: Workshop): Promise<readonly Step[]> {
  if (textOf(before.files, 'agreement.json') === textOf(after.files, 'agreement.json')) return []
  const unknown = [last(before, after, {type: 'unknown'})]
  const [old, now] = [await makingOf(before.files, workshop), await makingOf(after.files, workshop)]
  if (!old || !now || old.deal.document !== now.deal.document) return unknown
  const changes = changesBetween(old, now, workshop)
  const [only] = changes
  if (changes.length === 1) return [last(before, after, only!.cause)]
  if (!readsAs(made(old, workshop), before.files, old)) return unknown
  const steps = stagesOf(changes, workshop).map(({agreement, cause}) => ({...last(before, after, cause), agreement}))
  const end = steps.at(-1)
  if (!end || !readsAs(end.agreement, after.files, now)) return [...steps, ...unknown]
  return [...steps.slice(0, -1), last(before, after, end.cause)]
}

interface SingleChange {
  readonly cause: StepCause
  readonly making: Making
}

// A state that cannot be assembled (two clauses both fit until the next change) is passed over: its change goes with the next.
function stagesOf(
  changes: readonly SingleChange[],
  workshop: Workshop,
): readonly {readonly agreement: Agreement; readonly cause: StepCause}[] {
  const stages: {agreement: Agreement; cause: StepCause}[] = []
  let waiting: StepCause | undefined
  for (const {cause, making} of changes) {
    const agreement = made(making, workshop)
    waiting ??= cause
    if (!agreement) continue
    stages.push({agreement, cause: waiting})
    waiting = undefined
  }
  return stages
}

function changesBetween(old: Making, now: Making, workshop: Workshop): readonly SingleChange[] {
  const changes: SingleChange[] = []
  let making = old
  const change = (cause: StepCause, next: Making): void => {
    changes.push({cause, making: next})
    making = next
  }
  for (const {pointer, before, after, parameters} of parameterChanges(
    old.deal.parameters,
    now.deal.parameters,
    workshop.parameters,
  ))
    change(
      {type: 'parameter', pointer, before, after},
      {...making, deal: {...now.deal, choices: old.deal.choices, parameters}},
    )
  for (const position of differing(old.deal.choices, now.deal.choices))
    change(variantAt(position, old, now), {
      ...making,
      deal: {
        ...now.deal,
        parameters: making.deal.parameters,
        choices: taken(making.deal.choices, now.deal.choices, position),
      },
    })
  for (const {position, cause} of versionChanges(old.lock, now.lock, workshop))
    change(cause, {
      ...making,
      lock: {...making.lock, positions: taken(making.lock.positions, now.lock.positions, position)},
    })
  if (old.template.version !== now.template.version) {
    const {id} = now.template
    const cause = {type: 'version', clause: id, from: old.template.version, to: now.template.version, note: ''} as const
    change(cause, {...making, template: now.template, lock: now.lock})
  }
  if (negotiatedDiffers(old, now)) change({type: 'hand'}, {...now, lock: making.lock})
  return changes.length === 0 ? [] : [...changes.slice(0, -1), {cause: changes.at(-1)!.cause, making: now}]
}

function negotiatedDiffers(old: Making, now: Making): boolean {
  const print = ({negotiated}: Making): string => negotiated.map(({file, hash}) => `${file} ${hash}`).join()
  return print(old) !== print(now)
}

type Named<T> = Readonly<Record<string, T>>

function differing(old: Named<string>, now: Named<string>): readonly string[] {
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((key) => old[key] !== now[key])
}

/** `old` with what `now` has under one key, or without it. */
function taken<T>(old: Named<T>, now: Named<T>, key: string): Named<T> {
  const {[key]: _, ...rest} = old
  return Object.hasOwn(now, key) ? {...rest, [key]: now[key]!} : rest
}

function variantAt(position: string, old: Making, now: Making): StepCause {
  const standing = ({lock, deal}: Making): string => {
    const locked = lock.positions[position]
    if (locked && 'clause' in locked) return locked.clause
    return deal.choices[position] ?? ''
  }
  return {type: 'variant', position, from: standing(old), to: standing(now)}
}

function versionChanges(
  old: Lock,
  now: Lock,
  workshop: Workshop,
): readonly {readonly position: string; readonly cause: StepCause}[] {
  const {noteOf} = knowledgeOf(workshop)
  return Object.entries(now.positions).flatMap(([position, locked]) => {
    const before = old.positions[position]
    if (!before || !('clause' in locked) || !('clause' in before)) return []
    if (before.clause !== locked.clause || before.version === locked.version) return []
    const {clause, version: to} = locked
    const note = noteOf(clause, before.version, to)
    return [{position, cause: {type: 'version', clause, from: before.version, to, note} as const}]
  })
}

/** What a redline asks of the library. */
export function knowledgeOf({library}: Workshop): Knowledge {
  return {
    noteOf: (clause, from, to) => noteBetween(library, clause, from, to),
    follows: (source) => follows(clauseOf(source, library)),
  }
}

function clauseOf(source: Source, library: Workshop['library']): Clause | undefined {
  return source.type === 'clause' ? library.version(source.clause, source.version) : undefined
}

// The definitions of terms in use, and the list of what outlives the agreement, are written from the other clauses.
function follows(clause: Clause | undefined): boolean {
  return clause !== undefined && (clause.glossary || JSON.stringify(clause.tree).includes('"target":"survivors"'))
}
