/** A manuscript as lines of words, and of a marked one those of either side: numbers, headings, paragraphs, cells, signatures. */
import type {
  BlockText,
  Heading,
  Item,
  Manuscript,
  Piece,
  Section,
  Text,
  Wording,
} from '../../../src/render/pdf/manuscript.js'

export type Reading = 'old' | 'new'

/** Lines that are empty on that side are none. `numbered` leaves numbers and citations in. */
export function linesOf(
  {cover, parts, titleWords, notice}: Manuscript,
  side: Reading,
  numbered: boolean,
): readonly string[] {
  const wordings = [
    titleWords,
    notice,
    ...cover.parties.flatMap(({name, native = []}) => [name, native]),
    ...cover.blocks.flatMap(ofBlock),
    ...parts.flatMap(({heading, sections, blocks = []}) => [
      ...(heading ? ofHeading(heading, numbered) : []),
      ...sections.flatMap((section) => ofSection(section, numbered)),
      ...blocks.flatMap(({party, native = [], signatories}) => [
        party,
        native,
        ...signatories.flatMap(({name, title, authority}) => [name, title, authority]),
      ]),
    ]),
  ]
  return wordings.map((words) => textOf(words, side, numbered).trim()).filter((text) => text !== '')
}

function ofSection(section: Section, numbered: boolean): readonly Wording[] {
  if (section.type === 'list')
    return section.list.items.flatMap((item, index) => ofItem(item, section.list.labels[index]!, numbered))
  return [...(section.type === 'clause' ? ofHeading(section.heading, numbered) : []), ...ofText(section, numbered)]
}

function ofHeading({shown, numeral, words}: Heading, numbered: boolean): readonly Wording[] {
  const number = shown ? (shown.numeral ?? []) : numeral === undefined ? [] : [numeral]
  return [...(numbered ? [number] : []), shown?.words ?? words]
}

function ofItem(item: Item, label: Piece, numbered: boolean): readonly Wording[] {
  return [...(numbered ? [[label]] : []), item.heading ?? [], ...ofText(item, numbered)]
}

function ofText({body, list, closing}: Text, numbered: boolean): readonly Wording[] {
  const items = list?.items.flatMap((item, index) => ofItem(item, list.labels[index]!, numbered)) ?? []
  return [...body.flatMap(ofBlock), ...items, ...closing.flatMap(ofBlock)]
}

function ofBlock(block: BlockText): readonly Wording[] {
  return block.type === 'paragraph' ? [block.content] : [...(block.heading ?? []), ...block.rows.flat()]
}

function textOf(words: Wording, side: Reading, numbered: boolean): string {
  return words.map((piece) => pieceOf(piece, side, numbered)).join('')
}

function pieceOf(piece: Piece, side: Reading, numbered: boolean): string {
  if (typeof piece === 'string') return piece
  switch (piece.type) {
    case 'marked': {
      const old = piece.kind === 'deleted' || piece.kind === 'movedFrom'
      return old === (side === 'old') ? textOf(piece.content, side, numbered) : ''
    }
    case 'citation':
      return numbered ? textOf(piece.content, side, numbered) : ''
    case 'term':
      return `${piece.open}${textOf(piece.content, side, numbered)}${piece.close}`
    case 'emphasis':
    case 'quiet':
      return textOf(piece.content, side, numbered)
    case 'blank':
    case 'foreign':
      return piece.text
    case 'break':
      return '\n'
    default:
      return ''
  }
}
