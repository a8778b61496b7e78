/**
 * Side by side: the old text at the left, the new one at the right, each with its own numbers and citations. A row is one
 * provision's own words, so that what answers what stands on one line; what stands on one side only faces nothing.
 */
import type {Agreement, Change, ExecutionBlock, Provision, Side} from '../../model/index.js'
import {footer} from './back.js'
import {blocks} from './blocks.js'
import {cover} from './front.js'
import {standingLine} from './glosses.js'
import {element, type Html, joined, text} from './html.js'
import {below, isShown, numeralHere, type Page, placeOf} from './page.js'
import {type Bodied, title} from './parts.js'
import {type HeadingLevel, headingOf, isItemOf, label} from './provisions.js'
import {executionBlock} from './signing.js'
import {isUnchanged, isUnchangedPart, isUnchangedSigning} from './unchanged.js'

/** Both columns, each seen from the same node. */
interface Columns {
  readonly left: Page
  readonly right: Page
}

interface Row {
  readonly left?: Html
  readonly right?: Html
  readonly unchanged: boolean
}

/** The table of both columns. `page` is that of the redline in one text. */
export function sideBySide(page: Page & {readonly redline: object}, from: Side, to: Side): Html {
  const columns = {left: column(page, 'old'), right: column(page, 'new')}
  const rows = [
    front(columns),
    ...partsOf(page.copy.agreement, columns),
    {left: footer(columns.left), right: footer(columns.right), unchanged: true},
  ]
  const heads = [from, to].map(({label: words}) => element('th', {scope: 'col'}, text(words)))
  return element(
    'table',
    {class: 'columns'},
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...withGapRows(rows)),
  )
}

function column(page: Page, shown: 'old' | 'new'): Page {
  const {copy, redline} = page
  return redline ? {copy, firsts: new Set(), redline: {...redline, shown}} : page
}

function withGapRows(rows: readonly Row[]): readonly Html[] {
  return rows.map((row, index) => {
    const printed = rowOf(row)
    if (!row.unchanged || rows[index - 1]?.unchanged) return printed
    const gap = element('td', {colspan: '2'}, text('unchanged'))
    return joined([element('tr', {class: 'gloss gap'}, gap), printed])
  })
}

function rowOf({left, right, unchanged}: Row): Html {
  const cell = (words: Html | undefined): Html =>
    element('td', {class: words === undefined ? 'absent' : undefined}, words ?? text(''))
  return element('tr', {class: unchanged ? 'unchanged' : undefined}, cell(left), cell(right))
}

function front(columns: Columns): Row {
  return {left: cover(columns.left), right: cover(columns.right), unchanged: false}
}

function partsOf({parts}: Agreement<Change>, columns: Columns): readonly Row[] {
  return parts.flatMap((part) => (part.kind === 'cover' ? [] : partRows(part, columns)))
}

function partRows(part: Bodied, around: Columns): readonly Row[] {
  const columns = belowBoth(around, part)
  const untitled = part.kind === 'group' && !part.heading
  const level = untitled ? 2 : 3
  const unchanged = isUnchangedPart(part)
  const head = both(part, around, unchanged, (page) =>
    element(
      'div',
      {class: part.kind, id: placeOf(part.id, page)},
      standingLine(part, page),
      untitled ? joined([]) : title(part, page),
    ),
  )
  const signing = part.kind === 'execution' ? part.blocks.map((block) => signingRow(block, columns)) : []
  return [head, ...siblings(part.provisions, level, 0, columns), ...signing]
}

function signingRow(block: ExecutionBlock<Change>, around: Columns): Row {
  return both(block, around, isUnchangedSigning(block), (page) => executionBlock(block, page))
}

// A provision that replaces its neighbour faces it.
function siblings(
  list: readonly Provision<Change>[],
  level: HeadingLevel,
  depth: number,
  columns: Columns,
): readonly Row[] {
  return list.flatMap((provision, index) => {
    const before = list[index - 1]
    if (before && replaces(provision, before)) return []
    const rows = provisionRows(provision, level, depth, columns)
    const next = list[index + 1]
    return next && replaces(next, provision) ? facing(rows, provisionRows(next, level, depth, columns)) : rows
  })
}

function replaces({mark}: Provision<Change>, before: Provision<Change>): boolean {
  return mark?.kind === 'inserted' && before.mark?.kind === 'deleted' && mark.pair === before.mark.id
}

function facing(old: readonly Row[], now: readonly Row[]): readonly Row[] {
  return Array.from({length: Math.max(old.length, now.length)}, (_, index) => ({
    ...(old[index]?.left === undefined ? {} : {left: old[index].left}),
    ...(now[index]?.right === undefined ? {} : {right: now[index].right}),
    unchanged: false,
  }))
}

function provisionRows(
  provision: Provision<Change>,
  level: HeadingLevel,
  depth: number,
  around: Columns,
): readonly Row[] {
  const columns = belowBoth(around, provision)
  const unchanged = isUnchanged(provision) && !around.left.redline?.mark
  const next = provision.heading ? (level === 2 ? 3 : 4) : level
  const indent = `depth-${Math.min(depth, 4)}`
  const closing = provision.closing
  return [
    both(provision, around, unchanged, (page) => own(provision, level, indent, page)),
    ...siblings(provision.provisions, next, depth + 1, columns),
    ...(closing ? [both(provision, around, unchanged, (page) => words(blocks(closing, page), indent))] : []),
  ]
}

function own(provision: Provision<Change>, level: HeadingLevel, indent: string, page: Page): Html {
  const id = placeOf(provision.id, page)
  const body = blocks(provision.body, page)
  const line = standingLine(provision, page)
  if (isItemOf(provision, page)) {
    const inside = element('div', {class: 'words'}, line, body)
    return element('div', {class: `item ${indent}`, id}, label(provision.id, page), text(' '), inside)
  }
  const kind = numeralHere(provision.id, page) ? 'clause' : 'plain'
  const content = element('div', {class: 'words'}, body)
  return element('div', {class: `${kind} ${indent}`, id}, line, headingOf(provision, level, page), content)
}

function words(closing: Html, indent: string): Html {
  return element('div', {class: `closing ${indent}`}, closing)
}

function belowBoth({left, right}: Columns, node: {readonly mark?: Change}): Columns {
  return {left: below(left, node), right: below(right, node)}
}

function both(node: {readonly mark?: Change}, around: Columns, unchanged: boolean, write: (page: Page) => Html): Row {
  const {left, right} = belowBoth(around, node)
  return {
    ...(isShown(node, around.left) ? {left: write(left)} : {}),
    ...(isShown(node, around.right) ? {right: write(right)} : {}),
    unchanged,
  }
}
