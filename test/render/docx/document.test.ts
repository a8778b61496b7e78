/** What stands in word/document.xml: every word, every id once, every reference with its bookmark. */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, resolve} from 'node:path'
import fc from 'fast-check'
import {SaxesParser} from 'saxes'
import {expect, test} from 'vitest'
import type {FairCopy, Part} from '../../../src/model/index.js'
import {createDocxRenderer} from '../../../src/render/docx/index.js'
import {
  agreement,
  agreementOf,
  blank,
  clause,
  fairCopy,
  inlines,
  para,
  provision,
  refer,
  table,
  value,
} from '../sample.js'
import {anyAgreement} from './build.js'
import {part} from './office.js'

const renderer = createDocxRenderer()
const documentOf = (copy: FairCopy): string => part(renderer.render(copy), 'word/document.xml')
const all = (xml: string, pattern: RegExp): readonly string[] => [...xml.matchAll(pattern)].map((match) => match[1]!)

/** The words of each paragraph as a reader of XML sees them; field codes are no words. */
function wordsOf(xml: string): readonly string[] {
  const paragraphs: string[] = []
  let inText = false
  const parser = new SaxesParser()
  parser.on('opentag', ({name}) => {
    if (name === 'w:p') paragraphs.push('')
    if (name === 'w:br') paragraphs.push(`${paragraphs.pop()}\n`)
    if (name === 'w:tab') paragraphs.push(`${paragraphs.pop()}\t`)
    inText = name === 'w:t'
  })
  parser.on('closetag', () => {
    inText = false
  })
  parser.on('text', (text) => {
    if (inText) paragraphs.push(paragraphs.pop() + text)
  })
  parser.write(xml).close()
  return paragraphs
}

test('prints a hostile name as it is, in text, values, headings and contents', () => {
  for (const name of [
    '{{constructor}}**<w:t>',
    '&amp;',
    '"A" & \'B\' <C>',
    '株式会社青山計測',
    'Ama\u0301lia Gu\u0308nther',
    '$& $1 \\1',
    ']]>',
    '<!-- -->',
    ' a  b ',
  ]) {
    const xml = documentOf(
      fairCopy({
        ...agreement,
        parts: [
          ...agreement.parts,
          {
            kind: 'group',
            id: 'group.x',
            heading: inlines([name]),
            provisions: [
              clause('x', name, [
                para(name),
                para(value('/x', name)),
                para(blank('/x', name)),
                table([[name], ['B']], [[name], [value('/x', name)]]),
              ]),
            ],
          },
        ],
      }),
    )
    // Group, clause, contents line of the group, paragraph, value, heading of a column and two cells.
    expect(wordsOf(xml).filter((words) => words === name).length).toBeGreaterThanOrEqual(8)
  }
})

test('writes any words into XML that says the same', () => {
  fc.assert(
    fc.property(anyAgreement, (one) => {
      const copy = fairCopy(one)
      const words = wordsOf(documentOf(copy))
      const [group] = one.parts
      if (group?.kind !== 'group') throw new Error('the sample has one group')
      for (const {body} of group.provisions) {
        for (const block of body) {
          if (block.type === 'paragraph')
            expect(words).toContain(block.content.map((inline) => plain(inline, copy)).join(''))
        }
      }
    }),
    {numRuns: 60},
  )
})

function plain(inline: ReturnType<typeof inlines>[number], copy: FairCopy): string {
  switch (inline.type) {
    case 'definition':
      return `“${inline.text}”`
    case 'value':
      return inline.words
    case 'blank':
      return '[●]'
    case 'emphasis':
      return inline.content.map((own) => plain(own, copy)).join('')
    case 'reference':
      return copy.citations
        .get(inline.target)!
        .map((piece) => (typeof piece === 'string' ? piece : piece.numeral))
        .join('')
    default:
      return inline.text
  }
}

test('uses each id once and gives every reference and contents line a bookmark', () => {
  fc.assert(
    fc.property(fc.oneof(anyAgreement, fc.constant(agreement)), (one) => {
      const xml = documentOf(fairCopy(one))
      const ids = [
        ...all(xml, /<w:bookmarkStart w:id="(\d+)"/g),
        ...all(xml, /<w:sdtPr>(?:<w:alias [^>]*>)?(?:<w:tag [^>]*>)?<w:id w:val="(\d+)"/g),
      ]
      expect(ids).toHaveLength((xml.match(/<w:bookmarkStart |<w:sdt>/g) ?? []).length)
      expect(new Set(ids).size).toBe(ids.length)
      expect(all(xml, /<w:bookmarkEnd w:id="(\d+)"/g)).toEqual(all(xml, /<w:bookmarkStart w:id="(\d+)"/g))
      const names = all(xml, /w:name="(_eg_[^"]+)"/g)
      expect(new Set(names).size).toBe(names.length)
      expect(names.every((name) => name.length <= 40)).toBe(true)
      for (const name of [...all(xml, / REF (\S+) /g), ...all(xml, /w:anchor="([^"]+)"/g)])
        expect(names).toContain(name)
    }),
    {numRuns: 60},
  )
})

test('leaves no slot behind and types no number', () => {
  const xml = documentOf(fairCopy())
  expect(xml).not.toContain('\u0001')
  const words = wordsOf(xml)
  expect(words).toContain('Who owns the Results')
  expect(words.filter((text) => /^(\d+\.\d+|\([a-z]\)|\(ivx+\))/.test(text))).toEqual([])
})

test('marks a value with its pointer, and with a short key where the pointer is too long for a tag', () => {
  const long = `/schedules/${'very-long-key/'.repeat(8)}amount`
  const xml = documentOf(
    fairCopy(agreementOf([clause('a', 'A', [para(value('/risk/liabilityCap', 'EUR 1'), value(long, 'EUR 2'))])])),
  )
  expect(xml).toContain('<w:alias w:val="Risk: liability cap"/><w:tag w:val="/risk/liabilityCap"/>')
  expect(all(xml, /<w:tag w:val="(eg:[0-9a-f]{24})"/g)).toHaveLength(1)
  expect(xml).not.toContain(long)
})

test('names the control of a blank by its question', () => {
  const question = 'What is the most that either party can owe?'
  const xml = documentOf(
    fairCopy(
      agreementOf([
        clause('a', 'A', [para(blank('/risk/cap', question), blank('/x/longQuestion', question.repeat(2)))]),
      ]),
    ),
  )
  expect(all(xml, /<w:alias w:val="([^"]+)"\/><w:tag w:val="\//g)).toEqual([question, 'X: long question'])
  expect(xml).toContain('<w:t xml:space="preserve">[●]</w:t>')
})

test('puts the closing words at the indent of their provision', () => {
  const below = [provision('a/one/i', [para('first')]), provision('a/one/ii', [para('second')])]
  const xml = documentOf(
    fairCopy(
      agreementOf([
        clause('a', 'A', [], [provision('a/one', [para('Where:')], below, {closing: [para('it stops.')]})]),
      ]),
    ),
  )
  expect(xml).toMatch(/<w:pStyle w:val="ClauseText2"\/><\/w:pPr><w:r><w:t xml:space="preserve">it stops\./)
})

test('fits tables to the text column and repeats their heading rows', () => {
  const words = 'a very long cell of words that wraps and wraps again until it is done'
  const xml = documentOf(
    fairCopy(
      agreementOf([clause('a', 'A', [table([['One'], ['Two'], ['Three']], [[words], ['x'], [words.repeat(6)]])])]),
    ),
  )
  const widths = all(xml, /<w:gridCol w:w="(\d+)"/g).map(Number)
  expect(widths.reduce((sum, width) => sum + width, 0)).toBe(9072 - 709)
  expect(Math.min(...widths)).toBeGreaterThan(500)
  expect(all(xml, /(<w:tblHeader\/>)/g)).toHaveLength(1)
  expect(all(xml, /(<w:cantSplit\/>)/g)).toHaveLength(2)
})

test('prints no empty paragraph for a schedule that begins with its paragraphs, nor a control with nothing in it', () => {
  const schedule: Part = {
    kind: 'schedule',
    id: 's',
    heading: inlines(['S']),
    provisions: [provision('one', [], [provision('one/a', [para('first')])]), provision('none', [])],
  }
  const xml = documentOf(fairCopy(agreementOf([], [schedule])))
  expect(wordsOf(xml).slice(2, 4)).toEqual(['S', 'first'])
  expect(xml).not.toContain('<w:sdtContent></w:sdtContent>')
  expect(all(xml, /w:name="(_eg_[^"]+)"/g)).toHaveLength(4)
})

test('prints no heading row when all headings are empty', () => {
  const xml = documentOf(fairCopy(agreementOf([clause('a', 'A', [table([[''], ['']], [['left'], ['right']])])])))
  expect(xml).not.toContain('<w:tblHeader/>')
})

test('refuses what XML cannot hold, and an id that stands twice', () => {
  expect(() => documentOf(fairCopy(agreementOf([clause('a', 'A', [para('bad\u0001')])])))).toThrow('U+0001')
  expect(() => documentOf(fairCopy(agreementOf([clause('a', 'A', [para('bad\ud800')])])))).toThrow('U+D800')
  expect(() => documentOf(fairCopy(agreementOf([clause('a', 'A', []), clause('a', 'B', [])])))).toThrow(
    '"a" stands twice',
  )
})

test('throws for a reference without a citation', () => {
  const copy = fairCopy(agreementOf([clause('a', 'A', [para(refer('a'))])]))
  expect(() => documentOf({...copy, citations: new Map()})).toThrow('"a" has no citation')
})

test('opens without a prompt: fields are not set to update', () => {
  expect(part(renderer.render(fairCopy()), 'word/settings.xml')).not.toContain('updateFields')
})

test('writes the small agreement as it is recorded', () => {
  const file = resolve(import.meta.dirname, '../../golden/docx-small/word/document.xml')
  const xml = documentOf(fairCopy(agreement)).replace(
    /<w:p>|<w:sdt>|<w:tbl>|<w:tr>|<w:sectPr>|<\/w:sdt>|<\/w:body>/g,
    '\n$&',
  )
  if (process.env.UPDATE === '1') {
    mkdirSync(dirname(file), {recursive: true})
    writeFileSync(file, `${xml}\n`)
  }
  expect(`${xml}\n`).toBe(readFileSync(file, 'utf8'))
})
