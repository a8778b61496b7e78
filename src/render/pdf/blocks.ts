/** Paragraphs and tables. A table's columns are shared out here, by what stands in them, so that it fits the page. */
import type {Block, Change, Row, Table} from '../../model/index.js'
import type {BlockText, ParagraphText, TableText, Wording} from './manuscript.js'
import {moveLabel, within} from './marks.js'
import type {Setting} from './setting.js'
import {wording} from './wording.js'

/** `label` stands before the first words: where a provision without a heading was moved. */
export function blocksOf(
  blocks: readonly Block<Change>[],
  setting: Setting,
  label: Wording = [],
): readonly BlockText[] {
  const texts = blocks.flatMap((block) => blockOf(block, within(block.mark, setting)))
  const [first, ...rest] = texts
  if (label.length === 0) return texts
  return first?.type === 'paragraph' ? [paragraph([...label, ...first.content]), ...rest] : [paragraph(label), ...texts]
}

function blockOf(block: Block<Change>, setting: Setting): readonly BlockText[] {
  const label = moveLabel(block.mark, setting)
  if (block.type === 'paragraph') return [paragraph([...label, ...wording(block.content, setting)])]
  return [...(label.length > 0 ? [paragraph(label)] : []), tableOf(block, setting)]
}

function paragraph(content: Wording): ParagraphText {
  return {type: 'paragraph', content}
}

/** From so many columns on, a table is set smaller and closer. */
const many = 5

function tableOf({columns, rows}: Table<Change>, setting: Setting): TableText {
  const heading = columns.map((column) => wording(column.heading, setting))
  const cells = rows.map((row) => rowOf(row, setting))
  const headed = heading.some((words) => words.length > 0)
  const dense = columns.length >= many
  return {
    type: 'table',
    dense,
    widths: headed ? widths([heading, ...cells], dense) : keyWidths(columns.length),
    hyphenate: longest(cells.flat().flatMap(wordsIn)) > longWord,
    aligns: columns.map(({align}) => align),
    ...(headed ? {heading} : {}),
    rows: cells,
  }
}

function rowOf({cells, mark}: Row<Change>, setting: Setting): readonly Wording[] {
  const label = moveLabel(mark, setting)
  const below = within(mark, setting)
  return cells.map((cell, column) => [...(column === 0 ? label : []), ...wording(cell, below)])
}

// A table without headings is a list of names and what they stand for.
function keyWidths(columns: number): readonly number[] {
  return columns === 2 ? [3, 5] : Array.from({length: columns}, () => 1)
}

/** About how many letters of a table fit between the margins. */
const measure = 84
/** A longer word may be parted. */
const longWord = 18

/** Shares in letters: each column gets its longest word, and of the rest as its cells are long (their root mean square). */
function widths(rows: readonly (readonly Wording[])[], dense: boolean): readonly number[] {
  const margin = dense ? 2 : 3
  const columns = rows[0]!.map((_, column) => rows.map((row) => row[column] ?? []))
  const least = columns.map((cells) => Math.min(longWord, longest(cells.flatMap(wordsIn))) + margin)
  const usual = columns.map((cells) =>
    Math.sqrt(sum(cells.map((cell) => Math.min(textOf(cell).length, 150) ** 2)) / cells.length),
  )
  const wanted = usual.map((length, column) => Math.max(1, length + margin - least[column]!))
  const spare = Math.max(0, measure - sum(least)) / sum(wanted)
  return least.map((share, column) => Math.round(share + spare * wanted[column]!))
}

// A short cell, such as a date or an amount, counts as one word.
function wordsIn(cell: Wording): readonly string[] {
  const text = textOf(cell)
  return text.length > 14 ? text.split(' ') : [text]
}

const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map(({length}) => length))
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

// What a cell measures, roughly: an East Asian letter is two wide, and its line may end after any.
function textOf(words: Wording): string {
  return words
    .map((piece) => {
      if (typeof piece === 'string') return piece
      if (piece.type === 'moved') return piece.text
      if (piece.type === 'foreign') return 'xx '.repeat(piece.text.length)
      return 'content' in piece ? textOf(piece.content) : '[x]'
    })
    .join('')
}
