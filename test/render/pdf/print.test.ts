import {beforeAll, describe, expect, test} from 'vitest'
import {type Inline, inlinesOfBlock, type Part, type Provision} from '../../../src/model/index.js'
import {createPdfRenderer} from '../../../src/render/pdf/index.js'
import {copyOf} from './build.js'
import {bodyOf, read, structureOf, textOf} from './readers.js'
import {sample} from './sample.js'

const copy = copyOf(sample({times: 3}))
let pdf: Uint8Array

beforeAll(async () => {
  const print = await createPdfRenderer().render(copy)
  expect(print.diagnostics).toEqual([])
  pdf = print.pdf!
})

/** Letters alone: line ends, hyphens and spaces are the typesetter's. */
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}●]/gu, '')

/** Print order: heading, words, what stands below, closing words. */
function wordsOf(part: Part | Provision): readonly string[] {
  if ('kind' in part && part.kind === 'cover') return []
  const blocks = 'body' in part ? [part.body, part.closing ?? []] : [[], []]
  const [body, closing] = blocks.map((list) => list.flatMap((block) => [...inlinesOfBlock(block)]).flatMap(textsOf))
  const heading = 'heading' in part ? (part.heading ?? []) : []
  return [...heading.flatMap(textsOf), ...body!, ...part.provisions.flatMap(wordsOf), ...closing!]
}

function textsOf(inline: Inline): readonly string[] {
  if (inline.type === 'value') return [inline.words]
  return 'text' in inline ? [inline.text] : []
}

describe('a printed agreement', () => {
  test('is a tagged PDF with title and language, and no author', () => {
    const facts = read('pdfinfo', pdf)
    expect(facts).toMatch(/^Tagged: +yes$/m)
    expect(facts).toMatch(/^Title: +Collaboration Agreement$/m)
    expect(facts).toMatch(/^Creator: +Engross 0\.1\.0$/m)
    expect(facts).toMatch(/^Producer: +Typst [\d.]+$/m)
    expect(facts).not.toMatch(/^Author:/m)
    expect(facts).toMatch(/^Subject: +This document was assembled/m)
    expect(Buffer.from(pdf).toString('latin1')).toContain('/Lang (en-GB)')
  })

  test('bears the date of its revision', () => {
    expect(read('pdfinfo', pdf, ['-isodates'])).toMatch(/^CreationDate: +2026-11-23T10:00:00Z$/m)
  })

  test('claims PDF/UA in its metadata', () => {
    expect(read('pdfinfo', pdf, ['-meta'])).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })

  test('embeds every font', () => {
    const fonts = read('pdffonts', pdf).trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThan(3)
    for (const font of fonts) expect(font).toMatch(/ yes yes yes +\d+ +\d+$/)
    expect(fonts.join('\n')).toMatch(/SourceSerif4-Regular/)
    expect(fonts.join('\n')).toMatch(/NotoSerif.*JP|NotoSerifCJKjp/i)
  })

  test('is sound in the eyes of qpdf', () => {
    expect(read('qpdf', pdf, ['--check'])).toContain('No syntax or stream encoding errors found')
  })

  test('prints every word of the agreement, in order', () => {
    const printed = letters(bodyOf(pdf))
    let reached = printed.indexOf('Parties1')
    for (const text of copy.agreement.parts.flatMap(wordsOf)) {
      const found = printed.indexOf(letters(text), reached)
      // A number, a citation or a heading may stand between two pieces, but no more.
      expect(found, `"${text}" after "${printed.slice(reached - 60, reached)}"`).toBeGreaterThanOrEqual(reached)
      expect(found - reached, `what stands before "${text}"`).toBeLessThan(120)
      reached = found + letters(text).length
    }
  })

  test('prints numbers and citations as engross settled them', () => {
    const text = bodyOf(pdf)
    expect(text).toContain('listed in Schedule 1 (Background)')
    expect(text).toContain('as paragraph 1 of Schedule 2 sets out')
    expect(text).toMatch(/1 Background 1\.1 Each party keeps/)
    expect(text).toMatch(/2\.2 Where personnel .*? \(a\) the parties own it .*? \(b\) .*? \(i\) the party that files/)
    expect(text).toContain('(its “Background”)')
  })

  test('prints Japanese names as Japanese', () => {
    expect(letters(textOf(pdf))).toContain('東海創薬株式会社')
    expect(letters(textOf(pdf))).toContain('酒井陽翔')
  })

  test('prints a blank where a value is open', () => {
    expect(textOf(pdf)).toContain('Liability cap [●]')
  })

  test('holds nothing of what goes wrong in templates', () => {
    expect(textOf(pdf)).not.toMatch(/\[object|undefined|\{\{|NaN/)
  })
})

describe('the tags of a printed agreement', () => {
  test('are headings at their depth, lists with their labels, and tables with header cells', () => {
    const structure = structureOf(pdf)
    expect(structure).toMatch(/^ +H1 "Intellectual property" \(block\)/m)
    expect(structure).toMatch(/^ +H2 "Background" \(block\)/m)
    expect(structure).toMatch(/^ +H1 "Fields of use" \(block\)/m)
    expect(structure).toMatch(/Lbl \(block\)\n +"2\.2"/)
    expect(structure).toMatch(/Lbl \(block\)\n +"\(i\)"/)
    expect(structure).toMatch(/THead\n +TR\n +TH/)
  })

  test('name the language of words in another script', () => {
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/Lang ?\(ja\)/)
  })

  test('hold a contents list that links to the headings, and an outline with numbers', () => {
    expect(structureOf(pdf)).toMatch(/TOCI/)
    expect(structureOf(pdf)).toMatch(/Link \(inline\)/)
    const raw = Buffer.from(pdf).toString('latin1')
    expect(raw).toContain('/Title (1 Background)')
    expect(raw).toContain('/Title (Schedule 2 Fields of use)')
  })
})

describe('the pages of a printed agreement', () => {
  const pages = (): readonly (readonly string[])[] =>
    read('pdftotext', pdf, ['-layout'], ['-'])
      .split('\f')
      .slice(0, -1)
      .map((page) =>
        page
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      )

  test('say on each page what the document is, its state, and where one is', () => {
    const all = pages()
    for (const [index, page] of all.entries()) {
      expect(page.join('\n')).toContain(`Page ${index + 1} of ${all.length}`)
      expect(page.join('\n')).toContain('Draft. Not reviewed by counsel.')
      if (index > 0) expect(page[0]).toMatch(/^Collaboration Agreement +Draft · Revision 3$/)
    }
  })

  test('never end with a heading', () => {
    const headings =
      /^(\d+ +(Background|Results|Confidential information|Tiers of disclosure|How long|Ending early)|Intellectual property$|Confidence$|General$)/
    for (const page of pages().slice(2)) {
      const footer = page.findIndex((line) => line.startsWith('Draft. Not reviewed'))
      expect(page[footer - 1]).not.toMatch(headings)
    }
  })

  test('repeat the heading row of a table that runs on', () => {
    const rows = pages().filter((page) => page.some((line) => /^What +Whose +Access$/.test(line)))
    expect(rows.length).toBeGreaterThan(1)
  })

  test('begin each schedule and the signatures anew', () => {
    const tops = pages().map((page) => page[1])
    expect(tops).toEqual(expect.arrayContaining(['Schedule 1', 'Schedule 2', 'Signatures']))
  })
})
