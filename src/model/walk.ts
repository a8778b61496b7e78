/** One walk over an agreement, used by every stage that looks for something in it. Lists, filled in one pass. */
import type {Agreement, Part} from './agreement.js'
import type {Provision} from './provision.js'
import type {Block, Inline} from './text.js'

/** Every provision, in print order. */
export function provisionsOf<M>(agreement: Agreement<M>): readonly Provision<M>[] {
  const found: Provision<M>[] = []
  for (const part of agreement.parts) if (part.kind !== 'cover') addProvisions(part.provisions, found)
  return found
}

/** The provisions of one part, in print order, nested ones included. */
export function provisionsIn<M>(part: Part<M>): readonly Provision<M>[] {
  const found: Provision<M>[] = []
  if (part.kind !== 'cover') addProvisions(part.provisions, found)
  return found
}

/** A provision and all that stand below it. */
export function withDescendants<M>(provision: Provision<M>): readonly Provision<M>[] {
  const found: Provision<M>[] = []
  addProvisions([provision], found)
  return found
}

/** The provision's own words (heading, body, closing), without those of the provisions below it. */
export function inlinesOf<M>(provision: Provision<M>): readonly Inline<M>[] {
  const found: Inline<M>[] = []
  addOwn(provision, found)
  return found
}

/** The words of a provision and of all below it. */
export function inlinesBelow<M>(provision: Provision<M>): readonly Inline<M>[] {
  const found: Inline<M>[] = []
  for (const one of withDescendants(provision)) addOwn(one, found)
  return found
}

/** The words of a paragraph, or of a table's headings and cells. */
export function inlinesOfBlock<M>(block: Block<M>): readonly Inline<M>[] {
  const found: Inline<M>[] = []
  addBlock(block, found)
  return found
}

/** Each inline, and those inside emphasis. */
export function inlinesIn<M>(inlines: readonly Inline<M>[]): readonly Inline<M>[] {
  const found: Inline<M>[] = []
  addInlines(inlines, found)
  return found
}

/** Every inline of an agreement: cover, provisions, headings of parts, execution blocks. */
export function inlinesOfAgreement<M>(agreement: Agreement<M>): readonly Inline<M>[] {
  const found: Inline<M>[] = []
  for (const part of agreement.parts) {
    if ('heading' in part && part.heading) addInlines(part.heading, found)
    if (part.kind === 'cover') for (const block of part.blocks) addBlock(block, found)
    for (const provision of provisionsIn(part)) addOwn(provision, found)
    if (part.kind === 'execution') addSigning(part.blocks, found)
  }
  return found
}

type Found<T> = T[]

function addProvisions<M>(provisions: readonly Provision<M>[], found: Found<Provision<M>>): void {
  for (const provision of provisions) {
    found.push(provision)
    addProvisions(provision.provisions, found)
  }
}

function addOwn<M>(provision: Provision<M>, found: Found<Inline<M>>): void {
  if (provision.heading) addInlines(provision.heading, found)
  for (const block of provision.body) addBlock(block, found)
  if (provision.closing) for (const block of provision.closing) addBlock(block, found)
}

function addBlock<M>(block: Block<M>, found: Found<Inline<M>>): void {
  if (block.type === 'paragraph') return addInlines(block.content, found)
  for (const column of block.columns) addInlines(column.heading, found)
  for (const row of block.rows) for (const cell of row.cells) addInlines(cell, found)
}

function addInlines<M>(inlines: readonly Inline<M>[], found: Found<Inline<M>>): void {
  for (const inline of inlines) {
    found.push(inline)
    if (inline.type === 'emphasis') addInlines(inline.content, found)
  }
}

function addSigning<M>(blocks: Extract<Part<M>, {kind: 'execution'}>['blocks'], found: Found<Inline<M>>): void {
  for (const {party, native, signatories} of blocks) {
    addInlines(party, found)
    if (native) addInlines(native, found)
    for (const {name, title, authority} of signatories)
      for (const inlines of [name, title, authority]) addInlines(inlines, found)
  }
}
