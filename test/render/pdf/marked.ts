/**
 * Hand-marked redlines: a tree with marks on its nodes, and the two sides that it stands for. The sides are read off the
 * tree here, on their own, and settled by `engross`, so that a redline has both numberings as a real one does.
 */
import type {
  Agreement,
  Block,
  Cause,
  Change,
  ExecutionBlock,
  FairCopy,
  Furniture,
  Inline,
  MarkKind,
  Part,
  Provision,
  Row,
} from '../../../src/model/index.js'
import {plainFurniture, standingOf} from '../../../src/model/index.js'
import {copyOf} from './build.js'

type Side = 'old' | 'new'

/** A pen that makes changes, counted, and remembers them in the order in which they were made. */
export function openPen() {
  const changes: Change[] = []
  const mark = (kind: MarkKind, at: string, cause: Cause = {type: 'hand'}, more: Partial<Change> = {}): Change => {
    const [author, date] = ['legal@brightwater.example', '2026-11-20T09:00:00Z']
    const change = {id: `c${changes.length + 1}`, kind, cause, author, date, revision: 7, at, ...more}
    changes.push(change)
    return change
  }
  const pair = (one: readonly [MarkKind, string], other: readonly [MarkKind, string], cause?: Cause) => {
    const next = changes.length + 1
    return [
      mark(one[0], one[1], cause, {pair: `c${next + 1}`}),
      mark(other[0], other[1], cause, {pair: `c${next}`}),
    ] as const
  }
  return {changes, mark, pair}
}

const on = (side: Side, mark: Change | undefined): boolean => mark === undefined || standingOf(mark) === side

/** The agreement on one side, without marks. */
export function sideOf(whole: Agreement<Change>, side: Side): Agreement {
  return {...whole, parts: whole.parts.filter(({mark}) => on(side, mark)).map((part) => partOn(part, side))}
}

function partOn(part: Part<Change>, side: Side): Part {
  switch (part.kind) {
    case 'cover':
      return {kind: 'cover', id: part.id, blocks: blocksOn(part.blocks, side)}
    case 'execution':
      return {
        kind: 'execution',
        id: part.id,
        provisions: provisionsOn(part.provisions, side),
        blocks: part.blocks.filter(({mark}) => on(side, mark)).map((block) => signingOn(block, side)),
      }
    case 'group': {
      const heading = part.heading ? {heading: inlinesOn(part.heading, side)} : {}
      return {kind: 'group', id: part.id, ...heading, provisions: provisionsOn(part.provisions, side)}
    }
    default: {
      const heading = inlinesOn(part.heading, side)
      return {kind: part.kind, id: part.id, heading, provisions: provisionsOn(part.provisions, side)}
    }
  }
}

function provisionsOn(provisions: readonly Provision<Change>[], side: Side): readonly Provision[] {
  return provisions
    .filter(({mark}) => on(side, mark))
    .map(({id, source, heading, body, provisions: below, closing}) => ({
      id,
      source,
      ...(heading ? {heading: inlinesOn(heading, side)} : {}),
      body: blocksOn(body, side),
      provisions: provisionsOn(below, side),
      ...(closing ? {closing: blocksOn(closing, side)} : {}),
    }))
}

function blocksOn(blocks: readonly Block<Change>[], side: Side): readonly Block[] {
  return blocks
    .filter(({mark}) => on(side, mark))
    .map((block): Block => {
      if (block.type === 'paragraph') return {type: 'paragraph', content: inlinesOn(block.content, side)}
      const columns = block.columns.map(({align, heading}) => ({align, heading: inlinesOn(heading, side)}))
      const rows = block.rows.filter(({mark}) => on(side, mark))
      return {
        type: 'table',
        columns,
        rows: rows.map(({id, cells}) => ({id, cells: cells.map((c) => inlinesOn(c, side))})),
      }
    })
}

function signingOn({id, party, native, signatories}: ExecutionBlock<Change>, side: Side): ExecutionBlock {
  const ownName = native ? inlinesOn(native, side) : []
  return {
    id,
    party: inlinesOn(party, side),
    ...(ownName.length > 0 ? {native: ownName} : {}),
    signatories: signatories
      .filter(({mark}) => on(side, mark))
      .map(({id: row, name, title, authority}) => ({
        id: row,
        name: inlinesOn(name, side),
        title: inlinesOn(title, side),
        authority: inlinesOn(authority, side),
      })),
  }
}

function inlinesOn(inlines: readonly Inline<Change>[], side: Side): readonly Inline[] {
  return inlines
    .filter(({mark}) => on(side, mark))
    .map((inline): Inline => {
      if (inline.type === 'emphasis') return {type: 'emphasis', content: inlinesOn(inline.content, side)}
      const {mark, ...bare} = inline
      return bare
    })
}

/** Words without marks, as nodes of a marked tree, and the same with a mark. */
export const text = (words: string, mark?: Change): Inline<Change> => ({
  type: 'text',
  text: words,
  ...(mark ? {mark} : {}),
})
export const under = <N extends object>(node: N, mark: Change): N & {readonly mark: Change} => ({...node, mark})
export const row = (id: string, cells: readonly string[], mark?: Change): Row<Change> => ({
  id,
  cells: cells.map((cell) => [text(cell)]),
  ...(mark ? {mark} : {}),
})

export interface Shown {
  readonly furniture?: Partial<Furniture<Change>>
  readonly showCauses?: boolean
  readonly showRenumbering?: boolean
}

/** The redline of a marked tree: revision 7 against revision 5. */
export function redlineOf(
  agreement: Agreement<Change>,
  changes: readonly Change[],
  shown: Shown = {},
): FairCopy<Change> {
  const [before, after] = [copyOf(sideOf(agreement, 'old'), 5), copyOf(sideOf(agreement, 'new'), 7)]
  const furniture: Furniture<Change> = {...plainFurniture(after), ...shown.furniture}
  const sides = {
    from: {label: 'Revision 5', revision: 5},
    to: {label: 'Revision 7', revision: 7},
  }
  const renumbered = [...after.numerals].flatMap(([id, {full}]) => {
    const from = before.numerals.get(id)?.full
    return from === undefined || from === full ? [] : [{id, from, to: full}]
  })
  const nothing = {renamed: [], uncompared: []}
  return {
    ...after,
    purpose: 'redline',
    agreement,
    against: {
      copy: before,
      furniture,
      renamed: new Map(),
      formerly: new Map(),
      gone: new Set(agreement.parts.flatMap((part) => goneIn(part, 'both'))),
      redline: {format: 1, ...sides, agreement, furniture, changes, renumbered, ...nothing},
      showCauses: shown.showCauses ?? false,
      showRenumbering: shown.showRenumbering ?? false,
    },
  }
}

interface Standing {
  readonly id: string
  readonly mark?: Change
  readonly provisions?: readonly Standing[]
  readonly blocks?: readonly object[]
}

function goneIn({id, mark, provisions = []}: Standing, around: 'both' | Side): readonly string[] {
  const here = standingOf(mark, around)
  return [...(here === 'old' ? [id] : []), ...provisions.flatMap((one) => goneIn(one, here))]
}
