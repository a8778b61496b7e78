/** One walk over an agreement, used by every stage that looks for something in it. */
import type {Agreement, Part} from './agreement.js'
import type {Provision} from './provision.js'
import type {Block, Inline} from './text.js'

/** Every provision, in print order. */
export function* provisionsOf<M>(agreement: Agreement<M>): Generator<Provision<M>> {
  for (const part of agreement.parts) yield* provisionsIn(part)
}

/** The provisions of one part, in print order, nested ones included. */
export function* provisionsIn<M>(part: Part<M>): Generator<Provision<M>> {
  if (part.kind === 'cover') return
  for (const provision of part.provisions) yield* withDescendants(provision)
}

/** A provision and all that stand below it. */
export function* withDescendants<M>(provision: Provision<M>): Generator<Provision<M>> {
  yield provision
  for (const child of provision.provisions) yield* withDescendants(child)
}

/** The provision's own words (heading, body, closing), without those of the provisions below it. */
export function* inlinesOf<M>(provision: Provision<M>): Generator<Inline<M>> {
  if (provision.heading) yield* inlinesIn(provision.heading)
  for (const block of provision.body) yield* inlinesOfBlock(block)
  for (const block of provision.closing ?? []) yield* inlinesOfBlock(block)
}

/** The words of a paragraph, or of a table's headings and cells. */
export function* inlinesOfBlock<M>(block: Block<M>): Generator<Inline<M>> {
  if (block.type === 'paragraph') return yield* inlinesIn(block.content)
  for (const column of block.columns) yield* inlinesIn(column.heading as readonly Inline<M>[])
  for (const row of block.rows) for (const cell of row.cells) yield* inlinesIn(cell)
}

/** Each inline, and those inside emphasis. */
export function* inlinesIn<M>(inlines: readonly Inline<M>[]): Generator<Inline<M>> {
  for (const inline of inlines) {
    yield inline
    if (inline.type === 'emphasis') yield* inlinesIn(inline.content)
  }
}

/** Every inline of an agreement: cover, provisions, headings of parts, execution blocks. */
export function* inlinesOfAgreement<M>(agreement: Agreement<M>): Generator<Inline<M>> {
  for (const part of agreement.parts) {
    if ('heading' in part && part.heading) yield* inlinesIn(part.heading)
    if (part.kind === 'cover') for (const block of part.blocks) yield* inlinesOfBlock(block)
    for (const provision of provisionsIn(part)) yield* inlinesOf(provision)
    if (part.kind !== 'execution') continue
    for (const {party, native, signatories} of part.blocks) {
      yield* inlinesIn([...party, ...(native ?? [])])
      for (const {name, title, authority} of signatories) yield* inlinesIn([...name, ...title, ...authority])
    }
  }
}
