/** A table as GitHub's Markdown writes it (GFM §4.10): it must have a heading row, so one without headings gets an empty one. */
import type {Column, Table} from '../../model/index.js'
import {onOneLine} from './escape.js'
import {type Printing, type Words, written} from './inlines.js'

const rules = {start: '---', center: ':---:', end: '---:'} as const

export function tableOf(table: Table, printing: Printing): string {
  const heading = row(table.columns.map((column) => cell(column.heading, printing)))
  const rows = table.rows.map(({cells}) => row(cells.map((words) => cell(words, printing))))
  return [heading, ruleOf(table.columns), ...rows].join('\n')
}

/** Two columns without headings: what, and its words (already Markdown). */
export function pairs(lines: readonly (readonly [string, string])[]): string {
  return [row(['', '']), row(['---', '---']), ...lines.map(([what, words]) => row([what, words]))].join('\n')
}

export function cell(words: Words, printing: Printing): string {
  return onOneLine(written(words, printing), '<br>')
}

function ruleOf(columns: readonly Column[]): string {
  return row(columns.map(({align}) => rules[align]))
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
