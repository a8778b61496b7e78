/**
 * How much of a memo fits one page. Rows are weighed by the lines that they take. A partner reads the page and takes the rest
 * from the redline.
 */
import type {MemoSection} from './memo-sections.js'
import {excerpt} from './memo-words.js'

// In points, measured on the PDF; Word's page has a little more room.
const page = 535
const headingRoom = 32
const columnsRoom = 18
const rowRoom = 5.5
const lineRoom = 12
const paragraphRoom = 4
const paragraphLineRoom = 13.5

/** Ordinary letters on a line of a paragraph, and of a table with the margins of its columns. */
const lineLength = 76
const tableLength = 84
const margin = 3
const longestWord = 18

/** A cell where room is short, in letters. */
const shortCell = 30

/** What is left of the page below paragraphs, and below sections of one paragraph that stand in any case. */
export function roomBeside(paragraphs: readonly string[], standing: readonly string[]): number {
  const taken = [...paragraphs, ...standing].reduce((total, words) => total + roomOfParagraph(words), 0)
  return page - taken - headingRoom * standing.length
}

function roomOfParagraph(words: string): number {
  return paragraphRoom + paragraphLineRoom * Math.ceil(breadth(words) / lineLength)
}

/**
 * The same sections with the rows that fit; the last row of a cut one says how many more there are. Where not even one row of each
 * fits, cells are cut shorter, and the last sections, which the memo's opening counts in any case, stay out.
 */
export function fitted(sections: readonly MemoSection[], room: number): readonly MemoSection[] {
  const fits = (some: readonly MemoSection[]): boolean => sum(some.map((section) => roomOf(section, 1))) <= room
  if (fits(sections)) return filled(sections, room)
  let short = sections.map((section) => ({...section, rows: section.rows.map((row) => shortened(row, section))}))
  while (short.length > 1 && !fits(short)) short = short.slice(0, -1)
  return filled(short, room)
}

function shortened(row: readonly string[], {columns}: MemoSection): readonly string[] {
  return row.map((words) => excerpt(words, columns.length === 0 ? lineLength : shortCell))
}

// Two rows each, where they fit, and then one section after the other: answers that changed are what the page is for.
function filled(sections: readonly MemoSection[], room: number): readonly MemoSection[] {
  const kept = sections.map(({rows}) => Math.min(1, rows.length))
  const fits = (): boolean => sum(sections.map((section, place) => roomOf(section, kept[place]!))) <= room
  const grow = (index: number, most: number): void => {
    while (kept[index]! < Math.min(most, sections[index]!.rows.length)) {
      kept[index]! += 1
      if (fits()) continue
      kept[index]! -= 1
      return
    }
  }
  for (const most of [2, Number.POSITIVE_INFINITY]) for (const index of sections.keys()) grow(index, most)
  return sections.map((section, index) => cut(section, kept[index]!))
}

function cut(section: MemoSection, kept: number): MemoSection {
  const {rows, columns} = section
  if (kept === rows.length) return section
  const rest = [`and ${rows.length - kept} more`, ...columns.slice(1).map(() => '')]
  return {...section, rows: [...rows.slice(0, kept), rest]}
}

function roomOf(section: MemoSection, kept: number): number {
  const {heading, rows, columns} = section
  const headed = headingRoom + paragraphLineRoom * (Math.ceil(breadth(heading) / lineLength) - 1)
  const shown = rows.slice(0, kept)
  if (columns.length === 0) return shown.flat().reduce((total, words) => total + roomOfParagraph(words), headed)
  const widths = widthsOf([columns, ...shown])
  const more = kept < rows.length ? rowRoom + lineRoom : 0
  return shown.reduce((total, row) => total + roomOfRow(row, widths), headed + columnsRoom + more)
}

function roomOfRow(cells: readonly string[], widths: readonly number[]): number {
  return rowRoom + lineRoom * Math.max(...cells.map((words, column) => linesOf(words, widths[column]! - margin)))
}

/** Each column gets its longest word, and of the rest as its cells are long: as the PDF shares a table out. */
function widthsOf(rows: readonly (readonly string[])[]): readonly number[] {
  const columns = rows[0]!.map((_, column) => rows.map((row) => row[column] ?? ''))
  const least = columns.map(
    (cells) => Math.min(longestWord, Math.max(...cells.flatMap(wordsIn).map(({length}) => length))) + margin,
  )
  const usual = columns.map((cells) => Math.sqrt(sum(cells.map(({length}) => length ** 2)) / cells.length))
  const wanted = usual.map((length, column) => Math.max(1, length + margin - least[column]!))
  const spare = Math.max(0, tableLength - sum(least)) / sum(wanted)
  return least.map((width, column) => width + spare * wanted[column]!)
}

// A short cell, such as a date, is not broken.
function wordsIn(words: string): readonly string[] {
  return words.length > 14 ? words.split(' ') : [words]
}

function linesOf(words: string, width: number): number {
  let [lines, filled] = [1, 0]
  for (const word of words.split(' ')) {
    const length = breadth(word)
    const space = filled > 0 ? 1 : 0
    if (filled + space + length <= width) filled += space + length
    else {
      // A word that is longer than its line is parted.
      lines += (filled > 0 ? 1 : 0) + Math.ceil(length / width) - 1
      filled = length % width
    }
  }
  return lines
}

// In ordinary letters: a capital is wider, an ideograph as wide as two.
function breadth(words: string): number {
  let total = 0
  for (const letter of words) total += ideograph.test(letter) ? 2 : capital.test(letter) ? 1.5 : 1
  return total
}

const ideograph = /[\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]/
const capital = /\p{Lu}/u

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
