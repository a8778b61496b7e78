/** Redlines as they are made: what is read off them is both sides, and each change once. */
import {readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {Ajv2020} from 'ajv/dist/2020.js'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {type Agreement, type Change, type FairCopy, type Side, standingOf} from '../../../src/model/index.js'
import {passagesOf, redlineJson, renderTextRedline} from '../../../src/render/text/index.js'
import {markedCopy} from '../../../src/verbs/marked-copy.js'
import {agreement, fairCopy} from '../sample.js'

const schema = (name: string): object =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../schemas', name), 'utf8')) as object
const valid = new Ajv2020({strict: false, formats: {date: true}})
  .addSchema(schema('diagnostics.schema.json'))
  .compile(schema('redline.schema.json'))

const sides: {readonly from: Side; readonly to: Side} = {
  from: {label: 'Revision 5', revision: 5},
  to: {label: 'Revision 7', revision: 7},
}

function redline(to: Agreement): FairCopy<Change> {
  const steps = [
    {agreement: to, author: 'A. Author', date: '2026-11-20T09:00:00Z', revision: 7, cause: {type: 'hand'}},
  ] as const
  const {copy, diagnostics} = markedCopy({from: fairCopy(), to: fairCopy(to), steps, sides, showRenumbering: true})
  if (!copy) throw new Error(diagnostics.map(({message, reason}) => `${message} ${reason ?? ''}`).join('\n'))
  return copy
}

function wordsOn(copy: FairCopy<Change>, side: 'old' | 'new'): readonly string[] {
  return passagesOf(copy)
    .flatMap(({lines}) => lines)
    .map(({stretches}) =>
      stretches
        .filter(
          ({change, renumbered}) =>
            ['both', side].includes(standingOf(change)) && renumbered !== (side === 'old' ? 'now' : 'former'),
        )
        .map(({words}) => words)
        .join(''),
    )
    .filter((words) => words !== '')
}

type Edit = (agreement: Agreement) => Agreement

/** Every text of the agreement, each as it is or changed. */
const reworded =
  (chance: (index: number) => boolean): Edit =>
  (whole) => {
    let index = 0
    const text = JSON.stringify(whole, (key, value: unknown) =>
      key === 'text' && typeof value === 'string' && value.length > 20 && chance(index++)
        ? value.replace(/(\w+) (\w+)/, '$2 otherwise $1')
        : value,
    )
    return JSON.parse(text) as Agreement
  }

/** Top-level provisions of one part in another order, or fewer of them. */
const rearranged =
  (part: number, from: number, keep: boolean): Edit =>
  (whole) => ({
    ...whole,
    parts: whole.parts.map((one, index) => {
      if (index !== part || one.kind === 'cover') return one
      const moved = one.provisions[from % Math.max(1, one.provisions.length)]
      const others = one.provisions.filter((provision) => provision !== moved)
      return {...one, provisions: keep && moved ? [...others, moved] : others}
    }),
  })

const edits = fc.record({
  words: fc.array(fc.nat(60), {maxLength: 12}).map((places) => reworded((index) => places.includes(index))),
  order: fc.tuple(fc.constantFrom(1, 4), fc.nat(4), fc.constant(true)).map((how) => rearranged(...how)),
})

test('the words of each side are those of its clean copy, and each change is read once', () => {
  fc.assert(
    fc.property(edits, ({words, order}) => {
      const to = order(words(agreement))
      const copy = redline(to)
      expect(wordsOn(copy, 'new')).toEqual(wordsOn(fairCopy(to), 'new'))
      expect(wordsOn(copy, 'old')).toEqual(wordsOn(fairCopy(), 'new'))
      const output = JSON.parse(JSON.stringify(redlineJson(copy.against!.redline, copy))) as {
        changes: {id: string; place: object}[]
      }
      valid(output)
      expect(valid.errors).toBeNull()
      for (const {id, place} of output.changes) expect(Object.keys(place), id).not.toEqual([])
    }),
    {numRuns: 60},
  )
})

test('a redline without changes says so, whatever its width', () => {
  expect(renderTextRedline(redline(agreement), {colour: false, width: 80})).toContain('no change')
})
