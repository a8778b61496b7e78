/** The tree of a clause, written in the clause language so that reading it again gives the same tree. */
import type {
  Choice,
  Choosable,
  ClauseBlock,
  ClauseInline,
  ClauseItem,
  ClauseRow,
  ClauseTable,
  ClauseTree,
  Repetition,
} from '../model/index.js'
import {escapeStart, escapeWords} from './escape.js'
import {printCall, printExpression, printPath} from './print-expression.js'

/** The whole text of a clause, without front matter; ends with a line break. */
export function printTree(tree: ClauseTree): string {
  return `${contentsLines(tree)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}

function contentsLines({body, items, closing}: ClauseTree): readonly string[] {
  const groups = [blocksLines(body), wrap(items, itemLines), blocksLines(closing)].filter((lines) => lines.length > 0)
  return groups.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]))
}

function blocksLines(blocks: readonly Choosable<ClauseBlock>[]): readonly string[] {
  return blocks.flatMap((block, index) =>
    index === 0 ? wrap([block], blockLines) : ['', ...wrap([block], blockLines)],
  )
}

// Lines of a sequence: tags alone on their lines, around what they choose or repeat.
function wrap<T extends {readonly type: string}>(
  sequence: readonly Choosable<T>[],
  print: (one: T) => readonly string[],
): readonly string[] {
  return sequence.flatMap((one) => {
    if (!isBlock(one)) return print(one)
    const [open, close] = ends(one)
    const otherwise = one.otherwise.length > 0 ? ['{{else}}', ...spaced(one.otherwise, print)] : []
    return [open, ...spaced(one.type === 'choice' ? one.holds : one.each, print), ...otherwise, close]
  })
}

// Paragraphs need a blank line between them; items and rows must stand together.
function spaced<T extends {readonly type: string}>(
  sequence: readonly Choosable<T>[],
  print: (one: T) => readonly string[],
): readonly string[] {
  const apart = print === (blockLines as unknown)
  return sequence.flatMap((one, index) => (apart && index > 0 ? ['', ...wrap([one], print)] : wrap([one], print)))
}

function isBlock<T extends {readonly type: string}>(one: Choosable<T>): one is Choice<T> | Repetition<T> {
  return one.type === 'choice' || one.type === 'repetition'
}

function ends<T>(block: Choice<T> | Repetition<T>): readonly [string, string] {
  if (block.type === 'repetition') return [`{{#each ${printPath(block.over)}}}`, '{{/each}}']
  return [`{{#if ${printExpression(block.test)}}}`, '{{/if}}']
}

function itemLines(item: ClauseItem): readonly string[] {
  const label = item.label === undefined ? '' : `{#${item.label}} `
  const [first, ...rest] = contentsLines(item)
  const opensWithWords = item.body[0] !== undefined && item.body[0].type === 'paragraph'
  const lines = opensWithWords
    ? [label + first, ...rest]
    : [label.trimEnd(), '', ...(first === undefined ? [] : [first, ...rest])]
  return lines.map((line, index) => (index === 0 ? `1. ${line}`.trimEnd() : line === '' ? '' : `   ${line}`))
}

function blockLines(block: ClauseBlock): readonly string[] {
  return block.type === 'paragraph' ? [paragraphLine(block.content)] : tableLines(block)
}

function paragraphLine(content: readonly Choosable<ClauseInline>[]): string {
  const line = inlines(content)
  return content[0]?.type === 'text' ? escapeStart(line) : line
}

function tableLines({columns, rows}: ClauseTable): readonly string[] {
  const rule = {start: '---', center: ':---:', end: '---:'}
  const heading = cellsLine(columns.map((column) => inlines(column.heading)))
  return [heading, cellsLine(columns.map(({align}) => rule[align])), ...wrap(rows, rowLines)]
}

function rowLines({label, cells}: ClauseRow): readonly string[] {
  const [first = '', ...rest] = cells.map(inlines)
  return [cellsLine([label === undefined ? first : `{#${label}} ${first}`.trimEnd(), ...rest])]
}

function cellsLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function inlines(content: readonly Choosable<ClauseInline>[]): string {
  return content.map(inline).join('')
}

function inline(one: Choosable<ClauseInline>): string {
  switch (one.type) {
    case 'text':
      return escapeWords(one.text)
    case 'literal-text':
      return `\\${one.text}`
    case 'emphasis':
      return `*${inlines(one.content)}*`
    case 'definition':
      return `**"${one.text}"**`
    case 'reference':
      return `[${escapeWords(one.label)}](#${one.target})`
    case 'print':
      return one.expression.type === 'call'
        ? `{{${printCall(one.expression.helper, one.expression.arguments)}}}`
        : `{{${printExpression(one.expression)}}}`
    default:
      return inlineBlock(one)
  }
}

function inlineBlock(block: Choice<ClauseInline> | Repetition<ClauseInline>): string {
  const [open, close] = ends(block)
  const otherwise = block.otherwise.length > 0 ? `{{else}}${inlines(block.otherwise)}` : ''
  return `${open}${inlines(block.type === 'choice' ? block.holds : block.each)}${otherwise}${close}`
}
