/** Pairs of agreements that differ in one way each, every node of the model among them. */
import type {Agreement, Block, ExecutionBlock, Inline} from '../../../src/model/index.js'
import {agreement, blank, clause, define, inlines, para, provision, refer, stress, table, value} from '../sample.js'
import {type Edit, type Pair, pair, withPart, withProvision} from './redlines.js'

function withBlocks(change: (blocks: readonly ExecutionBlock[]) => readonly ExecutionBlock[]): Agreement {
  return withPart('execution', (part) => (part.kind === 'execution' ? {...part, blocks: change(part.blocks)} : part))
}

const body =
  (...blocks: readonly Block[]): Edit =>
  (own) => ({...own, body: blocks})

const third: ExecutionBlock = {
  id: 'execution~Hartmann',
  party: inlines([value('/parties/2/legalName/latin', 'Hartmann & Söhne GmbH')]),
  signatories: [
    {id: 's1', name: inlines(['Jörg Brandt']), title: inlines(['Geschäftsführer']), authority: inlines(['Sole'])},
  ],
}

const rows = (...cells: readonly (readonly [string, string])[]): Block => {
  const made = table([['Gate'], ['Amount']], ...cells.map(([left, right]) => [[left], [right]]))
  return made.type === 'table' ? {...made, rows: made.rows.map((row, index) => ({...row, id: cells[index]![0]}))} : made
}

const before = withProvision(
  'money.price',
  body(para('Hartmann pays as follows.'), rows(['Prototype', 'EUR 1'], ['Trial', 'EUR 2'], ['Series', 'EUR 3'])),
)

const mixed: readonly (string | Inline)[] = [
  define('Heron'),
  ' is ',
  stress('never'),
  ' ',
  blank('/x/y', 'How long?'),
  '; see ',
  refer('money.price'),
]

/** Each by what it is about. */
export const pairs: Readonly<Record<string, () => Pair>> = {
  'words, values, blanks, emphasis and definitions': () =>
    pair(
      withProvision('conf.duty/keep', body(para(...mixed, ' and no more.'))),
      withProvision(
        'conf.duty/keep',
        body(
          para(
            define('Heron'),
            ' is ',
            stress('always'),
            ' ',
            value('/x/y', '5 days'),
            '; see ',
            refer('conf.duty/period'),
            ' and more.',
          ),
        ),
      ),
    ),
  'title, notices and revision': () =>
    pair(
      agreement,
      {...agreement, title: 'Joint Development Agreement'},
      {
        notices: {
          firstPage: 'Another notice.',
          footer: 'Draft, reviewed by counsel.',
          origin: 'collaboration-agreement 1.1.0',
        },
      },
    ),
  'a party renamed, on cover, in header and where it signs': () =>
    pair(
      agreement,
      withBlocks(([one, ...others]) => [
        {...one!, party: inlines([value('/parties/0/legalName/latin', 'Brightwater Optics plc')])},
        ...others,
      ]),
    ),
  'a native name, a name and an authority that come and go': () =>
    pair(
      agreement,
      withBlocks(([one, two]) => {
        const {native: _, ...second} = two!
        const [first, ...rest] = one!.signatories
        return [
          {...one!, native: inlines(['ブライトウォーター']), signatories: [{...first!, authority: []}, ...rest]},
          {...second, signatories: second.signatories.map((own) => ({...own, title: []}))},
        ]
      }),
    ),
  'a party that signs last comes': () =>
    pair(
      agreement,
      withBlocks((blocks) => [...blocks, third]),
    ),
  'a party that signs last goes': () =>
    pair(
      withBlocks((blocks) => [...blocks, third]),
      agreement,
    ),
  'parties that sign in another order, and a signatory less': () =>
    pair(
      withBlocks((blocks) => [...blocks, third]),
      withBlocks(([one, two]) => [third, {...one!, signatories: one!.signatories.slice(0, 1)}, two!]),
    ),
  'sub-clauses that come first and last': () =>
    pair(
      agreement,
      withProvision('ip.results.ownership', (own) => ({
        ...own,
        provisions: [
          provision('ip.results.ownership/new', [para('Heron first.')]),
          ...own.provisions,
          provision('ip.results.ownership/last', [para('Lantern last.')]),
        ],
      })),
    ),
  'sub-clauses that go, with their items and closing words': () =>
    pair(
      withProvision('ip.results.ownership/own', (own) => [own, provision('ip.results.ownership/zz', [para('Gone.')])]),
      withProvision('ip.results.ownership/together', () => []),
    ),
  'a clause moved and edited, cited from elsewhere': () => {
    const terms = agreement.parts.find(({id}) => id === 'group.terms')
    const price = terms && 'provisions' in terms ? terms.provisions.find(({id}) => id === 'money.price')! : undefined
    const changed = {
      ...price!,
      body: [
        para('Hartmann pays Brightwater ', value('/money/price', 'EUR 300,000.00'), ' at once.'),
        ...price!.body.slice(1),
      ],
    }
    const without = withProvision('money.price', () => [])
    return pair(
      agreement,
      withProvision('conf.duty', (own) => [own, changed], without),
    )
  },
  'a heading that citations print': () =>
    pair(
      agreement,
      withProvision('ip.results.ownership', (own) => ({...own, heading: inlines(['Whose the Results are'])})),
    ),
  'rows that come, go and move, and words in cells': () =>
    pair(
      before,
      withProvision(
        'money.price',
        body(
          para('Hartmann pays as follows.'),
          rows(['Series', 'EUR 3'], ['Prototype', 'EUR 10'], ['Scale-up', 'EUR 4']),
        ),
      ),
    ),
  'a table that comes and one that goes': () =>
    pair(
      before,
      withProvision(
        'conf.duty/keep',
        (own) => ({...own, body: [...own.body, rows(['A', 'B'], ['C', 'D'])]}),
        withProvision('money.price', body(para('Hartmann pays as follows.'))),
      ),
    ),
  'paragraphs before and after a table': () =>
    pair(
      withProvision(
        'money.price',
        body(para('One.'), para('Two stands before.'), rows(['A', 'B']), para('Three stands after.')),
      ),
      withProvision('money.price', body(para('One.'), rows(['A', 'B']))),
    ),
  'closing words': () =>
    pair(
      agreement,
      withProvision('ip.results.ownership/together', ({closing: _, ...own}) => own),
    ),
  'a schedule that goes': () =>
    pair(
      agreement,
      withProvision(
        'collab.purpose/how',
        body(para('They wish.')),
        withPart('schedule.gates', () => []),
      ),
    ),
  'a schedule that comes': () =>
    pair(
      withProvision(
        'collab.purpose/how',
        body(para('They wish.')),
        withPart('schedule.gates', () => []),
      ),
      agreement,
    ),
  'schedules in another order': () => {
    const gates = agreement.parts.find(({id}) => id === 'schedule.gates')!
    return pair(
      agreement,
      withPart(
        'schedule.background',
        (own) => [own, gates],
        withPart('schedule.gates', () => []),
      ),
    )
  },
  'a cover that comes': () =>
    pair(
      withPart('cover', () => []),
      agreement,
    ),
  'a cover that goes': () =>
    pair(
      agreement,
      withPart('cover', () => []),
    ),
  'a group heading that comes': () =>
    pair(
      withPart('group.ip', (part) =>
        part.kind === 'group' ? {kind: 'group', id: part.id, provisions: part.provisions} : part,
      ),
      agreement,
    ),
  'the last clause of a group, in place of another': () => {
    const uncited = withProvision('ip.results.ownership/together', ({closing: _, ...own}) => own)
    const other = clause('conf.other', 'Openness', [para('Nothing is secret.')])
    return pair(
      uncited,
      withProvision('conf.duty', () => [other], uncited),
    )
  },
  'a paragraph that bears a number and nothing else': () =>
    pair(
      withProvision('ip.results.ownership/together', (own) => ({...own, body: []})),
      agreement,
    ),
  'a recital and a party less': () =>
    pair(
      withProvision('collab.purpose/why', (own) => [own, provision('collab.purpose/also', [para('Gone.')])]),
      withProvision('parties/party~Hartmann', () => []),
    ),
  'words that moved from one clause into another': () => {
    const moved = 'The party that pays bears the cost of every transfer it asks for.'
    return pair(
      withProvision('conf.duty/keep', body(para('Each Party keeps secrets. ', moved, ' It tells no one.'))),
      withProvision(
        'conf.duty/period',
        body(para('This lasts for years. ', moved, ' However it comes.')),
        withProvision('conf.duty/keep', body(para('Each Party keeps secrets.  It tells no one.'))),
      ),
    )
  },
}
