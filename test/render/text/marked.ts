/** Redlines to print: a tree marked by hand, with both of its sides settled. */
import {
  type Against,
  type Agreement,
  type Cause,
  type Change,
  type ExecutionBlock,
  type FairCopy,
  type Furniture,
  type Inline,
  type MarkKind,
  type Part,
  type Provision,
  provisionsOf,
  type Redline,
} from '../../../src/model/index.js'
import {accepted, rejected} from '../../../src/redline/index.js'
import {agreement, fairCopy, locale, para, provision} from '../sample.js'

const months = 'January February March April May June July August September October November December'.split(' ')

/** The sample's words of a language, with its months. */
export const dated = {...locale, months}

export function changeOf(
  id: string,
  kind: MarkKind,
  cause: Cause = {type: 'hand'},
  over: Partial<Change> = {},
): Change {
  return {id, kind, cause, author: 'A. Author', date: '2026-11-20T09:00:00Z', revision: 6, at: 'money.price', ...over}
}

/** What is told of a redline besides its marks. */
export interface Told {
  readonly against?: Partial<Against<Change>>
  readonly redline?: Partial<Redline>
}

/** The fair copy of a tree marked by hand. `changes` in print order. */
export function copyOf(
  marked: Agreement<Change>,
  changes: readonly Change[],
  told: Told = {},
  old: Agreement = rejected(marked, told.redline?.renamed ?? []),
): FairCopy<Change> {
  const side = (agreement: Agreement): FairCopy => fairCopy(agreement, {locale: dated})
  const [before, now] = [side(old), side(accepted(marked))]
  const redline: Redline = {
    format: 1,
    from: {label: 'Revision 5', revision: 5, time: '2026-11-01T09:00:00Z'},
    to: {label: 'Revision 7', revision: 7, time: '2026-11-23T10:00:00Z'},
    agreement: marked,
    furniture: unmarked(now),
    changes,
    renamed: [],
    renumbered: [],
    uncompared: [],
    ...told.redline,
  }
  const against: Against<Change> = {
    copy: before,
    furniture: redline.furniture,
    renamed: new Map(redline.renamed.map(({from, to}) => [from, to])),
    formerly: new Map(redline.renamed.map(({from, to}) => [to, from])),
    gone: new Set(),
    redline,
    showRenumbering: false,
    showCauses: true,
    ...told.against,
  }
  return {...now, purpose: 'redline', agreement: marked, against}
}

function unmarked({agreement, notices}: FairCopy): Furniture<Change> {
  const words = (text: string): Furniture<Change>['title'] => [{type: 'text', text}]
  const {firstPage, footer, origin} = notices
  return {
    title: words(agreement.title),
    revision: words('Revision 7'),
    firstPage: words(firstPage),
    footer: words(footer),
    origin: words(origin),
  }
}

type Marked = Inline<Change>
const text = (words: string, mark?: Change): Marked => ({type: 'text', text: words, ...(mark ? {mark} : {})})

const years: Cause = {type: 'parameter', pointer: '/conf/years', before: 5, after: 3}
const version: Cause = {
  type: 'version',
  clause: 'ip.results.each-owns-own',
  from: '1.2.0',
  to: '1.3.0',
  note: 'Says in which shares a joint Result is held.',
}
const variant: Cause = {type: 'variant', position: 'schedule.gates.tiers', from: 'gates.tiers', to: 'gates.steps'}

export const marks = {
  yearsOut: changeOf('c5', 'deleted', years, {pair: 'c6', at: 'conf.duty/period'}),
  yearsIn: changeOf('c6', 'inserted', years, {pair: 'c5', at: 'conf.duty/period'}),
  sharesOut: changeOf('c2', 'deleted', version, {pair: 'c3', at: 'ip.results.ownership/together/shares'}),
  sharesIn: changeOf('c3', 'inserted', version, {pair: 'c2', at: 'ip.results.ownership/together/shares'}),
  words: changeOf('c4', 'inserted', {type: 'hand'}, {author: 'B. Author', revision: 7, at: 'conf.duty/keep'}),
  away: changeOf('c1', 'movedFrom', {type: 'moved'}, {pair: 'c7'}),
  here: changeOf('c7', 'movedTo', {type: 'moved'}, {pair: 'c1', revision: 7}),
  price: changeOf('c8', 'inserted', {type: 'hand'}, {revision: 7}),
  tiers: changeOf('c9', 'deleted', variant, {at: 'schedule.gates.tiers', pair: 'c10'}),
  steps: changeOf('c10', 'inserted', variant, {at: 'schedule.gates.tiers', pair: 'c9'}),
  officeOut: changeOf('c11', 'deleted', {type: 'hand'}, {pair: 'c12', at: 'execution~Brightwater Sensing Ltd'}),
  officeIn: changeOf('c12', 'inserted', {type: 'hand'}, {pair: 'c11', at: 'execution~Brightwater Sensing Ltd'}),
} as const

/** The sample with a change of each kind, and a clause that moved and was edited on the way. */
export function handMarked(told: Told = {}): FairCopy<Change> {
  const {parts} = agreement
  const price = clauseAt('money.price')
  const [keep, period] = clauseAt('conf.duty').provisions
  const marked: readonly Part<Change>[] = parts.map((part): Part<Change> => {
    if (part.kind === 'execution') return {...part, blocks: part.blocks.map(signing)}
    if (part.id === 'group.terms' && part.kind === 'group')
      return {...part, provisions: [part.provisions[0]!, {...price, mark: marks.away}]}
    if (part.id === 'schedule.gates' && part.kind === 'schedule')
      return {...part, provisions: [part.provisions[0]!, ...tiers()]}
    if (part.id !== 'group.ip' || part.kind !== 'group') return part
    const duty = {...clauseAt('conf.duty'), provisions: [edited(keep!, longWords()), edited(period!, periodWords())]}
    return {...part, provisions: [shares(clauseAt('ip.results.ownership')), duty, movedPrice(price)]}
  })
  return copyOf({...agreement, parts: marked}, Object.values(marks).sort(byId), told)
}

const byId = (one: Change, other: Change): number => Number(one.id.slice(1)) - Number(other.id.slice(1))

function clauseAt(id: string): Provision {
  return provisionsOf(agreement).find((provision) => provision.id === id)!
}

function edited(provision: Provision, content: readonly Marked[]): Provision<Change> {
  return {...provision, body: [{type: 'paragraph', content}]}
}

function longWords(): readonly Marked[] {
  return [
    text('Each Party keeps the other’s Background and Results secret. It tells only those who need to know. '),
    text('It tells nobody else, whatever they promise. ', marks.words),
    text('Did they promise the same? Then it may.'),
  ]
}

function periodWords(): readonly Marked[] {
  const value = (words: string, mark?: Change): Marked => ({
    type: 'value',
    pointer: '/conf/years',
    words,
    ...(mark ? {mark} : {}),
  })
  return [
    text('This lasts for '),
    value('5', marks.yearsOut),
    value('3', marks.yearsIn),
    value(' years'),
    text(' after the end, however it comes.'),
  ]
}

function shares(ownership: Provision): Provision<Change> {
  const [own, together] = ownership.provisions
  const [held, decide] = together!.provisions
  const words = [
    text('the Parties own it jointly in '),
    text('equal shares', marks.sharesOut),
    text('the shares that they agreed in writing before the work began', marks.sharesIn),
    text('; and'),
  ]
  return {...ownership, provisions: [own!, {...together!, provisions: [edited(held!, words), decide!]}]}
}

function movedPrice(price: Provision): Provision<Change> {
  const [words, table] = price.body
  if (words?.type !== 'paragraph') throw new Error('the sample has changed')
  const content: readonly Marked[] = [...words.content, text(' It is paid once.', marks.price)]
  return {...price, mark: marks.here, body: [{type: 'paragraph', content}, table!]}
}

function tiers(): readonly Provision<Change>[] {
  const old = clauseAt('schedule.gates.tiers')
  const steps: Provision = {
    ...old,
    heading: [{type: 'text', text: 'Steps'}],
    body: [{type: 'paragraph', content: [{type: 'text', text: 'Disclosure goes by steps:'}]}],
    provisions: [
      provision('schedule.gates.tiers/one', [para('a drawing, after the first gate; and')]),
      provision('schedule.gates.tiers/two', [para('a sample, after the second.')]),
    ],
  }
  return [
    {...old, mark: marks.tiers},
    {...steps, mark: marks.steps},
  ]
}

function signing(block: ExecutionBlock): ExecutionBlock<Change> {
  const [first, ...others] = block.signatories
  if (block.id !== 'execution~Brightwater Sensing Ltd') return block
  const title = [text('Chief Executive', marks.officeOut), text('Managing Director', marks.officeIn)]
  return {...block, signatories: [{...first!, title}, ...others]}
}
