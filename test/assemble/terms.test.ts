/** Uses of defined terms: the longest form, whole words, same case, over all clauses; the glossary keeps what is used. */
import {describe, expect, test} from 'vitest'
import {agreementOf, clauseOf, dealOf, idsOf, provisionAt, wordsOf, workbench} from '../build.js'

const terms = clauseOf(
  'terms',
  '1. {#r} **"Results"** are made.\n2. {#j} **"Joint Results"** are shared.\n3. {#u} **"C++ Code (X)"** is code.\n4. {#g} **"Results Register"** lists them.',
  'terms: {Results: [Result], Joint Results: [Joint Result]}',
)

const linked = (text: string): string =>
  wordsOf(agreementOf(workbench([terms, clauseOf('text', text)]).assemble(dealOf())), 'text')

describe('a use is', () => {
  test.each([
    ['the longest form that fits', 'All Joint Results and Results.', 'All <Joint Results> and <Results>.'],
    [
      'any form, and knows its term',
      'One Result, one Joint Result.',
      'One <Result=Results>, one <Joint Result=Joint Results>.',
    ],
    ['no part of a word', 'Resultsx xResults Results2 Résults', 'Resultsx xResults Results2 Résults'],
    [
      'a word beside punctuation',
      '(Results), Results; Results’ Results-based',
      '(<Results>), <Results>; <Results>’ <Results>-based',
    ],
    ['of the same case only', 'results RESULTS', 'results RESULTS'],
    ['not what is escaped', '\\Results and Results', 'Results and <Results>'],
    ['whole where the form ends in a sign', 'The C++ Code (X).', 'The <C++ Code (X)>.'],
  ])('%s', (_, text, expected) => {
    expect(linked(text)).toBe(expected)
  })

  test('never a value, nor in a heading', () => {
    const clause = clauseOf('text', '{{project.title}}', 'title: Results and more')
    const agreement = agreementOf(workbench([terms, clause]).assemble(dealOf({project: {title: 'Results'}})))
    expect(wordsOf(agreement, 'text')).toBe('{Results}')
    expect(provisionAt(agreement, 'text').heading).toEqual([{type: 'text', text: 'Results and more'}])
  })
})

const glossary = clauseOf(
  'glossary',
  '1. {#a} **"Alpha"** rests on a Beta.\n2. {#b} **"Beta"** is small.\n3. {#c} **"Gamma"** rests on itself, a Gamma.\n4. {#note} Singular means plural.',
  'glossary: true',
)

test('a glossary keeps the terms that are used, those that their meanings use, and items that define none', () => {
  const standing = (text: string) =>
    idsOf(agreementOf(workbench([glossary, clauseOf('text', text)]).assemble(dealOf())))
  expect(standing('An Alpha.')).toEqual(['glossary', 'glossary/a', 'glossary/b', 'glossary/note', 'text'])
  expect(standing('A Beta.')).toEqual(['glossary', 'glossary/b', 'glossary/note', 'text'])
  expect(standing('Nothing.')).toEqual(['glossary', 'glossary/note', 'text'])
})

test('a clause that is no glossary keeps its definitions, used or not', () => {
  expect(idsOf(agreementOf(workbench([terms]).assemble(dealOf())))).toContain('terms/u')
})
