/**
 * A table: fixed widths, hairlines, a heading row that is repeated on each page, rows that do not break. Word joins two
 * tables that touch and sets no space after one, so a narrow paragraph follows each.
 */
import {bareWords, type Column, type Inline, type Row, type Table} from '../../../model/index.js'
import {colours, textWidth} from '../measures.js'
import type {Sheet} from '../sheet.js'
import {columnWidths} from './column-widths.js'
import {inlines} from './inlines.js'
import {paragraph} from './paragraph.js'

/** `indent` is how far from the margin the text around it stands, in twips. */
export function table({columns, rows}: Table, sheet: Sheet, indent = 0): string {
  const headed = columns.some(({heading}) => bareWords(heading, sheet.print.blank) !== '')
  if (columns.length === 0 || (!headed && rows.length === 0)) return ''
  const width = textWidth - indent
  const widths = columnWidths(
    columns.map((column, index) => textsOf(column, rows, index, sheet)),
    width,
  )
  const grid = widths.map((own) => `<w:gridCol w:w="${own}"/>`).join('')
  const head = headed
    ? row(
        columns.map(({heading}) => heading),
        columns,
        widths,
        sheet,
        true,
      )
    : ''
  const body = rows.map(({cells}, index) => row(cells, columns, widths, sheet, false, index === 0 && rows.length > 1))
  return `<w:tbl>${properties(width, indent, headed)}<w:tblGrid>${grid}</w:tblGrid>${head}${body.join('')}</w:tbl>${paragraph('AfterTable', '')}`
}

function textsOf({heading}: Column, rows: readonly Row[], index: number, {print}: Sheet): readonly string[] {
  const lines = (content: readonly Inline[]): readonly string[] => bareWords(content, print.blank).split('\n')
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
  cells: Row['cells'],
  columns: readonly Column[],
  widths: readonly number[],
  sheet: Sheet,
  head: boolean,
  keepNext = false,
): string {
  const written = columns.map(({align}, index) =>
    cell(cells[index] ?? [], align, widths[index]!, sheet, head, keepNext),
  )
  return `<w:tr><w:trPr><w:cantSplit/>${head ? '<w:tblHeader/>' : ''}</w:trPr>${written.join('')}</w:tr>`
}

function cell(
  content: readonly Inline[],
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
