/** One walk over the marks of a redline, in print order. Lists, filled in one pass. */
import type {Agreement, Block, Change, ExecutionBlock, Furniture, Inline, Part, Provision} from '../model/index.js'

interface Walk {
  readonly found: Change[]
  /** False for a provision without a mark in it, which need not be entered. */
  readonly enters: (provision: Provision<Change>) => boolean
}

/** Every mark where it stands; one change may come many times. */
export function marksOf({parts}: Agreement<Change>, enters: Walk['enters'] = () => true): readonly Change[] {
  const walk: Walk = {found: [], enters}
  for (const part of parts) addPart(part, walk)
  return walk.found
}

export function marksOfFurniture({title, revision, firstPage, footer, origin}: Furniture<Change>): readonly Change[] {
  const found: Change[] = []
  for (const inlines of [title, revision, firstPage, footer, origin]) addInlines(inlines, found)
  return found
}

function addPart(part: Part<Change>, walk: Walk): void {
  const {found} = walk
  if (part.mark) found.push(part.mark)
  if (part.kind === 'cover') return addBlocks(part.blocks, found)
  if (part.kind !== 'execution' && part.heading) addInlines(part.heading, found)
  for (const provision of part.provisions) addProvision(provision, walk)
  if (part.kind === 'execution') for (const block of part.blocks) addExecution(block, found)
}

function addProvision(provision: Provision<Change>, walk: Walk): void {
  if (!walk.enters(provision)) return
  const {mark, heading, body, provisions, closing} = provision
  const {found} = walk
  if (mark) found.push(mark)
  if (heading) addInlines(heading, found)
  addBlocks(body, found)
  for (const child of provisions) addProvision(child, walk)
  if (closing) addBlocks(closing, found)
}

function addBlocks(blocks: readonly Block<Change>[], found: Change[]): void {
  for (const block of blocks) {
    if (block.mark) found.push(block.mark)
    if (block.type === 'paragraph') {
      addInlines(block.content, found)
      continue
    }
    for (const {heading} of block.columns) addInlines(heading, found)
    for (const row of block.rows) {
      if (row.mark) found.push(row.mark)
      for (const cell of row.cells) addInlines(cell, found)
    }
  }
}

function addExecution({mark, party, native = [], signatories}: ExecutionBlock<Change>, found: Change[]): void {
  if (mark) found.push(mark)
  addInlines(party, found)
  addInlines(native, found)
  for (const signatory of signatories) {
    if (signatory.mark) found.push(signatory.mark)
    for (const inlines of [signatory.name, signatory.title, signatory.authority]) addInlines(inlines, found)
  }
}

function addInlines(inlines: readonly Inline<Change>[], found: Change[]): void {
  for (const {mark} of inlines) if (mark) found.push(mark)
}
