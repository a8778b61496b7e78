/** One walk over the marks of a redline, in print order. */
import type {Agreement, Block, Change, ExecutionBlock, Furniture, Inline, Part, Provision} from '../model/index.js'

type Marks = Generator<Change, void, undefined>

/** Every mark where it stands; one change may come many times. */
export function* marksOf({parts}: Agreement<Change>): Marks {
  for (const part of parts) {
    if (part.mark) yield part.mark
    yield* inPart(part)
  }
}

export function* marksOfFurniture({title, revision, firstPage, footer, origin}: Furniture<Change>): Marks {
  for (const inlines of [title, revision, firstPage, footer, origin]) yield* inInlines(inlines)
}

function* inPart(part: Part<Change>): Marks {
  if (part.kind === 'cover') return yield* inBlocks(part.blocks)
  if (part.kind !== 'execution' && part.heading) yield* inInlines(part.heading)
  for (const provision of part.provisions) yield* inProvision(provision)
  if (part.kind === 'execution') for (const block of part.blocks) yield* inExecution(block)
}

function* inProvision({mark, heading = [], body, provisions, closing = []}: Provision<Change>): Marks {
  if (mark) yield mark
  yield* inInlines(heading)
  yield* inBlocks(body)
  for (const provision of provisions) yield* inProvision(provision)
  yield* inBlocks(closing)
}

function* inBlocks(blocks: readonly Block<Change>[]): Marks {
  for (const block of blocks) {
    if (block.mark) yield block.mark
    if (block.type === 'paragraph') {
      yield* inInlines(block.content)
      continue
    }
    for (const {heading} of block.columns) yield* inInlines(heading)
    for (const row of block.rows) {
      if (row.mark) yield row.mark
      for (const cell of row.cells) yield* inInlines(cell)
    }
  }
}

function* inExecution({mark, party, native = [], signatories}: ExecutionBlock<Change>): Marks {
  if (mark) yield mark
  yield* inInlines(party)
  yield* inInlines(native)
  for (const signatory of signatories) {
    if (signatory.mark) yield signatory.mark
    for (const inlines of [signatory.name, signatory.title, signatory.authority]) yield* inInlines(inlines)
  }
}

function* inInlines(inlines: readonly Inline<Change>[]): Marks {
  for (const {mark} of inlines) if (mark) yield mark
}
