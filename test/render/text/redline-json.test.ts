/** The redline for programs, held to the schema that is published for it. */
import {readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {Ajv2020} from 'ajv/dist/2020.js'
import {expect, test} from 'vitest'
import {redlineJson} from '../../../src/render/text/index.js'
import {agreement} from '../sample.js'
import {copyOf, handMarked, marks} from './marked.js'

const schema = (name: string): object =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../schemas', name), 'utf8')) as object
const valid = new Ajv2020({strict: false, allErrors: true, formats: {date: true}})
  .addSchema(schema('diagnostics.schema.json'))
  .compile(schema('redline.schema.json'))

const json = (settings?: {marked: boolean}): ReturnType<typeof redlineJson> => {
  const renumbered = [{id: 'ip.results.ownership', from: '3', to: '2'}]
  const picture = {code: 'redline/picture', severity: 'warning', message: 'A picture.', at: {file: 'a.docx'}} as const
  const copy = handMarked({redline: {renumbered, uncompared: [picture]}})
  return redlineJson(copy.against!.redline, copy, settings)
}

/** As a program reads it. */
const read = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

test('follows its schema, with the agreement and without, changed and not', () => {
  const same = copyOf(agreement, [])
  for (const output of [json(), json({marked: true}), redlineJson(same.against!.redline, same)]) {
    valid(read(output))
    expect(valid.errors).toBeNull()
  }
  expect(json()).not.toHaveProperty('agreement')
})

test('its schema refuses what it does not name, and a cause that it does not know', () => {
  const output = json()
  expect(valid({...output, more: 1})).toBe(false)
  const [first, ...others] = output.changes
  expect(valid(read({...output, changes: [{...first, cause: {type: 'whim'}}, ...others]}))).toBe(false)
  expect(valid(read({...output, changes: [{...first, place: {before: {number: 7, headings: []}}}, ...others]}))).toBe(
    false,
  )
})

test('counts by cause, renumberings and what was not compared', () => {
  expect(json().counts).toEqual({
    parameters: 1,
    upgrades: 1,
    downgrades: 0,
    variants: 1,
    hand: 3,
    moves: 1,
    consequential: 0,
    renumbered: 1,
    uncompared: 1,
  })
})

test('gives each change its place and its words before and after', () => {
  const changes = new Map(json().changes.map((change) => [change.id, change]))
  expect(changes.get(marks.yearsIn.id)).toMatchObject({
    cause: {type: 'parameter', pointer: '/conf/years', before: 5, after: 3},
    why: 'Parameter /conf/years: 5 years → 3 years.',
    place: {
      before: {number: 'clause 4.2', headings: ['Intellectual property', 'Keeping secrets']},
      after: {number: 'clause 3.2', headings: ['Intellectual property', 'Keeping secrets']},
    },
    words: {before: '5', after: '3'},
  })
  expect(changes.get(marks.words.id)?.words).toEqual({after: 'It tells nobody else, whatever they promise. '})
  expect(changes.get(marks.steps.id)?.words.after).toBe(
    'Steps\nDisclosure goes by steps:\na drawing, after the first gate; and\na sample, after the second.',
  )
  expect(changes.get(marks.steps.id)?.words.before).toBe('Tiers\nEach gate opens the next tier of disclosure.')
})

test('is the same text for the same redline', () => {
  expect(JSON.stringify(json({marked: true}))).toBe(JSON.stringify(json({marked: true})))
})
