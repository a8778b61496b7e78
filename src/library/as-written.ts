/**
 * A clause as it is written, for reading and comparing: an agreement's provision in which every branch stands. Conditions and
 * repetitions are drafting notes in brackets, values are their parameters' titles in brackets; what the text refers to
 * outside itself goes by its name, since nothing else stands here.
 */
import type {
  Block,
  Choice,
  Choosable,
  Clause,
  ClauseBlock,
  ClauseInline,
  ClauseItem,
  ClauseRow,
  Inline,
  Provision,
  ProvisionId,
  Repetition,
  Row,
  Source,
} from '../model/index.js'
import {conditionWords, type Naming, patternAt, printedPattern, printedWords, type Rows} from './condition-words.js'
import {itemsOf} from './text-of.js'

/** How a clause is read: what its parameters are called, and where it stands. */
export interface Reading extends Naming {
  /** Id of the provision; the same for two versions that are compared, also where their positions differ. */
  readonly root: ProvisionId
}

interface Writing extends Reading {
  readonly source: Source
  readonly own: string
  /** What stands in this clause and can be cited. */
  readonly citable: ReadonlySet<ProvisionId>
  readonly taken: Set<ProvisionId>
}

/** Where a piece stands: in which rows, and under which conditions that no word has told yet. */
interface Stand {
  readonly rows: Rows
  readonly notes: readonly string[]
}

const whole: Stand = {rows: [''], notes: []}

/** The text of a clause with its title for a heading. */
export function asWritten(clause: Clause, reading: Reading): Provision {
  const {root, parameters, nameOf} = reading
  const {id, version, hash, position, title, tree} = clause
  const citable = new Set([root, ...itemsOf(tree).map(({path}) => `${root}/${path}`)])
  const source: Source = {type: 'clause', clause: id, version, hash}
  const writing = {root, parameters, nameOf, source, own: position, citable, taken: new Set([root])}
  return {...contents(root, tree, whole, writing), heading: [{type: 'text', text: title}]}
}

type Contents = Pick<ClauseItem, 'body' | 'items' | 'closing'>

function contents(
  id: ProvisionId,
  {body, items, closing}: Contents,
  {rows, notes}: Stand,
  writing: Writing,
): Provision {
  const inside = {rows, notes: []}
  const closed = blocks(closing, inside, writing)
  return {
    id,
    source: writing.source,
    body: opened(blocks(body, inside, writing), notes),
    provisions: expand<ClauseItem, Provision>(items, inside, writing, (item, stand, index) =>
      contents(freeId(`${id}/${item.label ?? `item-${index + 1}`}`, writing.taken), item, stand, writing),
    ),
    ...(closed.length > 0 ? {closing: closed} : {}),
  }
}

// The two branches of a choice may share a label, since in an agreement only one of them stands.
function freeId(id: ProvisionId, taken: Set<ProvisionId>): ProvisionId {
  const free = taken.has(id) ? freeId(`${id}~otherwise`, taken) : id
  taken.add(free)
  return free
}

/** What stands in some deal, each with the conditions under which it does. */
function expand<T extends {readonly type: string}, R>(
  sequence: readonly Choosable<T>[],
  stand: Stand,
  writing: Writing,
  make: (one: T, stand: Stand, index: number) => R,
): readonly R[] {
  return sequence.flatMap((one, index): readonly R[] => {
    if (!isBranching(one)) return [make(one, stand, index)]
    const [taken, left] = branchesOf(one, stand.rows, writing)
    return [taken, left].flatMap(({note, rows, parts}) =>
      expand(parts, {rows, notes: [...stand.notes, note]}, writing, make),
    )
  })
}

interface Branch<T> {
  readonly note: string
  readonly rows: Rows
  readonly parts: readonly Choosable<T>[]
}

function branchesOf<T>(one: Choice<T> | Repetition<T>, rows: Rows, naming: Naming): readonly [Branch<T>, Branch<T>] {
  if (one.type === 'choice') {
    const words = (holds: boolean): string => `if ${conditionWords(one.test, rows, naming, holds)}`
    return [
      {note: words(true), rows, parts: one.holds},
      {note: words(false), rows, parts: one.otherwise},
    ]
  }
  const pattern = patternAt(one.over, rows)
  return [
    {note: `for each “${naming.nameOf(`${pattern}/*`)}”`, rows: [...rows, `${pattern}/*`], parts: one.each},
    {note: `if ${conditionWords(one.over, rows, naming, false)}`, rows, parts: one.otherwise},
  ]
}

function isBranching<T extends {readonly type: string}>(one: Choosable<T>): one is Choice<T> | Repetition<T> {
  return one.type === 'choice' || one.type === 'repetition'
}

function noteOf(notes: readonly string[]): Inline {
  const words = notes.join(', ')
  return aside(`[${words.charAt(0).toUpperCase()}${words.slice(1)}:] `)
}

function aside(text: string): Inline {
  return {type: 'emphasis', content: [{type: 'text', text}]}
}

function opened(standing: readonly Block[], notes: readonly string[]): readonly Block[] {
  if (notes.length === 0) return standing
  const [first, ...rest] = standing
  if (first?.type === 'paragraph')
    return [{type: 'paragraph', content: joined([noteOf(notes), ...first.content])}, ...rest]
  return [{type: 'paragraph', content: [noteOf(notes)]}, ...standing]
}

function blocks(sequence: readonly Choosable<ClauseBlock>[], stand: Stand, writing: Writing): readonly Block[] {
  return expand<ClauseBlock, readonly Block[]>(sequence, stand, writing, (block, {rows, notes}) => {
    if (block.type === 'paragraph')
      return opened([{type: 'paragraph', content: inlines(block.content, rows, writing)}], notes)
    const columns = block.columns.map(({align, heading}) => ({align, heading: inlines(heading, rows, writing)}))
    return opened([{type: 'table', columns, rows: tableRows(block.rows, rows, writing)}], notes)
  }).flat()
}

function tableRows(sequence: readonly Choosable<ClauseRow>[], rows: Rows, writing: Writing): readonly Row[] {
  const taken = new Set<string>()
  return expand<ClauseRow, Row>(sequence, {rows, notes: []}, writing, (row, stand, index) => {
    const id = freeId(row.label ?? `row-${index + 1}`, taken)
    const [first = [], ...rest] = row.cells.map((cell) => inlines(cell, stand.rows, writing))
    return {id, cells: [stand.notes.length > 0 ? joined([noteOf(stand.notes), ...first]) : first, ...rest]}
  })
}

type Words = readonly Choosable<ClauseInline>[]

function inlines(sequence: Words, rows: Rows, writing: Writing, note = aside): readonly Inline[] {
  return joined(pieces(sequence, rows, writing, note))
}

function pieces(sequence: Words, rows: Rows, writing: Writing, note: (text: string) => Inline): readonly Inline[] {
  return sequence.flatMap((one): readonly Inline[] => {
    if (!isBranching<ClauseInline>(one)) return [inline(one, rows, writing)]
    const said = branching(one, rows, writing, note)
    return [...(opensWithSpace(one) ? [{type: 'text', text: ' '} as const] : []), note('['), ...said, note(']')]
  })
}

// A branch that begins with a space stands apart from the word before, and so does its condition.
function opensWithSpace(one: Choice<ClauseInline> | Repetition<ClauseInline>): boolean {
  const [first] = one.type === 'choice' ? one.holds : one.each
  return first?.type === 'text' && first.text.startsWith(' ')
}

// Neighbours of one kind are one piece, as they are in an agreement.
function joined(inlines: readonly Inline[]): readonly Inline[] {
  const whole: Inline[] = []
  for (const next of inlines) {
    const both = together(whole.at(-1), next)
    if (both) whole[whole.length - 1] = both
    else whole.push(next)
  }
  return whole
}

function together(one: Inline | undefined, next: Inline): Inline | undefined {
  if (one?.type === 'text' && next.type === 'text') return {type: 'text', text: one.text + next.text}
  if (one?.type !== 'emphasis' || next.type !== 'emphasis') return undefined
  return {type: 'emphasis', content: joined([...one.content, ...next.content])}
}

function branching(
  one: Choice<ClauseInline> | Repetition<ClauseInline>,
  rows: Rows,
  writing: Writing,
  note: (text: string) => Inline,
): readonly Inline[] {
  const [taken, left] = branchesOf(one, rows, writing)
  const said = noted(taken.note, pieces(taken.parts, taken.rows, writing, note), note)
  const [only] = left.parts
  if (!only) return said
  // {{else if}}: the next condition of the same question, not one inside another.
  if (left.parts.length === 1 && isBranching<ClauseInline>(only))
    return [...said, note('; else '), ...branching(only, rows, writing, note)]
  return [...said, ...noted('; otherwise', pieces(left.parts, left.rows, writing, note), note)]
}

// The words of a branch bring their own space where they need one.
function noted(words: string, [first, ...rest]: readonly Inline[], note: (text: string) => Inline): readonly Inline[] {
  if (!first) return [note(`${words}: –`)]
  const spaced = first.type === 'text' && first.text.startsWith(' ')
  return [note(`${words}:${spaced ? '' : ' '}`), first, ...rest]
}

function inline(one: ClauseInline, rows: Rows, writing: Writing): Inline {
  switch (one.type) {
    case 'text':
    case 'literal-text':
      return {type: 'text', text: one.text}
    case 'emphasis':
      return {type: 'emphasis', content: inlines(one.content, rows, writing, (text) => ({type: 'text', text}))}
    case 'definition':
      return {type: 'definition', term: one.text, text: one.text}
    case 'reference':
      return reference(one, writing)
    case 'print':
      return {
        type: 'value',
        pointer: printedPattern(one.expression, rows),
        words: `[${printedWords(one.expression, rows, writing)}]`,
      }
  }
}

type ClauseReference = Extract<ClauseInline, {type: 'reference'}>

function reference({target, label}: ClauseReference, {root, own, citable}: Writing): Inline {
  const here = target === own || target.startsWith(`${own}/`) ? root + target.slice(own.length) : target
  if (citable.has(here)) return {type: 'reference', target: here}
  if (target === 'survivors') return {type: 'text', text: '[the provisions that survive]'}
  return {type: 'text', text: label === '' ? `[${target}]` : `[${label}: ${target}]`}
}
