/**
 * Where changes stand in a marked agreement, found by one walk before a redline is written: which change took a provision away or
 * brought it, and which moves Word can show as moves. Word knows no move of table rows, none inside another and none in two pieces; those
 * are printed as a deletion and an insertion, both halves alike.
 */
import {
  type Agreement,
  type Block,
  type Change,
  type ExecutionBlock,
  type Inline,
  type Part,
  type Provision,
  type ProvisionId,
  standingOf,
} from '../../model/index.js'

export interface Whereabouts {
  /** By id of the old side: the change by which it stands there only. */
  readonly goneBy: ReadonlyMap<ProvisionId, Change>
  /** By id of the new side: the change by which it stands there only. */
  readonly comeBy: ReadonlyMap<ProvisionId, Change>
  /** By id of what stands in both: the first change of its heading, which its citations print. */
  readonly headingBy: ReadonlyMap<ProvisionId, Change>
  /** Ids of the halves of moves that Word can show as such → the number of the move. */
  readonly moves: ReadonlyMap<Change['id'], number>
}

export function whereabouts({parts}: Agreement<Change>): Whereabouts {
  const found: Found = {goneBy: new Map(), comeBy: new Map(), headingBy: new Map(), halves: new Map(), torn: new Set()}
  for (const part of parts) inPart(part, found)
  return {...found, moves: movesOf(found)}
}

interface Found {
  readonly goneBy: Map<ProvisionId, Change>
  readonly comeBy: Map<ProvisionId, Change>
  readonly headingBy: Map<ProvisionId, Change>
  readonly halves: Map<Change['id'], Change>
  /** Halves that stand in two places, in a table or inside another move. */
  readonly torn: Set<Change['id']>
}

type Mark = Change | undefined

function movesOf({halves, torn}: Found): ReadonlyMap<Change['id'], number> {
  const moves = new Map<Change['id'], number>()
  for (const {id, kind, pair} of halves.values()) {
    const other = pair === undefined ? undefined : halves.get(pair)
    if (moves.has(id) || !other || other.kind === kind || torn.has(id) || torn.has(other.id)) continue
    const number = 1 + moves.size / 2
    moves.set(id, number)
    moves.set(other.id, number)
  }
  return moves
}

function isMove(mark: Mark): boolean {
  return mark?.kind === 'movedFrom' || mark?.kind === 'movedTo'
}

/** Notes one place of a mark and gives the mark that holds below. `torn`: a place that Word cannot show a move in. */
function note(mark: Mark, around: Mark, found: Found, torn = false): Mark {
  if (!mark) return around
  if (!isMove(mark)) return mark
  if (torn || isMove(around) || found.halves.has(mark.id)) found.torn.add(mark.id)
  found.halves.set(mark.id, mark)
  return mark
}

function stand(id: ProvisionId, mark: Mark, found: Found): void {
  if (mark) (standingOf(mark) === 'old' ? found.goneBy : found.comeBy).set(id, mark)
}

function inPart(part: Part<Change>, found: Found): void {
  const mark = note(part.mark, undefined, found)
  stand(part.id, mark, found)
  if (part.kind === 'cover') return inBlocks(part.blocks, mark, found)
  if (part.kind !== 'execution') inHeading(part.id, part.heading ?? [], mark, found)
  for (const provision of part.provisions) inProvision(provision, mark, found)
  if (part.kind === 'execution') for (const block of part.blocks) inExecution(block, mark, found)
}

function inProvision(provision: Provision<Change>, around: Mark, found: Found): void {
  const {id, heading = [], body, provisions, closing = []} = provision
  const mark = note(provision.mark, around, found)
  stand(id, mark, found)
  inHeading(id, heading, mark, found)
  inBlocks(body, mark, found)
  for (const child of provisions) inProvision(child, mark, found)
  inBlocks(closing, mark, found)
}

function inHeading(id: ProvisionId, heading: readonly Inline<Change>[], around: Mark, found: Found): void {
  const first = heading.find(({mark}) => mark)?.mark
  if (first && !around) found.headingBy.set(id, first)
  inWords(heading, around, found)
}

function inExecution(
  {id, party, native = [], signatories, ...block}: ExecutionBlock<Change>,
  around: Mark,
  found: Found,
): void {
  const mark = note(block.mark, around, found)
  stand(id, mark, found)
  inWords(party, mark, found)
  inWords(native, mark, found)
  for (const {name, title, authority, mark: own} of signatories) {
    const within = note(own, mark, found)
    for (const words of [name, title, authority]) inWords(words, within, found)
  }
}

function inBlocks(blocks: readonly Block<Change>[], around: Mark, found: Found): void {
  for (const block of blocks) {
    const mark = note(block.mark, around, found, block.type === 'table')
    if (block.type === 'paragraph') {
      inWords(block.content, mark, found)
      continue
    }
    for (const {heading} of block.columns) inWords(heading, mark, found, true)
    for (const row of block.rows) {
      const within = note(row.mark, mark, found, true)
      for (const cell of row.cells) inWords(cell, within, found, true)
    }
  }
}

// Neighbours of one change are one place.
function inWords(content: readonly Inline<Change>[], around: Mark, found: Found, torn = false): void {
  let last: Mark
  for (const {mark} of content) {
    if (mark && mark !== last) note(mark, around, found, torn)
    last = mark
  }
}
