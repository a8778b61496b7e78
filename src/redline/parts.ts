/** Parts of an agreement: compared under their ids, provisions and all; execution blocks and signatories by theirs. */
import type {Change, Execution, ExecutionBlock, Inline, Part, Signatory} from '../model/index.js'
import {compareBlocks} from './blocks.js'
import {type Comparing, type Move, moveOf, moveOfOwner, openOn, type Side} from './comparing.js'
import {listsOf} from './holders.js'
import {compareInlines, type Here, type Mode} from './inlines.js'
import {layLists, sameIfUnchanged} from './lists.js'
import {compareProvisions, inner} from './provisions.js'

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
      movedFrom: (one, other) => ({...comparePart(one, other, 'old', work), mark: moveOfOwner(one, other, work).from}),
      movedTo: (one, other) => ({...comparePart(one, other, 'new', work), mark: moveOfOwner(one, other, work).to}),
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

function wholePart(part: Part, side: Side, work: Comparing): Part<Change> {
  const step = work.origins.ofWhole(part.id, side)
  const mark = openOn(side, step, {ids: [part.id], words: listsOf(part).flat(), whole: true}, work)
  if (part.kind === 'cover') return {...part, mark}
  return {...part, provisions: part.provisions.map((one) => inner(one, side, step, work)), mark} as Part<Change>
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
        mark: moveOfOwner(one, other, work).from,
      }),
      movedTo: (one, other) => ({
        ...compareExecutionBlock(one, other, 'new', work),
        mark: moveOfOwner(one, other, work).to,
      }),
    },
    mode,
  )
  return sameIfUnchanged<ExecutionBlock<Change>>(mode === 'old' ? old : now, made)
}

function wholeBlock(block: ExecutionBlock, side: Side, work: Comparing): Change {
  const words = listsOf(block).flat()
  return openOn(side, work.origins.ofWhole(block.id, side), {ids: [block.id], words, whole: true}, work)
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
  const stepOf = (side: Side, {name}: Signatory): number =>
    work.origins.ofWords({side, id: side === 'old' ? here.old : here.now, list: name}, 0, 1)[0]!
  const mark = (one: Signatory, side: Side): Change => {
    const words = [...one.name, ...one.title, ...one.authority]
    return openOn(side, stepOf(side, one), {ids: [here.now], words, whole: false}, work)
  }
  const at = {old: here.now, now: here.now}
  const move = (other: Signatory): Move => moveOf(other, at, () => stepOf('new', other), work)
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
      gone: (one) => ({...one, mark: mark(one, 'old')}),
      come: (one) => ({...one, mark: mark(one, 'new')}),
      movedFrom: (one, other) => ({...both(one, other, 'old'), mark: move(other).from}),
      movedTo: (one, other) => ({...both(one, other, 'new'), mark: move(other).to}),
    },
    here.mode,
  )
}
