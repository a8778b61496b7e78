/** Redlines to print: one found by comparing two samples, and one with its marks set by hand, where each kind stands once. */
import type {
  Agreement,
  Cause,
  Change,
  Diagnostic,
  FairCopy,
  Locale,
  MarkKind,
  Part,
  Provision,
} from '../../../src/model/index.js'
import {markedCopy} from '../../../src/verbs/marked-copy.js'
import {agreement, clause, fairCopy, inlines, locale, para, provision, refer, table, value} from '../sample.js'

const months = 'January February March April May June July August September October November December'.split(' ')
const dated: Locale = {...locale, months}

const identity = (revision: number, digit: string): FairCopy['identity'] => ({
  ...fairCopy().identity,
  revision,
  hash: `sha256:${digit.repeat(64)}`,
})

/** A clean copy of an agreement as revision 5 or 7. */
export const sideOf = (of: Agreement, revision: 5 | 7, words: Partial<FairCopy['notices']> = {}): FairCopy =>
  fairCopy(of, {
    locale: dated,
    identity: identity(revision, revision === 5 ? 'a' : 'b'),
    notices: {...fairCopy().notices, origin: `collaboration-agreement 1.0.0 · revision ${revision}`, ...words},
  })

/** What a person did to an agreement in one step. */
export interface Edited {
  readonly agreement: Agreement
  readonly author: string
  readonly cause?: Exclude<Cause, {readonly type: 'moved' | 'consequential'}>
}

export interface Sides {
  readonly from: FairCopy
  readonly to: FairCopy
  readonly marked: FairCopy<Change>
}

/** The redline of a journey, proved by the verb that makes it. */
export function compared(
  from: Agreement,
  steps: readonly Edited[],
  switches: {readonly showRenumbering?: boolean; readonly showCauses?: boolean} = {},
  words: Partial<FairCopy['notices']> = {},
): Sides {
  const [old, now] = [sideOf(from, 5), sideOf(steps.at(-1)!.agreement, 7, words)]
  const side = ({identity: {revision, hash, time}}: FairCopy): {readonly label: string} => ({
    label: `Revision ${revision}`,
    ...{revision, hash, time},
  })
  const {copy, diagnostics} = markedCopy({
    from: old,
    to: now,
    steps: steps.map(({agreement: after, author, cause}, index) => ({
      agreement: after,
      author,
      date: `2026-11-${20 + index}T10:00:00Z`,
      revision: 6 + index,
      cause: cause ?? {type: 'hand'},
    })),
    sides: {from: side(old), to: side(now)},
    ...switches,
  })
  if (!copy) throw new Error(diagnostics.map(({message}: Diagnostic) => message).join('\n'))
  return {from: old, to: now, marked: copy}
}

/** The same agreement with other parts. */
export const withParts = (of: Agreement, change: (part: Part) => readonly Part[]): Agreement => ({
  ...of,
  parts: of.parts.flatMap(change),
})

/** The same agreement with each provision (nested ones too) put in place of itself, of several, or of none. */
export function withProvisions(of: Agreement, change: (one: Provision) => readonly Provision[]): Agreement {
  const all = (list: readonly Provision[]): readonly Provision[] =>
    list.flatMap((one) => change({...one, provisions: all(one.provisions)}))
  return withParts(of, (part) => [part.kind === 'cover' ? part : {...part, provisions: all(part.provisions)}])
}

/** The same agreement with other words. */
export const reworded = (of: Agreement, before: string, after: string): Agreement => {
  const json = JSON.stringify(of)
  if (!json.includes(JSON.stringify(before).slice(1, -1))) throw new Error(`The sample does not say "${before}".`)
  return JSON.parse(json.replaceAll(JSON.stringify(before).slice(1, -1), JSON.stringify(after).slice(1, -1)))
}

const named =
  (ids: Readonly<Record<string, (one: Provision) => readonly Provision[]>>) =>
  (one: Provision): readonly Provision[] =>
    ids[one.id]?.(one) ?? [one]

const shortened = reworded(agreement, '5 years', '3 years')

const byHand = withProvisions(
  reworded(
    reworded(
      shortened,
      'secret. It tells only those who need to know.',
      'confidential. It may tell those who must know.',
    ),
    'Brightwater brings the patents of family BW-7.',
    'Brightwater brings the patents of families BW-7 and BW-9.',
  ),
  named({
    'money.price': (one) => [
      clause('money.tax', 'Tax', [para('Every sum is without value added tax. See ', refer('conf.duty'), '.')]),
      one,
    ],
    'ip.results.ownership/own': () => [],
    'schedule.gates.list/second': (one) => [
      one,
      provision('schedule.gates.list/third', [para('The last gate is passed when both have signed.')]),
    ],
    'ip.results.ownership/together/decide/unpaid': (one) => [
      {...one, body: [para('a sum due under ', refer('money.tax'), ' has not been paid,')]},
    ],
  }),
)

// The clause on secrets goes to the front, and loses a word on the way.
const moved = ((): Agreement => {
  const duty = byHand.parts.flatMap((part) =>
    part.kind === 'group' ? part.provisions.filter(({id}) => id === 'conf.duty') : [],
  )
  return withParts(byHand, (part) => {
    if (part.kind !== 'group') return [part]
    const rest = part.provisions.filter(({id}) => id !== 'conf.duty')
    if (part.id !== 'group.terms') return [{...part, provisions: rest}]
    return [{...part, provisions: [rest[0]!, ...duty, ...rest.slice(1)]}]
  })
})()

const atTheEnd = reworded(
  withParts(moved, (part) =>
    part.id === 'schedule.background'
      ? [
          part,
          {
            kind: 'schedule',
            id: 'schedule.people',
            heading: inlines(['People']),
            provisions: [
              clause('schedule.people.list', 'Who works on it', [
                para('These people work on the Project.'),
                table([['Name'], ['For']], [['Emma Clarke'], ['Brightwater']], [['Aiko Mori'], ['Aoyama']]),
              ]),
            ],
          },
        ]
      : [part],
  ),
  'however it comes',
  'however that comes about',
)

/** The sample, edited by three people: every kind of change that a comparison finds, and renumbering besides. */
export const journey: readonly Edited[] = [
  {
    agreement: shortened,
    author: 'Emma Clarke',
    cause: {type: 'parameter', pointer: '/conf/years', before: '5 years', after: '3 years'},
  },
  {agreement: byHand, author: 'Jonas Hartmann'},
  {agreement: moved, author: 'Jonas Hartmann'},
  {agreement: atTheEnd, author: 'Aiko Mori'},
]
export {agreement as start}

/** A change by hand of revision 6. */
export const change = (id: string, kind: MarkKind, at: string, about: Partial<Change> = {}): Change => ({
  id,
  kind,
  at,
  cause: {type: 'hand'},
  author: 'Emma Clarke',
  date: '2026-11-20T10:00:00Z',
  revision: 6,
  ...about,
})
export {value}
