/** Paragraphs and tables. A table's columns are shared out here, by what stands in them, so that it fits the page. */
import type {Block, Inline, Table} from '../../model/index.js'
import type {BlockText, TableText, Wording} from './manuscript.js'
import {type Setting, wording} from './wording.js'

export function blocksOf(blocks: readonly Block<unknown>[], setting: Setting): readonly BlockText[] {
  return blocks.map((block) => {
    if (block.type === 'paragraph') return {type: 'paragraph', content: wording(block.content, setting)}
    return tableOf(block, setting)
  })
}

/** From so many columns on, a table is set smaller and closer. */
const many = 5

function tableOf({columns, rows}: Table<unknown>, setting: Setting): TableText {
  const heading = columns.map((column) => wording(column.heading as readonly Inline<unknown>[], setting))
  const cells = rows.map((row) => row.cells.map((cell) => wording(cell, setting)))
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
      if (piece.type === 'foreign') return 'xx '.repeat(piece.text.length)
      return 'content' in piece ? textOf(piece.content) : '[x]'
    })
    .join('')
}
