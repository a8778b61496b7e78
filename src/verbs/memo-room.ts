/**
 * How much of a memo fits one page. Rows are weighed by the lines that they take. A partner reads the page and takes the rest
 * from the redline.
 */
import type {MemoSection} from './memo-sections.js'

// In points, measured on the PDF; Word's page has a little more room.
const page = 516
const headingRoom = 32
const columnsRoom = 18
const rowRoom = 5
const lineRoom = 12
const paragraphRoom = 4
const paragraphLineRoom = 13.5

/** Ordinary letters on a line of a table, and of a paragraph. */
const lineLength = 76

/** Lines end at words, so they are not full. */
const ragged = 1.15

/** What is left of the page below paragraphs, and below sections of one paragraph that stand in any case. */
export function roomBeside(paragraphs: readonly string[], standing: readonly string[]): number {
  const taken = [...paragraphs, ...standing].reduce((total, words) => total + roomOfParagraph(words), 0)
  return page - taken - headingRoom * standing.length
}

function roomOfParagraph(words: string): number {
  return paragraphRoom + paragraphLineRoom * Math.ceil(breadth(words) / lineLength)
}

/**
 * The same sections with the rows that fit; the last row of a cut one says how many more there are. Each section in turn gets one row
 * more, so that none takes the page; each shows one, whatever it takes.
 */
export function fitted(sections: readonly MemoSection[], room: number): readonly MemoSection[] {
  const kept = sections.map(({rows}) => Math.min(1, rows.length))
  const taken = (): number => sections.reduce((total, section, index) => total + roomOf(section, kept[index]!), 0)
  for (let grown = true; grown; ) {
    grown = false
    for (const [index, {rows}] of sections.entries()) {
      if (kept[index] === rows.length) continue
      kept[index]! += 1
      if (taken() <= room) grown = true
      else kept[index]! -= 1
    }
  }
  return sections.map((section, index) => cut(section, kept[index]!))
}

function cut(section: MemoSection, kept: number): MemoSection {
  const {rows, columns} = section
  if (kept === rows.length) return section
  const rest = [`and ${rows.length - kept} more`, ...columns.slice(1).map(() => '')]
  return {...section, rows: [...rows.slice(0, kept), rest]}
}

function roomOf(section: MemoSection, kept: number): number {
  const {rows, columns} = section
  const fixed = headingRoom + (columns.length > 0 ? columnsRoom : 0)
  const shown = rows.slice(0, kept).reduce((total, row) => total + roomOfRow(row, section), 0)
  return fixed + shown + (kept < rows.length ? rowRoom + lineRoom : 0)
}

// Columns get room by their longest cell, none more than half of the line.
function roomOfRow(cells: readonly string[], {columns, rows}: MemoSection): number {
  if (columns.length === 0) return cells.reduce((total, words) => total + roomOfParagraph(words), 0)
  const longest = columns.map((heading, column) =>
    Math.min(lineLength / 2, Math.max(breadth(heading), ...rows.map((row) => breadth(row[column] ?? '')))),
  )
  const whole = longest.reduce((total, length) => total + length, 0)
  const lines = cells.map((words, column) => {
    const filled = (breadth(words) * whole) / (lineLength * longest[column]!)
    return filled <= 1 ? 1 : Math.ceil(ragged * filled)
  })
  return rowRoom + lineRoom * Math.max(...lines)
}

// In ordinary letters: a capital is wider, an ideograph as wide as two.
function breadth(words: string): number {
  let total = 0
  for (const letter of words)
    total += /[\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]/.test(letter) ? 2 : /\p{Lu}/u.test(letter) ? 1.5 : 1
  return total
}
