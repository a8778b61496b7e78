/** Scans of free text: what they find, what they leave alone, and how a finding is settled. */
import {describe, expect, test} from 'vitest'
import {report, said} from './build.js'

const found: Readonly<Record<string, readonly string[]>> = {
  'R-034': [
    'A recipient shall not report any matter concerning the project to a regulator or other public authority.',
    'No party may disclose the findings to the police without consent.',
    'Whistle-blowing is prohibited.',
  ],
  'R-036': [
    'The parties accept a no-hire of project staff.',
    'Merlion will not hire, or offer employment to, any employees of Cork.',
    'Neither party shall solicit the other’s engineers for two years.',
    'The parties agree to keep the salaries of the team at the same level.',
    'A no‑poach applies for a year.',
  ],
  'R-037': [
    'Merlion shall make no passive sales in Ireland.',
    'The parties will agree the prices at which each sells its pumps.',
    'Customers in Europe are reserved for Cork.',
    'The parties divide up the markets of Asia between them.',
    'Each party limits its production to 5,000 units a year.',
    'Cork may not sell to customers in Singapore.',
  ],
  'R-038': [
    'For three years after the end Merlion shall not carry out any research into quiet pumps.',
    'Cork agrees not to develop competing technology.',
    'No independent research is allowed.',
  ],
  'R-041': [
    'Each key person signs a twelve-month non-compete.',
    'A key person may not join a competitor for one year after leaving.',
    'Garden leave of three months applies.',
  ],
}

const leftAlone: readonly string[] = [
  'Nothing in this agreement prevents anyone from reporting a matter to an authority.',
  'A party may disclose Confidential Information to a court that orders it.',
  'Neither party may disclose Confidential Information, except as required by law or by a regulator.',
  'Each party pays its own staff.',
  'No employment is created between a party and the other’s engineers by this agreement.',
  'Each party remains free to set its prices and to choose its customers.',
  'The pilot is done for a fixed price of EUR 10,000.',
  'After the end each party stays free to carry out research in any field.',
  'There is no non-compete.',
  'The parties may share out the work of the test plan between the two laboratories.',
  'Merlion reserves the meeting room for the customer visit.',
  'The key person keeps secrets after leaving.',
]

for (const [rule, sentences] of Object.entries(found)) {
  describe(`${rule} finds a possible case`, () => {
    for (const text of sentences) {
      test(`in “${text}”`, () => {
        expect(said(report({'/specialTerms': [{id: 'ours', text}]}).diagnostics)).toEqual([
          `${rule} /specialTerms/0/text`,
        ])
      })
    }
  })
}

describe('no scan finds anything', () => {
  for (const text of leftAlone) {
    test(`in “${text}”`, () => expect(said(report({'/specialTerms': [{id: 'ours', text}]}).diagnostics)).toEqual([]))
  }
})

test('a finding is a warning, says that it is possible, and quotes the words', () => {
  const [finding] = report({
    '/specialTerms': [{id: 'ours', text: 'We meet monthly. Merlion shall make no passive sales in Ireland.'}],
  }).diagnostics
  expect(finding).toMatchObject({
    severity: 'warning',
    message:
      'The words “Merlion shall make no passive sales in Ireland.” are a possible hardcore restriction of competition.',
  })
  expect(finding?.remedies).toBeUndefined()
})

test('a scan reads roles, the work of gates, and the notes of open points, and no names', () => {
  const places = report(
    {
      '/keyPeople/0/role': 'Engineer under a non-compete',
      '/gates/0/work': 'Merlion shall make no passive sales.',
      '/parties/1/shortName': 'No-Hire',
      '/parties/1/legalName/latin': 'No-Hire Pte Ltd',
    },
    {open: {'/signing/date': {ask: 'counsel', note: 'May we agree a no-hire?'}}},
  )
  expect(said(places.diagnostics)).toEqual(['R-036 /signing/date', 'R-037 /gates/0/work', 'R-041 /keyPeople/0/role'])
})

test('a scan is not misled by invisible characters or other hyphens', () => {
  expect(
    said(report({'/specialTerms': [{id: 'ours', text: 'A no\u2011h\u00ADi\u200Bre applies.'}]}).diagnostics),
  ).toEqual(['R-036 /specialTerms/0/text'])
})

test('a request for a non-compete is told of the law where the person works', () => {
  const [finding] = report({
    '/keyPeople/0/role': 'Engineer under a non-compete',
    '/keyPeople/0/country': 'US-CA',
  }).diagnostics
  expect(finding?.reason).toContain('In California it is void.')
})
