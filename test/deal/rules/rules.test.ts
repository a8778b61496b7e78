/** Each rule with deals that break it alone, and deals that nearly do; and each remedy, taken. */
import {describe, expect, test} from 'vitest'
import {rules} from '../../../src/deal/rules/index.js'
import type {Diagnostic} from '../../../src/model/index.js'
import {dealWith, report, reportOn, said, withValues} from './build.js'
import {lawCases} from './law-cases.js'
import {partyCases} from './party-cases.js'
import {projectCases} from './project-cases.js'
import {resultCases} from './result-cases.js'

const cases = {...partyCases, ...resultCases, ...projectCases, ...lawCases}
const scans = ['R-034', 'R-036', 'R-037', 'R-038', 'R-041']

test('the deal that the cases change breaks no rule', () => {
  expect(report().diagnostics).toEqual([])
})

test('every rule that is no scan has cases on both sides', () => {
  const tried = Object.entries(cases).filter(([, each]) => each.some(({says}) => says) && each.some(({says}) => !says))
  expect([...tried.map(([id]) => id), ...scans].sort()).toEqual(rules.map(({id}) => id).sort())
})

for (const [id, each] of Object.entries(cases)) {
  describe(`${id} and no other rule`, () => {
    for (const {does, changes, circumstances, says} of each) {
      test(`${says ? 'speaks of' : 'lets pass'} a deal that ${does}`, () => {
        expect(said(report(changes, circumstances).diagnostics)).toEqual(says ?? [])
      })
    }
  })
}

const broken = Object.values(cases)
  .flat()
  .filter(({says}) => says)

test('every diagnostic is a sentence with its reason and what to do', () => {
  for (const {changes, circumstances} of broken) {
    for (const {message, reason, hint} of report(changes, circumstances).diagnostics) {
      for (const sentence of [message, reason, hint]) expect(sentence).toMatch(/^[\p{Lu}“].*[.!]$/u)
      expect(message).not.toMatch(/undefined|\[object|\/parties\//)
    }
  }
})

test('every remedy, taken, silences the diagnostic that offered it', () => {
  const offered = broken.flatMap(({changes, circumstances}) =>
    report(changes, circumstances).diagnostics.flatMap((diagnostic) =>
      (diagnostic.remedies ?? []).map(({set}) => ({diagnostic, set, changes, circumstances})),
    ),
  )
  expect(offered.length).toBeGreaterThan(30)
  for (const {diagnostic, set, changes, circumstances} of offered) {
    const deal = dealWith(changes, circumstances)
    const mended = {...deal, parameters: withValues(deal.parameters, set)}
    expect(reportOn(mended).diagnostics.map(key), diagnostic.message).not.toContain(key(diagnostic))
  }
})

function key({code, at}: Diagnostic): string {
  return `${code} ${JSON.stringify(at)}`
}

test('messages name the parties and the values', () => {
  const messages = report({
    '/parties/0/signatories': [],
    '/ip/joint': {
      shares: [
        {id: 'a', party: 'cork', percent: '60'},
        {id: 'b', party: 'merlion', percent: '50'},
      ],
    },
    '/gates/0/tier': 3,
  }).diagnostics.map(({message}) => message)
  expect(messages).toEqual([
    'Nobody signs for Cork: its list of signatories is empty.',
    'The shares of joint results total 110.00, not 100: Cork 60 and Merlion 50.',
    'Gate “Bench” opens tier 2, less than the tier 3 that Gate “Plan” has already opened.',
  ])
})

test('what rules say, and the remedies that they offer, is as last read by a person (messages.txt; -u re-records)', async () => {
  const told = broken.flatMap(({does, changes, circumstances}) => [
    `A deal that ${does}`,
    ...report(changes, circumstances).diagnostics.flatMap(({severity, code, message, hint, remedies = []}) => [
      `  ${severity} ${code}: ${message}`,
      `    ${hint}`,
      ...remedies.map(({label, set}) => `    [${label}] ${JSON.stringify(set)}`),
    ]),
  ])
  await expect(`${told.join('\n')}\n`).toMatchFileSnapshot('messages.txt')
})
