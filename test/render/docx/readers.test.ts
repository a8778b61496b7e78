/** Readers from outside agree: the file is sound, and the numbers that they count are the ones we cite. */
import {expect, test} from 'vitest'
import type {Agreement, FairCopy, Provision} from '../../../src/model/index.js'
import {createDocxRenderer} from '../../../src/render/docx/index.js'
import {agreementOf, clause, fairCopy, inlines, para, provision, refer} from '../sample.js'
import {docxodus, faults, part, printed, withPart} from './office.js'

const renderer = createDocxRenderer()

/** Every list to its last level, 28 items in one, and a reference to each provision; each prints a word of its own. */
function everyNumber(numbering: Agreement['numbering']): FairCopy {
  const nest = (id: string, depth: number, width: number): readonly Provision[] =>
    depth === 0
      ? []
      : Array.from({length: width}, (_, index) =>
          provision(
            `${id}/${index}`,
            [para(`word-${id}/${index}`)],
            index === width - 1 ? nest(`${id}/${index}`, depth - 1, 2) : [],
          ),
        )
  const own = (id: string, depth: number, width = 2): Provision => clause(id, `word-${id}`, [], nest(id, depth, width))
  const bare = (id: string): Provision => provision(id, [para(`word-${id}`)], nest(id, 2, 2))
  const whole: Agreement = {
    ...agreementOf(
      [
        own('one', 4),
        bare('bare'),
        own('many', 1, 3),
        provision('deep', [para('word-deep')], [provision('deep/x', [para('word-deep/x')], nest('deep/x', 1, 28))]),
      ],
      [],
    ),
    numbering,
  }
  const parts: Agreement['parts'] = [
    {kind: 'parties', id: 'parties', heading: inlines(['Parties']), provisions: [bare('party-a'), bare('party-b')]},
    {
      kind: 'recitals',
      id: 'recitals',
      heading: inlines(['Background']),
      provisions: [bare('recital-a'), bare('recital-b')],
    },
    ...whole.parts,
    {kind: 'group', id: 'group.two', heading: inlines(['Second']), provisions: [own('two', 2)]},
    {
      kind: 'schedule',
      id: 'schedule-x',
      heading: inlines(['word-schedule-x']),
      provisions: [own('x-one', 3), own('x-two', 1)],
    },
    {
      kind: 'schedule',
      id: 'schedule-y',
      heading: inlines(['word-schedule-y']),
      provisions: [provision('y', [para('Words.')], nest('y', 3, 3))],
    },
    {kind: 'schedule', id: 'schedule-z', heading: inlines(['word-schedule-z']), provisions: [own('z-one', 2)]},
  ]
  const cited = [...fairCopy({...whole, parts}).numerals.keys()].map((id, index) =>
    provision(`ref-${index}`, [para('See', ` ${id} = `, refer(id), ' .')]),
  )
  const references = clause('references', 'References', [], cited)
  return fairCopy({
    ...whole,
    parts: [...parts, {kind: 'group', id: 'group.refs', heading: inlines(['References']), provisions: [references]}],
  })
}

test.each(['legal', 'decimal'] as const)('LibreOffice counts and cites as we do (%s)', async (numbering) => {
  const copy = everyNumber(numbering)
  // With cached results spoilt, what it prints is what it computes.
  const bytes = withPart(renderer.render(copy), 'word/document.xml', (xml) =>
    xml.replace(
      /(REF [^<]*<\/w:instrText><\/w:r><w:r><w:fldChar w:fldCharType="separate"\/><\/w:r><w:r><w:t xml:space="preserve">)[^<]*/g,
      '$1stale',
    ),
  )
  const lines = await printed(bytes)
  for (const [id, {label, full}] of copy.numerals) {
    if (!id.startsWith('ref')) expect(lines).toContain(`${label} word-${id}`)
    if (id.startsWith('ref')) continue
    const citation = copy.citations
      .get(id)!
      .map((piece) => (typeof piece === 'string' ? piece : piece.numeral))
      .join('')
    expect(citation).toContain(full)
    expect(
      lines.some((line) => line.endsWith(`See ${id} = ${citation} .`)),
      `${id} is cited ${citation}`,
    ).toBe(true)
  }
  expect(lines.join('\n')).not.toMatch(/stale|Error|REF _eg/)
})

test.each([
  ['with a cover', fairCopy()],
  ['without a cover', everyNumber('legal')],
  ['decimal', everyNumber('decimal')],
])('Microsoft’s SDK and docxodus find nothing in a document %s', async (_, copy) => {
  const bytes = renderer.render(copy)
  expect(await faults(bytes)).toEqual([])
  const {decision, findings, html} = await docxodus(bytes)
  expect([decision, findings]).toEqual(['passed', []])
  expect(html).toContain('Schedule 2')
})

test('LibreOffice prints cover, header, footer, page numbers and native names', async () => {
  const lines = await printed(renderer.render(fairCopy()))
  expect(lines).toContain('Draft · Revision 3')
  expect(lines.some((line) => line.startsWith('Draft, not reviewed by counsel.') && line.endsWith('Page 1 of 7'))).toBe(
    true,
  )
  expect(lines.filter((line) => line === '株式会社青山計測').length).toBe(2)
  expect(
    lines.filter((line) => line === 'Collaboration Agreement Brightwater Sensing Ltd · Aoyama Instruments K.K.'),
  ).toHaveLength(6)
  expect(lines.some((line) => line.includes('This document was assembled from a clause library.'))).toBe(true)
  expect(part(renderer.render(fairCopy()), 'word/footer2.xml')).toContain('not legal advice')
})
