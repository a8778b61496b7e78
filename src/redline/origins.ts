/**
 * Which step brought a word, took it away, or moved a provision. Words are followed through the agreements between both sides as
 * they are through the lines of a file, so that what was written and taken back on the way leaves no trace.
 */
import type {Inline, ProvisionId} from '../model/index.js'
import type {Alignment} from './align.js'
import {type Holder, type Holders, heldAlike, holdersOf} from './holders.js'
import type {Places} from './places.js'
import type {Journey} from './steps.js'
import {differExactly, type Keys} from './words/index.js'

export type Words = {readonly side: 'old' | 'new'; readonly id: ProvisionId; readonly list: readonly Inline[]}

export interface Origins {
  /** The step of each of the words `from` … `to` (of one list of a holder). Steps count from 0. */
  readonly ofWords: (words: Words, from: number, to: number) => readonly number[]
  /** The step that brought, or took away, a whole provision, part or execution block. */
  readonly ofWhole: (id: ProvisionId, side: 'old' | 'new') => number
  /** The step that moved a provision or part. */
  readonly ofMove: (now: ProvisionId) => number
  /** The step that moved a row of a table, by the ids that it has on both sides. */
  readonly ofRowMove: (now: ProvisionId, row: {readonly old: string; readonly now: string}) => number
}

interface Tracing {
  readonly alignment: Alignment
  /** Holders of each agreement: 0 is the old side. */
  readonly stages: readonly Holders[]
  readonly traced: Map<string, readonly number[]>
}

export function originsOf(journey: Journey, alignment: Alignment, keys: Keys): Origins {
  const last = journey.steps.length - 1
  if (last === 0)
    return {
      ofWords: (_, from, to) => new Array<number>(to - from).fill(0),
      ofWhole: () => 0,
      ofMove: () => 0,
      ofRowMove: () => 0,
    }
  const stages = [journey.from, ...journey.steps.map(({agreement}) => agreement)].map((one) => holdersOf(one, keys))
  const tracing: Tracing = {alignment, stages, traced: new Map()}
  return {
    ofWords: (words, from, to) => ofWords(words, from, to, tracing),
    ofWhole: (id, side) => ofWhole(id, side, tracing),
    ofMove: (now) => ofMove(now, tracing),
    ofRowMove: (now, row) => ofRowMove(now, row, tracing),
  }
}

function ofWords({side, id, list}: Words, from: number, to: number, tracing: Tracing): readonly number[] {
  const stage = side === 'old' ? 0 : tracing.stages.length - 1
  const offset = tracing.stages[stage]!.get(id)?.offsets.get(list) ?? 0
  const steps = traced(side, id, tracing)
  const known = steps.slice(offset + from, offset + to)
  const usual = known.find((step) => step >= 0) ?? lastTouch(id, side, tracing)
  // A word that the way kept although the ends do not is taken with its neighbours.
  return Array.from({length: to - from}, (_, index) => ((known[index] ?? -1) >= 0 ? known[index]! : usual))
}

function traced(side: 'old' | 'new', id: ProvisionId, tracing: Tracing): readonly number[] {
  const key = `${side} ${id}`
  const known = tracing.traced.get(key)
  if (known) return known
  const made = trace(side, id, tracing)
  tracing.traced.set(key, made)
  return made
}

/** For each word of a holder: the step that brought it (new side) or takes it away (old side); -1 where none does. */
function trace(side: 'old' | 'new', id: ProvisionId, {stages, alignment}: Tracing): readonly number[] {
  const order = stages.map((_, stage) => stage)
  const way = side === 'old' ? order : order.reverse()
  let here = found(id, stages[way[0]!]!, alignment)
  const origin = new Array<number>(here?.tokens.length ?? 0).fill(-1)
  // Where each word of the holder at hand stood at the side that we set out from.
  let places: readonly number[] = origin.map((_, place) => place)
  for (const stage of way.slice(1)) {
    if (!here || places.length === 0) break
    const step = side === 'old' ? stage - 1 : stage
    const next = found(id, stages[stage]!, alignment)
    if (next?.owner === here.owner) continue
    const kept = next ? keptPlaces(here, next, places) : []
    const standing = new Set(kept)
    for (const place of places) if (place >= 0 && !standing.has(place)) origin[place] = step
    here = next
    places = kept
  }
  return origin
}

// For each word of `next`: the place of the word that it is, or -1 for one that is not among those followed.
function keptPlaces(here: Holder, next: Holder, places: readonly number[]): readonly number[] {
  const kept = new Array<number>(next.tokens.length).fill(-1)
  for (const [name, {from, to}] of next.groups) {
    const group = here.groups.get(name)
    if (!group) continue
    for (const stretch of differExactly(here.tokens.slice(group.from, group.to), next.tokens.slice(from, to))) {
      if (stretch.type !== 'kept') continue
      for (let index = 0; index < stretch.length; index += 1)
        kept[from + stretch.after + index] = places[group.from + stretch.before + index]!
    }
  }
  return kept
}

// By its id, or by the one that it has on the other side.
function found(id: ProvisionId, holders: Holders, {newOf, oldOf}: Alignment): Holder | undefined {
  return holders.get(id) ?? holders.get(newOf.get(id) ?? oldOf.get(id) ?? id)
}

function lastTouch(id: ProvisionId, side: 'old' | 'new', {stages, alignment}: Tracing): number {
  const steps = stages.slice(1).map((_, step) => step)
  const touches = (step: number): boolean =>
    !heldAlike(found(id, stages[step]!, alignment), found(id, stages[step + 1]!, alignment))
  return (side === 'old' ? steps.find(touches) : steps.reverse().find(touches)) ?? stages.length - 2
}

function ofWhole(id: ProvisionId, side: 'old' | 'new', tracing: Tracing): number {
  const {stages} = tracing
  const stands = stages.map((holders) => holders.get(id) !== undefined)
  const step =
    side === 'new' ? stands.lastIndexOf(false) : stands.findIndex((standing, stage) => stage > 0 && !standing) - 1
  if (step >= 0) return Math.min(step, stages.length - 2)
  return lastTouch(id, side, tracing)
}

function ofMove(now: ProvisionId, {stages, alignment}: Tracing): number {
  const settings = stages.map(
    ({places}) => settingOf(now, places) ?? settingOf(alignment.oldOf.get(now) ?? now, places),
  )
  let best = stages.length - 2
  let most = 0
  for (let step = 0; step + 1 < settings.length; step += 1) {
    const [one, other] = [settings[step], settings[step + 1]]
    const distance = one && other ? far(one, other, alignment) : 0
    if (distance >= most && distance > 0) [best, most] = [step, distance]
  }
  return best
}

/** What it stands in, and what stands there before it. */
interface Setting {
  readonly within: ProvisionId
  readonly before: readonly ProvisionId[]
}

// Parts stand in the agreement, execution blocks in its signature page.
function settingOf(id: ProvisionId, {provisions, parts, blocks}: Places): Setting | undefined {
  const place = provisions.get(id)
  if (place) {
    const {provision, parent, part} = place
    const siblings = parent?.provisions ?? (part.kind === 'cover' ? [] : part.provisions)
    return {within: (parent ?? part).id, before: siblings.slice(0, siblings.indexOf(provision)).map((one) => one.id)}
  }
  const order = [parts, blocks].find((one) => one.has(id))
  if (!order) return undefined
  const ids = [...order.keys()]
  return {within: '', before: ids.slice(0, ids.indexOf(id))}
}

function far(one: Setting, other: Setting, {newOf, oldOf}: Alignment): number {
  if ((newOf.get(one.within) ?? one.within) !== (newOf.get(other.within) ?? other.within))
    return Number.MAX_SAFE_INTEGER
  const lasting = (ids: readonly ProvisionId[]): Set<ProvisionId> =>
    new Set(ids.filter((id) => newOf.has(id) || oldOf.has(id)).map((id) => newOf.get(id) ?? id))
  const [first, second] = [lasting(one.before), lasting(other.before)]
  return differing(first, second)
}

/** How many stand in one of the two only. */
function differing<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): number {
  return [...one].filter((each) => !other.has(each)).length + [...other].filter((each) => !one.has(each)).length
}

// Rows that come, go or change words around it do not move it: it moved where other rows stand before it than did.
function ofRowMove(id: ProvisionId, row: {readonly old: string; readonly now: string}, tracing: Tracing): number {
  const {stages, alignment} = tracing
  const orders = stages.map((holders) => [...(found(id, holders, alignment)?.groups.keys() ?? [])])
  const lasting = new Set(orders[0]!.filter((name) => orders.at(-1)!.includes(name)))
  const before = orders.map((order) => {
    const place = order.findIndex((name) => name === `row ${row.now}` || name === `row ${row.old}`)
    return place === -1 ? undefined : new Set(order.slice(0, place).filter((name) => lasting.has(name)))
  })
  let best = lastTouch(id, 'new', tracing)
  let most = 0
  for (let step = 0; step + 1 < before.length; step += 1) {
    const [one, other] = [before[step], before[step + 1]]
    // Taken out by one step and put in elsewhere by a later one: the later one brought it here.
    const distance = one && other ? differing(one, other) : other ? Number.MAX_SAFE_INTEGER : 0
    if (distance >= most && distance > 0) [best, most] = [step, distance]
  }
  return best
}
