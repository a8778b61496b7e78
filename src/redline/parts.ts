/** Parts of an agreement: compared under their ids, provisions and all; execution blocks and signatories by theirs. */
import type {
  Change,
  Execution,
  ExecutionBlock,
  Inline,
  Part,
  Provision,
  ProvisionId,
  Signatory,
} from '../model/index.js'
import {compareBlocks} from './blocks.js'
import {type Comparing, moveOf, open} from './comparing.js'
import {listsOf} from './holders.js'
import {compareInlines, type Here, type Mode} from './inlines.js'
import {layLists, sameIfUnchanged} from './lists.js'
import {come, compareProvisions, gone} from './provisions.js'

type Parts = readonly Part[]

export function compareParts(old: Parts, now: Parts, work: Comparing): readonly Part<Change>[] {
  const byId = new Map(now.map((part) => [part.id, part]))
  return layLists<Part, Part<Change>>(
    {
      before: old,
      after: now,
      counterpart: ({id}) => byId.get(work.alignment.newOf.get(id) ?? ''),
      weight: (part) => (part.kind === 'cover' ? 1 : 1 + part.provisions.length),
      both: (one, other) => comparePart(one, other, 'both', work),
      gone: (part) => wholePart(part, 'old', work),
      come: (part) => wholePart(part, 'new', work),
      movedFrom: (one, other) => ({...comparePart(one, other, 'old', work), mark: moveOf(one.id, other.id, work).from}),
      movedTo: (one, other) => ({...comparePart(one, other, 'new', work), mark: moveOf(one.id, other.id, work).to}),
    },
    'both',
  )
}

function comparePart(old: Part, now: Part, mode: Mode, work: Comparing): Part<Change> {
  const original = mode === 'old' ? old : now
  const here: Here = {old: old.id, now: now.id, mode}
  if (old === now) return now
  if (old.kind === 'cover' || now.kind === 'cover') {
    if (old.kind !== 'cover' || now.kind !== 'cover' || original.kind !== 'cover') throw unlike(old, now)
    const blocks = compareBlocks(old.blocks, now.blocks, here, work)
    return blocks === original.blocks ? original : {...original, blocks}
  }
  if (original.kind === 'cover') throw unlike(old, now)
  const provisions = compareProvisions(old.provisions, now.provisions, mode, work)
  if (original.kind === 'execution') {
    if (old.kind !== 'execution' || now.kind !== 'execution') throw unlike(old, now)
    const blocks = compareExecution(old.blocks, now.blocks, mode, work)
    const same = blocks === original.blocks && provisions === original.provisions
    return same ? original : {...original, provisions, blocks}
  }
  const heading = compareInlines(headingOf(old), headingOf(now), here, work)
  if (provisions === original.provisions && heading === headingOf(original)) return original
  return {...original, ...(heading.length > 0 ? {heading} : {}), provisions} as Part<Change>
}

function unlike(old: Part, now: Part): Error {
  return new Error(`comparePart: ${old.kind} "${old.id}" and ${now.kind} "${now.id}" are no pair`)
}

const untitled: readonly Inline[] = []

function headingOf(part: Part): readonly Inline[] {
  return part.kind === 'cover' || part.kind === 'execution' ? untitled : (part.heading ?? untitled)
}

type Side = 'old' | 'new'

function wholePart(part: Part, side: Side, work: Comparing): Part<Change> {
  const [kind, leave] = side === 'old' ? (['deleted', gone] as const) : (['inserted', come] as const)
  const step = work.origins.ofWhole(part.id, side)
  const words = listsOf(part).flat()
  const [out, into] = side === 'old' ? [words, []] : [[], words]
  const mark = open(kind, step, {ids: [part.id], gone: out, come: into, whole: true}, work)
  if (part.kind === 'cover') return {...part, mark}
  const {newOf, oldOf} = work.alignment
  const moved = (id: ProvisionId): boolean => (side === 'old' ? newOf : oldOf).has(id)
  // A provision that came with its part is not a change of its own.
  const provisions = part.provisions.map((provision) =>
    moved(provision.id) || work.origins.ofWhole(provision.id, side) !== step
      ? leave(provision, work)
      : unmarked(leave(provision, work), work),
  )
  return {...part, provisions, mark} as Part<Change>
}

function unmarked({mark: _, ...rest}: Provision<Change>, {made}: Comparing): Provision<Change> {
  made.add(rest)
  return rest
}

function compareExecution(
  old: Execution['blocks'],
  now: Execution['blocks'],
  mode: Mode,
  work: Comparing,
): readonly ExecutionBlock<Change>[] {
  const byId = new Map(now.map((block) => [block.id, block]))
  const made = layLists<ExecutionBlock, ExecutionBlock<Change>>(
    {
      before: old,
      after: now,
      counterpart: ({id}) => byId.get(id),
      weight: () => 1,
      both: (one, other) => compareExecutionBlock(one, other, mode, work),
      gone: (block) => ({...block, mark: wholeBlock(block, 'old', work)}),
      come: (block) => ({...block, mark: wholeBlock(block, 'new', work)}),
      movedFrom: (one, other) => ({
        ...compareExecutionBlock(one, other, 'old', work),
        mark: moveOf(one.id, other.id, work).from,
      }),
      movedTo: (one, other) => ({
        ...compareExecutionBlock(one, other, 'new', work),
        mark: moveOf(one.id, other.id, work).to,
      }),
    },
    mode,
  )
  return sameIfUnchanged<ExecutionBlock<Change>>(mode === 'old' ? old : now, made)
}

function wholeBlock(block: ExecutionBlock, side: Side, work: Comparing): Change {
  const words = listsOf(block).flat()
  const [out, into] = side === 'old' ? [words, []] : [[], words]
  const kind = side === 'old' ? 'deleted' : 'inserted'
  return open(kind, work.origins.ofWhole(block.id, side), {ids: [block.id], gone: out, come: into, whole: true}, work)
}

function compareExecutionBlock(
  old: ExecutionBlock,
  now: ExecutionBlock,
  mode: Mode,
  work: Comparing,
): ExecutionBlock<Change> {
  const original = mode === 'old' ? old : now
  const here: Here = {old: old.id, now: now.id, mode}
  const party = compareInlines(old.party, now.party, here, work)
  const native = compareInlines(old.native ?? untitled, now.native ?? untitled, here, work)
  const signatories = compareSignatories(old.signatories, now.signatories, here, work)
  const {native: _, ...rest} = original
  return {...rest, party, ...(native.length > 0 ? {native} : {}), signatories}
}

function compareSignatories(
  old: readonly Signatory[],
  now: readonly Signatory[],
  here: Here,
  work: Comparing,
): readonly Signatory<Change>[] {
  const byId = new Map(now.map((one) => [one.id, one]))
  const words = ({name, title, authority}: Signatory): readonly Inline[] => [...name, ...title, ...authority]
  const mark = (one: Signatory, kind: 'deleted' | 'inserted'): Change => {
    const [side, id] = kind === 'deleted' ? (['old', here.old] as const) : (['new', here.now] as const)
    const step = work.origins.ofWords({side, id, list: one.name}, 0, 1)[0]!
    const [gone, come] = kind === 'deleted' ? [words(one), []] : [[], words(one)]
    return open(kind, step, {ids: [here.now], gone, come, whole: false}, work)
  }
  const moved = new Map<Signatory, {from: Change; to: Change}>()
  const move = (other: Signatory): {from: Change; to: Change} => {
    const known = moved.get(other)
    if (known) return known
    const step = work.origins.ofWords({side: 'new', id: here.now, list: other.name}, 0, 1)[0]!
    const changed = {ids: [here.now], gone: [], come: [], whole: true}
    const made = {from: open('movedFrom', step, changed, work), to: open('movedTo', step, changed, work)}
    work.book.join(made.from, made.to)
    moved.set(other, made)
    return made
  }
  const both = (one: Signatory, other: Signatory, mode: Mode): Signatory<Change> => ({
    ...(mode === 'old' ? one : other),
    name: compareInlines(one.name, other.name, {...here, mode}, work),
    title: compareInlines(one.title, other.title, {...here, mode}, work),
    authority: compareInlines(one.authority, other.authority, {...here, mode}, work),
  })
  return layLists<Signatory, Signatory<Change>>(
    {
      before: old,
      after: now,
      counterpart: ({id}) => byId.get(id),
      weight: () => 1,
      both: (one, other) => both(one, other, here.mode),
      gone: (one) => ({...one, mark: mark(one, 'deleted')}),
      come: (one) => ({...one, mark: mark(one, 'inserted')}),
      movedFrom: (one, other) => ({...both(one, other, 'old'), mark: move(other).from}),
      movedTo: (one, other) => ({...both(one, other, 'new'), mark: move(other).to}),
    },
    here.mode,
  )
}
