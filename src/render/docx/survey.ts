/** What a piece of a document brings with it and leans on, found by one walk: what decides whether a segment still holds. */
import type {Block, ExecutionBlock, Inline, Pointer, Provision, ProvisionId} from '../../model/index.js'

export interface Survey {
  /** Provisions that get a bookmark, in print order. */
  readonly ids: readonly ProvisionId[]
  /** What it refers to. */
  readonly targets: readonly ProvisionId[]
  /** Values and blanks in it. */
  readonly pointers: readonly Pointer[]
}

export const empty: Survey = {ids: [], targets: [], pointers: []}

export function surveyProvision(provision: Provision): Survey {
  const found = blankSheet()
  below(provision, found)
  return found
}

export function surveyBlocks(blocks: readonly Block[]): Survey {
  const found = blankSheet()
  inBlocks(blocks, found)
  return found
}

export function surveyWords(ids: readonly ProvisionId[], content: readonly Inline[]): Survey {
  const found = blankSheet()
  found.ids.push(...ids)
  inWords(content, found)
  return found
}

export function surveyExecution({id, party, native = [], signatories}: ExecutionBlock): Survey {
  return surveyWords(
    [id],
    [...party, ...native, ...signatories.flatMap(({name, title, authority}) => [...name, ...title, ...authority])],
  )
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

function below({id, heading, body, provisions, closing}: Provision, found: Found): void {
  found.ids.push(id)
  if (heading) inWords(heading, found)
  inBlocks(body, found)
  for (const provision of provisions) below(provision, found)
  if (closing) inBlocks(closing, found)
}

function inBlocks(blocks: readonly Block[], found: Found): void {
  for (const block of blocks) {
    if (block.type === 'paragraph') inWords(block.content, found)
    else
      for (const words of [...block.columns.map(({heading}) => heading), ...block.rows.flatMap(({cells}) => cells)])
        inWords(words, found)
  }
}

function inWords(content: readonly Inline[], found: Found): void {
  for (const inline of content) {
    if (inline.type === 'reference') found.targets.push(inline.target)
    else if (inline.type === 'value' || inline.type === 'blank') found.pointers.push(inline.pointer)
    else if (inline.type === 'emphasis') inWords(inline.content, found)
  }
}
