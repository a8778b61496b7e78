/** A redline whose marks are set by hand: each kind of node is in, out and moved once, and words are replaced in each kind of place. */

import type {
  Against,
  Agreement,
  Change,
  Inline,
  MarkKind,
  Part,
  Provision,
  ProvisionId,
  Redline,
} from '../../../src/model/index.js'
import {plainFurniture} from '../../../src/model/index.js'
import {accepted, rejected} from '../../../src/redline/index.js'
import {
  agreement,
  blank,
  clause,
  define,
  inlines,
  para,
  provision,
  refer,
  table,
  use,
  value,
  type Words,
} from '../sample.js'
import {type Sides, sideOf} from './redlines.js'

/** Words that a stranger may have chosen, at each place of a change. */
export interface Strangers {
  readonly author?: string
  readonly note?: string
  readonly label?: string
  readonly words?: string
}

interface Book {
  readonly changes: Change[]
  readonly strangers: Strangers
}

// The types of the sample say that nothing is marked; a marked tree is read as one of `Change`.
const bearing = <T extends object>(node: T, mark: Change): T => ({...node, mark})

function enter({changes, strangers}: Book, kind: MarkKind, at: string, pair?: string): Change {
  const {author = 'Emma Clarke', note = 'Says who decides.'} = strangers
  const number = changes.length + 1
  const causes: readonly Change['cause'][] = [
    {type: 'hand'},
    {type: 'parameter', pointer: `/x/${note}`, before: note, after: [note, {name: note}]},
    {type: 'version', clause: note, from: '1.0.0', to: '1.1.0', note},
    {type: 'variant', position: note, from: note, to: note},
    {type: 'consequential'},
  ]
  const change: Change = {
    id: `c${number}`,
    kind,
    ...(pair === undefined ? {} : {pair}),
    cause: kind.startsWith('moved') ? {type: 'moved'} : causes[number % causes.length]!,
    author: number % 2 === 0 ? author : 'Jonas Hartmann',
    date: '2026-11-20T10:00:00Z',
    revision: 6,
    at,
  }
  changes.push(change)
  return change
}

const next = ({changes}: Book, ahead: number): string => `c${changes.length + ahead}`

/** Words that replace others, in place. */
function replaced(book: Book, at: string, before: Words, after: Words): readonly Inline[] {
  const gone = enter(book, 'deleted', at, next(book, 2))
  const come = enter(book, 'inserted', at, gone.id)
  return [...inlines(before).map((one) => bearing(one, gone)), ...inlines(after).map((one) => bearing(one, come))]
}

function makeParts(book: Book): readonly Part[] {
  const {words = 'plain words'} = book.strangers
  const row = enter(book, 'inserted', 'cover')
  const terms = table(
    [[''], ['']],
    [['Lasts'], replaced(book, 'cover', [value('/period', '36')], [value('/period', '24')])],
  )
  if (terms.type !== 'table') throw new Error('not a table')
  const cover: Part = {
    kind: 'cover',
    id: 'cover',
    blocks: [
      {
        ...terms,
        rows: [bearing({id: 'new', cells: [inlines(['Law']), inlines([value('/law', words)])]}, row), ...terms.rows],
      },
    ],
  }
  const party = (id: string, name: Words): Provision =>
    provision(`parties/party~${id}`, [para(...name, ' (', define(id), ').')])
  const parties: Part = {
    kind: 'parties',
    id: 'parties',
    heading: inlines(['Parties']),
    provisions: [
      party('One', replaced(book, 'parties/party~One', [value('/p', 'One Ltd')], [value('/p', `${words} Ltd`)])),
      party('Two', ['Two GmbH']),
    ],
  }
  const schedule = (id: string, title: string): Part => ({
    kind: 'schedule',
    id,
    heading: inlines([title]),
    provisions: [
      clause(
        `${id}/list`,
        title,
        [para('It holds ', use('Term'), '.')],
        [provision(`${id}/list/a`, [para('one thing;')])],
      ),
    ],
  })
  return [
    cover,
    parties,
    ...clauses(book),
    bearing(schedule('schedule.old', 'Old schedule'), enter(book, 'deleted', 'schedule.old')),
    bearing(schedule('schedule.new', 'New schedule'), enter(book, 'inserted', 'schedule.new')),
    signing(book),
  ]
}

function clauses(book: Book): readonly Part[] {
  const {words = 'plain words'} = book.strangers
  const heading = ['How we ', ...replaced(book, 'group.one', ['work'], ['act'])]
  const away = {...enter(book, 'movedFrom', 'moving', 'later')}
  const dropped = enter(book, 'deleted', 'moving/a')
  const moving = (mark: Change, inner: readonly Inline[]): Provision =>
    bearing(
      clause(
        'moving',
        'Notices',
        [para('A notice is sent under ', refer('twin'), '.')],
        [provision('moving/a', [para('It is in writing', ...inner, '.')])],
      ),
      mark,
    )
  const first = moving(
    away,
    inlines([' and sealed']).map((one) => bearing(one, dropped)),
  )
  const cited = replaced(book, 'words', ['as ', refer('moving')], ['as ', refer('fresh'), ' ', blank('/b', words)])
  const paragraph = enter(book, 'inserted', 'words')
  const tableOut = enter(book, 'deleted', 'words')
  const tableIn = enter(book, 'inserted', 'words')
  const kept = table(
    [['Gate'], replaced(book, 'words', ['Day'], ['Date'])],
    [['Prototype'], ['1 March']],
    [['Trial'], ['2 April']],
    [['End'], ['3 May']],
  )
  if (kept.type !== 'table') throw new Error('not a table')
  const rowOut = enter(book, 'deleted', 'words')
  const rowIn = enter(book, 'inserted', 'words')
  const rows = kept.rows.map((one, index) => (index === 0 ? one : bearing(one, index === 1 ? rowOut : rowIn)))
  const body = clause('words', 'Words', [
    para('It says so, ', ...cited),
    bearing(para('A new paragraph.'), paragraph),
    bearing(table([['A'], ['B']], [['1'], ['2']]), tableOut),
    bearing(table([['A'], ['B'], ['C'], ['D']], [['1'], ['2'], ['3'], ['4']]), tableIn),
    {...kept, rows},
  ])
  const twinOut = enter(book, 'deleted', 'twin', next(book, 2))
  const twinIn = enter(book, 'inserted', 'twin', twinOut.id)
  const twins = [
    bearing(
      provision(
        'twin',
        [para('The old twin: ', define('Term'), ' is one.')],
        [provision('twin/a', [para('with a part')])],
      ),
      twinOut,
    ),
    bearing(clause('twin', 'Twin', [para('The new twin: ', define('Term'), ' is two.')]), twinIn),
  ]
  const fresh = bearing(clause('fresh', 'Fresh', [para(words)]), enter(book, 'inserted', 'fresh'))
  const here = enter(book, 'movedTo', 'moving', away.id)
  const gained = enter(book, 'inserted', 'moving/a')
  book.changes[book.changes.findIndex(({id}) => id === away.id)] = {...away, pair: here.id}
  const last = moving(
    here,
    inlines([' or by ', value('/how', words)]).map((one) => bearing(one, gained)),
  )
  const withPair = bearing(first, {...away, pair: here.id})
  return [
    {
      kind: 'group',
      id: 'group.one',
      heading: inlines(heading),
      provisions: [
        withPair,
        body,
        ...twins,
        fresh,
        clause('same', 'Same', [para('Under ', refer('words'), ' nothing changes.')]),
        last,
      ],
    },
  ]
}

function signing(book: Book): Part {
  const person = (
    id: string,
    name: Words,
  ): Extract<Part, {kind: 'execution'}>['blocks'][number]['signatories'][number] => ({
    id,
    name: inlines(name),
    title: inlines(['Director']),
    authority: inlines(['Board']),
  })
  const away = enter(book, 'movedFrom', 'testimonium', next(book, 2))
  const here = enter(book, 'movedTo', 'testimonium', away.id)
  const copies = (mark: Change): readonly Inline[] => inlines([' in two copies']).map((one) => bearing(one, mark))
  const testimonium = para('Signed', ...copies(away), ' by all', ...copies(here), '.')
  const native = enter(book, 'inserted', 'execution~one')
  const blocks: Extract<Part, {kind: 'execution'}>['blocks'] = [
    {
      id: 'execution~one',
      party: inlines(['One Ltd']),
      native: inlines(['株式会社青山計測']).map((one) => bearing(one, native)),
      signatories: [
        person('s1', replaced(book, 'execution~one', ['Emma'], [book.strangers.words ?? 'Aiko'])),
        bearing(person('s2', ['Jonas']), enter(book, 'inserted', 'execution~one')),
      ],
    },
    bearing(
      {id: 'execution~two', party: inlines(['Two GmbH']), signatories: [person('s1', ['Max'])]},
      enter(book, 'deleted', 'execution~two'),
    ),
  ]
  return {kind: 'execution', id: 'execution', provisions: [provision('testimonium', [testimonium])], blocks}
}

/** Both sides, and the redline between them. */
export function byHand(
  strangers: Strangers = {},
  switches: Partial<Pick<Against, 'showRenumbering' | 'showCauses'>> = {},
): Sides {
  const {words = 'Plain title', label = 'Revision 7'} = strangers
  const book: Book = {changes: [], strangers}
  const title = replaced(book, 'furniture', ['Sample'], [words])
  const marked: Agreement<Change> = {...agreement, title: words, parts: makeParts(book)}
  const from = sideOf({...rejected(marked, []), title: 'Sample'}, 5)
  const to = sideOf(accepted(marked), 7)
  const redline: Redline = {
    format: 1,
    from: {label: 'Revision 5', revision: 5, hash: from.identity.hash, time: from.identity.time},
    to: {label, revision: 7, hash: to.identity.hash, time: to.identity.time},
    agreement: marked,
    furniture: plainFurniture(to),
    changes: book.changes,
    renamed: [],
    renumbered: [{id: 'words', from: '2', to: '1'}],
    uncompared: [
      {
        code: 'redline/pictures',
        severity: 'warning',
        message: `A picture: ${words}.`,
        hint: 'Look at both.',
        at: {file: words},
      },
    ],
  }
  const gone: readonly ProvisionId[] = [
    'moving',
    'moving/a',
    'twin',
    'twin/a',
    'schedule.old',
    'schedule.old/list',
    'schedule.old/list/a',
    'execution~two',
  ]
  const against: Against<Change> = {
    copy: from,
    furniture: {...plainFurniture(to), title, origin: plainFurniture(to).origin},
    renamed: new Map(),
    formerly: new Map(),
    gone: new Set(gone),
    redline,
    showRenumbering: false,
    showCauses: false,
    ...switches,
  }
  const origin = from.notices.origin
  const sameOrigin = {...from, notices: {...from.notices, origin: to.notices.origin}}
  if (origin === to.notices.origin) throw new Error('the sides tell their revision')
  return {from: sameOrigin, to, marked: {...to, purpose: 'redline', agreement: marked, against}}
}
