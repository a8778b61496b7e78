import {expect, test} from 'vitest'
import type {Agreement, Block, Change, Inline, Part, Provision} from '../../../src/model/index.js'
import {createPdfRenderer} from '../../../src/render/pdf/index.js'
import {
  agreement,
  blank,
  clause,
  define,
  execution,
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
import {openPen, redlineOf, text, under} from './marked.js'
import {decoratedText, descriptions, openMargin, placedWords} from './marks-of.js'

type Pen = ReturnType<typeof openPen>
type Tree = Agreement<Change>
const renderer = createPdfRenderer()

const tree = (...parts: readonly Part<Change>[]): Tree => ({...agreement([]), parts})
const inGroup = (...provisions: readonly Provision<Change>[]): Part<Change> => ({
  ...group('g', 'Group'),
  kind: 'group',
  id: 'g',
  provisions,
})
const stays = clause('stays', 'Stays', item('stays/1', 'Words that stay.'))
const holding = (...blocks: readonly Block<Change>[]): Provision<Change> => ({...clause('c', 'Clause'), body: blocks})
const line = (...content: readonly Inline<Change>[]): Block<Change> => ({type: 'paragraph', content})
const grid = table(['Head', 'Other'], ['one', 'two'], ['three', 'four'])

/** The tags of the redline from the first page after the contents on. */
async function tagged(make: (pen: Pen) => Tree): Promise<string> {
  const pen = openPen()
  const whole = make(pen)
  const {pdf, diagnostics} = await renderer.render(redlineOf(whole, pen.changes, {showCauses: true}))
  expect(diagnostics).toEqual([])
  const {decorated, told} = descriptions(pdf!)
  expect(told).toHaveLength(decorated)
  const tags = decoratedText(pdf!)
  return tags.slice(tags.indexOf('Contents'), tags.indexOf('Changes and their causes')).replace(/\s+/g, ' ')
}

const cases: readonly (readonly [string, (pen: Pen) => Tree, readonly string[]])[] = [
  [
    'a deleted schedule, with its number, title and all below',
    ({mark}) =>
      tree(
        inGroup(stays),
        under(schedule('s', 'Fees', item('s/1', 'Pay.'), item('s/2', 'Twice.')), mark('deleted', 's')),
      ),
    ['[-Schedule 1-]', '[-Fees-]', '[-Pay.-]', '[-Twice.-]'],
  ],
  [
    'an inserted group, with its heading and clauses',
    ({mark}) =>
      tree(
        inGroup(stays),
        under(group('h', 'Money', clause('m', 'Price', item('m/1', 'Ten.'))), mark('inserted', 'h')),
      ),
    ['{+Money+}', '{+2+}{+Price+}', '{+2.1+} {+Ten.+}'],
  ],
  [
    'twins: a clause deleted and inserted under one id',
    ({pair}) => {
      const [gone, come] = pair(['deleted', 'c'], ['inserted', 'c'])
      return tree(
        inGroup(under(clause('c', 'Price', item('c/1', 'Ten.')), gone), stays, under(item('c', 'No price.'), come)),
      )
    },
    ['[-1-][-Price-]', '[-1.1-] [-Ten.-]', '{+2+} {+No price.+}'],
  ],
  [
    'a clause without a heading that was moved, with words dropped on the way',
    ({pair, mark}) => {
      const [away, come] = pair(['movedFrom', 'm'], ['movedTo', 'm'], {type: 'moved'})
      const dropped = mark('deleted', 'm')
      const body = (...words: readonly Inline<Change>[]) => ({...item('m', undefined), body: [line(...words)]})
      return tree(
        inGroup(
          under(body(text('Move me'), text(' now', dropped), text('.')), away),
          stays,
          under(body(text('Move me'), text('.')), come),
        ),
      )
    },
    ['[-1-] [moved to 2] [-Move me-][- now-][-.-]', '{+2+} [moved from 1] {+Move me.+}'],
  ],
  [
    'a moved paragraph, a moved table and a moved row',
    ({pair}) => {
      const moved = {type: 'moved'} as const
      const [p1, p2] = pair(['movedFrom', 'c'], ['movedTo', 'stays'], moved)
      const [t1, t2] = pair(['movedFrom', 'c'], ['movedTo', 'stays'], moved)
      const [r1, r2] = pair(['movedFrom', 'c'], ['movedTo', 'c'], moved)
      const other = table(['Left', 'Right'], ['up', 'down'], ['in', 'out'])
      const [up, rest] = other.type === 'table' ? other.rows : []
      const rows = [under(up!, r1), rest!, under(up!, r2)]
      const left = holding(under(para('Here.'), p1), under(grid, t1), {...other, rows} as Block<Change>)
      return tree(inGroup(left, {...stays, body: [under(para('Here.'), p2), under(grid, t2)]}))
    },
    [
      '[moved to 2] [-Here.-]',
      '[moved to 2] [-Head-]',
      '[moved] [-up-][-down-]',
      '[moved] {+up+}{+down+}',
      '[moved from 1] {+Here.+}',
      '[moved from 1] {+Head+}',
    ],
  ],
  [
    'a deleted table and an inserted paragraph',
    ({mark}) =>
      tree(inGroup(holding(under(grid, mark('deleted', 'c')), under(para('No table.'), mark('inserted', 'c'))), stays)),
    ['[-Head-][-Other-]', '[-one-][-two-]', '[-three-][-four-]', '{+No table.+}'],
  ],
  [
    'inlines of every kind',
    ({mark}) => {
      const gone = mark('deleted', 'c')
      const words = [
        text('plain '),
        use('Use'),
        define('Term'),
        value('value'),
        blank('/x'),
        stress('stress'),
        refer('stays'),
      ]
      return tree(inGroup(holding(line(text('Kept '), ...words.map((one) => under(one, gone)))), stays))
    },
    ['Kept [-plain Use“-][-Term-][-”value-][-[●]-][-stress-][-clause -]'],
  ],
  [
    'words next to each other of two changes, apart',
    ({mark}) =>
      tree(
        inGroup(
          holding(line(text('one ', mark('deleted', 'c')), text('two ', mark('deleted', 'c')), text('three'))),
          stays,
        ),
      ),
    ['[-one -][-two -]three'],
  ],
  [
    'a heading in which a word changed',
    ({pair}) => {
      const [gone, come] = pair(['deleted', 'c'], ['inserted', 'c'])
      return tree(
        inGroup(
          {
            ...clause('c', '', item('c/1', 'Words.')),
            heading: [text('Law of '), text('Delaware', gone), text('Nevada', come)],
          },
          stays,
        ),
      )
    },
    ['1Law of Nevada', 'Law of [-Delaware-]{+Nevada+}'],
  ],
  [
    'a party and its signature block, deleted whole',
    ({mark}) => {
      const signing = execution(german, japanese)
      const [first, second] = signing.kind === 'execution' ? signing.blocks : []
      const parties: Part<Change> = {
        kind: 'parties',
        id: 'parties',
        heading: [text('Parties')],
        provisions: [item('parties~0', 'One Ltd.'), under(item('parties~1', 'Two Ltd.'), mark('deleted', 'parties~1'))],
      }
      return tree(parties, inGroup(stays), {
        ...signing,
        blocks: [first!, under(second!, mark('deleted', second!.id))],
      } as Part<Change>)
    },
    ['[-(2)-] [-Two Ltd.-]', '[-Signed for and on behalf of-]', '[-Tokai Soyaku K.K.-]', '[-Authority-]'],
  ],
  [
    'a native name that only one side has, and a line of a signatory',
    ({mark}) => {
      const signing = execution(german)
      const block = signing.kind === 'execution' ? signing.blocks[0]! : undefined
      const [first] = block!.signatories
      const native = [text('東海創薬株式会社', mark('inserted', block!.id))]
      const signatories = [{...first!, authority: [text('Director', mark('deleted', block!.id))]}]
      return tree(inGroup(stays), {...signing, blocks: [{...block!, native, signatories}]} as Part<Change>)
    },
    ['{+東海創薬株式会社+}', '[-Director-]'],
  ],
]

test.each(cases)('prints %s', async (_, make, expected) => {
  const tags = await tagged(make)
  for (const words of expected) expect(tags).toContain(words)
})

test('stands beside every page of a table that runs on, its heading row repeated', async () => {
  const pen = openPen()
  const rows = Array.from({length: 70}, (_, index) => [`row ${index}`, 'Some words that are struck'])
  const copy = redlineOf(
    tree(inGroup(stays, holding(under(table(['Head', 'Other'], ...rows), pen.mark('deleted', 'c'))))),
    pen.changes,
  )
  const {pdf} = await renderer.render(copy)
  const [margin, words] = [openMargin(pdf!), placedWords(pdf!)]
  const pages = new Set(words.filter(({text: word}) => word === 'struck').map(({page}) => page))
  expect(pages.size).toBeGreaterThan(2)
  for (const page of pages) expect(words.some((word) => word.page === page && word.text === 'Head')).toBe(true)
  for (const {page, text: word, box} of words)
    if (word === 'row') expect(margin(page, (box.top + box.bottom) / 2), `page ${page}`).toBe(true)
})

test('leads nowhere from a deleted reference to what the redline does not print', async () => {
  const pen = openPen()
  const gone = pen.mark('deleted', 'c')
  const copy = redlineOf(
    tree(inGroup(holding(line(text('See '), under(refer('stays'), gone), text('.'))), stays)),
    pen.changes,
  )
  const missing = {...copy, against: {...copy.against!, renamed: new Map([['stays', 'elsewhere']])}}
  const {pdf} = await renderer.render(missing)
  expect(descriptions(pdf!).told).toContainEqual(['LineThrough', 'deleted: clause\u00a02 (Stays)'])
})
