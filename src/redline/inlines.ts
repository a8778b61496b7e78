/**
 * The words of one list against those of another. A change is a stretch that one step brought; the same finding serves the one
 * list where both stand together and, for what moved, the two lists apart.
 */
import type {Change, Inline, ProvisionId} from '../model/index.js'
import type {Draft} from './book.js'
import {type Comparing, type Found, open} from './comparing.js'
import {differ, inlinesOf, printedAlike, type Stretch, type Token, tokensOf} from './words/index.js'

/** Which side a list is printed for: where it stands in both, or where it was moved from, or to. */
export type Mode = 'both' | 'old' | 'new'

/** Whose words are compared. */
export interface Here {
  readonly old: ProvisionId
  readonly now: ProvisionId
  readonly mode: Mode
}

/** The ids that it has on either side, the one that it keeps last. */
export function idsOf({old, now}: Here): readonly ProvisionId[] {
  return old === now ? [now] : [old, now]
}

type List = readonly Inline[]
type MarkedList = readonly Inline<Change>[]

/** The list with its changes marked; the very list of the side asked for where nothing changed. */
export function compareInlines(old: List, now: List, here: Here, work: Comparing): MarkedList {
  if (old === now || printedAlike(old, now, work.targetOf)) return here.mode === 'old' ? old : now
  const known = work.found.get(old)
  const found = known?.now === now ? known : find(old, now, here, work)
  if (found !== known && old.length > 0) work.found.set(old, found)
  return found[here.mode]
}

function find(old: List, now: List, here: Here, work: Comparing): Found {
  const gone = tokensOf(old, work.keys, work.targetOf)
  const come = tokensOf(now, work.keys)
  const both: Inline<Change>[] = []
  const before: Inline<Change>[] = []
  const after: Inline<Change>[] = []
  for (const [deleted, inserted, kept] of groups(differ(gone, come))) {
    const changes = draftsFor({deleted, inserted, gone, come, old, now, here}, work)
    before.push(...changes.deleted)
    after.push(...changes.inserted)
    both.push(...changes.deleted, ...changes.inserted)
    if (!kept) continue
    const words = inlinesOf(come, kept.after, kept.after + kept.length)
    both.push(...words)
    after.push(...words)
    before.push(...inlinesOf(gone, kept.before, kept.before + kept.length))
  }
  return {now, both, old: before, new: after}
}

type Range = {readonly from: number; readonly to: number}
type Kept = Extract<Stretch, {readonly type: 'kept'}>

// What is gone and what came at one place, and what is kept after it.
function* groups(
  stretches: readonly Stretch[],
): Generator<readonly [Range | undefined, Range | undefined, Kept | undefined]> {
  let deleted: Range | undefined
  let inserted: Range | undefined
  for (const stretch of stretches) {
    if (stretch.type === 'deleted') deleted = stretch
    else if (stretch.type === 'inserted') inserted = stretch
    else {
      yield [deleted, inserted, stretch]
      deleted = undefined
      inserted = undefined
    }
  }
  if (deleted || inserted) yield [deleted, inserted, undefined]
}

interface Replacing {
  readonly deleted: Range | undefined
  readonly inserted: Range | undefined
  readonly gone: readonly Token[]
  readonly come: readonly Token[]
  readonly old: List
  readonly now: List
  readonly here: Here
}

function draftsFor(
  {deleted, inserted, gone, come, old, now, here}: Replacing,
  work: Comparing,
): {readonly deleted: MarkedList; readonly inserted: MarkedList} {
  const words = {
    gone: deleted ? inlinesOf(gone, deleted.from, deleted.to) : [],
    come: inserted ? inlinesOf(come, inserted.from, inserted.to) : [],
  }
  const ids = idsOf(here)
  const side = (range: Range | undefined, tokens: readonly Token[], kind: 'deleted' | 'inserted'): readonly Part[] => {
    if (!range) return []
    const whose =
      kind === 'deleted'
        ? ({side: 'old', id: here.old, list: old} as const)
        : ({side: 'new', id: here.now, list: now} as const)
    const steps = work.origins.ofWords(whose, range.from, range.to)
    return runs(steps).map(({step, from, to}) => ({
      step,
      draft: open(kind, step, {ids, ...words, whole: false}, work),
      words: inlinesOf(tokens, range.from + from, range.from + to),
    }))
  }
  const [out, into] = [side(deleted, gone, 'deleted'), side(inserted, come, 'inserted')]
  join(out, into, work)
  return {deleted: out.flatMap(marked), inserted: into.flatMap(marked)}
}

interface Part {
  readonly step: number
  readonly draft: Draft
  readonly words: List
}

/** Neighbours that one step brought. */
export function runs(
  steps: readonly number[],
): readonly {readonly step: number; readonly from: number; readonly to: number}[] {
  const starts = steps.flatMap((step, index) => (index === 0 || step !== steps[index - 1] ? [index] : []))
  return starts.map((from, index) => ({step: steps[from]!, from, to: starts[index + 1] ?? steps.length}))
}

// What was replaced is the other half of what replaced it: of the same step, where both are there.
function join(out: readonly Part[], into: readonly Part[], {book}: Comparing): void {
  for (const {draft, step} of out) {
    const other = into.find((one) => one.step === step && !book.pairs.has(one.draft))
    if (other) book.join(draft, other.draft)
  }
  const [last, first] = [out.at(-1), into[0]]
  if (last && first && !book.pairs.has(last.draft) && !book.pairs.has(first.draft)) book.join(last.draft, first.draft)
}

function marked({draft, words}: Part): MarkedList {
  return words.map((inline) => mark(inline, draft))
}

export function mark(inline: Inline<Change>, change: Change): Inline<Change> {
  return {...inline, mark: change}
}
