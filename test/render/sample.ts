/** A small but complete agreement in which every node of the model stands at least once, and its fair copy. */
import {engross} from '../../src/engross/index.js'
import type {
  Agreement,
  Block,
  ExecutionBlock,
  FairCopy,
  Inline,
  Locale,
  Notices,
  Part,
  Provision,
  Source,
} from '../../src/model/index.js'

export const locale: Locale = {
  language: 'en-GB',
  version: '1',
  months: [],
  and: 'and',
  or: 'or',
  periods: {
    hours: ['{n} hour', '{n} hours'],
    days: ['{n} day', '{n} days'],
    'business-days': ['{n} Business Day', '{n} Business Days'],
    weeks: ['{n} week', '{n} weeks'],
    months: ['{n} month', '{n} months'],
    years: ['{n} year', '{n} years'],
  },
  yes: 'yes',
  no: 'no',
  worldwide: 'worldwide',
  countries: {},
  lawOf: {},
  languages: {},
  currencies: {},
  print: {
    clause: 'clause',
    paragraph: 'paragraph',
    recital: 'recital',
    party: 'party',
    schedule: 'Schedule {n}',
    paragraphOf: '{paragraph} of {schedule}',
    contents: 'Contents',
    parties: 'Parties',
    background: 'Background',
    keyTerms: 'Key terms',
    schedules: 'Schedules',
    signatures: 'Signatures',
    page: 'Page {page} of {pages}',
    revision: 'Revision {n}',
    draft: 'Draft',
    between: 'between',
    blank: '[●]',
    signedFor: 'Signed for',
    signature: 'Signature',
    name: 'Name',
    title: 'Title',
    authority: 'Authority',
    date: 'Date',
    openQuote: '“',
    closeQuote: '”',
  },
}

const source: Source = {type: 'clause', clause: 'sample', version: '1.0.0', hash: `sha256:${'0'.repeat(64)}`}

/** Text as it is; other inlines as given. */
export type Words = readonly (string | Inline)[]
export const inlines = (words: Words): readonly Inline[] =>
  words.map((word) => (typeof word === 'string' ? {type: 'text', text: word} : word))
export const define = (term: string): Inline => ({type: 'definition', term, text: term})
export const use = (term: string, text = term): Inline => ({type: 'use', term, text})
export const refer = (target: string): Inline => ({type: 'reference', target})
export const value = (pointer: string, words: string): Inline => ({type: 'value', pointer, words})
export const blank = (pointer: string, question: string): Inline => ({type: 'blank', pointer, question})
export const stress = (...words: Words): Inline => ({type: 'emphasis', content: inlines(words)})
export const para = (...words: Words): Block => ({type: 'paragraph', content: inlines(words)})
export const table = (headings: readonly Words[], ...rows: readonly (readonly Words[])[]): Block => ({
  type: 'table',
  columns: headings.map((heading) => ({align: 'start', heading: inlines(heading)})),
  rows: rows.map((cells, index) => ({id: `row${index}`, cells: cells.map(inlines)})),
})

interface Extras {
  readonly heading?: Words
  readonly closing?: readonly Block[]
}
export function provision(
  id: string,
  body: readonly Block[],
  below: readonly Provision[] = [],
  {heading, closing}: Extras = {},
): Provision {
  return {
    id,
    source,
    ...(heading ? {heading: inlines(heading)} : {}),
    body,
    provisions: below,
    ...(closing ? {closing} : {}),
  }
}
export const clause = (
  id: string,
  heading: string,
  body: readonly Block[],
  below: readonly Provision[] = [],
  closing?: readonly Block[],
): Provision => provision(id, body, below, {heading: [heading], ...(closing ? {closing} : {})})

const p = (id: string, ...words: Words): Provision => provision(id, [para(...words)])

function party(id: string, name: string, native: string | undefined, country: string): Provision {
  const words: Words = [
    value(`/parties/${id}/legalName/latin`, name),
    ...(native ? [' (', value(`/parties/${id}/legalName/native`, native), ')'] : []),
    `, a company registered in ${country} (`,
    define(id),
    ').',
  ]
  return provision(`parties/party~${id}`, [para(...words)])
}

const block = (party: string, native?: string): ExecutionBlock => ({
  id: `execution~${party}`,
  party: inlines([value('/parties/0/legalName/latin', party)]),
  ...(native ? {native: inlines([value('/parties/0/legalName/native', native)])} : {}),
  signatories: [
    {
      id: 's1',
      name: inlines([value('/s', 'Emma Clarke')]),
      title: inlines(['Chief Executive']),
      authority: inlines(['Director']),
    },
    {
      id: 's2',
      name: inlines([blank('/parties/0/signatories/1/name', 'Who else signs for the company?')]),
      title: inlines([blank('/parties/0/signatories/1/title', 'In what office?')]),
      authority: inlines(['Power of attorney of 3 May 2026']),
    },
  ],
})

const cover: Part = {
  kind: 'cover',
  id: 'cover',
  blocks: [
    table(
      [[''], ['']],
      [['Project'], [value('/project/title', 'Low-power pressure sensing for cold rooms')]],
      [['Governing law'], [value('/law/governingLaw', 'the law of Switzerland')]],
      [['Liability cap'], [blank('/risk/cap', 'What is the most that either party can owe the other?')]],
      [['Lasts'], [value('/period', '36 months'), ' from ', value('/start', '1 January 2027')]],
    ),
  ],
}

const parties: Part = {
  kind: 'parties',
  id: 'parties',
  heading: inlines(['Parties']),
  provisions: [
    party('Brightwater', 'Brightwater Sensing Ltd', undefined, 'England and Wales'),
    party('Hartmann', 'Hartmann & Söhne GmbH', undefined, 'Germany'),
    party('Aoyama', 'Aoyama Instruments K.K.', '株式会社青山計測', 'Japan'),
  ],
}

const recitals: Part = {
  kind: 'recitals',
  id: 'recitals',
  heading: inlines(['Background']),
  provisions: [
    p(
      'collab.purpose/why',
      'Brightwater makes sensors; Hartmann makes cold rooms. Neither can measure frost without the other.',
    ),
    p(
      'collab.purpose/how',
      'They wish to work together as ',
      refer('ip.results.ownership'),
      ' and ',
      refer('schedule.gates'),
      ' describe.',
    ),
  ],
}

const ownership = clause(
  'ip.results.ownership',
  'Who owns the Results',
  [],
  [
    p(
      'ip.results.ownership/own',
      'Each Party owns the ',
      use('Results'),
      ' that its own personnel create. It need not ask anyone, e.g. the other Party, before it uses them.',
    ),
    provision(
      'ip.results.ownership/together',
      [
        para(
          'Where personnel of ',
          use('Brightwater'),
          ' and ',
          use('Hartmann'),
          ' create a ',
          use('Results', 'Result'),
          ' together and their contributions cannot be separated:',
        ),
      ],
      [
        p(
          'ip.results.ownership/together/shares',
          'the Parties own it jointly in equal shares, ',
          stress('unless'),
          ' they agree other shares within ',
          value('/ip/days', '30 days'),
          '; and',
        ),
        provision(
          'ip.results.ownership/together/decide',
          [para('no Party may license its share without the consent of the other, which it may refuse only where:')],
          [
            p('ip.results.ownership/together/decide/competitor', 'the licensee competes with it; or'),
            p(
              'ip.results.ownership/together/decide/unpaid',
              'a sum due under ',
              refer('money.price'),
              ' has not been paid,',
            ),
          ],
        ),
      ],
      {
        closing: [
          para(
            'and neither Party may disclose it before the other has had the period in ',
            refer('conf.duty/period'),
            '.',
          ),
        ],
      },
    ),
  ],
)

const definitions = clause(
  'general.definitions',
  'Words with a meaning of their own',
  [para('In this agreement:')],
  [
    p(
      'general.definitions/results',
      define('Results'),
      ' means what the Parties find, make or write in the Project, and every right in it.',
    ),
    p(
      'general.definitions/background',
      define('Background'),
      ' means what a Party brings, as listed in ',
      refer('schedule.background/what'),
      '.',
    ),
  ],
)

const money = clause('money.price', 'Price', [
  para(
    'Hartmann pays Brightwater ',
    value('/money/price', 'EUR 250,000.00'),
    ' (two hundred and fifty thousand euros). No. 1 of the invoices falls due at the start.',
  ),
  table(
    [['Gate'], ['Date'], ['Amount']],
    [['Prototype'], [value('/gates/0/date', '1 March 2027')], [value('/gates/0/amount', 'EUR 100,000.00')]],
    [
      ['Field trial'],
      [blank('/gates/1/date', 'When must the field trial be passed?')],
      [value('/gates/1/amount', 'EUR 150,000.00')],
    ],
  ),
])

const duty = clause(
  'conf.duty',
  'Keeping secrets',
  [],
  [
    p(
      'conf.duty/keep',
      'Each Party keeps the other’s ',
      use('Background'),
      ' and ',
      use('Results'),
      ' secret. It tells only those who need to know. Did they promise the same? Then it may.',
    ),
    p('conf.duty/period', 'This lasts for ', value('/conf/years', '5 years'), ' after the end, however it comes.'),
  ],
)

const gates: Part = {
  kind: 'schedule',
  id: 'schedule.gates',
  heading: inlines(['Gates and tiers']),
  provisions: [
    clause(
      'schedule.gates.list',
      'Gates',
      [para('The gates are passed in this order.')],
      [
        p('schedule.gates.list/first', 'The prototype reads within one per cent.'),
        p('schedule.gates.list/second', 'The field trial runs for ', value('/weeks', '12 weeks'), '.'),
      ],
    ),
    clause('schedule.gates.tiers', 'Tiers', [para('Each gate opens the next tier of disclosure.')]),
  ],
}

const background: Part = {
  kind: 'schedule',
  id: 'schedule.background',
  heading: inlines(['Background']),
  provisions: [
    provision(
      'schedule.background.list',
      [para('What each Party brings.')],
      [
        p('schedule.background/what', 'Brightwater brings the patents of family BW-7.'),
        p('schedule.background/who', 'Hartmann brings its cold rooms.'),
      ],
    ),
  ],
}

const execution: Part = {
  kind: 'execution',
  id: 'execution',
  provisions: [p('execution.words', 'The Parties have signed this agreement on the dates beside their signatures.')],
  blocks: [block('Brightwater Sensing Ltd'), block('Aoyama Instruments K.K.', '株式会社青山計測')],
}

export const agreement: Agreement = {
  format: 1,
  template: {id: 'collaboration-agreement', version: '1.0.0'},
  title: 'Collaboration Agreement',
  language: 'en-GB',
  numbering: 'legal',
  parts: [
    cover,
    parties,
    recitals,
    {kind: 'group', id: 'group.terms', heading: inlines(['How we work']), provisions: [definitions, money]},
    {kind: 'group', id: 'group.ip', heading: inlines(['Intellectual property']), provisions: [ownership, duty]},
    gates,
    background,
    execution,
  ],
}

export const notices: Notices = {
  firstPage:
    'This document was assembled from a clause library. It is not legal advice and no lawyer–client relationship is created. Ask a qualified lawyer in each country involved before you sign.',
  footer: 'Draft, not reviewed by counsel.',
  origin: 'collaboration-agreement 1.0.0 · revision 3',
}

/** An agreement of one clause (and what else is given), for tests of a single node. */
export function agreementOf(provisions: readonly Provision[], parts: readonly Part[] = []): Agreement {
  return {...agreement, parts: [{kind: 'group', id: 'group.one', provisions}, ...parts]}
}

/** Engrossed as a draft. A broken sample is our own mistake, so it throws. */
export function fairCopy(
  of: Agreement = agreement,
  changes: Partial<Pick<FairCopy, 'notices' | 'locale' | 'identity'>> = {},
): FairCopy {
  const {copy, diagnostics} = engross(of, {
    purpose: 'draft',
    locale,
    notices,
    identity: {
      deal: 'd-4f1c',
      revision: 3,
      hash: `sha256:${'1'.repeat(64)}`,
      time: '2026-11-23T10:00:00Z',
      engross: '0.1.0',
      template: 'collaboration-agreement@1.0.0',
      clauses: [],
    },
    ...changes,
  })
  if (!copy) throw new Error(diagnostics.map(({message}) => message).join('\n'))
  return copy
}
