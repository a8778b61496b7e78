/** The country data: every file obeys its schema, and says what rules rely on. */
import {readFileSync} from 'node:fs'
import {Ajv2020} from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import {expect, test} from 'vitest'
import {lawFrom, sureValue} from '../../../src/deal/rules/index.js'
import {law, lawFiles} from './build.js'

const schema: object = JSON.parse(readFileSync(new URL('../../../schemas/law.schema.json', import.meta.url), 'utf8'))
const dealSchema = JSON.parse(readFileSync(new URL('../../../schemas/deal.schema.json', import.meta.url), 'utf8'))

const codes = [
  'AE',
  'AU-NSW',
  'BR',
  'CA-ON',
  'CH',
  'CN',
  'DE',
  'ES',
  'FR',
  'GB-EAW',
  'GB-SCT',
  'IE',
  'IL',
  'IN',
  'IT',
  'JP',
  'KR',
  'NL',
  'PL',
  'SE',
  'SG',
  'US-CA',
  'US-DE',
  'US-NY',
]

function judge() {
  const ajv = new Ajv2020({allErrors: true, strict: true, keywords: ['x-version']})
  formats.default(ajv)
  return ajv.compile(schema)
}

test('there are facts for the 24 legal systems, each a law that a deal can choose', () => {
  expect(law.codes).toEqual(codes)
  expect(dealSchema.$defs.law.enum).toEqual(expect.arrayContaining(codes))
})

test.each(Object.entries(lawFiles))('%s obeys the schema and is named by its code', (file, content) => {
  const valid = judge()
  expect(valid(content), JSON.stringify(valid.errors)).toBe(true)
  expect(file).toBe(`${String(content.code)}.json`)
})

test('the schema refuses a fact without a source, an unknown fact and an unknown carve-out', () => {
  const valid = judge()
  const good = JSON.stringify(lawFiles['CH.json'])
  expect(valid(JSON.parse(good.replace('"source":"OR art 100(1); from memory, not checked",', '')))).toBe(false)
  expect(valid(JSON.parse(good.replace('"noHire"', '"noFire"')))).toBe(false)
  expect(valid(JSON.parse(good.replace('"gross-negligence"', '"slight-negligence"')))).toBe(false)
})

test('a value of "unsure" is marked unsure, so that no rule relies on it', () => {
  for (const code of codes) {
    for (const id of [
      'jointPatentUse',
      'jointPatentLicence',
      'employeeInventionReward',
      'jointSignaturePractice',
    ] as const) {
      const fact = law.fact(code, id)
      if (fact?.value === 'unsure') expect([code, id, fact.confidence]).toEqual([code, id, 'unsure'])
      expect(sureValue(fact)).not.toBe('unsure')
    }
  }
})

test('facts that are sure are what rules read, and unsure ones are kept back', () => {
  expect(sureValue(law.fact('CH', 'nonExcludableLiability'))).toEqual(['intent', 'gross-negligence'])
  expect(law.fact('SE', 'jointPatentUse')).toMatchObject({value: 'consent', confidence: 'unsure'})
  expect(sureValue(law.fact('SE', 'jointPatentUse'))).toBeUndefined()
  expect(law.fact('NO', 'jointPatentUse')).toBeUndefined()
  expect(law.nameOf('DE')).toBe('Germany')
  expect(law.nameOf('NO')).toBe('NO')
})

test('content that the schema would refuse is our own mistake', () => {
  expect(() => lawFrom([{format: 1}])).toThrow(TypeError)
  expect(() => lawFrom([{code: 'XX', name: 'X', facts: {noHire: {value: 1}}}]).fact('XX', 'noHire')).toThrow(TypeError)
})
