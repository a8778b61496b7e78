/** A short agreement as a firm would send it: cover, parties, recitals, groups, nested items, tables, schedules, signatures. */
import type {Agreement, Part} from '../../../src/model/index.js'
import {
  agreement,
  blank,
  clause,
  define,
  execution,
  type Firm,
  german,
  group,
  item,
  japanese,
  para,
  refer,
  schedule,
  stress,
  table,
  use,
  value,
} from './build.js'

export interface Sample {
  readonly firms?: readonly [Firm, Firm]
  readonly project?: string
  readonly months?: string
  /** How often the clauses stand: 1 is a short agreement, 8 about 15,000 words. */
  readonly times?: number
}

export function sample({
  firms = [german, japanese],
  project = 'Cold-chain release sensor',
  months = '36 months',
  times = 1,
}: Sample = {}): Agreement {
  const [first, second] = firms
  const copies = Array.from({length: times}, (_, index) => (index === 0 ? '' : `.${index}`))
  return agreement([
    cover(project),
    parties(first, second),
    {
      kind: 'recitals',
      id: 'recitals',
      heading: [{type: 'text', text: 'Background'}],
      provisions: [
        item('collab.purpose/why', [
          'The parties have met four times and want to find out, in steps that either can stop, whether ',
          stress('trust'),
          ` grows faster than risk.`,
        ]),
        item('collab.purpose/what', ['They will build ', value(project), ' (the ', define('Project'), ').']),
      ],
    },
    ...copies.flatMap((copy) => [knowledge(copy), secrets(copy), general(copy, months)]),
    ...schedules(),
    execution(...firms),
  ])
}

function cover(project: string): Part {
  return {
    kind: 'cover',
    id: 'cover',
    blocks: [
      table(
        ['', ''],
        ['Project', value(project)],
        ['Start', value('1 January 2027', '/dates/start')],
        ['Who owns results', 'Each party owns what its own people create; joint results are shared'],
        ['Governing law', value('Switzerland', '/law/governingLaw')],
        ['Seat of arbitration', value('Zürich')],
        ['Liability cap', blank('/risk/cap')],
        ['Budget', value('EUR 250,000.00 (two hundred and fifty thousand euros)')],
      ),
    ],
  }
}

function parties(first: Firm, second: Firm): Part {
  const party = ({name, native}: Firm, index: number, term: string) =>
    item(`parties~${index}`, [
      value(name, `/parties/${index}/legalName/latin`),
      ...(native === undefined ? [] : [' (', value(native, `/parties/${index}/legalName/native`), ')']),
      ', a company whose registered office is at Lindenweg 4, 70567 Stuttgart, registered under number HRB 20114 (',
      define(term),
      ').',
    ])
  return {
    kind: 'parties',
    id: 'parties',
    heading: [{type: 'text', text: 'Parties'}],
    provisions: [party(first, 0, 'First Party'), party(second, 1, 'Second Party')],
  }
}

const knowledge = (n: string): Part =>
  group(
    `ip${n}`,
    'Intellectual property',
    clause(
      `ip.background${n}`,
      'Background',
      item(`ip.background${n}/own`, [
        'Each party keeps what it owned before it joined the ',
        use('Project'),
        ', and what it makes outside it (its ',
        define(`Background${n}`),
        '). Nothing in this agreement transfers it.',
      ]),
      item(`ip.background${n}/list`, [
        'The ',
        use('Background'),
        ' that a party means to bring is listed in ',
        refer('schedule.background'),
        '. A party may add to its list by notice until the first gate has been passed.',
      ]),
    ),
    {
      ...clause(
        `ip.results${n}`,
        'Results',
        item(`ip.results${n}/own`, ['Each party owns the ', define(`Results${n}`), ' that its own personnel create.']),
        {
          ...item(
            `ip.results${n}/together`,
            'Where personnel of both parties create a Result together and their contributions cannot be separated:',
            item(`ip.results${n}/together/shares`, [
              'the parties own it jointly in equal shares, as set out in ',
              refer(`ip.results${n}`),
              ';',
            ]),
            item(
              `ip.results${n}/together/decide`,
              'a party that wants to file for protection tells the other first, and:',
              item(
                `ip.results${n}/together/decide/cost`,
                'the party that files pays, and is paid back out of the first income;',
              ),
              item(`ip.results${n}/together/decide/name`, 'both parties are named as owners, whoever pays; and'),
            ),
            item(`ip.results${n}/together/use`, [
              'each may use it in its own business without paying the other, in the manner that ',
              refer(`conf.core${n}/use`),
              ' allows; and',
            ]),
          ),
          closing: [
            para(
              'and neither party may disclose it before the other has had ninety days to consider whether it should first be protected.',
            ),
          ],
        },
        item(`ip.results${n}/table`, [
          'How a Result may be used depends on its field, as ',
          refer('schedule.fields/rail'),
          ' sets out.',
        ]),
      ),
    },
  )

const secrets = (n: string): Part =>
  group(
    `conf${n}`,
    'Confidence',
    clause(
      `conf.core${n}`,
      'Confidential information',
      item(
        `conf.core${n}/use`,
        'Each of us will use the other’s confidential information only to carry out the purpose written on the cover page. We will guard it with the same care as our own secrets, and never less than reasonable care for information of its kind.',
      ),
      item(
        `conf.core${n}/staff`,
        'We may show it to our directors, staff, advisers and named contractors who need it for the purpose, once each is bound to protect it at least as well as this agreement does. If one of those people breaks the promise, we answer for it as our own act.',
      ),
      item(`conf.core${n}/leak`, [
        'If either of us learns of a leak, we say so within ',
        value('48 hours', '/nda/leakNoticeHours'),
        ', explain what we know and work together to limit harm. We do not copy, analyse or rebuild samples, code or materials beyond what the purpose needs.',
      ]),
    ),
    {
      ...clause(`conf.tiers${n}`, 'Tiers of disclosure'),
      body: [
        para('Information moves up a tier only when the gate before it has been passed. What belongs to each tier is:'),
        table(
          ['Tier', 'What may be shown', 'To whom', 'Gate'],
          ['1', 'Published papers, brochures, samples made for sale', 'Anyone in the team', 'None'],
          [
            '2',
            'Test results without recipes; drawings without tolerances',
            'Named engineers',
            'Gate A: both leaders agree that the tests can be repeated',
          ],
          ['3', 'Recipes, source code, unpublished applications', 'Two people a side, named in the schedule', 'Gate B'],
        ),
      ],
    },
  )

const general = (n: string, months: string): Part =>
  group(
    `general${n}`,
    'General',
    clause(
      `term.length${n}`,
      'How long this agreement lasts',
      item(`term.length${n}/period`, [
        'This agreement lasts ',
        value(months, '/dates/period'),
        ' from the start date, unless it is ended earlier under ',
        refer(`term.end${n}`),
        '.',
      ]),
      item(
        `term.length${n}/review`,
        'We expect to understand each other better as the work goes on, so we will look at this agreement again six months after signature, then every twelve months. Before each review every party writes down, in no more than one page, what is working, what feels unfair, and one thing it could do better.',
      ),
    ),
    {
      ...clause(`term.end${n}`, 'Ending early'),
      body: [
        para([
          'Either party may end this agreement at a gate, for any reason, by notice of ',
          value('30 days'),
          '. It then hands back what it was lent, and keeps what it owns. ',
          refer(`conf.core${n}`),
          ' survives.',
        ]),
      ],
    },
    item(`general.whole${n}`, 'This agreement is the whole of what the parties have agreed about the Project.'),
    item(`general.change${n}`, 'A change binds only when both parties have signed it.'),
  )

const schedules = (): readonly Part[] => [
  schedule('schedule.background', 'Background', {
    ...item('schedule.background.list', undefined),
    body: [
      para('What each party brings, and what the other may do with it.'),
      table(
        ['What', 'Whose', 'Access'],
        ['Patent EP 3 141 592 B1 (pressure cell)', 'First Party', 'For the Project only'],
        [
          'Firmware “Tide” 2.x, with its build scripts and the test bench that proves them',
          'Second Party',
          'For the Project; afterwards on fair terms',
        ],
        ...Array.from({length: 40}, (_, row) => [
          `Drawing ${row + 1} of the housing, as issued in the spring`,
          'First Party',
          'For the Project only',
        ]),
      ),
    ],
  }),
  schedule(
    'schedule.fields',
    'Fields of use',
    clause(
      'schedule.fields/rail',
      'Rail',
      item('schedule.fields/rail/who', 'The First Party alone may use joint Results in rail vehicles, for five years.'),
      item('schedule.fields/rail/then', 'Thereafter both may.'),
    ),
    clause(
      'schedule.fields/tools',
      'Machine tools',
      item(
        'schedule.fields/tools/who',
        'The Second Party alone may use joint Results in machine tools, for five years.',
      ),
    ),
  ),
]
