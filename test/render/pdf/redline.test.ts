import {readFileSync} from 'node:fs'
import {PDFDict, PDFDocument, PDFName} from 'pdf-lib'
import {beforeAll, describe, expect, test} from 'vitest'
import {createPdfRenderer, isAsWritten} from '../../../src/render/pdf/index.js'
import {tell} from '../../../src/render/pdf/tell.js'
import {agreement, clause, copyOf, group, item} from './build.js'
import {openPen, redlineOf, text} from './marked.js'
import {decoratedText, descriptions, openMargin, placedWords} from './marks-of.js'
import {bodyOf, read, structureOf, textOf} from './readers.js'
import {redlineSample} from './redline-sample.js'
import {sample} from './sample.js'

const renderer = createPdfRenderer()
async function printed(copy: Parameters<typeof renderer.render>[0]): Promise<Uint8Array> {
  const {pdf, diagnostics} = await renderer.render(copy)
  expect(diagnostics).toEqual([])
  return pdf!
}

let plain: Uint8Array
let noted: Uint8Array
beforeAll(async () => {
  plain = await printed(redlineSample())
  noted = await printed(redlineSample({showCauses: true, showRenumbering: true}))
})

describe('a printed redline', () => {
  test('is a tagged PDF/UA, sealed, and sound in the eyes of qpdf and of another library', async () => {
    expect(read('pdfinfo', noted)).toMatch(/^Tagged: +yes$/m)
    expect(read('pdfinfo', noted, ['-meta'])).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(read('qpdf', noted, ['--check'])).toContain('No syntax or stream encoding errors found')
    expect(isAsWritten(noted)).toBe(true)
    const objects = (await PDFDocument.load(noted, {updateMetadata: false})).context.enumerateIndirectObjects()
    const told = objects.filter(([, object]) => object instanceof PDFDict && object.has(PDFName.of('Alt')))
    expect(told).toHaveLength(descriptions(noted).told.length)
  })

  test('says what it is compared with, in its title and on the cover', () => {
    expect(read('pdfinfo', plain)).toMatch(
      /^Title: +Collaboration Agreement: Revision 7 · redline against revision 5$/m,
    )
    expect(read('pdftotext', plain, ['-l', '1'], ['-'])).toContain('Revision 7 · redline against revision 5')
  })

  test('explains its marks, and tells renumbering once, in words', () => {
    const cover = read('pdftotext', plain, ['-l', '1'], ['-']).replace(/\s+/g, ' ')
    expect(cover).toContain('Deleted words inserted words words moved from here words moved to here')
    expect(cover).toContain('A bar stands in the margin beside each line that changed.')
    expect(cover).toMatch(/\d+ provisions print another number than before and are not marked for that\./)
  })

  test('holds the words of both sides, in order, with a space between old and new', () => {
    const body = bodyOf(plain)
    expect(body).toContain('we say so within 48 hours 24 hours, explain')
    expect(body).toContain('This agreement lasts 36 months 24 months from the start date')
    expect(body).toMatch(/3\.2 We may show it to our directors, .* own act\. 3\.2 We may show it to our affiliates/)
    expect(textOf(plain)).toContain('Governing law Switzerland Germany')
  })

  test('marks title, header and footer too', () => {
    for (const page of textOf(plain).split('\f').slice(1)) expect(page).toContain('Draft · Revision 5 7')
    expect(textOf(plain)).toContain('Draft. Not yet Not reviewed by counsel.')
  })

  test('says at both ends of a move where the other is', () => {
    expect(bodyOf(plain)).toMatch(
      /4 Tiers of disclosure \[moved to 6\] Information .* 6 Tiers of disclosure \[moved from 4\]/,
    )
  })

  test('lists on its contents page and in its bookmarks the words of one side', () => {
    const contents = read('pdftotext', plain, ['-f', '2', '-l', '2'], ['-'])
    expect(contents.match(/Tiers of disclosure/g)).toHaveLength(1)
    expect(contents).toContain('Exclusivity')
    expect(structureOf(plain)).toMatch(/H2 "Tiers of disclosure \(moved away\)"/)
  })

  test('holds nothing of what goes wrong in templates', () => {
    expect(textOf(noted)).not.toMatch(/\[object|undefined|\{\{|NaN/)
  })

  test('leaves clean copies as they are', async () => {
    const clean = await createPdfRenderer().render(copyOf(sample()))
    expect(Buffer.compare((await renderer.render(copyOf(sample()))).pdf!, clean.pdf!)).toBe(0)
    expect(descriptions(clean.pdf!)).toEqual({decorated: 0, told: []})
  })
})

describe('the marks of a redline, as tags', () => {
  test('strike what is gone and underline what is new, numbers too, and nothing else', () => {
    const marked = decoratedText(plain)
    expect(marked).toContain('within [-48 hours-]{+24 hours+}, explain')
    expect(marked).toMatch(/\[-3\.2-\]\s+\[-We may show it to our directors/)
    expect(marked).toMatch(
      /\{\+3\.2\+\}\s+\{\+We may show it to our affiliates, under the terms that \+\}\s*\{\+clause \+\}/,
    )
    expect(marked).toMatch(/\n3\.3\s+If either of us learns/)
    expect(marked).toMatch(/\{\+7\+\}\s*\{\+Exclusivity\+\}/)
    expect(marked).toMatch(/\[-4\s*-\]\s*\[-Tiers of disclosure-\]/)
    expect(marked).toMatch(/\{\+Schedule 3\+\}\s*\{\+Named people\+\}/)
  })

  test('cover rows, signatories and the paragraphs of a schedule whole', () => {
    const marked = decoratedText(plain)
    expect(marked).toMatch(/\[-Budget-\]\s*\[-EUR 250,000\.00/)
    expect(marked).toMatch(/\{\+Exclusivity\+\}\s*\{\+Rail vehicles/)
    expect(marked).toMatch(/\{\+Patent EP 4 000 000 B1 \(valve\)\+\}\s*\{\+First Party\+\}\s*\{\+On fair terms\+\}/)
    expect(marked).toMatch(/\[-Signature-\]\s*\[-Name-\]\s*\[-\[●\]-\]/)
    expect(marked).toMatch(/\{\+Name\+\}\s*\{\+Karl Hartmann\+\}/)
    expect(marked).toMatch(/\{\+A party may not withdraw what it has listed\.\+\}/)
  })

  test('each bear a description that says what a reader sees', () => {
    const {decorated, told} = descriptions(noted)
    expect(told).toHaveLength(decorated)
    expect(told.length).toBeGreaterThan(80)
    for (const [decoration, words] of told)
      expect(words).toMatch(
        decoration === 'LineThrough'
          ? /^(deleted|moved from here)(, note \d+)?: ./
          : /^(inserted|moved to here)(, note \d+)?: ./,
      )
    expect(told).toContainEqual(['LineThrough', 'deleted, note 2: 48 hours'])
    expect(told).toContainEqual(['Underline', 'inserted, note 2: 24 hours'])
    expect(told).toContainEqual(['Underline', 'moved to here, note 6: Tiers of disclosure'])
  })

  test('are refused when one of them names no run of words', () => {
    expect(() => tell(plain, [])).toThrow('names no run of words')
  })
})

describe('the causes in a redline', () => {
  test('stand in notes at the end, by number, with author, date and page', () => {
    const text = read('pdftotext', noted, ['-raw'], ['-']).replace(/\s+/g, ' ')
    const body = text.slice(text.indexOf('Changes and their causes'))
    expect(body).toContain('4.1 page 4 36 months 24 months Parameter /dates/period: 36 months → 24 months.')
    expect(body).toContain('legal@brightwater.example, 20 November 2026, revision 7')
    expect(body).toContain('Clause conf.core 1.2.0 → 1.3.0: Says that a contractor is bound')
    expect(body).toContain('Another clause at collab.exclusivity: collab.exclusivity.none → collab.exclusivity.field.')
    expect(body).toMatch(/4, now 6 page 4 Tiers of disclosure .* Moved\./)
    expect(body).toContain('Title, header and footer Not yet Not Changed by hand.')
  })

  test('are left out unless they are asked for', () => {
    expect(textOf(plain)).not.toContain('Changes and their causes')
    expect(placedWords(plain).filter(({box}) => box.right < 64)).toEqual([])
  })

  test('have their numbers in the margin, beside the line, none over another', () => {
    const words = placedWords(noted)
    const numbers = words.filter(({box}) => box.right < 64)
    expect(numbers.length).toBeGreaterThan(12)
    for (const one of numbers) {
      expect(one.text).toMatch(/^[\d,–]+$/)
      expect(one.box.left).toBeGreaterThan(8)
      for (const other of numbers)
        if (one !== other && one.page === other.page) expect(overlap(one.box, other.box)).toBe(false)
    }
    const months = words.find(({text: word, page}) => word === '24' && page === 4)!
    expect(
      numbers.some(({page, text: word, box}) => page === 4 && word === '2' && Math.abs(box.top - months.box.top) < 8),
    ).toBe(true)
  })
})

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

// Boxes of poppler are a line high: letters of the smallest size fill less than two thirds of theirs.
function overlap(one: Box, other: Box): boolean {
  const [low, high] = one.top < other.top ? [one, other] : [other, one]
  return high.top < low.bottom - 2 && one.left < other.right && other.left < one.right
}

describe('renumbered references', () => {
  // Poppler's list of tags leaves out what follows a space that does not break: the numbers are read from the descriptions.
  test('are marked where that is asked for, the former number struck beside the new one', () => {
    expect(decoratedText(noted)).toMatch(/ended earlier under \s*\[-clause -\]\s*\{\+clause \+\}/)
    expect(bodyOf(noted)).toContain('ended earlier under clause 6 (Ending early) clause 5 (Ending early).')
    const {told} = descriptions(noted)
    expect(told).toContainEqual(['LineThrough', 'deleted: clause\u00a06 (Ending early)'])
    expect(told).toContainEqual(['Underline', 'inserted: clause\u00a05 (Ending early)'])
  })

  test('are unmarked otherwise, and print the new number', () => {
    expect(decoratedText(plain)).toMatch(/ended earlier under \s*clause/)
    expect(bodyOf(plain)).toContain('ended earlier under clause 5 (Ending early).')
    expect(bodyOf(plain)).not.toContain('clause 6 (Ending early)')
  })
})

describe('the bars of a redline', () => {
  test('stand beside changed lines and no others', () => {
    const margin = openMargin(plain)
    const middles = (page: number, text: string): readonly number[] =>
      placedWords(plain).flatMap((word) =>
        word.page === page && word.text === text ? [(word.box.top + word.box.bottom) / 2] : [],
      )
    for (const word of ['directors,', 'affiliates,', 'Exclusivity'])
      for (const y of middles(4, word)) expect(margin(4, y), word).toBe(true)
    for (const word of ['samples,', 'How', 'Before'])
      for (const y of middles(4, word)) expect(margin(4, y), word).toBe(false)
    for (const {page, box} of placedWords(plain))
      if (page === 3) expect(margin(3, (box.top + box.bottom) / 2)).toBe(false)
  })

  test('stand beside the word that changed, wherever its line begins', async () => {
    const {changes, mark} = openPen()
    const items = Array.from({length: 36}, (_, index) => {
      const change = mark('deleted', `c/${index}`)
      const body = [
        {
          type: 'paragraph',
          content: [text('filler '.repeat(index + 1)), text('zebra', change), text(' and more words.')],
        },
      ] as const
      return {...item(`c/${index}`, ''), body}
    })
    const whole = {
      ...agreement([]),
      parts: [{...group('g', undefined), provisions: [{...clause('c', 'Clause'), provisions: items}]} as never],
    }
    const pdf = await printed(redlineOf(whole, changes))
    const [margin, words] = [openMargin(pdf), placedWords(pdf)]
    const zebras = words.filter((word) => word.text.startsWith('zebra'))
    expect(zebras).toHaveLength(36)
    let above = 0
    for (const {page, box} of zebras) {
      const middle = (box.top + box.bottom) / 2
      expect(margin(page, middle)).toBe(true)
      const over = words.filter((word) => word.page === page && Math.abs(word.box.top - (box.top - lineHeight)) < 3)
      if (over.length === 0 || over.some((word) => word.text.startsWith('zebra'))) continue
      above += 1
      expect(margin(page, middle - lineHeight), 'the line above').toBe(false)
    }
    expect(above).toBeGreaterThan(10)
  })
})

/** From line to line of a paragraph, in points. */
const lineHeight = 16.7

describe('the colours of a redline', () => {
  const template = readFileSync(new URL('../../../src/render/pdf/redline.typ', import.meta.url), 'utf8')
  const inks = [...template.matchAll(/(\w+): rgb\("#([0-9a-f]{6})"\)/g)]

  test.each(inks.map(([, kind, ink]) => [kind!, ink!]))(
    'of %s words are dark enough on paper and on a blank',
    (_, ink) => {
      const channels = (ink.match(/../g) ?? []).map((part) => Number.parseInt(part, 16))
      expect(contrast(channels, [255, 255, 255])).toBeGreaterThan(7)
      expect(contrast(channels, [226, 226, 226])).toBeGreaterThan(4.5)
    },
  )

  test('are four', () => {
    expect(inks.map(([, kind]) => kind)).toEqual(['deleted', 'inserted', 'movedFrom', 'movedTo'])
  })
})

// WCAG 2.2, "contrast ratio".
function contrast(one: readonly number[], other: readonly number[]): number {
  const luminance = (channels: readonly number[]): number => {
    const [red, green, blue] = channels.map((value) => {
      const share = value / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
  }
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light! + 0.05) / (dark! + 0.05)
}

describe('a redline that cannot be printed', () => {
  test('names the character that no font has, be it only on the old side or in an author’s name', async () => {
    const {changes, mark} = openPen()
    const gone = mark('deleted', 'c/1', {type: 'hand'}, {author: 'Eve 🚀'})
    const body = [{type: 'paragraph', content: [text('Words. '), text('Old 🛰 words.', gone)]}] as const
    const whole = {
      ...agreement([]),
      parts: [
        {
          ...group('g', undefined),
          provisions: [{...clause('c', 'Clause'), provisions: [{...item('c/1', ''), body}]}],
        } as never,
      ],
    }
    const messages = async (showCauses: boolean) =>
      (await renderer.render(redlineOf(whole, changes, {showCauses}))).diagnostics.map(
        ({code, message}) => `${code} ${message}`,
      )
    expect(await messages(false)).toEqual([expect.stringMatching(/^pdf\/missing-glyph .*U\+1F6F0/)])
    expect(await messages(true)).toEqual([expect.stringMatching(/^pdf\/missing-glyph .*U\+1F6F0.*U\+1F680/)])
  })
})
