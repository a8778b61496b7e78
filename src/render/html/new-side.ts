/** The tree of a redline without what stands on the old side only: what is asked of the agreement as it is now. */
import type {Agreement, Block, Change, ExecutionBlock, Inline, Part, Provision} from '../../model/index.js'
import {standingOf} from '../../model/index.js'

/** Marks stay; nodes that are deleted or moved away go, and so do their words. */
export function newSide(agreement: Agreement<Change>): Agreement<Change> {
  return {...agreement, parts: standing(agreement.parts).map(partOf)}
}

function standing<T extends {readonly mark?: Change}>(nodes: readonly T[]): readonly T[] {
  return nodes.filter(({mark}) => standingOf(mark) !== 'old')
}

function partOf(part: Part<Change>): Part<Change> {
  if (part.kind === 'cover') return {...part, blocks: blocks(part.blocks)}
  const provisions = standing(part.provisions).map(provisionOf)
  if (part.kind === 'execution') return {...part, provisions, blocks: standing(part.blocks).map(signingOf)}
  return 'heading' in part && part.heading
    ? {...part, heading: standing(part.heading), provisions}
    : {...part, provisions}
}

function provisionOf(provision: Provision<Change>): Provision<Change> {
  return {
    ...provision,
    ...(provision.heading ? {heading: standing(provision.heading)} : {}),
    body: blocks(provision.body),
    provisions: standing(provision.provisions).map(provisionOf),
    ...(provision.closing ? {closing: blocks(provision.closing)} : {}),
  }
}

function blocks(list: readonly Block<Change>[]): readonly Block<Change>[] {
  return standing(list).map((block) =>
    block.type === 'paragraph'
      ? {...block, content: standing(block.content)}
      : {...block, rows: standing(block.rows).map((row) => ({...row, cells: row.cells.map(words)}))},
  )
}

function words(inlines: readonly Inline<Change>[]): readonly Inline<Change>[] {
  return standing(inlines)
}

function signingOf(block: ExecutionBlock<Change>): ExecutionBlock<Change> {
  const signatories = standing(block.signatories).map((signatory) => ({
    ...signatory,
    name: standing(signatory.name),
    title: standing(signatory.title),
    authority: standing(signatory.authority),
  }))
  return {...block, party: standing(block.party), signatories}
}
