/**
 * Random edits of a real agreement, each a step of its own author: words by hand, values of a parameter, rows, versions, variants, clauses and
 * items moved, come and gone, references turned elsewhere, parties renamed. Each says which provisions it touched.
 */
import type {
  Agreement,
  Block,
  ExecutionBlock,
  Inline,
  Part,
  Provision,
  ProvisionId,
  Source,
} from '../../src/model/index.js'
import {inlinesBelow, inlinesOf, inlinesOfAgreement, provisionsOf, withDescendants} from '../../src/model/index.js'
import type {Step, StepCause} from '../../src/redline/index.js'

/** Gives a whole number from 0 to below `bound`. */
export type Dice = (bound: number) => number

export interface Edit {
  readonly kind: string
  readonly step: Step
  /** Provisions, parts and execution blocks whose own words, place or presence it changed. */
  readonly touched: ReadonlySet<ProvisionId>
}

export interface Script {
  readonly from: Agreement
  readonly to: Agreement
  readonly edits: readonly Edit[]
}

interface Made {
  readonly agreement: Agreement
  readonly cause: StepCause
  readonly touched: readonly ProvisionId[]
}

/** `near` is where the edit before was made: every other edit goes there again, so that steps meet in one provision. */
type Maker = (agreement: Agreement, dice: Dice, serial: number, near?: ProvisionId) => Made | undefined

/** A script of `count` edits. Those that find nothing to edit are left out. */
export function script(from: Agreement, count: number, dice: Dice): Script {
  const edits: Edit[] = []
  let agreement = from
  for (let serial = 1; serial <= count; serial += 1) {
    const [kind, make] = kinds[dice(kinds.length)]!
    const made = make(agreement, dice, serial, [...(edits.at(-1)?.touched ?? [])][0])
    if (!made || broken(made.agreement)) continue
    agreement = made.agreement
    const date = `2026-11-${String(serial).padStart(2, '0')}T10:00:00.000Z`
    edits.push({
      kind,
      step: {agreement, author: `author-${serial}`, date, revision: serial + 1, cause: made.cause},
      touched: new Set(made.touched),
    })
  }
  return {from, to: agreement, edits}
}

// Nothing refers to what does not stand any more.
function broken(agreement: Agreement): boolean {
  const ids = new Set<string>(agreement.parts.map(({id}) => id))
  for (const {id} of provisionsOf(agreement)) {
    if (ids.has(id)) return true
    ids.add(id)
  }
  return inlinesOfAgreement(agreement).some((inline) => inline.type === 'reference' && !ids.has(inline.target))
}

const kinds: readonly (readonly [string, Maker])[] = [
  ['words', byHand],
  ['words', byHand],
  ['value', value],
  ['value', value],
  ['row', row],
  ['row', row],
  ['version', version],
  ['variant', variant],
  ['clause moved', clauseMoved],
  ['item moved', itemMoved],
  ['moved and edited', movedAndEdited],
  ['provision gone', gone],
  ['provision come', come],
  ['reference', reference],
  ['party', party],
]

/** Words that no agreement of ours holds. */
const strange = ['heron', 'lantern', 'marble', 'quince', 'saffron', 'tundra', 'velvet', 'willow', 'zephyr', 'cobalt']

function phrase(dice: Dice, serial: number, most = 5): string {
  return Array.from({length: 1 + dice(most)}, () => `${strange[dice(strange.length)]}${serial}`).join(' ')
}

function aim(list: readonly Provision[], dice: Dice, near: ProvisionId | undefined): Provision | undefined {
  const again = dice(2) === 0 ? list.find(({id}) => id === near) : undefined
  return again ?? pick(list, dice)
}

function pick<T>(list: readonly T[], dice: Dice): T | undefined {
  return list.length === 0 ? undefined : list[dice(list.length)]
}

// ---- walking -----------------------------------------------------------------------------------------------------------

type EachProvision = (provision: Provision) => Provision | readonly Provision[]

function mapProvisions(agreement: Agreement, change: EachProvision): Agreement {
  const list = (provisions: readonly Provision[]): readonly Provision[] => {
    const made = provisions.flatMap((one) => {
      const below = list(one.provisions)
      return change(below === one.provisions ? one : {...one, provisions: below})
    })
    return made.length === provisions.length && made.every((one, index) => one === provisions[index])
      ? provisions
      : made
  }
  const parts = agreement.parts.map((part): Part => {
    if (part.kind === 'cover') return part
    const provisions = list(part.provisions)
    return provisions === part.provisions ? part : ({...part, provisions} as Part)
  })
  return {...agreement, parts}
}

function replace(agreement: Agreement, id: ProvisionId, change: (one: Provision) => Provision): Agreement {
  return mapProvisions(agreement, (one) => (one.id === id ? change(one) : one))
}

function mapInlines(provision: Provision, change: (inline: Inline) => Inline): Provision {
  const list = (inlines: readonly Inline[]): readonly Inline[] => {
    const made = inlines.map((one): Inline => {
      if (one.type !== 'emphasis') return change(one)
      const content = list(one.content)
      return content === one.content ? one : {...one, content}
    })
    return made.every((one, index) => one === inlines[index]) ? inlines : made
  }
  const blocks = (all: readonly Block[]): readonly Block[] => {
    const made = all.map((block): Block => {
      if (block.type === 'paragraph') {
        const content = list(block.content)
        return content === block.content ? block : {...block, content}
      }
      const rows = block.rows.map((one) => {
        const cells = one.cells.map(list)
        return cells.every((cell, index) => cell === one.cells[index]) ? one : {...one, cells}
      })
      return rows.every((one, index) => one === block.rows[index]) ? block : {...block, rows}
    })
    return made.every((one, index) => one === all[index]) ? all : made
  }
  const [heading, body, closing] = [
    provision.heading && list(provision.heading),
    blocks(provision.body),
    provision.closing && blocks(provision.closing),
  ]
  if (heading === provision.heading && body === provision.body && closing === provision.closing) return provision
  return {...provision, ...(heading ? {heading} : {}), body, ...(closing ? {closing} : {})}
}

function tops(agreement: Agreement): readonly Provision[] {
  return agreement.parts.flatMap((part) => (part.kind === 'cover' ? [] : part.provisions))
}

/** Sources of a whole clause at once, as the library gives them. */
function resourced(provision: Provision, source: Source): Provision {
  return {...provision, source, provisions: provision.provisions.map((one) => resourced(one, source))}
}

function topOf(agreement: Agreement, id: ProvisionId): Provision {
  return tops(agreement).find((top) => withDescendants(top).some((one) => one.id === id))!
}

// ---- edits -------------------------------------------------------------------------------------------------------------

function editable(agreement: Agreement): readonly Provision[] {
  return provisionsOf(agreement).filter((one) =>
    one.body.some((block) => block.type === 'paragraph' && block.content.some(({type}) => type === 'text')),
  )
}

/** Replaces, inserts or deletes a few words of one text. */
function editWords(provision: Provision, dice: Dice, serial: number): Provision {
  const texts = inlinesOf(provision).filter((one) => one.type === 'text' && /\p{L}{3}/u.test(one.text))
  const chosen = pick(texts, dice)
  if (chosen?.type !== 'text') return provision
  const words = chosen.text.split(' ')
  // An empty word is the space before, or after, what stands beside the text.
  const at =
    pick(
      [...words.keys()].filter((index) => words[index] !== ''),
      dice,
    ) ?? 0
  const way = dice(3)
  const made =
    way === 0
      ? words.toSpliced(at, 1, phrase(dice, serial))
      : way === 1
        ? words.toSpliced(at, 0, phrase(dice, serial))
        : words.toSpliced(at, 1)
  const text = made.join(' ')
  return mapInlines(provision, (one) => (one === chosen ? {...chosen, text} : one))
}

function byHand(agreement: Agreement, dice: Dice, serial: number, near?: ProvisionId): Made | undefined {
  const target = aim(editable(agreement), dice, near)
  if (!target) return undefined
  const top = topOf(agreement, target.id)
  const file = `clauses/${top.id.replaceAll('/', '.')}.md`
  const edited = replace(agreement, target.id, (one) => editWords(one, dice, serial))
  const hash = `sha256:${String(serial).padStart(64, '0')}` as const
  return {
    agreement: replace(edited, top.id, (one) => resourced(one, {type: 'negotiated', file, hash})),
    cause: {type: 'hand'},
    touched: [target.id],
  }
}

function value(agreement: Agreement, dice: Dice, serial: number): Made | undefined {
  const chosen = pick(
    inlinesOfAgreement(agreement).filter((one) => one.type === 'value'),
    dice,
  )
  if (chosen?.type !== 'value') return undefined
  const words = phrase(dice, serial)
  const change = (one: Inline): Inline =>
    one.type === 'value' && one.pointer === chosen.pointer ? {...one, words} : one
  const touched: ProvisionId[] = []
  const inList = (list: readonly Inline[]): readonly Inline[] => list.map(change)
  const parts = mapProvisions(agreement, (one) => {
    const made = mapInlines(one, change)
    if (made !== one) touched.push(one.id)
    return made
  }).parts.map((part): Part => {
    if (part.kind === 'cover') {
      touched.push(part.id)
      return {
        ...part,
        blocks: part.blocks.map(
          (block): Block =>
            block.type === 'table'
              ? {...block, rows: block.rows.map((one) => ({...one, cells: one.cells.map(inList)}))}
              : block,
        ),
      }
    }
    if (part.kind !== 'execution') return part
    const blocks = part.blocks.map((block): ExecutionBlock => {
      touched.push(block.id)
      return {
        ...block,
        party: inList(block.party),
        ...(block.native ? {native: inList(block.native)} : {}),
        signatories: block.signatories.map((one) => ({
          ...one,
          name: inList(one.name),
          title: inList(one.title),
          authority: inList(one.authority),
        })),
      }
    })
    return {...part, blocks}
  })
  return {
    agreement: {...agreement, parts},
    cause: {type: 'parameter', pointer: chosen.pointer, before: chosen.words, after: words},
    touched,
  }
}

function row(agreement: Agreement, dice: Dice, serial: number, near?: ProvisionId): Made | undefined {
  const tabled = provisionsOf(agreement).filter(({body}) => body.some(({type}) => type === 'table'))
  const target = aim(tabled, dice, near)
  if (!target) return undefined
  const way = dice(4)
  const pointer = `/rows/${serial}`
  const body = target.body.map((block): Block => {
    if (block.type !== 'table' || block.rows.length === 0) return block
    const at = dice(block.rows.length)
    const one = block.rows[at]!
    if (way === 0) return {...block, rows: block.rows.toSpliced(at, 1)}
    if (way === 1) {
      const cells = block.columns.map((): readonly Inline[] => [{type: 'value', pointer, words: phrase(dice, serial)}])
      return {...block, rows: block.rows.toSpliced(at, 0, {id: `row-${serial}`, cells})}
    }
    if (way === 2) return {...block, rows: [...block.rows.toSpliced(at, 1), one]}
    const column = dice(one.cells.length)
    const cells = one.cells.with(column, [{type: 'value', pointer, words: phrase(dice, serial)}])
    return {...block, rows: block.rows.with(at, {...one, cells})}
  })
  return {
    agreement: replace(agreement, target.id, (one) => ({...one, body})),
    cause: {type: 'parameter', pointer, before: null, after: `row ${serial}`},
    touched: [target.id],
  }
}

function sourced(agreement: Agreement): readonly Provision[] {
  return tops(agreement).filter(({source, id}) => source.type === 'clause' && !id.includes('/'))
}

function version(agreement: Agreement, dice: Dice, serial: number, near?: ProvisionId): Made | undefined {
  const top = aim(sourced(agreement), dice, near?.split('/')[0])
  if (top?.source.type !== 'clause') return undefined
  const {clause, version: from} = top.source
  const to = `${1 + serial}.0.0`
  const target = pick(
    withDescendants(top).filter((one) => editable(agreement).some(({id}) => id === one.id)),
    dice,
  )
  if (!target) return undefined
  const edited = replace(agreement, target.id, (one) => editWords(one, dice, serial))
  const source: Source = {...top.source, version: to}
  return {
    agreement: replace(edited, top.id, (one) => resourced(one, source)),
    cause: {type: 'version', clause, from, to, note: `Note ${serial}.`},
    touched: [target.id],
  }
}

function variant(agreement: Agreement, dice: Dice, serial: number): Made | undefined {
  const top = pick(
    sourced(agreement).filter(({heading}) => heading),
    dice,
  )
  if (top?.source.type !== 'clause') return undefined
  const source: Source = {...top.source, clause: `${top.id}.other-${serial}`}
  const item = (label: number): Provision => ({
    id: `${top.id}/new-${serial}-${label}`,
    source,
    body: [{type: 'paragraph', content: [{type: 'text', text: `The ${phrase(dice, serial, 12)} applies.`}]}],
    provisions: [],
  })
  const made: Provision = {...top, source, body: [], provisions: [item(1), item(2)], closing: []}
  const {closing: _, ...rest} = made
  return {
    agreement: replace(agreement, top.id, () => rest),
    cause: {type: 'variant', position: top.id, from: top.source.clause, to: source.clause},
    touched: [...withDescendants(top), ...rest.provisions].map(({id}) => id),
  }
}

function groupsOf(agreement: Agreement): readonly Extract<Part, {kind: 'group'}>[] {
  return agreement.parts.filter((part) => part.kind === 'group')
}

function clauseMoved(agreement: Agreement, dice: Dice): Made | undefined {
  const from = pick(
    groupsOf(agreement).filter(({provisions}) => provisions.length > 1),
    dice,
  )
  const to = pick(groupsOf(agreement), dice)
  const clause = from && pick(from.provisions, dice)
  if (!from || !to || !clause) return undefined
  const without = {
    ...agreement,
    parts: agreement.parts.map((part) =>
      part === from ? {...from, provisions: from.provisions.filter((one) => one !== clause)} : part,
    ),
  }
  const place = dice(10)
  const parts = without.parts.map((part): Part => {
    if (part.kind !== 'group' || part.id !== to.id) return part
    return {...part, provisions: part.provisions.toSpliced(Math.min(place, part.provisions.length), 0, clause)}
  })
  const siblings = [...from.provisions, ...to.provisions].map(({id}) => id)
  return {agreement: {...agreement, parts}, cause: {type: 'unknown'}, touched: siblings}
}

function itemMoved(agreement: Agreement, dice: Dice): Made | undefined {
  const parent = pick(
    provisionsOf(agreement).filter(({provisions}) => provisions.length > 1),
    dice,
  )
  if (!parent) return undefined
  const at = dice(parent.provisions.length)
  const item = parent.provisions[at]!
  const rest = parent.provisions.toSpliced(at, 1)
  const provisions = rest.toSpliced(dice(rest.length + 1), 0, item)
  return {
    agreement: replace(agreement, parent.id, (one) => ({...one, provisions})),
    cause: {type: 'unknown'},
    touched: provisions.map(({id}) => id),
  }
}

function movedAndEdited(agreement: Agreement, dice: Dice, serial: number): Made | undefined {
  const moved = clauseMoved(agreement, dice)
  const edited = moved && byHand(moved.agreement, dice, serial)
  return edited && {...edited, touched: [...moved.touched, ...edited.touched]}
}

function gone(agreement: Agreement, dice: Dice, serial: number): Made | undefined {
  const target = pick(provisionsOf(agreement), dice)
  if (!target) return undefined
  const made = mapProvisions(agreement, (one) => (one.id === target.id ? [] : one))
  if (made.parts.some((part) => part.kind !== 'cover' && part.provisions.length === 0)) return undefined
  return {
    agreement: made,
    cause: {type: 'parameter', pointer: `/gone/${serial}`, before: true, after: false},
    touched: withDescendants(target).map(({id}) => id),
  }
}

function come(agreement: Agreement, dice: Dice, serial: number): Made | undefined {
  const beside = pick(provisionsOf(agreement), dice)
  if (!beside) return undefined
  const id = `${beside.id}~come-${serial}`
  const pointer = `/come/${serial}`
  const made: Provision = {
    id,
    source: beside.source,
    ...(beside.heading ? {heading: [{type: 'text', text: `Heading ${phrase(dice, serial)}`} as const]} : {}),
    body: [
      {
        type: 'paragraph',
        content: [
          {type: 'text', text: `Each Party must ${phrase(dice, serial)} `},
          {type: 'value', pointer, words: phrase(dice, serial)},
        ],
      },
    ],
    provisions: [],
  }
  return {
    agreement: mapProvisions(agreement, (one) => (one.id === beside.id ? [one, made] : one)),
    cause: {type: 'parameter', pointer, before: null, after: 'come'},
    touched: [id],
  }
}

function reference(agreement: Agreement, dice: Dice, serial: number): Made | undefined {
  const holders = provisionsOf(agreement).filter((one) => inlinesOf(one).some(({type}) => type === 'reference'))
  const target = pick(holders, dice)
  const to = pick(
    tops(agreement).filter(({heading}) => heading),
    dice,
  )
  const chosen =
    target &&
    pick(
      inlinesOf(target).filter(({type}) => type === 'reference'),
      dice,
    )
  if (!target || !to || chosen?.type !== 'reference' || chosen.target === to.id) return undefined
  const top = topOf(agreement, target.id)
  const hash = `sha256:${String(serial).padStart(64, '1')}` as const
  const edited = replace(agreement, target.id, (one) =>
    mapInlines(one, (inline) => (inline === chosen ? {...chosen, target: to.id} : inline)),
  )
  return {
    agreement: replace(edited, top.id, (one) => resourced(one, {type: 'negotiated', file: 'clauses/x.md', hash})),
    cause: {type: 'hand'},
    touched: [target.id],
  }
}

function party(agreement: Agreement, dice: Dice, serial: number): Made | undefined {
  const names = agreement.parts.flatMap((part) =>
    part.kind === 'execution' ? part.blocks.map(({party}) => party[0]) : [],
  )
  const chosen = pick(names, dice)
  if (chosen?.type !== 'value') return undefined
  return value(
    agreement,
    (bound) => {
      const all = inlinesOfAgreement(agreement).filter((one) => one.type === 'value')
      return bound === all.length
        ? all.findIndex((one) => one.type === 'value' && one.pointer === chosen.pointer)
        : dice(bound)
    },
    serial,
  )
}

/** Whether anything in a provision, and what stands below it, holds these words. */
export function holds(provision: Provision, words: string): boolean {
  return inlinesBelow(provision).some((one) => one.type === 'text' && one.text.includes(words))
}
