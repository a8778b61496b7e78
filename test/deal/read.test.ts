import {expect, test} from 'vitest'
import {valueAt} from '../../src/model/index.js'
import {found, read} from './load.js'

const parties = `
  parties:
    - {id: ada, legalName: {latin: Ada Ltd}, shortName: Ada}
    - {id: bob, legalName: {latin: Bob GmbH}, shortName: Bob}`
const deal = (lines: string, rest = ''): string =>
  `document: nda-mutual\nparameters:${parties}\n${lines.replace(/^/gm, '  ')}\n${rest}`

test('a deal of next to nothing is read, and what is missing is no fault', () => {
  const {deal: read_, diagnostics} = read('document: nda-mutual')
  expect(diagnostics).toEqual([])
  expect(read_).toMatchObject({document: 'nda-mutual', choices: {}, open: {}})
  expect(valueAt(read_!.parameters, '/parties')).toBeUndefined()
})

// What is wrong, where, and what the hint offers.
const cases: readonly (readonly [string, string, string, RegExp])[] = [
  ['an unknown key names the nearest', deal('projekt: {title: X}'), 'deal/unknown-key /projekt', /“project”/],
  [
    'a key in the wrong place names the right one',
    deal('law: {seat: Zurich}'),
    'deal/unknown-key /law/seat',
    /law\.arbitration\.seat/,
  ],
  [
    'an unknown key far from any lists those known',
    deal('notices: {zzzzzz: true}'),
    'deal/unknown-key /notices/zzzzzz',
    /Known here: byEmail/,
  ],
  [
    'a country by its name',
    deal('keyPeople: [{id: a, country: Germany}]'),
    'deal/not-allowed /keyPeople/0/country',
    /mean DE\?/,
  ],
  [
    'a country by another name',
    deal('keyPeople: [{id: a, country: Holland}]'),
    'deal/not-allowed /keyPeople/0/country',
    /mean NL\?/,
  ],
  [
    'a law that does not exist',
    deal('law: {governingLaw: US}'),
    'deal/not-allowed /law/governingLaw',
    /US-NY, US-DE or US-CA/,
  ],
  [
    'a choice that is nearly right',
    deal('ip: {results: {regime: own_own}}'),
    'deal/not-allowed /ip/results/regime',
    /mean own-own\?.*field-split/,
  ],
  [
    'a currency by its sign',
    deal('risk: {cap: {amount: "1.00", currency: €}}'),
    'deal/not-allowed /risk/cap/currency',
    /mean EUR\?/,
  ],
  [
    'a number where text is wanted',
    deal('funding: {reference: 0815}'),
    'deal/wrong-type /funding/reference',
    /Put it in quotes: "0815"/,
  ],
  [
    'an amount without quotes',
    deal('risk: {cap: {amount: 1.10, currency: EUR}}'),
    'deal/wrong-type /risk/cap/amount',
    /quotes: "1\.10"/,
  ],
  [
    'a percentage without quotes',
    deal('budget: {fx: {band: 7.50}}'),
    'deal/wrong-type /budget/fx/band',
    /quotes: "7\.50"/,
  ],
  [
    'an amount with commas',
    deal('risk: {cap: {amount: "250,000.00", currency: EUR}}'),
    'deal/wrong-form /risk/cap/amount',
    /without commas/,
  ],
  ['money without a currency', deal('risk: {cap: {amount: "1.00"}}'), 'deal/missing /risk/cap/currency', /Add it/],
  [
    'money finer than its currency',
    deal('risk: {cap: {amount: "100.50", currency: JPY}}'),
    'deal/too-fine /risk/cap/amount',
    /Round it yourself/,
  ],
  [
    'a day that does not exist',
    deal('project: {endDate: "2027-02-30"}'),
    'deal/wrong-form /project/endDate',
    /YYYY-MM-DD/,
  ],
  ['yes where true is wanted', deal('notices: {byEmail: yes}'), 'deal/wrong-type /notices/byEmail', /true or false/],
  [
    'a period with a unit',
    deal('nda: {termMonths: 36 months}'),
    'deal/wrong-type /nda/termMonths',
    /without quotes and without a unit/,
  ],
  ['a period out of range', deal('nda: {termMonths: 240}'), 'deal/out-of-range /nda/termMonths', /in that range/],
  [
    'a non-solicit of 24 months',
    deal('departure: {nonSolicit: {on: true, months: 24}}'),
    'deal/out-of-range /departure/nonSolicit/months',
    /in that range/,
  ],
  [
    'a share over 100',
    deal('finance: {revenueShare: [{id: a, party: ada, percent: "100.5"}]}'),
    'deal/wrong-form /finance/revenueShare/0/percent',
    /"50\.00"/,
  ],
  ['a row without an id', deal('gates: [{name: First}]'), 'deal/missing /gates/0/id', /Add it/],
  ['an id with capitals', deal('gates: [{id: Gate_1}]'), 'deal/wrong-form /gates/0/id', /lower-case/],
  ['two rows of one id', deal('gates: [{id: a}, {id: b}, {id: a}]'), 'deal/repeated-id /gates/2/id', /a-2/],
  [
    'a party that does not exist',
    deal('ip: {results: {lead: adda}}'),
    'deal/no-such-row /ip/results/lead',
    /mean ada\?/,
  ],
  [
    'a party in a list that does not exist',
    deal('localCounsel: []\nrisk: {}').replace('shortName: Bob}', 'shortName: Bob, competitorOf: [carl]}'),
    'deal/no-such-row /parties/1/competitorOf/0',
    /ada, bob/,
  ],
  [
    'a gate that does not exist',
    deal('gates: [{id: bench}]\ndueDiligence: {completeBy: bensh}'),
    'deal/no-such-row /dueDiligence/completeBy',
    /mean bench\?/,
  ],
  [
    'a name without Latin letters',
    deal('').replace('{latin: Bob GmbH}', '{native: ボブ}'),
    'deal/missing /parties/1/legalName/latin',
    /Add it/,
  ],
  ['an empty text', deal('project: {title: ""}'), 'deal/empty /project/title', /leave the key out/],
  [
    'a short name that is too long',
    deal('').replace('shortName: Bob', 'shortName: Bob and his many merry brothers'),
    'deal/too-long /parties/1/shortName',
    /Shorten/,
  ],
  ['a name of two lines', deal('project: {title: "a\\nb"}'), 'deal/wrong-form /project/title', /on one line/],
  [
    'the same liability twice',
    deal('risk: {carveOuts: [fraud, fraud]}'),
    'deal/repeated /risk/carveOuts/1',
    /Delete one/,
  ],
  [
    'an e-mail address that is none',
    deal('').replace('shortName: Bob', 'shortName: Bob, lead: {email: bob}'),
    'deal/wrong-form /parties/1/lead/email',
    /name@example/,
  ],
  ['a list where a group is wanted', deal('project: [a]'), 'deal/wrong-type /project', /indented/],
  [
    'an element that is empty',
    deal('parties2: x').replace('  parties2: x', '  project: {outcomes: [~]}'),
    'deal/wrong-type /project/outcomes/0',
    /./,
  ],
  [
    'an open point that is answered',
    deal('nda: {termMonths: 24}', 'open: {/nda/termMonths: {ask: counsel}}'),
    'deal/open-and-answered /nda/termMonths',
    /Delete the value/,
  ],
  [
    'an open group of which part is answered',
    deal('nda: {termMonths: 24}', 'open: {/nda: {ask: unknown}}'),
    'deal/open-and-answered /nda',
    /Delete the value/,
  ],
  [
    'an open point of nothing',
    deal('', 'open: {/nda/termMonth: {ask: counsel}}'),
    'deal/unknown-pointer deal.yaml:7',
    /nda\/termMonths/,
  ],
  [
    'an open point of a row that is not there',
    deal('', 'open: {/parties/2/shortName: {ask: unknown}}'),
    'deal/no-such-row deal.yaml:7',
    /count from 0/,
  ],
  [
    'an open point that asks nobody',
    deal('', 'open: {/risk/cap: {ask: lawyer}}'),
    'deal/not-allowed deal.yaml:7',
    /counsel, unknown/,
  ],
  ['a deal of no document', `parameters:${parties}`, 'deal/missing deal.yaml:1', /Add it/],
  ['a file of another shape', '- a\n- b', 'deal/wrong-type deal.yaml:1', /keys/],
  ['an alias', deal('project: &p {title: X}\nnda: *p'), 'deal/yaml deal.yaml:7', /Write the value out/],
  ['a tag', deal('project: {title: !!binary aGk=}'), 'deal/yaml deal.yaml:6', /Leave the tag out/],
  ['a tag of a language', deal('project: {title: !!js/function "x"}'), 'deal/yaml deal.yaml:6', /^$/],
  ['a repeated key', deal('project: {title: X}\nproject: {title: Y}'), 'deal/yaml deal.yaml:7', /^$/],
  ['two documents', 'document: nda-mutual\n---\ndocument: nda-mutual', 'deal/yaml deal.yaml:2', /^$/],
  ['a merge key', deal('project: {"<<": {title: X}}'), 'deal/yaml deal.yaml:6', /names of the schema/],
  ['a key of the prototype', deal('__proto__: {polluted: true}'), 'deal/yaml deal.yaml:6', /names of the schema/],
  ['YAML that does not close', 'document: [nda', 'deal/yaml deal.yaml:1', /^$/],
  ['not a number', deal('nda: {termMonths: .nan}'), 'deal/wrong-type /nda/termMonths', /whole number/],
]

for (const [name, text, wrong, hint] of cases) {
  test(`${name} is refused at its place, with what to do`, () => {
    const reading = read(text)
    expect(found(reading)).toContain(wrong)
    const diagnostic = reading.diagnostics[found(reading).indexOf(wrong)]!
    expect(diagnostic.hint ?? '').toMatch(hint)
    expect(diagnostic.message).toMatch(/^[^\n]+\.$/)
    expect(diagnostic.message).not.toMatch(/undefined|\[object/)
    expect(reading.deal).toBeUndefined()
  })
}

test('everything is reported together, each once', () => {
  const reading = read(
    deal(
      'projekt: {title: X}\nnda: {termMonths: 240}\nip: {results: {lead: carl}}\ngates: [{id: a}, {id: a}]',
      'open: {/nda/termMonths: {ask: counsel}}',
    ),
  )
  expect([...found(reading)].sort()).toEqual([
    'deal/no-such-row /ip/results/lead',
    'deal/open-and-answered /nda/termMonths',
    'deal/out-of-range /nda/termMonths',
    'deal/repeated-id /gates/1/id',
    'deal/unknown-key /projekt',
  ])
})

test('a message names the thing, its path, and the line that it stands on', () => {
  const [first] = read(deal('keyPeople:\n  - id: a\n    country: Holland')).diagnostics
  expect(first?.message).toBe(
    'Country, “keyPeople[0].country”, is “Holland”, which is not allowed (deal.yaml, line 8, column 7).',
  )
  expect(first?.remedies).toEqual([{label: 'Write “NL”', set: {'/keyPeople/0/country': 'NL'}}])
})

test('defaults are filled in and listed; what is open or given is left alone', () => {
  const {deal: read_} = read(
    deal(
      'nda: {returnDays: 14}\nip: {background: {items: [{id: a, owner: ada}]}}',
      'open: {/nda/termMonths: {ask: counsel}, /review: {ask: unknown}}',
    ),
  )
  const at = (pointer: string) => valueAt(read_!.parameters, pointer)
  expect([
    at('/nda/returnDays'),
    at('/nda/leakNoticeHours'),
    at('/ip/background/items/0/included'),
    at('/ip/results/regime'),
  ]).toEqual([14, 72, true, 'own-own'])
  expect([at('/nda/termMonths'), at('/review'), at('/facilitator'), at('/risk/cap'), at('/gates')]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  expect(read_!.assumed).toContain('/nda/leakNoticeHours')
  expect(read_!.assumed).toContain('/parties/0/kind')
  expect(read_!.assumed).not.toContain('/nda/returnDays')
  for (const pointer of read_!.assumed) expect(at(pointer), pointer).toBeDefined()
})

test('a facilitator who is named gets the periods that go with one', () => {
  const {deal: read_} = read(deal('facilitator: {name: Lena}'))
  expect(valueAt(read_!.parameters, '/facilitator')).toEqual({name: 'Lena', changeDays: 20, tierLimit: 2})
})

test('an empty value counts as not given, and block text loses only the break that YAML adds', () => {
  const {deal: read_, diagnostics} = read(deal('project:\n  title:\n  purpose: |\n    Line one\n    line two\nnda:'))
  expect(diagnostics).toEqual([])
  expect(valueAt(read_!.parameters, '/project')).toEqual({purpose: 'Line one\nline two'})
  expect(valueAt(read_!.parameters, '/nda/termMonths')).toBe(36)
})

test('text that a comma cuts off between brackets is refused, never lost', () => {
  const reading = read(deal('project: {outcomes: [{id: a, text: 50 km and 2,000 spindle hours.}]}'))
  expect(found(reading)).toEqual(['deal/unknown-key /project/outcomes/0/000 spindle hours.'])
  expect(reading.diagnostics[0]?.hint).toMatch(/a comma ends a text.*quotes/)
})

test('an empty key that is unknown, and an open point that says nothing, are refused', () => {
  expect(found(read(deal('projekt:')))).toEqual(['deal/unknown-key /projekt'])
  expect(found(read(deal('', 'open: {/risk/cap: }')))).toEqual(['deal/wrong-type deal.yaml:7'])
})

test('text keeps its exact characters', () => {
  const decomposed = 'Mu\u0308ller \u00A0 ﬁ'
  const {deal: read_} = read(deal(`project: {title: "${decomposed}", field: "**{{constructor}}<w:t> & ' Söhne"}`))
  expect(valueAt(read_!.parameters, '/project')).toEqual({title: decomposed, field: "**{{constructor}}<w:t> & ' Söhne"})
})

test('choices and the private file come along', () => {
  const ours =
    'settled:\n  - {rule: R-015, reason: Both keep every right of further research., by: a@b.example, on: "2026-11-23"}\nnotes: {/risk/cap: Ask.}\nlimits: {/risk/cap: Never.}\nredLines: [No.]'
  const reading = read(deal('', 'choices: {ip.background: ip.background.listed}'), ours)
  expect(reading.diagnostics).toEqual([])
  expect(reading.deal?.choices).toEqual({'ip.background': 'ip.background.listed'})
  expect(reading.private).toMatchObject({
    notes: {'/risk/cap': 'Ask.'},
    limits: {'/risk/cap': 'Never.'},
    redLines: ['No.'],
    settled: [{rule: 'R-015'}],
  })
})

test('faults of the private file are placed in that file, and the deal is read all the same', () => {
  const reading = read(
    deal(''),
    'settled:\n  - {rule: 15, reason: Short., by: a, on: today}\nnotes: {/risk/kap: x}\nsecret: y',
  )
  expect([...found(reading)].sort()).toEqual([
    'deal/too-short private.yaml:2',
    'deal/unknown-key private.yaml:4',
    'deal/unknown-pointer private.yaml:3',
    'deal/wrong-form private.yaml:2',
    'deal/wrong-type private.yaml:2',
  ])
  expect(reading.deal).toBeDefined()
  expect(reading.private).toEqual({settled: [], notes: {}, limits: {}})
})

test('the same text is read the same, twice', () => {
  const text = deal('nda: {returnDays: 14}')
  expect(JSON.stringify(read(text))).toBe(JSON.stringify(read(text)))
})
