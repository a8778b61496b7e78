/** Paragraphs and tables. */
import type {Block, Column, Row, Table} from '../../model/index.js'
import {element, type Html, joined} from './html.js'
import {type Words, written} from './inlines.js'
import type {Page} from './page.js'

export function blocks(list: readonly Block[], page: Page): Html {
  return joined(list.map((block) => (block.type === 'table' ? tableOf(block, page) : paragraph(block.content, page))))
}

function paragraph(content: Words, page: Page): Html {
  return element('p', {}, written(content, page))
}

// A table whose headings are all empty has none: then the first cell of each row says what the row is about.
function tableOf({columns, rows}: Table, page: Page): Html {
  const headed = columns.some(({heading}) => heading.some((inline) => inline.type !== 'text' || inline.text !== ''))
  const head = element('thead', {}, element('tr', {}, ...columns.map((column) => headingCell(column, page))))
  const body = element('tbody', {}, ...rows.map((row) => rowOf(row, columns, headed, page)))
  const whole = element('table', {class: headed ? undefined : 'terms'}, ...(headed ? [head] : []), body)
  // A wide table scrolls on a narrow screen, by keyboard too.
  return columns.length > 3 ? element('div', {class: 'wide', tabindex: '0'}, whole) : whole
}

function headingCell(column: Column, page: Page): Html {
  return element('th', {scope: 'col', class: alignment(column)}, written(column.heading, page))
}

function rowOf({cells}: Row, columns: readonly Column[], headed: boolean, page: Page): Html {
  const cellsOfRow = cells.map((words, index) => {
    const isHeading = !headed && index === 0
    return element(
      isHeading ? 'th' : 'td',
      {scope: isHeading ? 'row' : undefined, class: alignment(columns[index])},
      written(words, page),
    )
  })
  return element('tr', {}, ...cellsOfRow)
}

function alignment(column: Column | undefined): string | undefined {
  return column === undefined || column.align === 'start' ? undefined : column.align
}
