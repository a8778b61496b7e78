/**
 * Which provision became which: by id, then by the same words, then by likeness. Two that could not share one place on paper (one
 * has a heading, the other none) are not aligned, even under one id.
 */
import {type Agreement, inlinesBelow, type Part, type Provision, type ProvisionId} from '../model/index.js'
import {type Place, type Places, placesOf} from './places.js'
import {type Keys, likeness, type Token, tokensOf} from './words/index.js'

export interface Alignment {
  readonly old: Places
  readonly now: Places
  /** Old id → new id, and back, of provisions, parts and execution blocks. */
  readonly newOf: ReadonlyMap<ProvisionId, ProvisionId>
  readonly oldOf: ReadonlyMap<ProvisionId, ProvisionId>
}

interface Aligning {
  readonly old: Places
  readonly now: Places
  readonly newOf: Map<ProvisionId, ProvisionId>
  readonly oldOf: Map<ProvisionId, ProvisionId>
  readonly keys: Keys
  readonly tokens: Map<Provision, readonly Token[]>
  /** Provisions (of either side) that stand under one id and cannot share a place, and what moved with them. */
  readonly replaced: Set<Provision>
}

export function align(from: Agreement, to: Agreement, keys: Keys): Alignment {
  const aligning: Aligning = {
    old: placesOf(from),
    now: placesOf(to),
    newOf: new Map(),
    oldOf: new Map(),
    keys,
    tokens: new Map(),
    replaced: new Set(),
  }
  alignParts(from, to, aligning)
  alignBlocks(aligning)
  alignById(aligning)
  while (alignFrontier(aligning));
  alignSameWords(unmatched(aligning), aligning)
  return aligning
}

function pair(old: ProvisionId, now: ProvisionId, {newOf, oldOf}: Aligning): void {
  newOf.set(old, now)
  oldOf.set(now, old)
}

// A group is named by its heading, or by its place, so that one under another name is known by what stands in it.
function alignParts(from: Agreement, to: Agreement, aligning: Aligning): void {
  const {old, now, newOf, oldOf} = aligning
  for (const part of from.parts) if (now.parts.get(part.id)?.kind === part.kind) pair(part.id, part.id, aligning)
  for (const part of from.parts) {
    if (newOf.has(part.id) || now.parts.has(part.id)) continue
    const other = to.parts.find((one) => !oldOf.has(one.id) && !old.parts.has(one.id) && isSamePart(part, one))
    if (other) pair(part.id, other.id, aligning)
  }
}

// Most of what stands in both stands in either.
function isSamePart(one: Part, other: Part): boolean {
  if (one.kind === 'cover' || other.kind === 'cover' || one.kind !== other.kind) return false
  const titled = (part: Part): boolean => 'heading' in part && part.heading !== undefined
  if (titled(one) !== titled(other)) return false
  const ids = new Set(one.provisions.map(({id}) => id))
  const shared = other.provisions.filter(({id}) => ids.has(id)).length
  return 2 * shared > Math.max(one.provisions.length, other.provisions.length)
}

function alignBlocks(aligning: Aligning): void {
  for (const id of aligning.old.blocks.keys()) if (aligning.now.blocks.has(id)) pair(id, id, aligning)
}

function alignById(aligning: Aligning): void {
  const {old, now, replaced} = aligning
  for (const [id, place] of old.provisions) {
    const other = now.provisions.get(id)
    if (!other) continue
    const within = place.parent && replaced.has(place.parent) && now.provisions.get(place.parent.id)
    const follows = within && other.parent === within.provision
    if (!follows && shareAPlace(place.provision, other.provision)) pair(id, id, aligning)
    else for (const one of [place.provision, other.provision]) replaced.add(one)
  }
}

/** Whether both can be printed as one provision with marks: the paragraph that bears the number must be the same one. */
export function shareAPlace(old: Provision, now: Provision): boolean {
  if ((old.heading === undefined) !== (now.heading === undefined)) return false
  return old.heading !== undefined || old.body[0]?.type === now.body[0]?.type
}

interface Unmatched {
  readonly old: readonly Place[]
  readonly now: readonly Place[]
}

function unmatched({old, now, newOf, oldOf, replaced}: Aligning): Unmatched {
  return {
    old: [...old.provisions.values()].filter(({provision}) => !newOf.has(provision.id) && !replaced.has(provision)),
    now: [...now.provisions.values()].filter(({provision}) => !oldOf.has(provision.id) && !replaced.has(provision)),
  }
}

// What stands directly in an aligned place, and has no counterpart yet. True when a pair was found: then there is more below it.
function alignFrontier(aligning: Aligning): boolean {
  const {old, now} = unmatched(aligning)
  const {newOf, oldOf} = aligning
  const frontier = {
    old: old.filter(({parent, part}) => newOf.has((parent ?? part).id)),
    now: now.filter(({parent, part}) => oldOf.has((parent ?? part).id)),
  }
  const found = alignSameWords(frontier, aligning)
  return alignLike(left(frontier, aligning), aligning) || found
}

function left({old, now}: Unmatched, {newOf, oldOf}: Aligning): Unmatched {
  return {
    old: old.filter(({provision: {id}}) => !newOf.has(id)),
    now: now.filter(({provision: {id}}) => !oldOf.has(id)),
  }
}

function alignSameWords({old, now}: Unmatched, aligning: Aligning): boolean {
  if (old.length === 0 || now.length === 0) return false
  const waiting = new Map<string, Place[]>()
  for (const place of now) {
    const print = fingerprint(place.provision, aligning)
    waiting.set(print, [...(waiting.get(print) ?? []), place])
  }
  let found = false
  for (const {provision} of old) {
    if (aligning.newOf.has(provision.id)) continue
    const same = waiting.get(fingerprint(provision, aligning)) ?? []
    const other = same.find((one) => !aligning.oldOf.has(one.provision.id) && shareAPlace(provision, one.provision))
    if (!other || wordsIn(tokensFor(provision, aligning)) < fewWords) continue
    pair(provision.id, other.provision.id, aligning)
    found = true
  }
  return found
}

/** Fewer words say too little of where they came from. */
const fewWords = 4
const enough = 0.55
/** Beyond so many pairs, only those of about the same length are looked at. */
const manyPairs = 4000

function alignLike({old, now}: Unmatched, aligning: Aligning): boolean {
  const close = old.length * now.length > manyPairs ? 0.9 : 0.3
  const pairs = old.flatMap((one) =>
    now.flatMap((other) => {
      const alike = likenessOf(one, other, close, aligning)
      return alike < enough ? [] : [{one, other, alike}]
    }),
  )
  pairs.sort((first, second) => second.alike - first.alike)
  let found = false
  for (const {one, other} of pairs) {
    if (aligning.newOf.has(one.provision.id) || aligning.oldOf.has(other.provision.id)) continue
    pair(one.provision.id, other.provision.id, aligning)
    found = true
  }
  return found
}

function likenessOf(old: Place, now: Place, close: number, aligning: Aligning): number {
  if (old.part.kind !== now.part.kind || !shareAPlace(old.provision, now.provision)) return 0
  const [one, other] = [tokensFor(old.provision, aligning), tokensFor(now.provision, aligning)]
  const [few, many] = [Math.min(one.length, other.length), Math.max(one.length, other.length)]
  if (few < close * many || wordsIn(one) < fewWords || wordsIn(other) < fewWords) return 0
  return likeness(one, other)
}

function wordsIn(tokens: readonly Token[]): number {
  return tokens.reduce((count, {kind}) => (kind === 'word' ? count + 1 : count), 0)
}

function tokensFor(provision: Provision, {tokens, keys}: Aligning): readonly Token[] {
  const known = tokens.get(provision)
  if (known) return known
  const made = tokensOf(inlinesBelow(provision), keys)
  tokens.set(provision, made)
  return made
}

// The shape is part of the print: the same words in other paragraphs are not the same provision.
function fingerprint(provision: Provision, aligning: Aligning): string {
  const shape = (one: Provision): string =>
    `${one.heading ? 'h' : ''}${one.body.length}(${one.provisions.map(shape).join()})${one.closing?.length ?? 0}`
  return `${shape(provision)} ${tokensFor(provision, aligning)
    .map(({key}) => key)
    .join(' ')}`
}
