/** Deals that break, or nearly break, the rules on dates, purposes, gates, tiers and money. */
import type {Json} from '../../../src/model/index.js'
import {breaks, type Cases, nda, nearly, open} from './cases.js'

const pilot = {document: 'pilot-agreement'}
const yen: Json = {amount: '5000000', currency: 'JPY'}

export const projectCases: Cases = {
  'R-011': [
    breaks('ends before it starts', {'/project/endDate': '2026-12-31'}, ['R-011 /project/endDate']),
    breaks('has a gate before the start', {'/gates/0/dueDate': '2026-12-31'}, ['R-011 /gates/0/dueDate']),
    breaks('has a gate after the end', {'/gates/1/dueDate': '2029-01-01'}, ['R-011 /gates/1/dueDate']),
    breaks('has gates that go back in time', {'/gates/1/dueDate': '2027-06-29'}, ['R-011 /gates/1/dueDate']),
    nearly('has gates on the first and last day', {'/gates/0/dueDate': '2027-01-01', '/gates/1/dueDate': '2028-12-31'}),
    nearly('lasts one day', {'/project/endDate': '2027-01-01', '/gates': []}),
    nearly('has two gates on one day', {'/gates/1/dueDate': '2027-06-30'}),
    nearly('gives no dates of the project', {'/project/startDate': undefined, '/project/endDate': undefined}),
  ],
  'R-012': [
    breaks('says its purpose in 39 characters', {'/project/purpose': `${'x'.repeat(20)} quiet pumps for al`}, [
      'R-012 /project/purpose',
    ]),
    breaks('holds the place of its purpose', {'/project/purpose': '[to be agreed]'}, ['R-012 /project/purpose']),
    breaks('pads a short purpose with spaces', {'/project/purpose': `Quiet pumps${' '.repeat(40)}`}, [
      'R-012 /project/purpose',
    ]),
    breaks('says the use of secrets too shortly', {'/nda/purpose': 'The project itself.'}, ['R-012 /nda/purpose']),
    breaks(
      'holds the place of a purpose in an NDA',
      {'/nda/purpose': 'TBC', '/project/purpose': 'Quiet pumps'},
      ['R-012 /nda/purpose'],
      nda,
    ),
    nearly('says its purpose in 40 characters', {'/project/purpose': `${'x'.repeat(20)} quiet pumps for all`}),
    nearly('has not said its purposes', {'/project/purpose': undefined, '/nda/purpose': undefined}),
    nearly('is an NDA with a short name for the project', {'/project/purpose': 'Quiet pumps'}, nda),
  ],
  'R-024': [
    breaks(
      'lets people use what they remember of tier 3',
      {'/nda/residuals': true, '/gates/1/tier': 3, '/gates/0/tier': 2},
      ['R-024 /nda/residuals'],
    ),
    breaks('says that tiers go down to 4', {'/nda/residuals': true, '/disclosureTiers/deepest': 4}, [
      'R-024 /nda/residuals',
    ]),
    nearly('lets people use what they remember of tier 2', {'/nda/residuals': true}),
    nearly('opens tier 3 without residuals', {'/gates/1/tier': 3, '/gates/0/tier': 2}),
  ],
  'R-025': [
    breaks('opens less than before', {'/gates/0/tier': 3}, ['R-025 /gates/1/tier']),
    breaks('opens a tier that there is not', {'/gates/1/tier': 4}, ['R-025 /gates/1/tier']),
    nearly('opens the same again', {'/gates/0/tier': 2}),
    nearly('says that tiers go deeper', {'/gates/1/tier': 4, '/disclosureTiers/deepest': 4}),
    nearly('has a gate between that says no tier', {'/gates/0/tier': undefined}),
  ],
  'R-026': [
    breaks('opens two tiers at once to new partners', {'/relationship/priorHistoryMonths': 5, '/gates/0/tier': 0}, [
      'R-026 /gates/1/tier',
    ]),
    breaks('opens tier 2 first, out of the blue', {'/relationship': {origin: 'cold'}, '/gates/0/tier': 2}, [
      'R-026 /gates/0/tier',
    ]),
    nearly('opens two tiers at once after six months', {'/relationship/priorHistoryMonths': 6, '/gates/0/tier': 0}),
    nearly('opens one tier at a time to new partners', {'/relationship/priorHistoryMonths': 0}),
    nearly('has not said how long the parties have known each other', {
      '/relationship': {origin: 'introduced'},
      '/gates/0/tier': 2,
    }),
  ],
  'R-027': [
    breaks('shows secrets before the agreement is signed', {'/signing': {date: '2028-04-01'}}, [
      'R-027 /gates/1/dueDate',
    ]),
    breaks('shows secrets before the earlier NDA', {'/nda/signedOn': '2028-04-01'}, ['R-027 /gates/1/dueDate']),
    breaks('is a pilot without any NDA', {}, ['R-027 /nda/signedOn'], pilot),
    breaks(
      'is a pilot whose own signing gives no secrecy',
      {'/signing': {date: '2027-01-01'}},
      ['R-027 /nda/signedOn'],
      pilot,
    ),
    nearly('is signed late, after an earlier NDA', {'/signing': {date: '2028-04-01'}, '/nda/signedOn': '2026-08-03'}),
    nearly('has not said when it is signed', {}),
    nearly('is a pilot after an NDA', {'/nda/signedOn': '2026-08-03'}, pilot),
    nearly('is a pilot that leaves the NDA open', {}, {...pilot, ...open('/nda/signedOn')}),
    nearly('is a pilot that shows no more than tier 1', {'/gates/1/tier': 1}, pilot),
  ],
  'R-063': [
    breaks('has two currencies and no rule', {'/gates/1/costCap': yen}, [
      'R-063 /budget/reportingCurrency',
      'R-063 /budget/fx/source',
    ]),
    breaks('has two currencies and no rate', {'/gates/1/costCap': yen, '/budget': {reportingCurrency: 'EUR'}}, [
      'R-063 /budget/fx/source',
    ]),
    breaks(
      'has two currencies in contributions',
      {
        '/budget': {
          fx: {source: 'the ECB'},
          contributions: [
            {id: 'a', party: 'cork', cash: yen},
            {id: 'b', party: 'merlion', cash: {amount: '1.00', currency: 'SGD'}},
          ],
        },
        '/gates': [],
      },
      ['R-063 /budget/reportingCurrency'],
    ),
    nearly('has two currencies and a rule', {
      '/gates/1/costCap': yen,
      '/budget': {reportingCurrency: 'EUR', fx: {source: 'the ECB'}},
    }),
    nearly('has two currencies and leaves the rule open', {'/gates/1/costCap': yen}, open('/budget')),
    nearly('has one currency', {
      '/budget': {contributions: [{id: 'a', party: 'cork', cash: {amount: '1.00', currency: 'EUR'}}]},
    }),
  ],
}
