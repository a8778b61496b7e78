/** The change memo: by cause, on one page, and nothing in it that the two agreements do not print. */
import fc from 'fast-check'
import {strFromU8, unzipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import type {Change, FairCopy, Inline, Parameters} from '../../src/model/index.js'
import {changeMemo, memoCopy} from '../../src/verbs/change-memo.js'
import {createRenderers, type Format} from '../../src/verbs/formats.js'
import {fitted} from '../../src/verbs/memo-room.js'
import {whereWords} from '../../src/verbs/memo-words.js'
import {faults, printed} from '../render/docx/office.js'
import {read, textOf} from '../render/pdf/readers.js'
import {agreement, fairCopy} from '../render/sample.js'
import {changeOf, copyOf, handMarked} from '../render/text/marked.js'
import {busyRedline, type Counts} from './busy-redline.js'

const renderers = createRenderers()

async function made(copy: FairCopy, format: Format): Promise<Uint8Array> {
  const {bytes, diagnostics} = await renderers.render(copy, format)
  if (!bytes) throw new Error(diagnostics.map(({message}) => message).join('\n'))
  return bytes
}

const markdown = async (copy: FairCopy): Promise<string> => strFromU8(await made(copy, 'md'))

const parameters: Parameters = new Map([
  ['/conf', {pattern: '/conf', kind: 'group', title: 'Confidentiality'}],
  ['/conf/years', {pattern: '/conf/years', kind: 'years', title: 'How long secrets are kept'}],
])

test('says by cause what changed, before and after, and where', async () => {
  const renumbered = [{id: 'ip.results.ownership', from: '3', to: '2'}]
  expect(await markdown(memoCopy(handMarked({redline: {renumbered}}), {parameters}))).toBe(expected)
})

test('calls a parameter by its pointer where no schema is at hand', async () => {
  expect(await markdown(memoCopy(handMarked()))).toContain('| Conf, years | 5 years | 3 years | clause 3.2 |')
})

test('says plainly that nothing changed', async () => {
  const text = await markdown(memoCopy(copyOf(agreement, [])))
  expect(text).toContain('\n\nNothing changed.\n\n')
  expect(text).not.toContain('**')
})

test('never leaves out what could not be compared', async () => {
  const picture = {
    code: 'redline/picture',
    severity: 'warning',
    message: 'A picture in the footer was not compared.',
    at: {file: 'a.docx'},
  } as const
  const text = await markdown(memoCopy(copyOf(agreement, [], {redline: {uncompared: [picture]}})))
  expect(text).toContain('**Not compared**\n\nA picture in the footer was not compared.')
})

test('has no number that could be taken for a clause’s', () => {
  const {numerals, contents} = memoCopy(handMarked())
  expect([numerals.size, contents]).toEqual([0, []])
})

test('refuses a copy that is compared with nothing', () => {
  expect(() => changeMemo(fairCopy())).toThrow(RangeError)
})

describe('a parameter that prints nowhere', () => {
  const limit = {
    type: 'parameter',
    pointer: '/strategy/stance',
    before: 'hidden-before',
    after: 'hidden-after',
  } as const
  const marks = [
    changeOf('c1', 'deleted', limit, {pair: 'c2', at: 'conf.duty/keep'}),
    changeOf('c2', 'inserted', limit, {pair: 'c1', at: 'conf.duty/keep'}),
  ] as const
  const copy = (before: Inline, after: Inline): FairCopy<Change> => {
    const content = [
      {...before, mark: marks[0]},
      {...after, mark: marks[1]},
    ]
    const parts = agreement.parts.map((part) =>
      part.kind === 'recitals'
        ? {
            ...part,
            provisions: part.provisions.map((one, index) =>
              index === 0 ? {...one, body: [{type: 'paragraph' as const, content}]} : one,
            ),
          }
        : part,
    )
    return copyOf({...agreement, parts}, marks)
  }
  const words = (text: string): Inline => ({type: 'text', text})
  const value = (text: string): Inline => ({type: 'value', pointer: '/strategy/stance', words: text})

  test.each(['docx', 'pdf', 'html', 'md'] as const)(
    'shows by its words, and its value is nowhere in the %s',
    async (format) => {
      const bytes = await made(
        memoCopy(copy(words('They wish to work alone.'), words('They wish to work together.'))),
        format,
      )
      const text = await textIn(bytes, format)
      expect(text).toContain('They wish to work alone.')
      expect(text).not.toMatch(/hidden-(before|after)/)
    },
  )

  test('stays hidden behind a printed value that only follows from it', async () => {
    const derived = (text: string): Inline => ({type: 'value', pointer: '/nda/years', words: text})
    const text = await markdown(memoCopy(copy(derived('5'), derived('3'))))
    expect(text).toContain('| Strategy, stance | 5 | 3 | recital (A) |')
    expect(text).not.toContain('hidden')
  })

  test('does show by what it prints, where it does print', async () => {
    const text = await markdown(memoCopy(copy(value('trust'), value('control'))))
    expect(text).toContain('| Strategy, stance | trust | control | recital (A) |')
  })
})

async function textIn(bytes: Uint8Array, format: Format): Promise<string> {
  if (format === 'pdf') return textOf(bytes) + strFromU8(bytes, true)
  if (format !== 'docx') return strFromU8(bytes)
  return Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n')
}

test('knows a value of a row that stood in another place before', async () => {
  const cause = {type: 'parameter', pointer: '/gates/2/weeks', before: 8, after: 12} as const
  const [out, come] = [
    changeOf('c1', 'deleted', cause, {pair: 'c2', at: 'collab.purpose/why'}),
    changeOf('c2', 'inserted', cause, {pair: 'c1', at: 'collab.purpose/why'}),
  ]
  const content: readonly Inline<Change>[] = [
    {type: 'value', pointer: '/gates/1/weeks', words: '8', mark: out},
    {type: 'value', pointer: '/gates/2/weeks', words: '12', mark: come},
  ]
  const parts = agreement.parts.map((part) =>
    part.kind === 'recitals'
      ? {
          ...part,
          provisions: part.provisions.map((one) =>
            one.id === out.at ? {...one, body: [{type: 'paragraph' as const, content}]} : one,
          ),
        }
      : part,
  )
  const text = await markdown(memoCopy(copyOf({...agreement, parts}, [out, come])))
  expect(text).toContain('| 8 weeks | 12 weeks |')
})

describe('on one page', () => {
  const full: Counts = {parameters: 40, versions: 25, variants: 15, hand: 80, consequential: 30}
  const long =
    'the period that the Parties agreed in writing after their meeting in Lyon and before the first gate, whatever came of it'
  const pages = (pdf: Uint8Array): string => /Pages:\s+(\d+)/.exec(read('pdfinfo', pdf))?.[1] ?? ''

  test('however much changed, and says how much more there is', async () => {
    const memo = memoCopy(busyRedline(full, long))
    const pdf = await made(memo, 'pdf')
    expect(pages(pdf)).toBe('1')
    expect(textOf(pdf)).toMatch(/^Draft · Revision 7 against revision 5 Change memo .*This memo is a reading aid/)
    const text = await markdown(memo)
    expect(text).toContain(
      '40 answers changed; 25 clauses stand in another version; 15 clauses were replaced by others; 80 passages were changed by hand; 30 changes follow from these.',
    )
    expect(text.match(/and \d+ more/g)?.length).toBeGreaterThan(3)
    const lines = await printed(await made(memo, 'docx'))
    expect(lines.filter((line) => /Page \d+ of/.test(line))).toEqual([expect.stringMatching(/Page 1 of 1$/)])
  }, 60_000)

  test('for any numbers and lengths of changes', async () => {
    const count = fc.integer({min: 0, max: 20})
    const counts = fc.record({parameters: count, versions: count, variants: count, hand: count, consequential: count})
    const words = fc
      .array(fc.stringMatching(/^([A-Z]?[a-z]{1,13}|[A-Z]{1,9}|[0-9.,]{1,9})$/), {minLength: 1, maxLength: 30})
      .map((list) => list.join(' '))
    await fc.assert(
      fc.asyncProperty(counts, words, async (some, said) => {
        expect(pages(await made(memoCopy(busyRedline(some, said)), 'pdf'))).toBe('1')
      }),
      {numRuns: 20, endOnFailure: true},
    )
  }, 120_000)

  test('an ordinary redline is cut nowhere', async () => {
    const text = await markdown(
      memoCopy(
        busyRedline(
          {parameters: 4, versions: 2, variants: 1, hand: 2, consequential: 3},
          'thirty days',
          'Says who pays.',
        ),
      ),
    )
    expect(text).not.toMatch(/and \d+ more/)
  })

  test('rows that are shown and those that are counted are all rows', () => {
    const cell = fc.string({maxLength: 70})
    const section = fc.record({
      heading: cell,
      columns: fc.constant(['A', 'B']),
      rows: fc.array(fc.tuple(cell, cell), {minLength: 1, maxLength: 40}),
    })
    fc.assert(
      fc.property(
        fc.array(section, {minLength: 1, maxLength: 6}),
        fc.integer({min: 100, max: 3000}),
        (sections, room) => {
          const shown = fitted(sections, room)
          expect(shown.length).toBeGreaterThan(0)
          for (const [index, {rows}] of shown.entries()) {
            const all = sections[index]!.rows
            const more = Number(/^and (\d+) more$/.exec(rows.at(-1)![0]!)?.[1] ?? 0)
            expect(more > 0 ? rows.length - 1 + more : rows.length).toBe(all.length)
          }
          // A page with room for all shows all, word for word.
          expect(fitted(sections, 1e6)).toEqual(sections)
        },
      ),
    )
  })
})

test('is a Word file that Microsoft’s SDK has nothing against', async () => {
  expect(await faults(await made(memoCopy(handMarked()), 'docx'))).toEqual([])
}, 30_000)

const expected = `# Change memo

> This memo is a reading aid: it is no part of the agreement and no legal advice. The redline shows every changed word.

Collaboration Agreement between Brightwater Sensing Ltd and Aoyama Instruments K.K.: revision 7 of 23 November 2026 against revision 5 of 1 November 2026.

1 answer changed; 1 clause stands in another version; 1 clause was replaced by another; 3 passages were changed by hand; 1 passage moved. 1 provision has another number and is otherwise the same.

**Answers that changed**

| What | Before | Now | Where |
| --- | --- | --- | --- |
| Confidentiality: how long secrets are kept | 5 years | 3 years | clause 3.2 |

**Clauses in another version**

| Clause | Version | What it changes | Where |
| --- | --- | --- | --- |
| Who owns the Results | 1.2.0 → 1.3.0 | Says in which shares a joint Result is held. | clause 2.2(a) |

**Another clause chosen**

| What | Before | Now | Where |
| --- | --- | --- | --- |
| Steps | Tiers | Steps | paragraph 2 of Schedule 1 |

**Words changed by hand**

| Where | Before | Now | By |
| --- | --- | --- | --- |
| clause 3.1 | – | It tells nobody else, whatever they promise. | B. Author, 20 November 2026 |
| clause 4 | – | It is paid once. | A. Author, 20 November 2026 |
| Brightwater Sensing Ltd | Chief Executive | Managing Director | A. Author, 20 November 2026 |

**Moved**

Price (clause 2, now clause 4).

---

Draft, not reviewed by counsel.

collaboration-agreement 1.0.0 · revision 3
`

test('gives its page to the answers that changed before anything else', () => {
  const rows = (count: number): readonly (readonly string[])[] =>
    Array.from({length: count}, (_, index) => [`Answer ${index}`, 'before', 'now', 'clause 1'])
  const columns = ['What', 'Before', 'Now', 'Where']
  const sections = [
    {heading: 'Answers that changed', columns, rows: rows(11)},
    {heading: 'Words changed by hand', columns, rows: rows(20)},
  ]
  const [answers, hand] = fitted(sections, 380)
  expect(answers!.rows).toEqual(rows(11))
  expect(hand!.rows.length).toBeGreaterThanOrEqual(3)
  expect(hand!.rows.at(-1)![0]).toMatch(/^and \d+ more$/)
})

test('names what is gone as former, together, and not what a replacement stands for', () => {
  const {locale} = fairCopy(agreement)
  const clause = (number: string) => ({number: `clause ${number}`, headings: []})
  expect(
    whereWords(
      [
        {before: clause('10.2')},
        {before: clause('10.3')},
        {before: clause('4'), after: clause('5')},
        {before: clause('5')},
      ],
      locale,
      4,
    ),
  ).toBe('clause 5; former clauses 10.2, 10.3')
})
