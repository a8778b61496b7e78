/** Deals that break, or nearly break, the rules on export, disputes and liability. */
import {breaks, type Cases, nda, nearly, open} from './cases.js'

const screened = {exportControlled: 'yes', exportReference: 'SIEL 2026/118', sanctionsScreenedOn: '2026-11-16'}
const allFive = ['death-injury', 'fraud', 'intent', 'gross-negligence', 'mandatory-law']

export const lawCases: Cases = {
  'R-049': [
    breaks(
      'exchanges controlled technology without a reference',
      {'/compliance': {exportControlled: 'yes', sanctionsScreenedOn: '2026-11-16'}},
      ['R-049 /compliance/exportReference'],
    ),
    breaks(
      'exchanges controlled technology with unscreened parties',
      {'/compliance': {exportControlled: 'yes', exportReference: 'SIEL 2026/118'}},
      ['R-049 /compliance/sanctionsScreenedOn'],
    ),
    breaks('was screened tomorrow', {'/compliance': {...screened, sanctionsScreenedOn: '2026-11-24'}}, [
      'R-049 /compliance/sanctionsScreenedOn',
    ]),
    nearly('exchanges controlled technology with all papers', {'/compliance': screened}),
    nearly('does not know whether anything is controlled', {'/compliance': {exportControlled: 'unknown'}}),
    nearly(
      'is an NDA with a reference',
      {'/compliance': {exportControlled: 'yes', exportReference: 'SIEL 2026/118'}},
      nda,
    ),
    nearly(
      'leaves both open',
      {'/compliance': {exportControlled: 'yes'}},
      open('/compliance/exportReference', '/compliance/sanctionsScreenedOn'),
    ),
  ],
  'R-054': [
    breaks('has a ladder without an end', {'/law/ladder': ['managers', 'leaders']}, ['R-054 /law/ladder']),
    breaks('has a ladder with two ends', {'/law/ladder': ['managers', 'arbitration', 'court']}, ['R-054 /law/ladder']),
    breaks('has a ladder out of order', {'/law/ladder': ['leaders', 'managers', 'arbitration']}, ['R-054 /law/ladder']),
    breaks('has a ladder that ends elsewhere', {'/law/ladder': ['managers', 'court']}, ['R-054 /law/ladder']),
    breaks('has an empty ladder', {'/law/ladder': []}, ['R-054 /law/ladder']),
    breaks('ends in arbitration and in the courts of Munich', {'/law/court': {place: 'Munich'}}, [
      'R-054 /law/court/place',
    ]),
    breaks('ends in court and has a seat', {'/law/final': 'court', '/law/arbitration': {seat: 'Singapore'}}, [
      'R-054 /law/arbitration/seat',
    ]),
    nearly('has a ladder in order', {'/law/ladder': ['managers', 'mediation', 'arbitration']}),
    nearly('ends in court, and arbitration was only assumed', {
      '/law/final': 'court',
      '/law/arbitration/institution': undefined,
      '/law/arbitration/seat': undefined,
      '/law/court': {place: 'Munich'},
    }),
    nearly('has said nothing of disputes', {
      '/law/arbitration/institution': undefined,
      '/law/arbitration/seat': undefined,
    }),
  ],
  'R-055': [
    breaks('chooses an institution and no seat', {'/law/arbitration/seat': undefined}, ['R-055 /law/arbitration/seat']),
    breaks(
      'chooses rules and no seat',
      {
        '/law/arbitration/seat': undefined,
        '/law/arbitration/institution': undefined,
        '/law/arbitration/rules': 'UNCITRAL',
      },
      ['R-055 /law/arbitration/seat'],
    ),
    nearly(
      'chooses an institution and leaves the seat open',
      {'/law/arbitration/seat': undefined},
      open('/law/arbitration/seat'),
    ),
    nearly('has said nothing of arbitration', {
      '/law/arbitration/seat': undefined,
      '/law/arbitration/institution': undefined,
    }),
    nearly('goes to court', {'/law/final': 'court', '/law/arbitration': undefined}),
  ],
  'R-060': [
    breaks('caps gross negligence under Swiss law', {'/law/governingLaw': 'CH', '/risk/carveOuts': ['intent']}, [
      'R-060 /risk/carveOuts',
    ]),
    breaks('caps fraud under English law', {'/law/governingLaw': 'GB-EAW', '/risk/carveOuts': ['death-injury']}, [
      'R-060 /risk/carveOuts',
    ]),
    breaks('lacks one carve-out under a law of which we are not sure', {'/risk/carveOuts': allFive.slice(1)}, [
      'R-060 /risk/carveOuts',
    ]),
    breaks(
      'lacks one under a law that we do not know',
      {'/law/governingLaw': 'NO', '/risk/carveOuts': allFive.slice(0, 4)},
      ['R-060 /risk/carveOuts'],
    ),
    breaks(
      'lacks one before a law is chosen',
      {'/law/governingLaw': undefined, '/risk/carveOuts': allFive.slice(0, 4)},
      ['R-060 /risk/carveOuts'],
    ),
    breaks('caps by contribution and carves nothing out', {'/risk': {capBasis: 'contribution', carveOuts: []}}, [
      'R-060 /risk/carveOuts',
    ]),
    breaks(
      'has only a higher cap',
      {'/risk': {capBasis: 'amount', superCap: {amount: '1.00', currency: 'EUR'}, carveOuts: []}},
      ['R-060 /risk/carveOuts'],
    ),
    nearly('carves out what Swiss law asks', {
      '/law/governingLaw': 'CH',
      '/risk/carveOuts': ['intent', 'gross-negligence'],
    }),
    nearly('has no cap', {'/risk': {capBasis: 'none', carveOuts: []}}),
    nearly('has not said the cap', {'/risk': {capBasis: 'amount', carveOuts: []}}),
    nearly('leaves the carve-outs open', {'/risk/carveOuts': undefined}, open('/risk/carveOuts')),
  ],
}
