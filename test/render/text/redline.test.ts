/** A redline on a terminal: what is shown, what is left out, and that neither words nor width run away. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Change, FairCopy} from '../../../src/model/index.js'
import {renderTextRedline} from '../../../src/render/text/index.js'
import {agreement, fairCopy} from '../sample.js'
import {changeOf, copyOf, handMarked} from './marked.js'

const esc = '\u001b'
const styles = new RegExp(`${esc}\\[[\\d;]*m`, 'g')
const plain = {colour: false, width: 100} as const

/** The sample with one insertion, whatever its words, author and place. */
function oneInsertion(words: string, over: Partial<Change> = {}): FairCopy<Change> {
  const mark = changeOf('c1', 'inserted', {type: 'hand'}, over)
  const parts = agreement.parts.map((part) =>
    part.kind === 'recitals'
      ? {
          ...part,
          provisions: part.provisions.map((provision, index) =>
            index > 0
              ? provision
              : {...provision, body: [{type: 'paragraph', content: [{type: 'text', text: words, mark}]} as const]},
          ),
        }
      : part,
  )
  return copyOf({...agreement, parts}, [mark])
}

test('shows each changed place with its number, its headings, its words and the reason', () => {
  const renumbered = [{id: 'ip.results.ownership', from: '3', to: '2'}]
  expect(renderTextRedline(handMarked({redline: {renumbered}}), plain)).toBe(expected)
})

test('marks renumbered references when asked, apart from changes', () => {
  const text = renderTextRedline(handMarked({against: {showRenumbering: true}}), plain)
  expect(text).toContain('in (~clause 4.2 → clause 3.2~).')
  expect(renderTextRedline(handMarked(), plain)).not.toContain('(~')
})

test('prints the whole agreement when asked, and nothing left out', () => {
  const text = renderTextRedline(handMarked(), {...plain, whole: true})
  expect(text).not.toContain('…')
  for (const words of ['Brightwater makes sensors', 'the licensee competes with it', '[<Gate | Date | Amount<]'])
    expect(text).toContain(words)
})

describe('in colour', () => {
  test('strikes and underlines besides, and ends each style with its line', () => {
    const text = renderTextRedline(handMarked(), {colour: true, width: 60})
    expect(text).toContain('\u001b[31;9mequal shares\u001b[0m')
    expect(text).toContain('\u001b[36;9mPrice\u001b[0m')
    for (const line of text.split('\n')) {
      const [opened, closed] = [line.split(`${esc}[`).length - 1, line.split(`${esc}[0m`).length - 1]
      expect(opened).toBe(2 * closed)
    }
  })

  test('says the same words as in plain text', () => {
    const colour = renderTextRedline(handMarked(), {colour: true, width: 4000}).replaceAll(styles, '')
    const bare = renderTextRedline(handMarked(), {colour: false, width: 4000}).replace(
      /\[[-<]|[-<]\]|\{[+>]|[+>]\}/g,
      '',
    )
    expect(colour).toBe(bare)
  })
})

test('no line is wider than the terminal', () => {
  const columns = fc.integer({min: 40, max: 160})
  fc.assert(
    fc.property(
      columns,
      fc.boolean(),
      fc.boolean(),
      fc.string({maxLength: 300, unit: 'grapheme'}),
      (width, colour, whole, words) => {
        for (const copy of [handMarked(), oneInsertion(words)]) {
          const text = renderTextRedline(copy, {colour, width, whole}).replaceAll(styles, '')
          for (const line of text.split('\n'))
            expect([...line].length, line).toBeLessThanOrEqual(
              width + [...line].filter((one) => /\p{M}|\p{Cf}/u.test(one)).length,
            )
        }
      },
    ),
    {numRuns: 60},
  )
})

test('breaks Japanese, which has no spaces, by its width', () => {
  const text = renderTextRedline(oneInsertion('株式会社青山計測'.repeat(20)), {colour: false, width: 40})
  const lines = text.split('\n').filter((line) => line.includes('株式'))
  expect(lines.length).toBeGreaterThan(7)
  for (const line of lines) expect([...line.trim()].length).toBeLessThanOrEqual(21)
})

test('lets no words steer the terminal, wherever they come from', () => {
  const steering = '\u001b[2J\u009b31m\u202e'
  const copy = oneInsertion(`words${steering}`, {author: `A${steering}`})
  const redline = {
    ...copy.against!.redline,
    to: {label: `their${steering}.docx`},
    uncompared: [
      {code: 'redline/picture', severity: 'warning', message: `A picture${steering}.`, at: {file: 'a.docx'}} as const,
    ],
  }
  const text = renderTextRedline({...copy, against: {...copy.against!, redline}}, plain)
  expect(text.replaceAll('\n', ' ')).not.toMatch(/[\p{Cc}\u202e]/u)
  expect(text.match(/�\[2J/g)).toHaveLength(4)
})

test('says plainly that nothing changed', () => {
  const text = renderTextRedline(copyOf(agreement, []), plain)
  expect(text).toBe('Revision 7 against revision 5: no change.\n')
})

test('lists what could not be compared, and what to do', () => {
  const picture = {
    code: 'redline/picture',
    severity: 'warning',
    message: 'A picture in the footer was not compared.',
    hint: 'Look at it in both files.',
    at: {file: 'returned.docx'},
  } as const
  const text = renderTextRedline(copyOf(agreement, [], {redline: {uncompared: [picture]}}), plain)
  expect(text).toContain('no change; 1 place not compared.')
  expect(text).toContain('Not compared\n  - A picture in the footer was not compared. Look at it in both files.')
})

test('refuses a copy that is compared with nothing', () => {
  expect(() => renderTextRedline(fairCopy(), plain)).toThrow(RangeError)
})

test('reads a former number for what stood under another id', () => {
  const renamed = [{from: 'conf.old', to: 'conf.duty'}]
  const text = renderTextRedline(handMarked({redline: {renamed}}), plain)
  expect(text).toContain('Clause 3.1 (was clause 4.1)')
})

const expected = `Revision 7 against revision 5: 1 parameter, 1 clause upgrade, 1 variant swap, 3 hand edits, 1 move;
1 renumbering hidden.
[-deleted-] {+inserted+} [<moved away<] {>moved here>} … unchanged words left out

Clause 2 of revision 5 (moved away) · How we work
  [<Price<]
    — Moved to clause 4. A. Author, 2026-11-20, revision 6.

Clause 2.2(a) (was clause 3.2(a)) · Intellectual property › Who owns the Results
  the Parties own it jointly in [-equal shares-]{+the shares that they agreed in writing before the
  work began+}; and
    — Clause ip.results.each-owns-own 1.2.0 → 1.3.0: Says in which shares a joint Result is held. A.
    Author, 2026-11-20, revision 6.

Clause 3.1 (was clause 4.1) · Intellectual property › Keeping secrets
  … tells only those who need to know. {+It tells nobody else, whatever they promise.+} Did they
  promise the same? Then it may.
    — Changed by hand. B. Author, 2026-11-20, revision 7.

Clause 3.2 (was clause 4.2) · Intellectual property › Keeping secrets
  This lasts for [-5-]{+3+} years after the end, however it comes.
    — Parameter /conf/years: 5 years → 3 years. A. Author, 2026-11-20, revision 6.

Clause 4 (moved here) · Intellectual property
  {>Price>}¹
  {>… of the invoices falls due at the start.>}¹ {+It is paid once.+}²
    — ¹ Moved from clause 2. A. Author, 2026-11-20, revision 7.
    — ² Changed by hand. A. Author, 2026-11-20, revision 7.

Paragraph 2 of Schedule 1 of revision 5 (deleted) · Gates and tiers
  [-Tiers-]
  [-Each gate opens the next tier of disclosure.-]
    — Another clause at schedule.gates.tiers: gates.tiers → gates.steps. A. Author, 2026-11-20,
    revision 6.

Paragraph 2 of Schedule 1 (new) · Gates and tiers
  {+Steps+}
  {+Disclosure goes by steps:+}
    2.1 {+a drawing, after the first gate; and+}
    2.2 {+a sample, after the second.+}
    — Another clause at schedule.gates.tiers: gates.tiers → gates.steps. A. Author, 2026-11-20,
    revision 6.

Signatures › Brightwater Sensing Ltd
  Title: [-Chief Executive-]{+Managing Director+}
    — Changed by hand. A. Author, 2026-11-20, revision 6.
`
