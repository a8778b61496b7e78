/** The two example deals, read as they are shipped. */
import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {readDeal} from '../../../src/deal/index.js'
import {checkRules} from '../../../src/deal/rules/index.js'
import type {Diagnostic, JsonObject} from '../../../src/model/index.js'
import {law, said, today} from './build.js'

const root = new URL('../../../', import.meta.url)

function schema(name: string): JsonObject {
  return JSON.parse(readFileSync(new URL(`schemas/${name}.schema.json`, root), 'utf8')) as JsonObject
}

function example(name: string): readonly Diagnostic[] {
  const text = (file: string): string => readFileSync(new URL(`examples/${name}/${file}`, root), 'utf8')
  const reading = readDeal(
    {deal: text('deal.yaml'), private: text('private.yaml')},
    {deal: schema('deal'), file: schema('deal-file'), private: schema('private')},
  )
  expect(reading.diagnostics).toEqual([])
  return checkRules({deal: reading.deal!, privateNotes: reading.private, law, today}).diagnostics
}

describe('TD-1, Brightwater and Hartmann', () => {
  test('has no errors; inventors may be owed a reward in both countries; two sign for Hartmann', () => {
    expect(said(example('brightwater-hartmann'))).toEqual([
      'R-023 /parties/0/jurisdiction',
      'R-023 /parties/1/jurisdiction',
    ])
  })
})

describe('TD-2, Nucléa and Tokai', () => {
  test('has no errors; inventors may be owed a reward in France and Japan; the partners are unequal', () => {
    expect(said(example('nuclea-tokai'))).toEqual([
      'R-023 /parties/0/jurisdiction',
      'R-023 /parties/1/jurisdiction',
      'A-10 /parties/0/size',
    ])
  })
})

test('the NDAs of both have no warnings of their own', () => {
  expect(said(example('brightwater-hartmann-nda'))).toEqual([])
  expect(said(example('nuclea-tokai-nda')).filter((line) => !line.startsWith('A-10'))).toEqual([])
})
