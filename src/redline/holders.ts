/**
 * What holds words of its own under an id: a provision, a part by its heading, the cover, an execution block. Their words are one
 * list of tokens each, so that a word can be followed from step to step.
 */
import type {Agreement, Block, ExecutionBlock, Inline, Part, Provision, ProvisionId, Row} from '../model/index.js'
import {type Places, placesOf} from './places.js'
import {type Keys, printedAlike, type Token, tokensOf} from './words/index.js'

type List = readonly Inline[]

export interface Holder {
  readonly owner: Provision | Part | ExecutionBlock
  readonly tokens: readonly Token[]
  /** Where the words of each list begin among the tokens. */
  readonly offsets: ReadonlyMap<List, number>
  /** Stretches of tokens that keep their name when they are put elsewhere: rows by their ids, and under '' all the rest. */
  readonly groups: ReadonlyMap<string, {readonly from: number; readonly to: number}>
}

export interface Holders {
  readonly places: Places
  readonly get: (id: ProvisionId) => Holder | undefined
}

/** The holders of an agreement; words are cut up only where they are asked for. */
export function holdersOf(agreement: Agreement, keys: Keys): Holders {
  const places = placesOf(agreement)
  const made = new Map<ProvisionId, Holder>()
  return {
    places,
    get: (id) => {
      const owner = places.provisions.get(id)?.provision ?? places.parts.get(id) ?? places.blocks.get(id)
      const known = made.get(id)
      if (known || !owner) return known
      const holder = holderOf(owner, keys)
      made.set(id, holder)
      return holder
    },
  }
}

function holderOf(owner: Holder['owner'], keys: Keys): Holder {
  const tokens: Token[] = []
  const offsets = new Map<List, number>()
  const groups = new Map<string, {from: number; to: number}>()
  const rows = rowsOf(owner)
  const inRows = new Set(rows.flatMap(({cells}) => cells))
  const add = (name: string, lists: readonly List[]): void => {
    const from = tokens.length
    for (const list of lists) {
      offsets.set(list, tokens.length)
      for (const token of tokensOf(list, keys)) tokens.push(token)
    }
    groups.set(name, {from, to: tokens.length})
  }
  add(
    '',
    listsOf(owner).filter((list) => !inRows.has(list)),
  )
  for (const {id, cells} of rows) add(`row ${id}`, cells)
  return {owner, tokens, offsets, groups}
}

function rowsOf(owner: Holder['owner']): readonly Row[] {
  const blocks =
    'body' in owner
      ? [...owner.body, ...(owner.closing ?? [])]
      : 'kind' in owner && owner.kind === 'cover'
        ? owner.blocks
        : []
  return blocks.flatMap((block) => (block.type === 'table' ? block.rows : []))
}

/** The lists of words that something holds itself, in print order. */
export function listsOf(owner: Holder['owner']): readonly List[] {
  if ('signatories' in owner) {
    const {party, native = [], signatories} = owner
    return [party, native, ...signatories.flatMap(({name, title, authority}) => [name, title, authority])]
  }
  if ('body' in owner) {
    const {heading = [], body, closing = []} = owner
    return [heading, ...listsOfBlocks(body), ...listsOfBlocks(closing)]
  }
  if (owner.kind === 'cover') return listsOfBlocks(owner.blocks)
  return owner.kind === 'execution' || !owner.heading ? [] : [owner.heading]
}

export function listsOfBlocks(blocks: readonly Block[]): readonly List[] {
  return blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? [block.content]
      : [...block.columns.map(({heading}) => heading), ...block.rows.flatMap(({cells}) => cells)],
  )
}

/** Whether both hold the same words, or neither is there. */
export function heldAlike(one: Holder | undefined, other: Holder | undefined): boolean {
  if (one?.owner === other?.owner) return true
  if (!one || !other) return false
  const [lists, others] = [listsOf(one.owner), listsOf(other.owner)]
  return lists.length === others.length && lists.every((list, index) => printedAlike(list, others[index]!))
}
