/**
 * The cause of a change: that of the step that brought it, if the step reaches what changed directly; else the change follows
 * from another one. What a step does not say is read from the sources on both sides of it, which every provision carries.
 */
import {
  type Cause,
  type Inline,
  inlinesIn,
  type Pointer,
  type ProvisionId,
  type Source,
  type Value,
} from '../model/index.js'
import {type Places, placesOf, positionOf} from './places.js'
import type {Journey, StepCause} from './steps.js'

/** What changed. */
export interface Changed {
  /** The provision, part or execution block, by its id on either side. */
  readonly ids: readonly ProvisionId[]
  readonly gone: readonly Inline[]
  readonly come: readonly Inline[]
  /** A whole provision or part, not words of it. */
  readonly whole: boolean
}

export type CauseOf = (step: number, changed: Changed) => Cause

const consequential: Cause = {type: 'consequential'}

/** `ends`: the places of both sides, which need not be found again. */
export function causesOf(journey: Journey, ends?: {readonly old: Places; readonly now: Places}): CauseOf {
  const known = new Map<number, Sources>()
  const placesAt = (stage: number): Places => {
    if (stage === 0) return ends?.old ?? placesOf(journey.from)
    if (stage === journey.steps.length && ends) return ends.now
    return placesOf(journey.steps[stage - 1]!.agreement)
  }
  const sourcesAt = (stage: number): Sources => {
    const sources = known.get(stage) ?? sourcesOf(placesAt(stage))
    known.set(stage, sources)
    return sources
  }
  return (step, changed) => {
    const [old, now] = [sourcesAt(step), sourcesAt(step + 1)]
    const sides = {old: sourceFor(changed.ids, old), now: sourceFor(changed.ids, now)}
    return causeOf(journey.steps[step]!.cause, changed, sides, journey)
  }
}

interface Sources {
  readonly byId: Places['provisions']
  readonly byPosition: ReadonlyMap<string, Source>
}

function sourcesOf({provisions}: Places): Sources {
  const byPosition = new Map<string, Source>()
  for (const [id, {provision}] of provisions)
    if (!byPosition.has(positionOf(id))) byPosition.set(positionOf(id), provision.source)
  return {byId: provisions, byPosition}
}

function sourceFor(ids: readonly ProvisionId[], {byId, byPosition}: Sources): Source | undefined {
  for (const id of ids) {
    const source = byId.get(id)?.provision.source ?? byPosition.get(positionOf(id))
    if (source) return source
  }
  return undefined
}

interface Sides {
  readonly old: Source | undefined
  readonly now: Source | undefined
}

function causeOf(cause: StepCause, changed: Changed, sides: Sides, journey: Journey): Cause {
  const position = positionOf(changed.ids[0]!)
  switch (cause.type) {
    case 'parameter':
      return (
        bySources(sides, position, journey, ['variant']) ??
        (readsIt(cause.pointer, changed, sides, journey) ? cause : consequential)
      )
    case 'version':
      return standsIn(cause.clause, sides) || reaches(cause.clause, changed, sides, journey) ? cause : consequential
    case 'variant':
      return cause.position === position ? cause : consequential
    case 'hand':
      return [sides.old, sides.now].some((source) => source?.type !== 'clause') ? cause : consequential
    case 'unknown':
      return bySources(sides, position, journey, ['variant', 'version', 'hand']) ?? byValue(changed) ?? consequential
  }
}

// A template reaches what no clause brought: headings, and which positions stand. A table of words reaches every word.
function reaches(id: string, {whole}: Changed, {old, now}: Sides, {from}: Journey): boolean {
  if (id.includes('/')) return true
  const unsourced = [old, now].every((source) => source === undefined || source.type === 'template')
  return id === from.template.id && (unsourced || (whole && (!old || !now)))
}

function standsIn(clause: string, {old, now}: Sides): boolean {
  return [old, now].some((source) => source?.type === 'clause' && source.clause === clause)
}

function bySources(
  {old, now}: Sides,
  position: string,
  {knowledge}: Journey,
  allowed: readonly Cause['type'][],
): Cause | undefined {
  const found = changeOfSource(old, now, position, knowledge.noteOf)
  return found && allowed.includes(found.type) ? found : undefined
}

function changeOfSource(
  old: Source | undefined,
  now: Source | undefined,
  position: string,
  noteOf: Journey['knowledge']['noteOf'],
): Cause | undefined {
  if (!old || !now) return old?.type === 'negotiated' || now?.type === 'negotiated' ? {type: 'hand'} : undefined
  if (old.type === 'clause' && now.type === 'clause') {
    if (old.clause !== now.clause) return {type: 'variant', position, from: old.clause, to: now.clause}
    if (old.version === now.version) return undefined
    const {clause, version: from} = old
    return {type: 'version', clause, from, to: now.version, note: noteOf(clause, from, now.version)}
  }
  if (old.type === 'file' || now.type === 'file' || old.type === 'negotiated' || now.type === 'negotiated') {
    const same = old.type === 'negotiated' && now.type === 'negotiated' && old.hash === now.hash
    return same ? undefined : {type: 'hand'}
  }
  return undefined
}

// An assembler changes nothing for a parameter but what reads it, and what follows from that.
function readsIt(pointer: Pointer, {gone, come}: Changed, {old, now}: Sides, {knowledge}: Journey): boolean {
  if (pointersIn([...gone, ...come]).some((one) => related(one, pointer))) return true
  return ![old, now].some((source) => source && knowledge.follows(source))
}

function pointersIn(inlines: readonly Inline[]): readonly Pointer[] {
  return inlinesIn(inlines).flatMap((inline) => ('pointer' in inline ? [inline.pointer] : []))
}

/** One stands in the other. */
function related(one: Pointer, other: Pointer): boolean {
  const [keys, others] = [one.split('/'), other.split('/')]
  const shared = Math.min(keys.length, others.length)
  return keys.slice(0, shared).every((key, index) => key === others[index])
}

// No deal is at hand: the words of a value say what it was.
function byValue({gone, come}: Changed): Cause | undefined {
  const values = (inlines: readonly Inline[]): readonly Value[] =>
    inlinesIn(inlines).filter((inline): inline is Value => inline.type === 'value')
  const [old, now] = [values(gone), values(come)]
  const pointer = (now[0] ?? old[0])?.pointer
  if (pointer === undefined) return undefined
  const wordsAt = (found: readonly Value[]): string | null =>
    found.find((one) => one.pointer === pointer)?.words ?? null
  return {type: 'parameter', pointer, before: wordsAt(old), after: wordsAt(now)}
}
