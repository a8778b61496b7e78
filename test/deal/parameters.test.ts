import {expect, test} from 'vitest'
import {parametersOf} from '../../src/deal/index.js'
import {patternOf} from '../../src/deal/values.js'
import {parameters} from './load.js'

test('a pattern has a star for any row, and groups, rows and elements are parameters too', () => {
  const kinds = [
    '/parties',
    '/parties/*',
    '/parties/*/legalName/latin',
    '/parties/*/competitorOf',
    '/parties/*/competitorOf/*',
    '/risk/cap',
    '/risk/cap/amount',
    '/risk/cap/currency',
    '/ip/fields/*/territory/*',
    '/departure/nonSolicit',
  ]
  expect(kinds.map((pattern) => parameters.get(pattern)?.kind)).toEqual([
    'rows',
    'group',
    'text',
    'list',
    'party',
    'money',
    'number',
    'currency',
    'country',
    'group',
  ])
})

test('what stands beside a reference wins over what it leads to', () => {
  const cap = parameters.get('/risk/cap')
  expect(cap?.title).toBe('Limit of liability')
  expect(parameters.get('/law/governingLaw')?.words?.['GB-EAW']).toBe('England and Wales')
})

test('defaults, words and questions come along', () => {
  expect(parameters.get('/nda/termMonths')).toMatchObject({
    kind: 'months',
    default: 36,
    question: expect.stringMatching(/\?$/),
  })
  expect(parameters.get('/ip/results/regime')?.words).toHaveProperty('joint')
  expect(parameters.get('/risk/carveOuts')?.items?.words).toHaveProperty('fraud', 'fraud')
})

test('a node without a kind, or a reference that leads nowhere, is our own mistake', () => {
  expect(() => parametersOf({properties: {a: {type: 'string'}}})).toThrow('"/a" has no x-kind')
  expect(() => parametersOf({properties: {a: {$ref: '#/$defs/b'}}})).toThrow('leads nowhere')
})

test('a pointer finds its pattern, and a wrong one finds none', () => {
  const cases = [
    ['/parties/1/shortName', '/parties/*/shortName'],
    ['/risk/cap', '/risk/cap'],
    ['/parties/x/shortName', undefined],
    ['/risk/caps', undefined],
    ['', undefined],
    ['/parties/1/constructor', undefined],
  ] as const
  for (const [pointer, pattern] of cases) expect(patternOf(pointer, parameters), pointer).toBe(pattern)
})
