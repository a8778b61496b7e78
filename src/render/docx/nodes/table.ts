/**
 * A table: fixed widths, hairlines, a heading row that is repeated on each page, rows that do not break. Word joins two
 * tables that touch and sets no space after one, so a narrow paragraph follows each.
 */
import {
  bareWords,
  type Change,
  type Column,
  type Inline,
  type Row,
  standingOf,
  type Table,
} from '../../../model/index.js'
import {colours, textWidth} from '../measures.js'
import {under} from '../redline-sheet.js'
import type {Sheet} from '../sheet.js'
import {trackedRow} from '../tracked.js'
import {columnWidths} from './column-widths.js'
import {inlines} from './inlines.js'
import {paragraph} from './paragraph.js'

/** `indent` is how far from the margin the text around it stands, in twips. */
export function table({columns, rows, mark}: Table<Change>, around: Sheet, indent = 0): string {
  const sheet = inTable(around, mark)
  const headed = columns.some(({heading}) => bareWords(heading, sheet.print.blank) !== '')
  if (columns.length === 0 || (!headed && rows.length === 0)) return ''
  const width = textWidth - indent
  const widths = columnWidths(
    columns.map((column, index) => textsOf(column, rows, index, sheet)),
    width,
  )
  const grid = widths.map((own) => `<w:gridCol w:w="${own}"/>`).join('')
  const head = headed ? headingRow(columns, widths, sheet) : ''
  const body = rows.map(({cells, mark: own}, index) =>
    row(cells, columns, widths, under(sheet, own), false, index === 0 && rows.length > 1),
  )
  return `<w:tbl>${properties(width, indent, headed)}<w:tblGrid>${grid}</w:tblGrid>${head}${body.join('')}</w:tbl>${paragraph('AfterTable', '', {}, afterTable(columns, rows, under(around, mark)))}`
}

// Rows are inserted and deleted, never moved, and so are the words in them.
function inTable(around: Sheet, mark: Change | undefined): Sheet {
  return around.redline ? {...under(around, mark), plainly: true} : around
}

function headingRow(columns: readonly Column<Change>[], widths: readonly number[], sheet: Sheet): string {
  const cells = columns.map(({heading}) => heading)
  const mark = sheet.redline && !sheet.around ? soleMark(wordsOfHeadings(columns, sheet)) : undefined
  return row(cells, columns, widths, under(sheet, mark), true)
}

// The paragraph after a table comes and goes with it: also where all its rows do, each by itself.
function afterTable(columns: readonly Column<Change>[], rows: readonly Row<Change>[], sheet: Sheet): Sheet {
  if (!sheet.redline || sheet.around) return sheet
  return under(sheet, soleMark([...wordsOfHeadings(columns, sheet), ...rows]))
}

function wordsOfHeadings(columns: readonly Column<Change>[], {print}: Sheet): readonly Inline<Change>[] {
  return columns.flatMap(({heading}) => heading).filter((inline) => bareWords([inline], print.blank) !== '')
}

/** The mark of the first, where all stand on the same one side. */
function soleMark(all: readonly {readonly mark?: Change}[]): Change | undefined {
  const mark = all[0]?.mark
  return mark && all.every((one) => one.mark && standingOf(one.mark) === standingOf(mark)) ? mark : undefined
}

function textsOf(
  {heading}: Column<Change>,
  rows: readonly Row<Change>[],
  index: number,
  {print}: Sheet,
): readonly string[] {
  const lines = (content: readonly Inline<Change>[]): readonly string[] => bareWords(content, print.blank).split('\n')
  return [heading, ...rows.map(({cells}) => cells[index] ?? [])].flatMap(lines)
}

function properties(width: number, indent: number, headed: boolean): string {
  const line = (side: string, size: number): string =>
    `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="${colours.rule}"/>`
  return (
    `<w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblInd w:w="${indent}" w:type="dxa"/>` +
    `<w:tblBorders>${line('top', 8)}${line('bottom', 8)}${line('insideH', 4)}</w:tblBorders><w:tblLayout w:type="fixed"/>` +
    `<w:tblLook w:val="0${headed ? '4' : '0'}20" w:firstRow="${headed ? 1 : 0}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>`
  )
}

function row(
  cells: Row<Change>['cells'],
  columns: readonly Column<Change>[],
  widths: readonly number[],
  sheet: Sheet,
  head: boolean,
  keepNext = false,
): string {
  const written = columns.map(({align}, index) =>
    cell(cells[index] ?? [], align, widths[index]!, sheet, head, keepNext),
  )
  return `<w:tr><w:trPr><w:cantSplit/>${head ? '<w:tblHeader/>' : ''}${trackedRow(sheet.around)}</w:trPr>${written.join('')}</w:tr>`
}

function cell(
  content: readonly Inline<Change>[],
  align: Column['align'],
  width: number,
  sheet: Sheet,
  head: boolean,
  keepNext: boolean,
): string {
  const shade = head ? `<w:shd w:val="clear" w:color="auto" w:fill="${colours.tint}"/>` : ''
  const setting = align === 'start' ? {keepNext} : {keepNext, align: align === 'end' ? ('right' as const) : align}
  const words = paragraph(head ? 'TableHeading' : 'TableText', inlines(content, sheet), setting)
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${shade}</w:tcPr>${words}</w:tc>`
}
