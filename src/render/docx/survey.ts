/** What a piece of a document brings with it and leans on, found by one walk: what decides whether a segment still holds. */
import {type Inline, type Pointer, type Provision, type ProvisionId, inlinesIn, inlinesOf, inlinesOfBlock, withDescendants} from '../../model/index.js'
import type {Block, ExecutionBlock} from '../../model/index.js'

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
  const all = [...withDescendants(provision)]
  return survey(all.map(({id}) => id), all.flatMap((one) => [...inlinesOf(one)]))
}

export function surveyBlocks(blocks: readonly Block[]): Survey {
  return survey([], blocks.flatMap((block) => [...inlinesOfBlock(block)]))
}

export function surveyWords(ids: readonly ProvisionId[], content: readonly Inline[]): Survey {
  return survey(ids, [...inlinesIn(content)])
}

export function surveyExecution({id, party, native = [], signatories}: ExecutionBlock): Survey {
  return surveyWords([id], [...party, ...native, ...signatories.flatMap(({name, title, authority}) => [...name, ...title, ...authority])])
}

function survey(ids: readonly ProvisionId[], inlines: readonly Inline[]): Survey {
  return {
    ids,
    targets: inlines.flatMap((inline) => (inline.type === 'reference' ? [inline.target] : [])),
    pointers: inlines.flatMap((inline) => (inline.type === 'value' || inline.type === 'blank' ? [inline.pointer] : [])),
  }
}
