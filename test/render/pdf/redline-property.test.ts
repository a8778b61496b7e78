import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Change, FairCopy, Inline, Part, Provision} from '../../../src/model/index.js'
import {inlinesIn, inlinesOfBlock} from '../../../src/model/index.js'
import {createPdfRenderer} from '../../../src/render/pdf/index.js'
import {manuscriptOf} from '../../../src/render/pdf/manuscript-of.js'
import {markedCopy} from '../../../src/verbs/marked-copy.js'
import {full} from '../../readers.js'
import {agreementOf, cleanCopy} from '../../redline/agreements.js'
import {type Dice, script} from '../../redline/edits.js'
import {linesOf} from './manuscript-lines.js'
import {descriptions} from './marks-of.js'
import {bodyOf} from './readers.js'

const from = await agreementOf('brightwater-hartmann')
const before = cleanCopy(from, 5)

interface Compared {
  readonly after: FairCopy
  readonly marked: FairCopy<Change>
}

/** Redlines of a real agreement after a dozen edits of every kind; found by comparing, not marked by hand. */
function compared({seed, ...shown}: Drawn): Compared {
  const {to, edits} = script(from, 12, diceOf(seed))
  const after = cleanCopy(to, 7)
  const sides = {from: {label: 'Revision 5', revision: 5}, to: {label: 'Revision 7', revision: 7}}
  const {copy} = markedCopy({from: before, to: after, steps: edits.map(({step}) => step), sides, ...shown})
  if (!copy) throw new Error(`compared: ${seed} was not proved`)
  return {after, marked: copy}
}

interface Drawn {
  readonly seed: number
  readonly showCauses: boolean
  readonly showRenumbering: boolean
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  seed: fc.integer({min: 1, max: 2 ** 30}),
  showCauses: fc.boolean(),
  showRenumbering: fc.boolean(),
})

function diceOf(seed: number): Dice {
  let state = seed
  return (bound) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * bound)
  }
}

const typefaces = {families: [], familyOf: new Map(), fonts: []}

describe('the manuscript of a redline', () => {
  test('reads as the new side where old words are left out, numbers and citations too', () => {
    fc.assert(
      fc.property(drawn, (draw) => {
        const {after, marked} = compared(draw)
        expect(linesOf(manuscriptOf(marked, typefaces), 'new', true)).toEqual(
          linesOf(manuscriptOf(after, typefaces), 'new', true),
        )
      }),
      {numRuns: full ? 300 : 25},
    )
  })

  test('reads as the old side where new words are left out', () => {
    fc.assert(
      fc.property(drawn, (draw) => {
        const {marked} = compared(draw)
        expect(linesOf(manuscriptOf(marked, typefaces), 'old', false)).toEqual(
          linesOf(manuscriptOf(before, typefaces), 'old', false),
        )
      }),
      {numRuns: full ? 300 : 25},
    )
  })
})

/** Letters alone: line ends, hyphens and spaces are the typesetter's. */
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}●]/gu, '')

/** What each part prints, old words and new, in print order. */
function wordsOf(part: Part<Change> | Provision<Change>): readonly string[] {
  if ('kind' in part && part.kind === 'cover') return []
  const [body, closing] = ('body' in part ? [part.body, part.closing ?? []] : [[], []]).map((blocks) =>
    blocks.flatMap((block) => textsOf(inlinesOfBlock(block))),
  )
  const heading = 'heading' in part ? textsOf(inlinesIn(part.heading ?? [])) : []
  return [...heading, ...body!, ...part.provisions.flatMap(wordsOf), ...closing!]
}

function textsOf(inlines: readonly Inline<Change>[]): readonly string[] {
  return inlines.flatMap((inline) => (inline.type === 'value' ? [inline.words] : 'text' in inline ? [inline.text] : []))
}

/** Where the words of both sides are not printed in order, the first that is missing. */
function missing({agreement}: FairCopy<Change>, pdf: Uint8Array): string | undefined {
  const printed = letters(bodyOf(pdf))
  let reached = printed.indexOf('Parties1')
  for (const text of agreement.parts.flatMap(wordsOf)) {
    const found = printed.indexOf(letters(text), reached)
    // Numbers, citations and labels of moves may stand between two pieces; twice as many where renumbering shows.
    if (found < 0 || found - reached > 300) return text
    reached = found + letters(text).length
  }
  return undefined
}

describe('the PDF of a redline', () => {
  const renderer = createPdfRenderer()

  test('prints every word of both sides, in order, and tells of each mark', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async (draw) => {
        const {after, marked} = compared(draw)
        const {pdf, diagnostics} = await renderer.render(marked)
        expect(diagnostics).toEqual([])
        expect(missing(marked, pdf!)).toBeUndefined()
        const {decorated, told} = descriptions(pdf!)
        expect(told).toHaveLength(decorated)
        // The control: a clean copy of the new side lacks the old words.
        expect(missing(marked, (await renderer.render(after)).pdf!)).toBeDefined()
      }),
      {numRuns: full ? 30 : 5},
    )
  }, 600_000)

  test('takes no longer than a few clean copies', async () => {
    const {after, marked} = compared({seed: 7, showCauses: true, showRenumbering: true})
    const timed = async (copy: FairCopy<Change>): Promise<number> => {
      const start = performance.now()
      await createPdfRenderer().render(copy)
      return performance.now() - start
    }
    await timed(before)
    const [clean, redline] = [await timed(after), await timed(marked)]
    expect(redline).toBeLessThan(8 * clean + 1000)
  })
})
