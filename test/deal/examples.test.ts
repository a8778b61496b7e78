import {readdirSync, readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {inWords} from '../../src/deal/index.js'
import {valuesOf} from '../../src/deal/values.js'
import {valueAt} from '../../src/model/index.js'
import {found, locale, parameters, read, root} from './load.js'

const deals = ['brightwater-hartmann', 'brightwater-hartmann-nda', 'nuclea-tokai', 'nuclea-tokai-nda']

function open(deal: string) {
  const text = (file: string) => readFileSync(`${root}/examples/${deal}/${file}`, 'utf8')
  return read(text('deal.yaml'), text('private.yaml'))
}

test('every example is tried here', () => {
  expect(
    readdirSync(`${root}/examples`)
      .filter((name) => deals.includes(name))
      .sort(),
  ).toEqual([...deals].sort())
})

for (const name of deals) {
  test(`${name} is read without a fault`, () => {
    const reading = open(name)
    expect(reading.diagnostics.map(({message}) => message)).toEqual([])
    expect(reading.deal?.document).toMatch(/^(nda-mutual|collaboration-agreement-short)$/)
  })

  test(`every value of ${name} goes into words`, () => {
    const {deal} = open(name)
    for (const {pointer, value, parameter} of valuesOf(deal!.parameters, parameters)) {
      if (parameter.kind === 'group' && !('id' in (value as object)) && !('latin' in (value as object))) continue
      const words = inWords(value, parameter.kind, {locale, parameters: deal!.parameters, parameter})
      expect(words, pointer).not.toMatch(/undefined|\[object|^$/)
    }
  })
}

test('Brightwater and Hartmann split the fields, pass four gates, and leave the date open', () => {
  const {deal, private: ours} = open('brightwater-hartmann')
  expect(valueAt(deal!.parameters, '/ip/results/regime')).toBe('field-split')
  expect((valueAt(deal!.parameters, '/gates') as {tier: number}[]).map(({tier}) => tier)).toEqual([1, 2, 3, 3])
  expect(deal!.open).toEqual({
    '/signing/date': {ask: 'unknown', note: 'Set when the last signatory is back from leave.'},
  })
  expect(ours.redLines).toHaveLength(2)
})

test('Tokai keeps its registered name in its own script', () => {
  const {deal} = open('nuclea-tokai')
  expect(valueAt(deal!.parameters, '/parties/1/legalName/native')).toBe('東海創薬株式会社')
  expect(found(open('nuclea-tokai'))).toEqual([])
})
