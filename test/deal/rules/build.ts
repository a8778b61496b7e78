/**
 * A small deal between two parties that breaks no rule, and changes to it. Ireland and Singapore, since our data knows of
 * no inventor reward there. It is built by hand rather than read, so that a rule can be tried on what the reader refuses.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {checkRules, type Law, lawFrom, type RuleReport} from '../../../src/deal/rules/index.js'
import {
  type Deal,
  type Diagnostic,
  isList,
  isObject,
  type Json,
  type JsonObject,
  keysOf,
  type Pointer,
  type PrivateNotes,
} from '../../../src/model/index.js'

export const today = '2026-11-23'

const lawFolder = new URL('../../../clause-library/data/law/', import.meta.url)

/** The country data as it is shipped, by file name. */
export const lawFiles: Readonly<Record<string, JsonObject>> = Object.fromEntries(
  readdirSync(lawFolder).map((file) => [
    file,
    JSON.parse(readFileSync(new URL(file, lawFolder), 'utf8')) as JsonObject,
  ]),
)

export const law: Law = lawFrom(Object.values(lawFiles))

const parameters: JsonObject = {
  project: {
    title: 'Quiet pumps',
    purpose: 'To build and test a pump that runs quietly enough for use beside a sleeping patient.',
    startDate: '2027-01-01',
    endDate: '2028-12-31',
  },
  relationship: {origin: 'introduced', priorHistoryMonths: 12},
  parties: [
    {
      id: 'cork',
      legalName: {latin: 'Cork Acoustics Limited'},
      shortName: 'Cork',
      kind: 'company',
      size: 'small',
      jurisdiction: 'IE',
      registry: {name: 'Companies Registration Office', number: '712345'},
      address: {country: 'IE'},
      signatories: [
        {id: 'byrne', name: {latin: 'Aoife Byrne'}, title: 'Director', authority: 'statutory', jointSignature: false},
      ],
    },
    {
      id: 'merlion',
      legalName: {latin: 'Merlion Flow Pte Ltd'},
      shortName: 'Merlion',
      kind: 'company',
      size: 'medium',
      jurisdiction: 'SG',
      registry: {name: 'ACRA', number: '202612345K'},
      address: {country: 'SG'},
      signatories: [
        {id: 'tan', name: {latin: 'Tan Wei Ling'}, title: 'Director', authority: 'statutory', jointSignature: false},
      ],
    },
  ],
  ip: {
    background: {
      items: [
        {
          id: 'foam',
          owner: 'cork',
          kind: 'know-how',
          title: 'Damping foam',
          basis: 'employees',
          tier: 2,
          included: true,
        },
      ],
    },
    results: {regime: 'own-own'},
    residualField: 'each-may-use',
    access: {furtherResearch: true},
  },
  gates: [
    {id: 'plan', name: 'Plan', dueDate: '2027-06-30', tier: 1, costCap: {amount: '10000.00', currency: 'EUR'}},
    {id: 'bench', name: 'Bench', dueDate: '2028-03-31', tier: 2, costCap: {amount: '20000.00', currency: 'EUR'}},
  ],
  nda: {purpose: 'To plan, carry out and review the project.', residuals: false},
  disclosureTiers: {deepest: 3},
  keyPeople: [
    {id: 'a-b', person: 'A.B.', party: 'cork', role: 'Lead engineer', country: 'IE', postTermRestraint: 'none'},
  ],
  governance: {inPersonPerYear: 2},
  risk: {
    capBasis: 'amount',
    cap: {amount: '100000.00', currency: 'EUR'},
    carveOuts: ['death-injury', 'fraud', 'intent', 'gross-negligence', 'mandatory-law'],
  },
  compliance: {exportControlled: 'unknown'},
  exit: {mode: 'pre-emption'},
  law: {
    governingLaw: 'SG',
    final: 'arbitration',
    arbitration: {institution: 'SIAC', seat: 'Singapore', arbitrators: 1, language: 'en'},
    mediation: true,
  },
}

const assumed: readonly Pointer[] = [
  '/ip/residualField',
  '/ip/access/furtherResearch',
  '/nda/residuals',
  '/disclosureTiers/deepest',
  '/governance/inPersonPerYear',
  '/risk/capBasis',
  '/risk/carveOuts',
  '/compliance/exportControlled',
  '/exit/mode',
  '/law/final',
  '/law/arbitration/arbitrators',
  '/law/arbitration/language',
  '/law/mediation',
]

/** Pointer → its new value; `undefined` takes the value away. */
export type Changes = Readonly<Record<Pointer, Json | undefined>>

export interface Circumstances {
  readonly document?: string
  readonly open?: Deal['open']
  readonly settled?: PrivateNotes['settled']
}

/** The clean deal with some values changed: what is changed is no longer assumed. */
export function dealWith(
  changes: Changes = {},
  {document = 'collaboration-agreement-short', open = {}}: Circumstances = {},
): Deal {
  const changed = withValues(parameters, changes)
  const written = Object.keys(changes)
  return {
    document,
    parameters: changed,
    assumed: assumed.filter((pointer) => !written.some((each) => pointer === each || pointer.startsWith(`${each}/`))),
    choices: {},
    open,
  }
}

export function report(changes: Changes = {}, circumstances: Circumstances = {}): RuleReport {
  return reportOn(dealWith(changes, circumstances), circumstances.settled)
}

export function reportOn(deal: Deal, settled: PrivateNotes['settled'] = []): RuleReport {
  return checkRules({deal, privateNotes: {settled, notes: {}, limits: {}}, law, today})
}

export function withValues(whole: JsonObject, changes: Changes): JsonObject {
  const changed = Object.entries(changes).reduce<Json>(
    (value, [pointer, next]) => replaced(value, keysOf(pointer), next) ?? {},
    whole,
  )
  if (!isObject(changed)) throw new TypeError('withValues: parameters are an object')
  return changed
}

function replaced(
  value: Json | undefined,
  [key, ...rest]: readonly string[],
  next: Json | undefined,
): Json | undefined {
  if (key === undefined) return next
  if (isList(value))
    return [
      ...value.slice(0, Number(key)),
      replaced(value[Number(key)], rest, next) ?? null,
      ...value.slice(Number(key) + 1),
    ]
  const {[key]: old, ...others} = isObject(value) ? value : {}
  const inner = replaced(old, rest, next)
  return inner === undefined ? others : {...others, [key]: inner}
}

/** `R-016 /ip/joint/shares`: what was said, and of which place. */
export function said(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(
    ({code, at}) =>
      `${code.replace('rule/', '')} ${'pointer' in at ? at.pointer : 'file' in at ? at.file : at.provision}`,
  )
}
