/** Agreements for the Word tests: one as long as a real collaboration agreement, and one made at random. */
import fc from 'fast-check'
import type {Agreement, Inline, Part, Provision} from '../../../src/model/index.js'
import {
  agreement,
  agreementOf,
  blank,
  clause,
  define,
  para,
  provision,
  refer,
  stress,
  table,
  use,
  value,
} from '../sample.js'

const lorem =
  'each party shall keep what it learns to itself and give it back when the work ends or earlier if the other asks for it in writing by a person who may bind it'.split(
    ' ',
  )

/** About 15,000 words in 26 clauses of three levels, with values and references. `changed` is printed by one value of clause 13. */
export function longAgreement(changed = 'EUR 100'): Agreement {
  const clauses = Array.from({length: 26}, (_, index) => longClause(index, changed))
  const groups = [0, 1, 2].map(
    (group): Part => ({
      kind: 'group',
      id: `group.${group}`,
      heading: [{type: 'text', text: `Group ${group}`}],
      provisions: clauses.slice(group * 9, group * 9 + 9),
    }),
  )
  return {
    ...agreement,
    parts: [
      ...agreement.parts.filter(({kind}) => kind !== 'group' && kind !== 'recitals' && kind !== 'schedule'),
      ...groups,
    ],
  }
}

function longClause(index: number, changed: string): Provision {
  const id = `position.number-${index}`
  const below = Array.from({length: 6}, (_, child) =>
    provision(
      `${id}/item-${child}`,
      [
        para(
          ...sentence(index + child, 44, `/values/${index}/${child}`, index === 13 && child === 2 ? changed : 'EUR 7'),
          refer(`position.number-${(index * 7) % 26}/item-0`),
          '.',
        ),
      ],
      [0, 1].map((leaf) =>
        provision(`${id}/item-${child}/leaf-${leaf}`, [
          para(...sentence(index * 3 + leaf, 24, `/leaf/${index}/${child}/${leaf}`, '30 days')),
        ]),
      ),
    ),
  )
  return clause(
    id,
    `Clause about number ${index}`,
    index % 4 === 0
      ? [table([['Gate'], ['Amount']], [['First'], ['EUR 1']], [['Second'], [value(`/t/${index}`, 'EUR 2')]])]
      : [],
    below,
  )
}

function sentence(seed: number, length: number, pointer: string, words: string): readonly (string | Inline)[] {
  const word = (at: number): string =>
    `${lorem[(seed * 31 + at * 17 + at * at) % lorem.length]}${at % 9 === 0 ? (seed * 7919 + at * 104729).toString(36) : ''}`
  const text = Array.from({length}, (_, at) => word(at)).join(' ')
  return [text.slice(0, 90), value(pointer, words), text.slice(90), use('Results')]
}

/** Any words that a deal may hold: hostile, Japanese, combining, with line breaks; never what XML cannot hold. */
const words = fc.oneof(
  fc.constantFrom(
    '{{constructor}}**<w:t>',
    '&amp;',
    '"quoted" \'and\'',
    '株式会社青山計測',
    'e\u0301 o\u0308',
    ']]>',
    '<!--',
    '&#0;',
    ' spaces  at ends ',
    'two\nlines',
    '$1 $& $$',
    'ﬁ 👩‍🔬',
  ),
  fc.string({minLength: 1, maxLength: 20}).map((text) => text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')),
)

const inline: fc.Arbitrary<Inline> = fc.oneof(
  words.map((text): Inline => ({type: 'text', text})),
  words.map((text) => value('/a/value', text)),
  words.map((text) => stress(text)),
  words.map((text) => define(text)),
  words.map((text) => use(text)),
  words.map((text) => blank('/a/blank', text)),
  fc.constantFrom('p0', 'p1', 'p2').map(refer),
)

const paragraphs = fc.array(
  fc.array(inline, {minLength: 1, maxLength: 6}).map((content) => ({type: 'paragraph', content}) as const),
  {minLength: 1, maxLength: 2},
)

/** Three clauses, each with or without heading, sub-clauses and closing words. */
export const anyAgreement: fc.Arbitrary<Agreement> = fc
  .tuple(...[0, 1, 2].map((index) => anyClause(`p${index}`)))
  .map((clauses) => agreementOf(clauses))

function anyClause(id: string): fc.Arbitrary<Provision> {
  return fc
    .record({
      headed: fc.boolean(),
      body: paragraphs,
      below: fc.array(paragraphs, {maxLength: 3}),
      closing: fc.option(paragraphs),
    })
    .map(({headed, body, below, closing}) =>
      provision(
        id,
        body,
        below.map((own, index) => provision(`${id}/${index}`, own)),
        {...(headed ? {heading: [`Clause ${id}`]} : {}), ...(closing ? {closing} : {})},
      ),
    )
}
