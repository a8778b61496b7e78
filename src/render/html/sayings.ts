/** The words of each change, cut to a line: what the list of changes, a tooltip and a reader aloud say of it. */
import {
  type Block,
  type Change,
  citationAt,
  type FairCopy,
  type Inline,
  type Part,
  type Provision,
  standingOf,
} from '../../model/index.js'

/** Longer words are cut at a space. In characters. */
const longest = 90

/** Words by id of the change; a change that has none (an empty cell) says nothing. */
export function sayings(copy: FairCopy<Change>): ReadonlyMap<string, string> {
  const saying: Saying = {copy, said: new Map(), headed: new Set()}
  const {title, firstPage, footer, origin} = copy.against?.furniture ?? {
    title: [],
    firstPage: [],
    footer: [],
    origin: [],
  }
  for (const inlines of [title, firstPage, footer, origin]) say(inlines, undefined, saying)
  for (const part of copy.agreement.parts) sayPart(part, saying)
  return new Map([...saying.said].map(([id, words]) => [id, cut(words.replace(/\s+/g, ' ').trim())]))
}

interface Saying {
  readonly copy: FairCopy<Change>
  readonly said: Map<string, string>
  /** Changes that have said enough. */
  readonly headed: Set<string>
}
type Words = readonly Inline<Change>[]

function sayPart(part: Part<Change>, saying: Saying): void {
  const {mark} = part
  if ('heading' in part && part.heading) {
    say(part.heading, mark, saying, ' ')
    if (mark) saying.headed.add(mark.id)
  }
  if (part.kind === 'cover') return sayBlocks(part.blocks, mark, saying)
  for (const provision of part.provisions) sayProvision(provision, mark, saying)
  if (part.kind !== 'execution') return
  for (const block of part.blocks) {
    const around = block.mark ?? mark
    say(block.party, around, saying, ' ')
    say(block.native ?? [], around, saying, ' ')
    for (const {name, title, authority, mark: own} of block.signatories) {
      for (const words of [name, title, authority]) say(words, own ?? around, saying, ' ')
    }
  }
}

// The heading of a clause says what it is about.
function sayProvision(provision: Provision<Change>, around: Change | undefined, saying: Saying): void {
  const mark = provision.mark ?? around
  say(provision.heading ?? [], mark, saying, ' ')
  if (provision.mark && provision.heading) saying.headed.add(provision.mark.id)
  sayBlocks(provision.body, mark, saying)
  for (const inner of provision.provisions) sayProvision(inner, mark, saying)
  sayBlocks(provision.closing ?? [], mark, saying)
}

function sayBlocks(blocks: readonly Block<Change>[], around: Change | undefined, saying: Saying): void {
  for (const block of blocks) {
    const mark = block.mark ?? around
    if (block.type === 'paragraph') say(block.content, mark, saying, ' ')
    else {
      for (const {heading} of block.columns) say(heading, mark, saying, ' ')
      for (const row of block.rows) for (const cell of row.cells) say(cell, row.mark ?? mark, saying, ' ')
    }
  }
}

// Words dropped in a move belong to the move as well: they stood in what was moved.
function say(inlines: Words, around: Change | undefined, saying: Saying, after = ''): void {
  for (const inline of inlines) {
    if (inline.mark && inline.mark.id !== around?.id) add(inline.mark, inline, saying)
    if (around) add(around, inline, saying)
  }
  const {said} = saying
  if (around && said.has(around.id)) said.set(around.id, said.get(around.id) + after)
}

function add(mark: Change, inline: Inline<Change>, {copy, said, headed}: Saying): void {
  const before = said.get(mark.id) ?? ''
  if (before.length <= longest && !headed.has(mark.id)) said.set(mark.id, before + wordsOf(inline, mark, copy))
}

function wordsOf(inline: Inline<Change>, mark: Change, copy: FairCopy<Change>): string {
  switch (inline.type) {
    case 'value':
      return inline.words
    case 'blank':
      return copy.locale.print.blank
    case 'emphasis':
      return inline.content.map((inner) => wordsOf(inner, mark, copy)).join('')
    case 'reference':
      return (citationAt(inline, copy, standingOf(mark)) ?? [])
        .map((piece) => (typeof piece === 'string' ? piece : piece.numeral))
        .join('')
    case 'text':
    case 'use':
    case 'definition':
      return inline.text
  }
}

function cut(words: string): string {
  if (words.length <= longest) return words
  const start = words.slice(0, longest)
  return `${start.slice(0, Math.max(start.lastIndexOf(' '), longest / 2)).replace(/[\s,;:]+$/, '')}…`
}
