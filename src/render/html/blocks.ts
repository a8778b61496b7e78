/** Paragraphs and tables. */
import type {Block, Change, Column, Paragraph, Row, Table} from '../../model/index.js'
import {changesNumber, standingLine} from './glosses.js'
import {element, type Html, joined} from './html.js'
import {written} from './inlines.js'
import {classes} from './marks.js'
import {below, isShown, type Page} from './page.js'

export function blocks(list: readonly Block<Change>[], page: Page): Html {
  return joined(
    list
      .filter((block) => isShown(block, page))
      .map((block) =>
        block.type === 'table' ? tableOf(block, below(page, block)) : paragraph(block, below(page, block)),
      ),
  )
}

function paragraph(block: Paragraph<Change>, page: Page): Html {
  return element('p', {class: classes(undefined, block, page)}, written(block.content, page), numberOf(block, page))
}

function numberOf({mark}: {readonly mark?: Change}, page: Page): Html {
  return mark ? changesNumber(mark, page) : joined([])
}

// A table whose headings are all empty has none: then the first cell of each row says what the row is about.
function tableOf(table: Table<Change>, page: Page): Html {
  const {columns} = table
  const rows = table.rows.filter((row) => isShown(row, page))
  const headed = columns.some(({heading}) => heading.some((inline) => inline.type !== 'text' || inline.text !== ''))
  const head = element('thead', {}, element('tr', {}, ...columns.map((column) => headingCell(column, page))))
  const body = element('tbody', {}, ...rows.map((row) => rowOf(row, columns, headed, below(page, row))))
  const kind = classes(headed ? undefined : 'terms', table, page)
  const whole = element('table', {class: kind}, ...(headed ? [head] : []), body)
  // A wide table scrolls on a narrow screen, by keyboard too.
  const printed = columns.length > 3 ? element('div', {class: 'wide', tabindex: '0'}, whole) : whole
  return joined([standingLine(table, page), printed])
}

function headingCell(column: Column<Change>, page: Page): Html {
  return element('th', {scope: 'col', class: alignment(column)}, written(column.heading, page))
}

function rowOf(row: Row<Change>, columns: readonly Column<Change>[], headed: boolean, page: Page): Html {
  const cellsOfRow = row.cells.map((words, index) => {
    const isHeading = !headed && index === 0
    return element(
      isHeading ? 'th' : 'td',
      {scope: isHeading ? 'row' : undefined, class: alignment(columns[index])},
      written(words, page),
      index === 0 ? numberOf(row, page) : joined([]),
    )
  })
  return element('tr', {class: classes(undefined, row, page)}, ...cellsOfRow)
}

function alignment(column: Column<Change> | undefined): string | undefined {
  return column === undefined || column.align === 'start' ? undefined : column.align
}
