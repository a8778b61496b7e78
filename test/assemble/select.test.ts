/** Which clause answers a position: negotiated text, the deal's choice, the `when` that holds, the default; and why none does. */
import {expect, test} from 'vitest'
import type {TemplatePosition} from '../../src/model/index.js'
import {clauseOf, dealOf, group, negotiated, when, workbench} from '../build.js'

const own = clauseOf('own', 'Own.', 'position: results', 'when: (eq ip.results.regime "own-own")')
const joint = clauseOf('joint', 'Joint.', 'position: results', 'when: (eq ip.results.regime "joint")')
const plain = clauseOf('plain', 'Plain.', 'position: results')
const agreed = negotiated(clauseOf('agreed', 'Agreed.', 'position: results'))
const regime = (name: string) => ({ip: {results: {regime: name}}})

/** Clause and reason, or the code of the diagnostic. */
function answer(
  clauses: Parameters<typeof workbench>[0],
  deal = dealOf(),
  position: TemplatePosition = {position: 'results'},
): string {
  const {selections, diagnostics} = workbench(clauses, [group(position)]).assemble(deal)
  return [
    ...selections.map(({clause, because}) => `${clause.id} ${because}`),
    ...diagnostics.map(({code}) => code),
  ].join()
}

test('negotiated text goes before the choice, the choice before the condition, the condition before the default', () => {
  const all = [own, joint, plain]
  const position = {position: 'results', default: 'plain'}
  const chosen = {choices: {results: 'joint'}}
  expect(answer([...all, agreed], dealOf(regime('own-own'), chosen), position)).toBe('agreed negotiated')
  expect(answer(all, dealOf(regime('own-own'), chosen), position)).toBe('joint choice')
  expect(answer(all, dealOf(regime('own-own')), position)).toBe('own when')
  expect(answer(all, dealOf(regime('by-subject')), position)).toBe('plain default')
})

test('an only answer without a condition needs no default; one with a condition that fails is no answer', () => {
  expect(answer([plain])).toBe('plain only-answer')
  expect(answer([own], dealOf(regime('joint')))).toBe('position/no-answer')
  expect(answer([own, plain])).toBe('position/no-answer')
  expect(answer([])).toBe('position/no-answer')
})

test('two conditions that hold are an error that names both; a choice settles it', () => {
  const rival = clauseOf('rival', 'Rival.', 'position: results', 'when: (ne ip.results.regime "joint")')
  const {diagnostics} = workbench([own, rival]).assemble(dealOf(regime('own-own')))
  expect(diagnostics).toMatchObject([{code: 'position/two-answers', at: {provision: 'results'}}])
  expect(diagnostics[0]!.message).toBe('own and rival both answer the position "results".')
  expect(answer([own, rival], dealOf(regime('own-own'), {choices: {results: 'rival'}}))).toBe('rival choice')
  expect(answer([own, rival], dealOf(regime('by-subject')))).toBe('rival when')
})

test('a choice that is no answer to its position, or names a position not asked for, is an error', () => {
  const elsewhere = clauseOf('elsewhere', 'Elsewhere.')
  expect(answer([plain, elsewhere], dealOf({}, {choices: {results: 'elsewhere'}}))).toBe('position/unknown-choice')
  expect(answer([plain], dealOf({}, {choices: {result: 'plain'}}))).toBe('plain only-answer,position/not-in-template')
})

test('a position whose condition fails is left out without a fault; unanswered, it is left out and reported as open', () => {
  const position = {position: 'results', when: when('(eq law.final "court")')}
  expect(answer([plain], dealOf({law: {final: 'arbitration'}}), position)).toBe('')
  expect(answer([plain], dealOf({law: {final: 'court'}}), position)).toBe('plain only-answer')
  const {open} = workbench([plain], [group(position)]).assemble(dealOf())
  expect(open).toMatchObject([{pointer: '/law/final', prints: false}])
})

test('an error in one position leaves no agreement, and the faults of all positions are told together', () => {
  const {agreement, diagnostics} = workbench([plain], [group('results', 'nowhere', 'neither')]).assemble(dealOf())
  expect(agreement).toBeUndefined()
  expect(diagnostics.map(({at}) => at)).toEqual([{provision: 'nowhere'}, {provision: 'neither'}])
})
