/** A newcomer answers only the questions that a template publishes, in its order, and has a draft: the rest are defaults and blanks. */
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {parse, stringify} from 'yaml'
import type {Json, Pointer} from '../../src/model/index.js'
import {openWorkshop} from '../../src/verbs/index.js'
import {engross} from '../cli/terminal.js'
import {scratch} from './drafts.js'

type Answers = Readonly<Record<Pointer, Json>>

const party = (id: string, name: string, rest: {readonly [key: string]: Json}): Json => ({
  id,
  legalName: {latin: name},
  kind: 'company',
  size: 'small',
  lead: {name: 'N.N. Lead', email: `lead@${id}.example`},
  signatories: [{id: 'first', name: {latin: 'A.B. Signatory'}, title: 'Director', authority: 'statutory'}],
  ...rest,
})

const parties: Json = [
  party('fjord', 'Fjordlys AS', {
    shortName: 'Fjordlys',
    form: 'a private limited company',
    registry: {name: 'the register of Örebro', number: '556677-8899'},
    address: {lines: ['Storgatan 4, 702 10 Örebro'], country: 'SE'},
    jurisdiction: 'SE',
  }),
  party('lacourbe', 'Lacourbe Optique SARL', {
    shortName: 'Lacourbe',
    form: 'a limited liability company',
    registry: {name: 'the trade register of Nantes', number: '512 033 118'},
    address: {lines: ['3 quai de la Fosse, 44000 Nantes'], country: 'FR'},
    jurisdiction: 'FR',
  }),
]

const answers: Readonly<Record<string, Answers>> = {
  'collaboration-agreement-short': {
    '/parties': parties,
    '/project/title': 'Clear harbour',
    '/project/purpose': 'to build a lamp that ships see through fog, and to try it in two harbours.',
    '/project/startDate': '2027-02-01',
    '/project/endDate': '2028-06-30',
    '/gates': [
      {
        id: 'plan',
        name: 'Plan',
        dueDate: '2027-05-31',
        work: 'Agree the plan.',
        evidence: 'A plan signed by both leads.',
        tier: 1,
        costCap: {amount: '5000.00', currency: 'EUR'},
      },
      {
        id: 'trial',
        name: 'Trial',
        dueDate: '2028-02-29',
        work: 'Try one lamp in each harbour.',
        evidence: 'Four weeks of records.',
        tier: 2,
        costCap: {amount: '25000.00', currency: 'EUR'},
      },
    ],
    '/ip/background/items': [
      {
        id: 'lens',
        owner: 'lacourbe',
        kind: 'patent',
        title: 'Ring lens',
        registration: 'EP 3 111 222 B1',
        basis: 'employees',
        tier: 1,
      },
    ],
    '/ip/results/regime': 'own-own',
    '/ip/access/exploitation': 'fair-terms',
    '/disclosureTiers/deepest': 2,
    '/nda/termMonths': 48,
    '/keyPeople': [
      {
        id: 'k-l',
        person: 'K.L.',
        party: 'fjord',
        role: 'Lead engineer',
        country: 'SE',
        tier: 2,
        deputy: 'M.N.',
        undertakingOn: '2026-11-20',
      },
    ],
    '/governance/inPersonPerYear': 3,
    '/facilitator/name': 'Dr Ana Reis',
    '/budget/contributions': [
      {
        id: 'one',
        party: 'fjord',
        cash: {amount: '20000.00', currency: 'EUR'},
        inKind: 'One engineer',
        purpose: 'Lamps',
      },
    ],
    '/risk/cap': {amount: '100000.00', currency: 'EUR'},
    '/compliance/sanctionsScreenedOn': '2026-11-20',
    '/exit/noticeDays': 90,
    '/law/governingLaw': 'CH',
    '/law/arbitration/seat': 'Geneva',
  },
  'nda-mutual': {
    '/parties': parties,
    '/nda/purpose': 'to find out whether a lamp for fog can be built together.',
    '/nda/marking': 'reasonable-recipient',
    '/nda/termMonths': 36,
    '/nda/aiTools': 'private-only',
    '/law/governingLaw': 'CH',
    '/law/final': 'arbitration',
    '/law/arbitration/institution': 'the Swiss Arbitration Centre',
    '/law/arbitration/rules': 'the Swiss Rules of International Arbitration',
    '/law/arbitration/seat': 'Geneva',
  },
}

describe.each(Object.entries(answers))('%s', (document, given) => {
  test('publishes at most twenty questions, each in the plain words of the schema; they are the ones answered here', async () => {
    const {library, parameters} = await openWorkshop()
    const {questions} = library.template(document)!
    expect(questions).toEqual(Object.keys(given))
    expect(questions.length).toBeLessThanOrEqual(20)
    for (const pointer of questions) {
      const {question, why} = parameters.get(pointer) ?? {}
      expect(question, pointer).toMatch(/\?$/)
      expect(why ?? '', pointer).not.toBe('')
    }
  })

  test('is drafted from those answers alone: new, check without an error, draft in four formats', async () => {
    const folder = join(scratch('newcomer'), 'first-deal')
    writeFileSync(join(folder, '..', 'answers.yaml'), stringify(given))
    const begun = await engross([
      'new',
      folder,
      '--document',
      document,
      '--answers',
      join(folder, '..', 'answers.yaml'),
    ])
    expect(begun).toMatchObject({status: 0, err: ''})
    expect(begun.out).toContain('Every question is answered.')
    const checked = await engross(['check', folder, '--json'])
    const report = JSON.parse(checked.out) as {
      readonly counts: {readonly errors: number}
      readonly diagnostics: readonly unknown[]
    }
    expect(report.counts.errors, JSON.stringify(report.diagnostics, null, 1)).toBe(0)
    expect(checked.status).toBe(0)
    const out = join(folder, '..', 'out')
    const made = await engross(['draft', folder, '--format', 'docx,pdf,html,md', '--out', out])
    expect(made.status).toBe(0)
    for (const path of made.out.split('\n').slice(0, 4)) expect(existsSync(join('/nonexistent', path)), path).toBe(true)
  })

  test('starts without answers too: deal.yaml then asks the same questions under the same numbers, and check names what blocks', async () => {
    const folder = join(scratch('newcomer'), 'empty')
    const begun = await engross(['new', folder, '--document', document])
    expect(begun.status).toBe(0)
    const text = readFileSync(join(folder, 'deal.yaml'), 'utf8')
    expect(parse(text)).toEqual({document})
    const asked = [...text.matchAll(/^# +# (\d+)\. /gm)].map(([, number]) => Number(number))
    expect(asked.sort((one, other) => one - other)).toEqual(Object.keys(given).map((_, index) => index + 1))
    const {status, out} = await engross(['check', folder])
    expect([0, 1]).toContain(status)
    expect(out).toMatch(/\d+ blanks?;/)
  })

  test('never writes over a deal that stands, and writes nothing from answers that are wrong', async () => {
    const folder = join(scratch('newcomer'), 'deal')
    expect((await engross(['new', folder, '--document', document])).status).toBe(0)
    const before = readFileSync(join(folder, 'deal.yaml'), 'utf8')
    expect((await engross(['new', folder, '--document', document])).status).toBe(3)
    expect(readFileSync(join(folder, 'deal.yaml'), 'utf8')).toBe(before)
    const other = join(scratch('newcomer'), 'other')
    writeFileSync(join(other, '..', 'wrong.yaml'), '/nda/termMonth: 36\n')
    const wrong = await engross(['new', other, '--document', document, '--answers', join(other, '..', 'wrong.yaml')])
    expect(wrong.status).toBe(1)
    expect(wrong.err).toContain('termMonths')
    expect(existsSync(other)).toBe(false)
  })
})

test('every shipped template is tried above', async () => {
  const {library} = await openWorkshop()
  expect(library.templates).toEqual(Object.keys(answers).sort())
})
