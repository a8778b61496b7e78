/** Deals that break, or nearly break, the rules on results, shares, fields and background. */
import type {Json} from '../../../src/model/index.js'
import type {Changes} from './build.js'
import {breaks, type Cases, equal, nearly, open} from './cases.js'

const third: Json = {id: 'third', legalName: {latin: 'Third Wheel BV'}, shortName: 'Third', jurisdiction: 'SG'}
const rail: Json = {
  id: 'rail',
  name: 'Rail',
  definition: 'Monitoring of railway track.',
  party: 'cork',
  exclusivity: 'exclusive',
  territory: ['DE'],
  years: 5,
}
const tools: Json = {
  id: 'tools',
  name: 'Machine tools',
  definition: 'Monitoring of spindles.',
  party: 'merlion',
  exclusivity: 'exclusive',
  territory: ['DE'],
  years: 5,
}
const fields = (...changes: readonly Readonly<Record<string, Json>>[]): Changes => ({
  '/ip/fields': [rail, ...changes.map((change) => ({...(tools as object), ...change}))],
})
const licensedIn = (sublicensable?: boolean): Changes => ({
  '/ip/background/items/0/basis': 'licensed-in',
  '/ip/background/items/0/sublicensable': sublicensable,
})

export const resultCases: Cases = {
  'R-013': [
    breaks('has joint results without shares', {'/ip/results/regime': 'joint'}, ['R-013 /ip/joint/shares']),
    breaks(
      'has joint results and an empty list of shares',
      {'/ip/results/regime': 'joint', '/ip/joint': {shares: []}},
      ['R-013 /ip/joint/shares'],
    ),
    nearly('has joint results and leaves the shares open', {'/ip/results/regime': 'joint'}, open('/ip/joint')),
    nearly('has joint results with shares', {
      '/ip/results/regime': 'joint',
      '/ip/joint': {shares: equal(['cork', '50'], ['merlion', '50.00'])},
    }),
    nearly('has results of each own', {'/ip/results/regime': 'own-own'}),
  ],
  'R-014': [
    breaks(
      'gives the lead all and no licence back',
      {'/ip/results': {regime: 'lead-licence-back', lead: 'cork', licenceBack: {granted: false}}},
      ['R-014 /ip/results/licenceBack/granted'],
    ),
    breaks('gives the lead all and says nothing of a licence back', {'/ip/results': {regime: 'lead-licence-back'}}, [
      'R-014 /ip/results/licenceBack/granted',
    ]),
    nearly('grants the licence back', {
      '/ip/results': {regime: 'lead-licence-back', lead: 'cork', licenceBack: {granted: true}},
    }),
    nearly(
      'leaves the licence back open',
      {'/ip/results': {regime: 'lead-licence-back', lead: 'cork'}},
      open('/ip/results/licenceBack'),
    ),
  ],
  'R-015': [
    breaks('bars further research in Ireland', {'/ip/access/furtherResearch': false}, [
      'R-015 /ip/access/furtherResearch',
    ]),
    breaks(
      'bars further research in a field that reaches the world',
      {
        '/ip/access/furtherResearch': false,
        '/parties/0/jurisdiction': 'SG',
        '/parties/0/address': {country: 'SG'},
        '/ip/fields': [{...(rail as object), territory: ['worldwide']}],
      },
      ['R-015 /ip/access/furtherResearch'],
    ),
    nearly('bars further research between Singapore and India', {
      '/ip/access/furtherResearch': false,
      '/parties/0/jurisdiction': 'IN',
      '/parties/0/address': {country: 'IN'},
    }),
  ],
  'R-016': [
    breaks('shares joint results in 110 parts', {'/ip/joint': {shares: equal(['cork', '60'], ['merlion', '50'])}}, [
      'R-016 /ip/joint/shares',
    ]),
    breaks('shares revenue in 99.5 parts', {'/finance': {revenueShare: equal(['cork', '49.50'], ['merlion', '50'])}}, [
      'R-016 /finance/revenueShare',
    ]),
    breaks(
      'leaves a ten-thousandth over',
      {'/finance': {revenueShare: equal(['cork', '50.0001'], ['merlion', '50'])}},
      ['R-016 /finance/revenueShare'],
    ),
    nearly('shares in three, exactly', {
      '/parties/2': third,
      '/finance': {revenueShare: equal(['cork', '33.34'], ['merlion', '33.33'], ['third', '33.33'])},
    }),
    nearly('shares in tenths that floats cannot add', {
      '/finance': {
        revenueShare: equal(
          ...Array.from({length: 10}, (_, index) => [index % 2 === 0 ? 'cork' : 'merlion', '10.0'] as const),
        ),
      },
    }),
    nearly('has not said the shares', {'/finance': {revenueShare: []}}),
  ],
  'R-017': [
    breaks('gives one field to both', fields({name: 'RAIL '}), ['R-017 /ip/fields/1']),
    breaks('gives one definition two names', fields({definition: 'monitoring of railway track'}), [
      'R-017 /ip/fields/1',
    ]),
    breaks('gives one field to both, for the world and for Germany', fields({name: 'Rail', territory: ['worldwide']}), [
      'R-017 /ip/fields/1',
    ]),
    breaks('gives one field to both, for the EU and for Germany', fields({name: 'Rail', territory: ['EU', 'JP']}), [
      'R-017 /ip/fields/1',
    ]),
    breaks('gives one field to both and no limit to one', fields({name: 'Rail', territory: []}), [
      'R-017 /ip/fields/1',
    ]),
    breaks('gives one field exclusively and openly', fields({name: 'Rail', exclusivity: 'open'}), [
      'R-017 /ip/fields/1',
    ]),
    nearly('gives each a field', fields({})),
    nearly('gives one field to both in different countries', fields({name: 'Rail', territory: ['FR', 'US-CA']})),
    nearly('gives one field twice to one party', fields({name: 'Rail', party: 'cork'})),
    nearly('gives fields whose names share letters', fields({name: 'Trailers'})),
    nearly('has fields without words yet', {
      '/ip/fields': [
        {id: 'a', party: 'cork', exclusivity: 'exclusive'},
        {id: 'b', party: 'merlion', exclusivity: 'exclusive'},
      ],
    }),
  ],
  'R-018': [
    breaks(
      'splits by field and leaves the rest open',
      {'/ip/results/regime': 'field-split', '/ip/residualField': undefined},
      ['R-018 /ip/residualField'],
      open('/ip/residualField'),
    ),
    nearly('splits by field with a rule for the rest', {'/ip/results/regime': 'field-split'}),
    nearly('does not split by field', {'/ip/residualField': undefined}, open('/ip/residualField')),
  ],
  'R-019': [
    breaks('brings what it may not sublicense', licensedIn(false), ['R-019 /ip/background/items/0/sublicensable']),
    breaks('brings what is licensed in and does not say more', licensedIn(), [
      'R-019 /ip/background/items/0/sublicensable',
    ]),
    breaks('brings what belongs to a stranger', {'/ip/background/items/0/owner': 'stranger'}, [
      'R-019 /ip/background/items/0/owner',
    ]),
    nearly('brings what it may sublicense', licensedIn(true)),
    nearly('leaves open whether it may sublicense', licensedIn(), open('/ip/background/items/0/sublicensable')),
    nearly('leaves the item out', {...licensedIn(false), '/ip/background/items/0/included': false}),
    nearly('brings a stranger’s item that it may sublicense', {
      ...licensedIn(true),
      '/ip/background/items/0/owner': 'stranger',
    }),
    nearly('has not said whose it is', {'/ip/background/items/0/owner': undefined}),
  ],
}
