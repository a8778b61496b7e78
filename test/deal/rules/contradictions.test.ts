/** Deals that contradict themselves in many ways: all errors come together, each at its pointer. */
import {expect, test} from 'vitest'
import {hasErrors} from '../../../src/model/index.js'
import {type Changes, report, said} from './build.js'
import {equal} from './cases.js'

const contradictory: Changes = {
  '/project/endDate': '2028-01-31',
  '/ip/results/regime': 'own-own',
  '/ip/joint': {shares: equal(['cork', '60'], ['merlion', '50'])},
  '/finance': {revenueShare: equal(['cork', '50'], ['merlion', '49.5'])},
  '/ip/fields': [
    {
      id: 'a',
      name: 'Home care',
      definition: 'Pumps beside a bed at home.',
      party: 'cork',
      exclusivity: 'exclusive',
      territory: ['EU'],
    },
    {
      id: 'b',
      name: 'home care',
      definition: 'Pumps for use at home.',
      party: 'merlion',
      exclusivity: 'exclusive',
      territory: ['DE'],
    },
  ],
  '/law': {
    governingLaw: 'GB-SCT',
    final: 'arbitration',
    arbitration: {institution: 'the ICC', arbitrators: 1, language: 'en'},
    court: {place: 'Munich'},
    mediation: true,
  },
}

test('TD-7: every contradiction is told at once', () => {
  const {diagnostics} = report(contradictory)
  expect(said(diagnostics)).toEqual([
    'R-011 /gates/1/dueDate',
    'R-016 /ip/joint/shares',
    'R-016 /finance/revenueShare',
    'R-017 /ip/fields/1',
    'R-054 /law/court/place',
    'R-055 /law/arbitration/seat',
  ])
  expect(diagnostics.every(({severity}) => severity === 'error')).toBe(true)
})

test('TD-7: mended, it is clean, and the same deal gives the same report', () => {
  const mended = {
    ...contradictory,
    '/project/endDate': '2028-12-31',
    '/ip/joint': undefined,
    '/finance': undefined,
    '/ip/fields': undefined,
    '/law/arbitration/seat': 'Edinburgh',
    '/law/court': undefined,
  }
  expect(report(mended).diagnostics).toEqual([])
  expect(report(contradictory)).toEqual(report(contradictory))
})

test('TD-6: one company twice is refused for its number and its name', () => {
  const twice: Changes = {
    '/parties/0/shortName': 'Alpha Widgets',
    '/parties/0/registry': {name: 'Companies House', number: '01234567'},
    '/parties/1/shortName': 'ALPHA WIDGETS',
    '/parties/1/registry': {name: 'UK Companies House', number: '1234567'},
  }
  expect(said(report(twice).diagnostics)).toEqual(['R-001 /parties/1/shortName', 'R-002 /parties/1/registry/number'])
})

test('TD-9: a deal at its beginning, with little more than names, has no errors', () => {
  const bare: Changes = {
    '/project': {purpose: 'To find out whether our pumps and their valves fit together in one small device.'},
    '/parties': [
      {id: 'cork', legalName: {latin: 'Cork Acoustics Limited'}, jurisdiction: 'IE'},
      {id: 'merlion', legalName: {latin: 'Merlion Flow Pte Ltd'}, jurisdiction: 'SG'},
    ],
    '/ip/background': {mode: 'listed'},
    '/gates': undefined,
    '/nda': undefined,
    '/keyPeople': undefined,
    '/risk/cap': undefined,
    '/law/governingLaw': undefined,
    '/law/arbitration/institution': undefined,
    '/law/arbitration/seat': undefined,
  }
  expect(hasErrors(report(bare).diagnostics)).toBe(false)
  expect(report(bare, {document: 'nda-mutual'}).diagnostics).toEqual([])
})

test('a deal with nothing in it yet is told of its parties and of nothing else', () => {
  expect(said(report({'': {}}).diagnostics)).toEqual(['R-001 /parties'])
})
