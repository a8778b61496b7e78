/** Deals that break, or nearly break, the rules on parties and their people. */
import {breaks, type Cases, nda, nearly, open} from './cases.js'

export const partyCases: Cases = {
  'R-001': [
    breaks('names one party', {'/parties': [{id: 'cork', legalName: {latin: 'Cork Acoustics Limited'}}]}, [
      'R-001 /parties',
    ]),
    breaks('names no party in its list', {'/parties': [], '/ip/background/items': []}, ['R-001 /parties']),
    breaks('has not said who the parties are', {'/parties': undefined, '/ip/background/items': []}, ['R-001 /parties']),
    breaks('calls two parties one name in capitals and full width', {'/parties/1/shortName': 'ＣＯＲＫ '}, [
      'R-001 /parties/1/shortName',
    ]),
    breaks(
      'calls a party as the registered name of another that has no short name',
      {'/parties/1/shortName': 'cork  acoustics limited', '/parties/0/shortName': undefined},
      ['R-001 /parties/1/shortName'],
    ),
    breaks('gives two parties one id', {'/parties/1/id': 'cork'}, ['R-001 /parties/1/id']),
    breaks(
      'tells two parties apart by ß and ss only',
      {'/parties/0/shortName': 'Gross', '/parties/1/shortName': 'Groß'},
      ['R-001 /parties/1/shortName'],
    ),
    nearly('gives two parties like names', {'/parties/1/shortName': 'Cork 2'}),
  ],
  'R-002': [
    breaks(
      'gives two parties one number in one register',
      {'/parties/1/registry': {name: 'the Companies Registration Office', number: '0712-345'}},
      ['R-002 /parties/1/registry/number'],
    ),
    breaks(
      'gives two parties of one law one number, without a register',
      {'/parties/1/registry': {number: '712345'}, '/parties/1/jurisdiction': 'IE'},
      ['R-002 /parties/1/registry/number'],
    ),
    nearly('gives two parties one number in different registers', {
      '/parties/1/registry': {name: 'ACRA', number: '712345'},
    }),
    nearly('gives two parties of different law one number, without a register', {
      '/parties/1/registry': {number: '712345'},
    }),
    nearly('gives no numbers', {'/parties/0/registry': undefined, '/parties/1/registry': undefined}),
  ],
  'R-005': [
    breaks('has an empty list of signatories', {'/parties/0/signatories': []}, ['R-005 /parties/0/signatories']),
    breaks('names a signatory without authority', {'/parties/1/signatories/0/authority': undefined}, [
      'R-005 /parties/1/signatories/0/authority',
    ]),
    nearly('has not said who signs', {'/parties/0/signatories': undefined}),
    nearly(
      'leaves the authority open',
      {'/parties/1/signatories/0/authority': undefined},
      open('/parties/1/signatories/0/authority'),
    ),
    nearly('lets a natural person sign for themselves', {
      '/parties/1/kind': 'individual',
      '/parties/1/signatories/0/authority': undefined,
    }),
  ],
  'R-006': [
    breaks('has one signatory who signs jointly', {'/parties/0/signatories/0/jointSignature': true}, [
      'R-006 /parties/0/signatories',
    ]),
    nearly('has two signatories who sign jointly', {
      '/parties/0/signatories': [
        {id: 'a', name: {latin: 'A'}, authority: 'statutory', jointSignature: true},
        {id: 'b', name: {latin: 'B'}, authority: 'statutory', jointSignature: true},
      ],
    }),
    nearly('has one signatory who signs alone', {'/parties/0/signatories/0/jointSignature': false}),
  ],
  'R-008': [
    breaks('hides a turn of direction in a name', {'/parties/0/legalName/latin': 'Cork \u202EdetimiL'}, [
      'R-008 /parties/0/legalName/latin',
    ]),
    breaks('holds the place of a name', {'/parties/0/legalName/latin': ' [TBC] '}, [
      'R-008 /parties/0/legalName/latin',
    ]),
    breaks('has a signatory called XXX', {'/parties/1/signatories/0/name/latin': 'XXX'}, [
      'R-008 /parties/1/signatories/0/name/latin',
    ]),
    breaks('calls a party by signs only', {'/parties/1/shortName': '[●]'}, ['R-008 /parties/1/shortName']),
    nearly('calls TBC Bank by its name', {
      '/parties/0/legalName/latin': 'TBC Bank Limited',
      '/parties/0/shortName': 'TBC',
    }),
    nearly('has a key person whose initials are N.A.', {'/keyPeople/0/person': 'N.A.'}),
    nearly('has a name in its own script', {'/parties/1/legalName/native': '東海創薬株式会社TBC'}),
    nearly('joins letters as a script needs', {'/parties/1/legalName/native': 'क्‍ष प्राइवेट'}),
  ],
  'A-10': [
    breaks('puts a micro party beside a large one', {'/parties/0/size': 'micro', '/parties/1/size': 'large'}, [
      'A-10 /parties/0/size',
    ]),
    breaks(
      'lets a small party shoot it out with a listed one',
      {'/parties/1/size': 'public', '/exit/mode': 'shoot-out'},
      ['A-10 /exit/mode'],
    ),
    nearly('puts a small party beside a large one', {'/parties/1/size': 'large'}),
    nearly('lets equals shoot it out', {'/exit/mode': 'shoot-out'}),
  ],
  'R-023': [
    breaks('has an employer in Germany', {'/parties/0/jurisdiction': 'DE'}, ['R-023 /parties/0/jurisdiction']),
    breaks('has employers in France and Japan', {'/parties/0/jurisdiction': 'FR', '/parties/1/jurisdiction': 'JP'}, [
      'R-023 /parties/0/jurisdiction',
      'R-023 /parties/1/jurisdiction',
    ]),
    breaks('has an employer where our data is unsure', {'/parties/0/jurisdiction': 'CH'}, [
      'R-023 /parties/0/jurisdiction',
    ]),
    breaks('has an employer where we have no data', {'/parties/0/jurisdiction': 'NO'}, [
      'R-023 /parties/0/jurisdiction',
    ]),
    nearly('is only about secrecy', {'/parties/0/jurisdiction': 'DE'}, nda),
    nearly('has a natural person in Germany', {'/parties/0/jurisdiction': 'DE', '/parties/0/kind': 'individual'}),
    nearly('has not said which law the parties have', {'/parties/0/jurisdiction': undefined}),
  ],
  'A-01': [
    breaks('plans no visit in two years', {'/governance/inPersonPerYear': 0}, ['A-01 /governance/inPersonPerYear']),
    nearly('plans no visit in six months', {
      '/governance/inPersonPerYear': 0,
      '/project/endDate': '2027-07-01',
      '/gates': [],
    }),
    nearly('plans no visit inside one country', {'/governance/inPersonPerYear': 0, '/parties/1/jurisdiction': 'IE'}),
    nearly('plans one visit a year', {'/governance/inPersonPerYear': 1}),
  ],
}
