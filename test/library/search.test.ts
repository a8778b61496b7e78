import {expect, test} from 'vitest'
import {listClauses, showClause} from '../../src/library/index.js'
import {clauseFile, clausePath, library, templateFile} from './shelves.js'

const opened = library({
  [clausePath('ip.own', '1.0.0')]: clauseFile('ip.own', {position: 'ip.results', fallbacks: '[ip.joint]'}),
  [clausePath('ip.own', '1.1.0')]: clauseFile('ip.own', {
    position: 'ip.results',
    fallbacks: '[ip.joint]',
    change: 'minor',
    changes: 'Adds shares.',
  }),
  [clausePath('ip.joint')]: clauseFile('ip.joint', {
    position: 'ip.results',
    stance: 'trust',
    summary: 'Both own it in shares.',
  }),
  [clausePath('ipso.facto')]: clauseFile('ipso.facto', {text: '1. {#one} Each Party tells its shares.'}),
  'templates/short/1.0.0.yaml': templateFile(['ip.results']),
})
const ids = (query?: Parameters<typeof listClauses>[1]): readonly string[] =>
  listClauses(opened, query).map(({id}) => id)

test('lists clauses by position and id, each once, in its newest version', () => {
  expect(listClauses(opened)[1]).toEqual({
    id: 'ip.own',
    position: 'ip.results',
    title: 'About ip.own',
    stance: 'balanced',
    version: '1.1.0',
    versions: 2,
    summary: 'Each keeps its own.',
  })
  expect(ids()).toEqual(['ip.joint', 'ip.own', 'ipso.facto'])
})

test('narrows by the first words of a position, by stance, and by every word asked for', () => {
  expect(ids({position: 'ip'})).toEqual(['ip.joint', 'ip.own'])
  expect(ids({stance: 'trust'})).toEqual(['ip.joint'])
  expect(ids({words: ['SHARES']})).toEqual(['ip.joint', 'ipso.facto'])
  expect(ids({words: ['shares', 'both']})).toEqual(['ip.joint'])
  expect(ids({words: ['absent']})).toEqual([])
})

test('shows a clause with its history, fallbacks, alternatives and the templates that ask for it', () => {
  const {showing} = showClause(opened, 'ip.own')
  expect(showing).toMatchObject({
    clause: {version: '1.1.0'},
    history: [{version: '1.1.0', change: 'minor', changes: 'Adds shares.'}, {version: '1.0.0'}],
    fallbacks: [{id: 'ip.joint'}],
    alternatives: [{id: 'ip.joint'}],
    templates: ['short'],
  })
  expect(showing?.source).toContain('id: ip.own')
  expect(showClause(opened, 'ip.own', '1.0.0').showing?.clause.version).toBe('1.0.0')
})

test('names the nearest clause, or the versions there are', () => {
  expect(showClause(opened, 'ip.won').diagnostics).toMatchObject([
    {code: 'library/unknown-clause', hint: 'Did you mean "ip.own"?'},
  ])
  expect(showClause(opened, 'ip.own', '9.0.0').diagnostics).toMatchObject([
    {code: 'library/unknown-version', hint: 'It has 1.0.0, 1.1.0.'},
  ])
})
