/** A clause filled from a deal: values as nodes, conditions, repetitions and their ids, blanks, and what is open. */
import {expect, test} from 'vitest'
import type {JsonObject} from '../../src/model/index.js'
import {agreementOf, clauseOf, dealOf, idsOf, provisionAt, wordsOf, workbench} from '../build.js'

const filled = (text: string, values: JsonObject = {}) =>
  agreementOf(workbench([clauseOf('a', text)]).assemble(dealOf(values)))

test('a value stands as a node with its pointer, and its words are never read again', () => {
  const hostile = '{{x}} **b** [a](#b) \\Results {#l}'
  const agreement = filled('{{project.title}}!', {project: {title: hostile}})
  expect(provisionAt(agreement, 'a').body).toEqual([
    {
      type: 'paragraph',
      content: [
        {type: 'value', pointer: '/project/title', words: hostile},
        {type: 'text', text: '!'},
      ],
    },
  ])
})

test('a missing value is a blank with the question of the schema, and null is a missing value', () => {
  for (const values of [{}, {nda: {}}, {nda: {termMonths: null}}]) {
    const agreement = filled('For {{nda.termMonths}}.', values)
    expect(wordsOf(agreement, 'a')).toBe('For [For how many months must secrets be kept?].')
  }
})

test('a condition chooses; a parameter that it reads and nobody answered falls to else and is open, once', () => {
  const text = '{{#if (eq law.final "court")}}Court.{{else}}Else.{{/if}} {{#if (eq law.final "court")}}A{{/if}}'
  expect(wordsOf(filled(text, {law: {final: 'court'}}), 'a')).toBe('Court. A')
  const assembled = workbench([clauseOf('a', text)]).assemble(dealOf())
  expect(wordsOf(agreementOf(assembled), 'a')).toBe('Else. ')
  expect(assembled.open.map(({pointer, prints}) => [pointer, prints])).toEqual([['/law/final', false]])
})

test('what prints and decides is open as a blank; whom it waits for comes from the deal', () => {
  const text = '{{#if law.final}}x{{/if}}{{law.final}} {{nda.termMonths}}'
  const {open} = workbench([clauseOf('a', text)]).assemble(dealOf({}, {open: {'/law/final': {ask: 'counsel'}}}))
  expect(open.map(({pointer, prints, ask}) => [pointer, prints, ask])).toEqual([
    ['/law/final', true, 'counsel'],
    ['/nda/termMonths', true, undefined],
  ])
})

const rows =
  '{{#each parties}}\n1. {#p} {{shortName}} and {{../project.title}}\n   1. {#aim} Aims:\n      {{#each aims}}\n      1. {#one} {{text}}\n      {{/each}}\n{{else}}\n1. {#none} Nobody.\n{{/each}}\n2. {#last} Last.'

test('a repetition appends the ids of its rows, at every depth, and sees the row and what is around it', () => {
  const agreement = filled(rows, {
    project: {title: 'T'},
    parties: [
      {
        id: 'x',
        shortName: 'X',
        aims: [
          {id: 'win', text: 'win'},
          {id: 'learn', text: 'learn'},
        ],
      },
      {id: 'y', shortName: 'Y', aims: []},
    ],
  })
  expect(idsOf(agreement)).toEqual([
    'a',
    'a/p~x',
    'a/p~x/aim',
    'a/p~x/aim/one~win',
    'a/p~x/aim/one~learn',
    'a/p~y',
    'a/p~y/aim',
    'a/last',
  ])
  expect(wordsOf(agreement, 'a/p~y')).toBe('{Y} and {T}')
})

test('rows in another order keep their ids, so that nothing is renamed by what stands before it', () => {
  const parties = ['x', 'y', 'z'].map((id) => ({id, shortName: id}))
  const ids = (order: readonly (typeof parties)[number][]) => idsOf(filled(rows, {parties: order}))
  expect([...ids([...parties].reverse())].sort()).toEqual([...ids(parties)].sort())
  expect(ids(parties.slice(1))).toEqual(ids(parties).filter((id) => !id.includes('~x')))
})

test('a repetition without rows prints its else', () => {
  for (const values of [{}, {parties: []}]) expect(idsOf(filled(rows, values))).toEqual(['a', 'a/none', 'a/last'])
})

test('rows of a table carry label and row id', () => {
  const text =
    '| A | B |\n| --- | --- |\n{{#each parties}}\n| {#p} {{shortName}} | {{kind}} |\n{{/each}}\n| {#sum} all | |'
  const [table] = provisionAt(filled(text, {parties: [{id: 'x', shortName: 'X', kind: 'company'}]}), 'a').body
  expect(table).toMatchObject({type: 'table', rows: [{id: 'p~x'}, {id: 'sum'}]})
})

test('inherited properties of a deal are no values', () => {
  const agreement = filled(
    '{{#if project.title}}yes{{else}}no{{/if}}',
    Object.create({project: {title: 'T'}}) as JsonObject,
  )
  expect(wordsOf(agreement, 'a')).toBe('no')
})
