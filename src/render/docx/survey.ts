/** What a piece of a document brings with it and leans on, found by one walk: what decides whether a segment still holds. */
import {
  type Block,
  type Change,
  type ExecutionBlock,
  type Inline,
  type Pointer,
  type Provision,
  type ProvisionId,
  type Standing,
  standingOf,
} from '../../model/index.js'
import {formerKey} from './names.js'

export interface Survey {
  /** What gets a bookmark, in print order: ids of provisions, and former keys of those that stand on the old side only. */
  readonly ids: readonly ProvisionId[]
  /** What it refers to. */
  readonly targets: readonly ProvisionId[]
  /** Values and blanks in it. */
  readonly pointers: readonly Pointer[]
}

export const empty: Survey = {ids: [], targets: [], pointers: []}

/** `around` is where its part stands. */
export function surveyProvision(provision: Provision<Change>, around: Standing = 'both'): Survey {
  const found = blankSheet()
  below(provision, around, found)
  return found
}

export function surveyBlocks(blocks: readonly Block<Change>[]): Survey {
  const found = blankSheet()
  inBlocks(blocks, found)
  return found
}

export function surveyWords(ids: readonly ProvisionId[], content: readonly Inline<Change>[]): Survey {
  const found = blankSheet()
  found.ids.push(...ids)
  inWords(content, found)
  return found
}

export function surveyExecution(block: ExecutionBlock<Change>, around: Standing = 'both'): Survey {
  const {id, party, native = [], signatories, mark} = block
  return surveyWords(
    [keyOf(id, standingOf(mark, around))],
    [...party, ...native, ...signatories.flatMap(({name, title, authority}) => [...name, ...title, ...authority])],
  )
}

/** By what name something is known to the bookmarks of its side. */
export function keyOf(id: ProvisionId, standing: Standing): string {
  return standing === 'old' ? formerKey(id) : id
}

// A walk of its own, filling lists: the model's generators cost more here than writing the XML.
interface Found {
  readonly ids: ProvisionId[]
  readonly targets: ProvisionId[]
  readonly pointers: Pointer[]
}

function blankSheet(): Found {
  return {ids: [], targets: [], pointers: []}
}

function below(provision: Provision<Change>, around: Standing, found: Found): void {
  const {id, mark, heading, body, provisions, closing} = provision
  const standing = mark ? standingOf(mark) : around
  found.ids.push(keyOf(id, standing))
  if (heading) inWords(heading, found)
  inBlocks(body, found)
  for (const child of provisions) below(child, standing, found)
  if (closing) inBlocks(closing, found)
}

function inBlocks(blocks: readonly Block<Change>[], found: Found): void {
  for (const block of blocks) {
    if (block.type === 'paragraph') inWords(block.content, found)
    else
      for (const words of [...block.columns.map(({heading}) => heading), ...block.rows.flatMap(({cells}) => cells)])
        inWords(words, found)
  }
}

function inWords(content: readonly Inline<Change>[], found: Found): void {
  for (const inline of content) {
    if (inline.type === 'reference') found.targets.push(inline.target)
    else if (inline.type === 'value' || inline.type === 'blank') found.pointers.push(inline.pointer)
    else if (inline.type === 'emphasis') inWords(inline.content, found)
  }
}
