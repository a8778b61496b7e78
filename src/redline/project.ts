/** A redline with its marks settled one way: all accepted, which is the new side, or all rejected, which is the old one. */
import type {
  Agreement,
  Block,
  Change,
  Column,
  ExecutionBlock,
  Furniture,
  Inline,
  MarkKind,
  Part,
  Provision,
  ProvisionId,
  Row,
  Signatory,
} from '../model/index.js'

/** A side, and how names of the redline read on it. */
interface Side {
  readonly keeps: (change: Change | undefined) => boolean
  readonly idOf: (id: ProvisionId) => ProvisionId
}

const keeping =
  (...kinds: readonly MarkKind[]): Side['keeps'] =>
  (change) =>
    change === undefined || kinds.includes(change.kind)

const same = (id: ProvisionId): ProvisionId => id
const newSide: Side = {keeps: keeping('inserted', 'movedTo'), idOf: same}
const oldSide: Side = {keeps: keeping('deleted', 'movedFrom'), idOf: same}

export function accepted(agreement: Agreement<Change>): Agreement {
  return {...agreement, parts: parts(agreement.parts, newSide)}
}

/** `renamed`: what stands in both sides under different ids, and gets its old one back. */
export function rejected(
  agreement: Agreement<Change>,
  renamed: readonly {readonly from: string; readonly to: string}[],
): Agreement {
  const formerly = new Map(renamed.map(({from, to}) => [to, from]))
  return {...agreement, parts: parts(agreement.parts, {...oldSide, idOf: (id) => formerly.get(id) ?? id})}
}

export function acceptedFurniture(furniture: Furniture<Change>): Furniture {
  return projectFurniture(furniture, newSide)
}

export function rejectedFurniture(furniture: Furniture<Change>): Furniture {
  return projectFurniture(furniture, oldSide)
}

function projectFurniture({title, revision, firstPage, footer, origin}: Furniture<Change>, side: Side): Furniture {
  return {
    title: inlines(title, side),
    revision: inlines(revision, side),
    firstPage: inlines(firstPage, side),
    footer: inlines(footer, side),
    origin: inlines(origin, side),
  }
}

type Markable = {readonly mark?: Change}

/** Those that stand on the side, without their marks. What a mark puts on one side has the names of that side already. */
function standing<T extends Markable, R>(
  list: readonly T[],
  side: Side,
  project: (one: Omit<T, 'mark'>, within: Side) => R,
): R[] {
  return list.flatMap((one) => {
    if (!side.keeps(one.mark)) return []
    const {mark, ...rest} = one
    return [project(rest, mark ? {...side, idOf: same} : side)]
  })
}

function parts(list: readonly Part<Change>[], side: Side): readonly Part[] {
  return standing(list, side, (part, within) => projectPart(part as Part<Change>, within))
}

function projectPart(part: Part<Change>, side: Side): Part {
  if (part.kind === 'cover') return {kind: 'cover', id: side.idOf(part.id), blocks: blocks(part.blocks, side)}
  const within = provisions(part.provisions, side)
  if (part.kind === 'execution')
    return {kind: 'execution', id: side.idOf(part.id), provisions: within, blocks: executionBlocks(part.blocks, side)}
  const heading = part.heading && inlines(part.heading, side)
  if (part.kind === 'group')
    return {
      kind: 'group',
      id: side.idOf(part.id),
      ...(heading && heading.length > 0 ? {heading} : {}),
      provisions: within,
    }
  return {kind: part.kind, id: side.idOf(part.id), heading: heading ?? [], provisions: within}
}

function provisions(list: readonly Provision<Change>[], side: Side): readonly Provision[] {
  return standing(list, side, ({id, source, heading, body, provisions: below, closing}, within) => {
    const end = closing ? blocks(closing, within) : []
    return {
      id: within.idOf(id),
      source,
      ...(heading ? {heading: inlines(heading, within)} : {}),
      body: blocks(body, within),
      provisions: provisions(below, within),
      ...(end.length > 0 ? {closing: end} : {}),
    }
  })
}

function blocks(list: readonly Block<Change>[], side: Side): readonly Block[] {
  return standing(list, side, (block, within) => {
    const one = block as Block<Change>
    if (one.type === 'paragraph') return {type: 'paragraph', content: inlines(one.content, within)}
    const columns = one.columns.map(({align, heading}): Column => ({align, heading: inlines(heading, within)}))
    return {type: 'table', columns, rows: rows(one.rows, within)}
  })
}

function rows(list: readonly Row<Change>[], side: Side): readonly Row[] {
  return standing(list, side, ({id, cells}, within) => ({id, cells: cells.map((cell) => inlines(cell, within))}))
}

function executionBlocks(list: readonly ExecutionBlock<Change>[], side: Side): readonly ExecutionBlock[] {
  return standing(list, side, ({id, party, native = [], signatories: signing}, within) => {
    const own = inlines(native, within)
    return {
      id,
      party: inlines(party, within),
      ...(own.length > 0 ? {native: own} : {}),
      signatories: signatories(signing, within),
    }
  })
}

function signatories(list: readonly Signatory<Change>[], side: Side): readonly Signatory[] {
  return standing(list, side, ({id, name, title, authority}, within) => ({
    id,
    name: inlines(name, within),
    title: inlines(title, within),
    authority: inlines(authority, within),
  }))
}

/** Pieces that a mark had parted are joined again. */
function inlines(list: readonly Inline<Change>[], side: Side): readonly Inline[] {
  const kept: Inline[] = []
  for (const {mark, ...inline} of list) {
    if (!side.keeps(mark)) continue
    const named = mark ? (inline as Inline) : renamed(inline as Inline, side)
    const whole = joined(kept.at(-1), named)
    if (whole) kept[kept.length - 1] = whole
    else kept.push(named)
  }
  return kept
}

function renamed(inline: Inline, side: Side): Inline {
  if (inline.type === 'reference') return {...inline, target: side.idOf(inline.target)}
  return inline.type === 'emphasis' ? {...inline, content: inline.content.map((one) => renamed(one, side))} : inline
}

function joined(one: Inline | undefined, other: Inline): Inline | undefined {
  if (one?.type === 'text' && other.type === 'text') return {type: 'text', text: one.text + other.text}
  if (one?.type === 'value' && other.type === 'value' && one.pointer === other.pointer)
    return {...one, words: one.words + other.words}
  if (one?.type === 'emphasis' && other.type === 'emphasis')
    return {type: 'emphasis', content: [...one.content, ...other.content]}
  return undefined
}
