/**
 * The numbered text of a fair copy, for `--format md`. Printed numbers are words of the line, never a list that a viewer
 * would count again; depth is shown by em spaces, which Markdown leaves alone where it would read four spaces as code.
 */
import type {Block, Cover, Execution, FairCopy, Numeral, Part, Provision} from '../../model/index.js'
import {citation} from './citation.js'
import {asParagraph, escaped, onOneLine} from './escape.js'
import {executionBlock} from './execution-block.js'
import {type Printing, plainly, written} from './inlines.js'
import {openPoints} from './open-points.js'
import {tableOf} from './table.js'

interface Page extends Printing {
  readonly copy: FairCopy
}

/** The whole document as Markdown (CommonMark with GFM tables), ending with a line break. */
export function renderMarkdown(copy: FairCopy): string {
  const page = pageOf(copy)
  const {agreement, notices} = copy
  const cover = agreement.parts.filter((part) => part.kind === 'cover')
  const rest = agreement.parts.filter((part) => part.kind !== 'cover')
  const pieces = [
    heading(1, escaped(agreement.title)),
    ...notice(notices.firstPage),
    ...cover.flatMap((part) => coverOf(part, page)),
    ...contentsOf(page),
    ...rest.flatMap((part) => partOf(part, page)),
    ...openPoints(copy),
    ...footer(page),
  ]
  return `${pieces.join('\n\n')}\n`
}

function pageOf(copy: FairCopy): Page {
  const {print} = copy.locale
  return {copy, print, cite: (reference) => citation(copy, reference), blank: () => print.blank}
}

function heading(level: 1 | 2, markdown: string): string {
  return `${'#'.repeat(level)} ${onOneLine(markdown, '&#10;')}`
}

function notice(words: string): readonly string[] {
  return words === '' ? [] : [asParagraph(escaped(words)).replace(/^/gm, '> ')]
}

function coverOf(part: Cover, page: Page): readonly string[] {
  if (part.blocks.length === 0) return []
  return [heading(2, escaped(page.print.keyTerms)), ...part.blocks.map((block) => blockOf(block, '', page))]
}

function contentsOf(page: Page): readonly string[] {
  const {contents} = page.copy
  if (contents.length === 0) return []
  const lines = contents.map(({level, numeral, heading: words}) => {
    const line = [...(numeral === undefined ? [] : [escaped(numeral)]), plainly(words, page)].join(' ')
    return `${'  '.repeat(level)}- ${asParagraph(onOneLine(line, '&#10;'))}`
  })
  return [heading(2, escaped(page.print.contents)), lines.join('\n')]
}

function partOf(part: Exclude<Part, Cover>, page: Page): readonly string[] {
  const provisions = part.provisions.flatMap((provision) => provisionOf(provision, page))
  if (part.kind === 'execution') return executionOf(part, page, provisions)
  const words = part.heading ? plainly(part.heading, page) : undefined
  if (words === undefined) return provisions
  const numeral = part.kind === 'schedule' ? page.copy.numerals.get(part.id)?.label : undefined
  return [heading(2, numeral === undefined ? words : `${escaped(numeral)} – ${words}`), ...provisions]
}

function executionOf(part: Execution, page: Page, testimonium: readonly string[]): readonly string[] {
  return [
    heading(2, escaped(page.print.signatures)),
    ...testimonium,
    ...part.blocks.flatMap((block) => executionBlock(block, page)),
  ]
}

function provisionOf(provision: Provision, page: Page): readonly string[] {
  const numeral = page.copy.numerals.get(provision.id)
  const indent = numeral === undefined ? '' : '\u2003\u2003'.repeat(depthOf(numeral))
  const label = numeral === undefined ? '' : escaped(numeral.label)
  return [
    ...opening(provision, label, indent, page),
    ...provision.provisions.flatMap((below) => provisionOf(below, page)),
    ...(provision.closing ?? []).map((block) => blockOf(block, indent, page)),
  ]
}

// Clauses and their sub-clauses (7, 7.2) begin at the margin; below a party or a recital, everything is set in.
function depthOf({list, level}: Numeral): number {
  return list === 'parties' || list === 'recitals' ? level : Math.max(0, level - 1)
}

// The label stands before the heading; without one, before the first words; and alone where a table comes first.
function opening({heading: words, body}: Provision, label: string, indent: string, page: Page): readonly string[] {
  const blocks = body.map((block) => blockOf(block, indent, page))
  if (words) return [`${indent}**${spaced(label, onOneLine(plainly(words, page), '&#10;'))}**`, ...blocks]
  if (label === '') return blocks
  const [first, ...others] = body
  if (first?.type !== 'paragraph') return [indent + asParagraph(label), ...blocks]
  return [
    paragraph(spaced(label, written(first.content, page)), indent),
    ...others.map((block) => blockOf(block, indent, page)),
  ]
}

function spaced(label: string, words: string): string {
  return [label, words].filter((part) => part !== '').join(' ')
}

function blockOf(block: Block, indent: string, page: Page): string {
  return block.type === 'table' ? tableOf(block, page) : paragraph(written(block.content, page), indent)
}

function paragraph(markdown: string, indent: string): string {
  return asParagraph(markdown).replace(/^/gm, indent)
}

function footer({copy: {notices}}: Page): readonly string[] {
  const lines = [notices.footer, notices.origin].filter((line) => line !== '')
  return lines.length === 0 ? [] : ['---', ...lines.map((line) => asParagraph(escaped(line)))]
}
