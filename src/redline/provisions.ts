/** Provisions: what stands in both is compared in place; what is gone stands where it stood, with what moved out of it marked so. */
import type {Change, Provision} from '../model/index.js'
import {inlinesOf} from '../model/index.js'
import {blockWithin, compareBlocks} from './blocks.js'
import {type Comparing, moveOfOwner, openOn, type Side} from './comparing.js'
import {compareInlines, type Here, type Mode} from './inlines.js'
import {layLists, sameIfUnchanged} from './lists.js'
import {ofOtherSteps, type Whole} from './whole.js'

type Provisions = readonly Provision[]
type MarkedProvision = Provision<Change>

/** The provisions of two parts, or of two provisions, that are aligned. */
export function compareProvisions(
  old: Provisions,
  now: Provisions,
  mode: Mode,
  work: Comparing,
): readonly MarkedProvision[] {
  const original = mode === 'old' ? old : now
  if (old === now) return original
  const here = new Map(now.map((provision) => [provision.id, provision]))
  const made = layLists<Provision, MarkedProvision>(
    {
      before: old,
      after: now,
      counterpart: ({id}) => here.get(work.alignment.newOf.get(id) ?? ''),
      weight: weightOf,
      both: (one, other) => compareProvision(one, other, mode, work),
      gone: (one) => gone(one, work),
      come: (one) => come(one, work),
      movedFrom: (one, other) => movedFrom(one, other, work),
      movedTo: (one, other) => movedTo(one, other, work),
    },
    mode,
  )
  return sameIfUnchanged<MarkedProvision>(original, made)
}

// What is shorter has rather moved.
function weightOf({body, provisions, closing = []}: Provision): number {
  return 1 + body.length + closing.length + provisions.reduce((sum, one) => sum + weightOf(one), 0)
}

function compareProvision(old: Provision, now: Provision, mode: Mode, work: Comparing): MarkedProvision {
  if (old === now) return now
  const original = mode === 'old' ? old : now
  const here: Here = {old: old.id, now: now.id, mode}
  const heading = old.heading && now.heading ? compareInlines(old.heading, now.heading, here, work) : original.heading
  const led = now.heading === undefined && now.body[0]?.type === 'paragraph'
  const body = compareBlocks(old.body, now.body, here, work, led)
  const provisions = compareProvisions(old.provisions, now.provisions, mode, work)
  const closing = compareBlocks(old.closing ?? [], now.closing ?? [], here, work)
  const same =
    heading === original.heading &&
    body === original.body &&
    provisions === original.provisions &&
    (closing === original.closing || (closing.length === 0 && original.closing === undefined))
  if (same) return original
  const {id, source} = original
  return making(
    {
      id,
      source,
      ...(heading ? {heading} : {}),
      body,
      provisions,
      ...(closing.length > 0 ? {closing} : {}),
    },
    work,
  )
}

function making(provision: MarkedProvision, {made}: Comparing): MarkedProvision {
  made.add(provision)
  return provision
}

function movedFrom(old: Provision, now: Provision, work: Comparing): MarkedProvision {
  return making({...compareProvision(old, now, 'old', work), mark: moveOfOwner(old, now, work).from}, work)
}

function movedTo(old: Provision, now: Provision, work: Comparing): MarkedProvision {
  return making({...compareProvision(old, now, 'new', work), mark: moveOfOwner(old, now, work).to}, work)
}

/** A provision that left its place: deleted, or moved to another. */
function gone(provision: Provision, work: Comparing): MarkedProvision {
  const now = work.alignment.now.provisions.get(work.alignment.newOf.get(provision.id) ?? '')
  if (now) return movedFrom(provision, now.provision, work)
  const {step, change} = wholeChange(provision, 'old', work)
  return making({...within(provision, 'old', step, work), mark: change}, work)
}

/** A provision that came to its place: inserted, or moved from another. */
function come(provision: Provision, work: Comparing): MarkedProvision {
  const old = work.alignment.old.provisions.get(work.alignment.oldOf.get(provision.id) ?? '')
  if (old) return movedTo(old.provision, provision, work)
  const {step, change} = wholeChange(provision, 'new', work)
  return making({...within(provision, 'new', step, work), mark: change}, work)
}

function wholeChange(
  provision: Provision,
  side: Side,
  work: Comparing,
): {readonly step: number; readonly change: Change} {
  const step = work.origins.ofWhole(provision.id, side)
  return {step, change: openOn(side, step, {ids: [provision.id], words: inlinesOf(provision), whole: true}, work)}
}

/** What stands in a provision that is wholly in one side: only what moved, or what another step brought, has marks of its own. */
function within(provision: Provision, side: Side, step: number, work: Comparing): MarkedProvision {
  const {id, heading, body, provisions, closing} = provision
  const whole: Whole = {id, side, step}
  return making(
    {
      ...provision,
      ...(heading ? {heading: ofOtherSteps(heading, whole, work)} : {}),
      body: body.map((block) => blockWithin(block, whole, work)),
      provisions: provisions.map((child) => inner(child, side, step, work)),
      ...(closing ? {closing: closing.map((block) => blockWithin(block, whole, work))} : {}),
    },
    work,
  )
}

/** A provision that stands in what is wholly in one side. What came, or went, with it is no change of its own. */
export function inner(child: Provision, side: Side, step: number, work: Comparing): MarkedProvision {
  const moved = (side === 'old' ? work.alignment.newOf : work.alignment.oldOf).has(child.id)
  if (!moved && work.origins.ofWhole(child.id, side) === step) return within(child, side, step, work)
  return side === 'old' ? gone(child, work) : come(child, work)
}
