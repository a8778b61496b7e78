/** What private.yaml can settle, and what it cannot. */
import {expect, test} from 'vitest'
import {rules} from '../../../src/deal/rules/index.js'
import type {Settled} from '../../../src/model/index.js'
import {report, said} from './build.js'

const reason = 'Counsel in Dublin has read the sentence and sees no restraint in it.'
const scanned = {'/specialTerms': [{id: 'ours', text: 'Merlion shall make no passive sales in Ireland.'}]}

function entry(rule: string, changes: Partial<Settled> = {}): Settled {
  return {rule, reason, by: 'legal@cork.example', on: '2026-11-20', ...changes}
}

test('every rule runs, in the order of the table, whatever is settled', () => {
  const ids = rules.map(({id}) => id)
  expect(report().ran).toEqual(ids)
  expect(report(scanned, {settled: [entry('R-037')]}).ran).toEqual(ids)
  expect(ids.filter((id) => id.startsWith('R-')).length).toBe(29)
  expect(new Set(ids).size).toBe(ids.length)
})

test('a reason settles a warning, which is then returned beside the diagnostics', () => {
  const {diagnostics, settled} = report(scanned, {settled: [entry('R-037')]})
  expect(diagnostics).toEqual([])
  expect(settled).toMatchObject([
    {diagnostic: {code: 'rule/R-037', at: {pointer: '/specialTerms/0/text'}}, by: {reason}},
  ])
})

test('a reason settles advice', () => {
  const {diagnostics, settled} = report(
    {'/parties/0/size': 'micro', '/parties/1/size': 'large'},
    {settled: [entry('A-10')]},
  )
  expect(diagnostics).toEqual([])
  expect(settled).toHaveLength(1)
})

test('an error cannot be settled, and trying to says so', () => {
  const {diagnostics, settled} = report({'/ip/results/regime': 'joint'}, {settled: [entry('R-013')]})
  expect(said(diagnostics)).toEqual(['R-013 /ip/joint/shares', 'cannot-settle private.yaml'])
  expect(diagnostics[1]).toMatchObject({
    severity: 'advice',
    message:
      'The entry that settles R-013 in private.yaml has no effect: R-013 (Joint ownership needs rules) is an error: it is mended, not accepted.',
  })
  expect(settled).toEqual([])
})

test.each([
  ['a reason of 29 characters', entry('R-037', {reason: 'x'.repeat(29)})],
  ['a reason padded with spaces', entry('R-037', {reason: `fine${' '.repeat(40)}`})],
  ['no author', entry('R-037', {by: ' '})],
  ['a day that has not come', entry('R-037', {on: '2026-11-24'})],
  ['another rule', entry('R-036')],
])('an entry with %s settles nothing', (_, settled) => {
  const found = report(scanned, {settled: [settled]})
  expect(said(found.diagnostics)[0]).toBe('R-037 /specialTerms/0/text')
  expect(found.settled).toEqual([])
})

test('a reason of 30 characters settles', () => {
  expect(report(scanned, {settled: [entry('R-037', {reason: 'x'.repeat(30)})]}).diagnostics).toEqual([])
})

test('an entry for a rule that does not exist is told of', () => {
  expect(said(report({}, {settled: [entry('R-999')]}).diagnostics)).toEqual(['cannot-settle private.yaml'])
})

test('an entry that names a place settles that place alone', () => {
  const twice = {
    '/specialTerms': [...scanned['/specialTerms'], {id: 'theirs', text: 'Cork shall make no passive sales in Spain.'}],
  }
  const {diagnostics, settled} = report(twice, {settled: [entry('R-037', {at: '/specialTerms/0/text'})]})
  expect(said(diagnostics)).toEqual(['R-037 /specialTerms/1/text'])
  expect(settled).toHaveLength(1)
})
