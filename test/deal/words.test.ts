import fc from 'fast-check'
import {expect, test} from 'vitest'
import {helpers, inWords} from '../../src/deal/index.js'
import type {Json, JsonObject, ParameterKind} from '../../src/model/index.js'
import {locale, parameters} from './load.js'

const deal: JsonObject = {
  parties: [
    {id: 'tokai', shortName: 'Tokai', legalName: {latin: 'Tokai Soyaku K.K.', native: '東海創薬株式会社'}},
    {id: 'nuclea', legalName: {latin: 'Nucléa Thérapeutique SAS'}},
    {id: 'third', shortName: 'Third', legalName: {latin: 'Third Ltd'}},
  ],
  gates: [{id: 'bench', name: 'Bench trial'}],
}

function about(pattern?: string) {
  const parameter = pattern === undefined ? undefined : parameters.get(pattern)
  return {locale, parameters: deal, ...(parameter ? {parameter} : {})}
}
const money = (amount: string, currency: string): Json => ({amount, currency})
const help = (name: string, value: Json, pattern: string, ...rest: readonly Json[]): string =>
  helpers[name]!.phrase([value, ...rest], about(pattern))

const values: readonly (readonly [Json, ParameterKind, string])[] = [
  [money('250000.00', 'EUR'), 'money', 'EUR 250,000.00'],
  [money('250000', 'EUR'), 'money', 'EUR 250,000.00'],
  [money('250000.5', 'GBP'), 'money', 'GBP 250,000.50'],
  [money('0', 'EUR'), 'money', 'EUR 0.00'],
  [money('0.05', 'EUR'), 'money', 'EUR 0.05'],
  [money('30000000', 'JPY'), 'money', 'JPY 30,000,000'],
  [money('30000000.00', 'JPY'), 'money', 'JPY 30,000,000'],
  [money('1.5', 'KWD'), 'money', 'KWD 1.500'],
  [money('999999999999999.99', 'USD'), 'money', 'USD 999,999,999,999,999.99'],
  [money('0.125', 'EUR'), 'money', 'EUR 0.125'],
  [1200, 'number', '1,200'],
  [3, 'number', '3'],
  ['12.50', 'number', '12.5'],
  ['2026-11-23', 'date', '23 November 2026'],
  ['2027-01-01', 'date', '1 January 2027'],
  [36, 'months', '36 months'],
  [1, 'months', '1 month'],
  [10, 'business-days', '10 Business Days'],
  [1, 'business-days', '1 Business Day'],
  [72, 'hours', '72 hours'],
  [0, 'days', '0 days'],
  [6, 'weeks', '6 weeks'],
  [5, 'years', '5 years'],
  ['50.00', 'percent', '50%'],
  ['33.30', 'percent', '33.3%'],
  ['100', 'percent', '100%'],
  ['tokai', 'party', 'Tokai'],
  ['nuclea', 'party', 'Nucléa Thérapeutique SAS'],
  ['NL', 'country', 'the Netherlands'],
  ['worldwide', 'country', 'worldwide'],
  ['US-NY', 'law', 'the State of New York'],
  ['GB-EAW', 'law', 'England and Wales'],
  ['ja', 'language', 'Japanese'],
  ['EUR', 'currency', 'EUR'],
  [true, 'yes-no', 'yes'],
  [false, 'yes-no', 'no'],
  ['**{{x}} & <w:t>', 'text', '**{{x}} & <w:t>'],
  [{latin: 'Eleanor Voss'}, 'group', 'Eleanor Voss'],
]

for (const [value, kind, words] of values) {
  test(`${JSON.stringify(value)} of kind ${kind} prints as "${words}"`, () => {
    expect(inWords(value, kind, about())).toBe(words)
  })
}

test('a choice prints in the words of the schema', () => {
  expect(inWords('own-own', 'choice', about('/ip/results/regime'))).toBe('each Party owns what it makes')
})

test('a text that names a row prints that row’s own name', () => {
  expect(inWords('bench', 'text', about('/dueDiligence/completeBy'))).toBe('Bench trial')
})

test('lists join by kind: parties, countries, choices, rows', () => {
  expect(help('join', deal.parties!, '/parties', 'and')).toBe('Tokai, Nucléa Thérapeutique SAS and Third')
  expect(help('join', ['tokai', 'third'], '/parties/*/competitorOf', 'or')).toBe('Tokai or Third')
  expect(help('join', ['DE', 'NL'], '/ip/fields/*/territory', 'and')).toBe('Germany and the Netherlands')
  expect(help('join', ['fraud'], '/risk/carveOuts', 'or')).toBe('fraud')
  expect(
    help(
      'join',
      [
        {id: 'a', party: 'tokai', percent: '50'},
        {id: 'b', party: 'third'},
      ],
      '/ip/joint/shares',
      'and',
    ),
  ).toBe('Tokai and Third')
  expect(help('join', [], '/parties', 'and')).toBe('')
  expect(inWords(['fraud', 'intent', 'death-injury'], 'list', about('/risk/carveOuts'))).toBe(
    'fraud, intentional harm and death or personal injury',
  )
})

test('helpers give words, bare figures and registered names', () => {
  expect(help('words', money('250000.00', 'EUR'), '/risk/cap')).toBe('two hundred and fifty thousand euros')
  expect(help('words', money('1.01', 'GBP'), '/risk/cap')).toBe('one pound sterling and one penny')
  expect(help('words', money('0.50', 'EUR'), '/risk/cap')).toBe('fifty cents')
  expect(help('words', money('35000000', 'JPY'), '/risk/cap')).toBe('thirty-five million Japanese yen')
  expect(help('words', 36, '/nda/termMonths')).toBe('thirty-six months')
  expect(help('words', 10, '/departure/noticeDays')).toBe('ten Business Days')
  expect(help('words', '33.30', '/ip/joint/shares/*/percent')).toBe('thirty-three point three per cent')
  expect(help('words', 'US-NY', '/law/governingLaw')).toBe('the law of the State of New York')
  expect(help('figure', 36, '/nda/termMonths')).toBe('36')
  expect(help('figure', money('250000', 'EUR'), '/risk/cap')).toBe('250,000.00')
  expect(help('legal', 'tokai', '/ip/results/lead')).toBe('Tokai Soyaku K.K.')
  expect(help('native', 'tokai', '/ip/results/lead')).toBe('東海創薬株式会社')
  expect(help('native', 'third', '/ip/results/lead')).toBe('Third Ltd')
})

test('every helper says how many arguments it takes, and of which kinds', () => {
  expect(Object.keys(helpers)).toEqual(['join', 'words', 'figure', 'legal', 'native'])
  expect(Object.values(helpers).map(({arity}) => arity)).toEqual([
    [2, 2],
    [1, 1],
    [1, 1],
    [1, 1],
    [1, 1],
  ])
  for (const {kinds} of Object.values(helpers)) expect(kinds.length).toBeGreaterThan(0)
})

test('a value that does not fit its kind is our own mistake, and throws', () => {
  const cases: readonly (readonly [Json, ParameterKind])[] = [
    ['x', 'money'],
    ['tomorrow', 'date'],
    ['2026-13-01', 'date'],
    ['nobody', 'party'],
    ['XX', 'country'],
    [1.5, 'number'],
    ['3', 'days'],
    [{}, 'text'],
    ['constructor', 'language'],
    ['yes', 'yes-no'],
  ]
  for (const [value, kind] of cases)
    expect(() => inWords(value, kind, about()), `${JSON.stringify(value)} as ${kind}`).toThrow(TypeError)
})

// The words read back, by a reader that shares nothing with the writer.
const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const decades = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const thousands = ['thousand', 'million', 'billion', 'trillion', 'quadrillion']

function readBack(words: string): bigint {
  let total = 0n
  let group = 0n
  for (const word of words.split(/[ -]/).filter((one) => one !== 'and')) {
    const scale = thousands.indexOf(word)
    if (scale >= 0) {
      total += group * 1000n ** BigInt(scale + 1)
      group = 0n
    } else if (word === 'hundred') group *= 100n
    else group += BigInt(small.includes(word) ? small.indexOf(word) : (decades.indexOf(word) + 2) * 10)
  }
  return total + group
}

test('a number in words reads back as itself', () => {
  fc.assert(
    fc.property(fc.integer({min: 0, max: 999_999_999_999}), (number) => {
      const words = help('words', number, '/governance/members')
      expect(readBack(words)).toBe(BigInt(number))
      expect(words).not.toMatch(/ {2}|\band and\b|\band$|^and\b/)
    }),
  )
})

test('numbers are spelled as they are in Britain', () => {
  const cases = [
    [0, 'zero'],
    [21, 'twenty-one'],
    [100, 'one hundred'],
    [105, 'one hundred and five'],
    [1005, 'one thousand and five'],
    [1100, 'one thousand one hundred'],
    [1_000_001, 'one million and one'],
    [1_234_567, 'one million two hundred and thirty-four thousand five hundred and sixty-seven'],
    [2_000_100, 'two million one hundred'],
  ] as const
  for (const [number, words] of cases) expect(help('words', number, '/governance/members')).toBe(words)
})

test('an amount keeps every digit, however large', () => {
  const digits = fc.tuple(fc.bigInt({min: 0n, max: 999_999_999_999_999n}), fc.integer({min: 0, max: 99}))
  fc.assert(
    fc.property(digits, ([whole, cents]) => {
      const amount = `${whole}.${String(cents).padStart(2, '0')}`
      expect(inWords(money(amount, 'EUR'), 'money', about()).replace('EUR ', '').replaceAll(',', '')).toBe(amount)
      const [euros, rest] = help('words', money(amount, 'EUR'), '/risk/cap').split(/ euros?(?: and |$)/)
      const spelled = rest === undefined ? ['zero', euros!] : [euros!, rest || 'zero cents']
      expect([readBack(spelled[0]!), readBack(spelled[1]!.replace(/ cents?$/, ''))]).toEqual([whole, BigInt(cents)])
    }),
  )
})

test('a language without a table of numbers keeps figures', () => {
  const german = {...locale, language: 'de', periods: {...locale.periods, months: ['{n} Monat', '{n} Monate'] as const}}
  expect(
    helpers.words!.phrase([36], {locale: german, parameters: deal, parameter: parameters.get('/nda/termMonths')!}),
  ).toBe('36 Monate')
})
