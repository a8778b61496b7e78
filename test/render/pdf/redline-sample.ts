/** The short agreement as a second round leaves it: every kind of node and every kind of mark, as two lawyers would make them. */
import type {Agreement, Change, FairCopy, Inline, Part, Provision, Table} from '../../../src/model/index.js'
import {clause, inlines, item, para, refer, schedule, use, value} from './build.js'
import {openPen, redlineOf, row, type Shown, text, under} from './marked.js'
import {sample} from './sample.js'

type Marked = Provision<Change>

/** The agreement with the provision of an id put through `edit`, which may return several, or none. */
function editing(whole: Agreement<Change>, id: string, edit: (found: Marked) => readonly Marked[]): Agreement<Change> {
  const below = (provisions: readonly Marked[]): readonly Marked[] =>
    provisions.flatMap((one) => (one.id === id ? edit(one) : [{...one, provisions: below(one.provisions)}]))
  const parts = whole.parts.map(
    (part): Part<Change> => (part.kind === 'cover' ? part : {...part, provisions: below(part.provisions)}),
  )
  return {...whole, parts}
}

/** The inline whose words are these, put through `edit`. */
const replacing =
  (words: string, edit: (found: Inline<Change>) => readonly Inline<Change>[]) =>
  (provision: Marked): readonly Marked[] => [
    {
      ...provision,
      body: provision.body.map((block) =>
        block.type === 'table'
          ? block
          : {
              ...block,
              content: block.content.flatMap((one) => ('words' in one && one.words === words ? edit(one) : [one])),
            },
      ),
    },
  ]

export function redlineSample(shown: Shown = {}, times = 1): FairCopy<Change> {
  const {changes, mark, pair} = openPen()
  let whole: Agreement<Change> = sample({times})
  const edit = (id: string, change: (found: Marked) => readonly Marked[]): void => {
    whole = editing(whole, id, change)
  }

  const months = {type: 'parameter', pointer: '/dates/period', before: '36 months', after: '24 months'} as const
  const [long, short] = pair(['deleted', 'term.length/period'], ['inserted', 'term.length/period'], months)
  edit(
    'term.length/period',
    replacing('36 months', (found) => [under(found, long), under(value('24 months'), short)]),
  )

  const hours = {type: 'parameter', pointer: '/nda/leakNoticeHours', before: '48', after: '24'} as const
  const [slow, fast] = pair(['deleted', 'conf.core/leak'], ['inserted', 'conf.core/leak'], hours)
  edit(
    'conf.core/leak',
    replacing('48 hours', () => [under(value('48 hours'), slow), under(value('24 hours'), fast)]),
  )

  const version = {
    type: 'version',
    clause: 'conf.core',
    from: '1.2.0',
    to: '1.3.0',
    note: 'Says that a contractor is bound before it is shown anything, and answers for its own people.',
  } as const
  const dropped = mark('deleted', 'conf.core/staff', version)
  const added = mark('inserted', 'conf.core/affiliates', version)
  edit('conf.core/staff', (found) => [
    under(found, dropped),
    under(
      item('conf.core/affiliates', [
        'We may show it to our affiliates, under the terms that ',
        refer('conf.core/use'),
        ' sets out, once each has signed a promise to us in writing that is no weaker than this agreement.',
      ]),
      added,
    ),
  ])

  const variant = {
    type: 'variant',
    position: 'collab.exclusivity',
    from: 'collab.exclusivity.none',
    to: 'collab.exclusivity.field',
  } as const
  const exclusive = mark('inserted', 'collab.exclusivity', variant)
  edit('term.end', (found) => [
    found,
    under(
      clause(
        'collab.exclusivity',
        'Exclusivity',
        item('collab.exclusivity/field', [
          'For the ',
          use('Project'),
          ' neither party works with a third party in rail vehicles, unless ',
          refer('term.end'),
          ' has come to pass or ',
          refer('ip.results/own'),
          ' allows it.',
        ]),
        item('collab.exclusivity/end', 'This clause ends with the second gate.'),
      ),
      exclusive,
    ),
  ])

  const moved = {type: 'moved'} as const
  const [away, come] = pair(['movedFrom', 'conf.tiers'], ['movedTo', 'conf.tiers'], moved)
  const reworded = mark('deleted', 'conf.tiers', {type: 'hand'})
  const tiers: Marked[] = []
  edit('conf.tiers', (found) => {
    tiers.push(found)
    const [first, second] = found.body
    const split = [
      text('Information moves up a tier only when the gate before it has been passed. '),
      text('What belongs to each tier is:', reworded),
    ]
    return [{...found, body: [{...first!, type: 'paragraph', content: split} as const, second!], mark: away}]
  })
  const worded = mark('inserted', 'conf.tiers', {type: 'hand'})
  edit('term.end', (found) => {
    const [, second] = tiers[0]!.body
    const split = [
      text('Information moves up a tier only when the gate before it has been passed. '),
      text('To each tier belongs:', worded),
    ]
    return [found, {...tiers[0]!, body: [{type: 'paragraph', content: split}, second!], mark: come}]
  })

  const parts = whole.parts.map((part): Part<Change> => {
    if (part.kind === 'cover')
      return {...part, blocks: part.blocks.map((block) => coverTable(block as Table<Change>, mark, pair))}
    if (part.id === 'schedule.background')
      return backgroundSchedule(part as Extract<Part<Change>, {kind: 'schedule'}>, mark)
    if (part.kind === 'execution') return signatures(part, mark, pair)
    return part
  })
  const last = parts.pop()!
  const inserted = schedule(
    'schedule.people',
    'Named people',
    item('schedule.people/first', 'For the First Party: Dr Jürgen Groß.'),
    item('schedule.people/second', ['For the Second Party: 酒井 陽翔 (“the ', use('Project'), ' leader”).']),
  )
  parts.push(under(inserted, mark('inserted', 'schedule.people', variant)), last)

  // The number of the revision is marked and not listed.
  const [five, seven] = openPen().pair(['deleted', 'furniture'], ['inserted', 'furniture'])
  const [reviewed, unreviewed] = pair(['deleted', 'furniture'], ['inserted', 'furniture'])
  const furniture = {
    revision: [text('Revision '), text('5', {...five, id: 'f1'}), text('7', {...seven, id: 'f2'})],
    footer: [text('Draft. '), text('Not yet', reviewed), text('Not', unreviewed), text(' reviewed by counsel.')],
    ...shown.furniture,
  }
  return redlineOf({...whole, parts}, changes, {...shown, furniture})
}

type Pen = ReturnType<typeof openPen>

function coverTable(block: Table<Change>, mark: Pen['mark'], pair: Pen['pair']): Table<Change> {
  const law = {type: 'parameter', pointer: '/law/governingLaw', before: 'CH', after: 'DE'} as const
  const [swiss, german] = pair(['deleted', 'cover'], ['inserted', 'cover'], law)
  const rows = block.rows.flatMap((one) => {
    const [name] = one.cells
    const words = name?.[0]?.type === 'text' ? name[0].text : ''
    if (words === 'Governing law')
      return [{...one, cells: [name!, [text('Switzerland', swiss), text('Germany', german)]]}]
    if (words === 'Budget') return [under(one, mark('deleted', 'cover'))]
    return [one]
  })
  return {
    ...block,
    rows: [...rows, row('new', ['Exclusivity', 'Rail vehicles, until the second gate'], mark('inserted', 'cover'))],
  }
}

function backgroundSchedule(part: Extract<Part<Change>, {kind: 'schedule'}>, mark: Pen['mark']): Part<Change> {
  const provisions = part.provisions.map((provision): Marked => {
    const body = provision.body.map((block) => {
      if (block.type !== 'table') return block
      const [first, second, ...rest] = block.rows
      const patent = row(
        'patent',
        ['Patent EP 4 000 000 B1 (valve)', 'First Party', 'On fair terms'],
        mark('inserted', provision.id),
      )
      return {...block, rows: [first!, patent, under(second!, mark('deleted', provision.id)), ...rest.slice(0, 8)]}
    })
    return {
      ...provision,
      body: [...body, under(para('A party may not withdraw what it has listed.'), mark('inserted', provision.id))],
    }
  })
  return {...part, provisions}
}

function signatures(
  part: Extract<Part<Change>, {kind: 'execution'}>,
  mark: Pen['mark'],
  pair: Pen['pair'],
): Part<Change> {
  const [first, second] = part.blocks
  const [gone, come] = pair(['deleted', first!.id], ['inserted', first!.id])
  const [jurgen, anna] = first!.signatories
  const karl = {
    id: 's9',
    name: inlines('Karl Hartmann'),
    title: inlines('Prokurist'),
    authority: inlines('Commercial register'),
  }
  const signatories = [
    {...jurgen!, title: [text('Managing director', gone), text('Chief executive', come)]},
    under(anna!, mark('deleted', first!.id)),
    under(karl, mark('inserted', first!.id)),
  ]
  return {...part, blocks: [{...first!, signatories}, second!]}
}
