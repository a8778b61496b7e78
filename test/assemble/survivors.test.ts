/** The survival list is computed from what the clauses say of themselves, in print order. */
import {expect, test} from 'vitest'
import {agreementOf, clauseOf, dealOf, wordsOf, workbench} from '../build.js'

const list = clauseOf('list', 'Clauses [those](#survivors) live on.')
const secret = clauseOf('secret', 'Keep it.', 'survives: true')
const money = clauseOf(
  'money',
  '1. {#pay} Pay.\n{{#if (eq law.final "court")}}\n2. {#court} In court.\n{{/if}}',
  'survives: [pay, court]',
)

test('it names each survivor by a reference, commas between, “and” before the last', () => {
  const assembled = workbench([secret, money, list]).assemble(dealOf({law: {final: 'court'}}))
  expect(assembled.survivors).toEqual(['secret', 'money/pay', 'money/court'])
  expect(wordsOf(agreementOf(assembled), 'list')).toBe('Clauses →secret, →money/pay and →money/court live on.')
})

test('an item that a condition left out is not named, and that is no fault', () => {
  const assembled = workbench([secret, money, list]).assemble(dealOf({law: {final: 'arbitration'}}))
  expect(wordsOf(agreementOf(assembled), 'list')).toBe('Clauses →secret and →money/pay live on.')
  expect(assembled.diagnostics).toEqual([])
})

test('one survivor stands alone', () => {
  expect(wordsOf(agreementOf(workbench([secret, list]).assemble(dealOf())), 'list')).toBe('Clauses →secret live on.')
})

test('a label that no item of the clause has is an error', () => {
  const broken = clauseOf('broken', '1. {#pay} Pay.', 'survives: [pay]')
  const {diagnostics} = workbench([{...broken, survives: ['paid']}, list]).assemble(dealOf())
  expect(diagnostics).toMatchObject([
    {severity: 'error', code: 'survival/no-such-item', at: {provision: 'broken/paid'}},
  ])
})
