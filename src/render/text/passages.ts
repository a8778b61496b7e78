/**
 * A redline read from top to bottom as passages: each provision's own words, with its places on both sides. Whoever lists changes (a
 * terminal, a program, a memo) reads these, so that all of them name the same place by the same number.
 */
import {
  type Block,
  type Change,
  type ExecutionBlock,
  type FairCopy,
  furnitureOf,
  type Inline,
  type Part,
  type Provision,
  type ProvisionId,
  standingOf,
} from '../../model/index.js'
import {below, outermost, type Places, placesAt, type Trails} from './place.js'
import {type Around, joined, type Stretch, stretchesOf} from './stretches.js'

/** One paragraph, heading, row of a table, or line of a signature. */
export interface Line {
  readonly kind: 'heading' | 'paragraph' | 'row' | 'signing'
  readonly stretches: readonly Stretch[]
}

export interface Passage {
  /** The provision, part or execution block; `furniture`: title, header and footer. */
  readonly id: ProvisionId
  readonly places: Places
  /** The mark of the whole, its own or that of what it stands in. */
  readonly change?: Change
  /** How many marked nodes down from the outermost that is marked; 0 for what is not inside a marked one. */
  readonly depth: number
  /** What stands in its margin, where it stands below another provision: "(a)". */
  readonly label?: string
  /** A provision whose words go on after its sub-list has a second passage. */
  readonly closing: boolean
  readonly lines: readonly Line[]
}

interface Reading {
  readonly copy: FairCopy<Change>
  readonly trails: Trails
  readonly around: Around
  readonly depth: number
  readonly found: Passage[]
}

/** Every passage in print order, changed or not; those without words are left out, unless they are changed as a whole. */
export function passagesOf(copy: FairCopy<Change>): readonly Passage[] {
  const reading: Reading = {copy, trails: outermost, around: undefined, depth: 0, found: []}
  readFurniture(reading)
  for (const part of copy.agreement.parts) readPart(part, reading)
  return reading.found
}

/** True where words, or the whole, are in one side only. */
export function isChanged({change, lines}: Passage): boolean {
  return change !== undefined || lines.some(isChangedLine)
}

export function isChangedLine({stretches}: Line): boolean {
  return stretches.some(({change, renumbered}) => change !== undefined || renumbered !== undefined)
}

// The number of the revision and its hash always differ: what is no change of the redline is not read as one.
function readFurniture({copy, found}: Reading): void {
  const {title, firstPage, footer, origin} = furnitureOf(copy)
  const known = new Set(copy.against?.redline.changes.map(({id}) => id))
  const lines = [title, firstPage, footer, origin].flatMap((words, index) => {
    const stretches = joined(
      stretchesOf(words, copy, undefined).map((one) =>
        one.change && !known.has(one.change.id) ? {words: one.words} : one,
      ),
    )
    return lineOf(index === 0 ? 'heading' : 'paragraph', stretches)
  })
  const place = {headings: ['Title, header and footer']}
  found.push({id: 'furniture', places: {before: place, after: place}, depth: 0, closing: false, lines})
}

function readPart(part: Part<Change>, reading: Reading): void {
  const {print} = reading.copy.locale
  const named: readonly Inline<Change>[] =
    part.kind === 'cover'
      ? [{type: 'text', text: print.keyTerms}]
      : part.kind === 'execution'
        ? [{type: 'text', text: print.signatures}]
        : (part.heading ?? [])
  const inside = enter(part.id, named, part.mark, reading)
  if (part.kind === 'cover') return passage(part.id, blockLines(part.blocks, inside), inside)
  const heading = 'heading' in part && part.heading ? headingLine(part.heading, inside) : []
  passage(part.id, heading, inside)
  for (const provision of part.provisions) readProvision(provision, deeper(inside), 0)
  if (part.kind === 'execution') for (const block of part.blocks) readSigning(block, deeper(inside))
}

function readProvision(provision: Provision<Change>, reading: Reading, level: number): void {
  const {id, heading = [], body, provisions, closing = [], mark} = provision
  const inside = enter(id, heading, mark, reading)
  const label = level === 0 ? undefined : labelOf(id, inside)
  passage(id, [...headingLine(heading, inside), ...blockLines(body, inside)], inside, label)
  for (const child of provisions) readProvision(child, deeper(inside), level + 1)
  const after = blockLines(closing, inside)
  if (after.length > 0) passage(id, after, inside, undefined, true)
}

function readSigning(block: ExecutionBlock<Change>, reading: Reading): void {
  const {print} = reading.copy.locale
  const inside = enter(block.id, block.party, block.mark, reading)
  const lines = [block.party, ...(block.native ? [block.native] : [])].flatMap((words) =>
    lineOf('signing', stretchesOf(words, inside.copy, inside.around)),
  )
  for (const {name, title, authority, mark} of block.signatories) {
    const around = mark ?? inside.around
    for (const [what, words] of [
      [print.name, name],
      [print.title, title],
      [print.authority, authority],
    ] as const) {
      const stretches = stretchesOf(words, inside.copy, around)
      const named: Stretch = {words: `${what}: `, ...(around ? {change: around} : {})}
      if (stretches.length > 0) lines.push(...lineOf('signing', joined([named, ...stretches])))
    }
  }
  passage(block.id, lines, inside)
}

function enter(id: ProvisionId, heading: readonly Inline<Change>[], mark: Around, reading: Reading): Reading {
  const around = mark ?? reading.around
  const trails = below(reading.trails, id, heading, standingOf(around), reading.copy)
  return {...reading, around, trails}
}

function deeper(reading: Reading): Reading {
  return reading.around ? {...reading, depth: reading.depth + 1} : reading
}

function labelOf(id: ProvisionId, {copy, around}: Reading): string | undefined {
  const settled = standingOf(around) === 'old' ? (copy.against?.copy ?? copy) : copy
  return settled.numerals.get(id)?.label
}

function passage(id: ProvisionId, lines: readonly Line[], reading: Reading, label?: string, closing = false): void {
  const {copy, around, depth, trails, found} = reading
  if (lines.length === 0 && !around) return
  const places = placesAt(trails, standingOf(around), copy)
  const marked = around ? {change: around} : {}
  found.push({id, places, ...marked, depth, ...(label === undefined ? {} : {label}), closing, lines})
}

function headingLine(heading: readonly Inline<Change>[], {copy, around}: Reading): readonly Line[] {
  return lineOf('heading', stretchesOf(heading, copy, around))
}

function blockLines(blocks: readonly Block<Change>[], reading: Reading): readonly Line[] {
  return blocks.flatMap((block) => linesOf(block, reading))
}

function linesOf(block: Block<Change>, {copy, around}: Reading): readonly Line[] {
  const inside = block.mark ?? around
  if (block.type === 'paragraph') return lineOf('paragraph', stretchesOf(block.content, copy, inside))
  const headings = block.columns.map(({heading}) => heading)
  return [
    ...rowLine(headings, copy, inside),
    ...block.rows.flatMap(({cells, mark}) => rowLine(cells, copy, mark ?? inside)),
  ]
}

function rowLine(
  cells: readonly (readonly Inline<Change>[])[],
  copy: FairCopy<Change>,
  around: Around,
): readonly Line[] {
  const written = cells.map((cell) => stretchesOf(cell, copy, around))
  if (written.every((cell) => cell.length === 0)) return []
  const between: Stretch = {words: ' | ', ...(around ? {change: around} : {})}
  return lineOf('row', joined(written.flatMap((cell, index) => (index === 0 ? cell : [between, ...cell]))))
}

function lineOf(kind: Line['kind'], stretches: readonly Stretch[]): Line[] {
  return stretches.length === 0 ? [] : [{kind, stretches}]
}
