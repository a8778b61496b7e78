/** A fair copy with the same words at every place that can hold words of a deal or of a library. */
import type {FairCopy} from '../../../src/model/index.js'
import {
  agreementOf,
  blank,
  clause,
  define,
  fairCopy,
  inlines,
  para,
  provision,
  refer,
  stress,
  table,
  use,
  value,
} from '../sample.js'

export function laced(words: string): FairCopy {
  const target = `pos/${words}`
  const item = provision(target, [
    para(words, stress(words), value(words, words), blank(words, words), use(words), refer(target)),
    table([[words], [value('/x', words)]], [[words], [blank('/y', words)]]),
  ])
  const clauses = agreementOf([clause('pos', words, [para(define(words), use(words))], [item])])
  const person = {id: words, name: inlines([value('/n', words)]), title: inlines([words]), authority: inlines([words])}
  return fairCopy(
    {
      ...clauses,
      title: words,
      parts: [
        {kind: 'cover', id: 'cover', blocks: [table([[''], ['']], [[words], [value('/t', words)]])]},
        {
          kind: 'parties',
          id: 'parties',
          heading: inlines([words]),
          provisions: [provision(`parties/party~${words}`, [para(value('/p', words))])],
        },
        ...clauses.parts,
        {
          kind: 'schedule',
          id: `schedule.${words}`,
          heading: inlines([words]),
          provisions: [provision('s', [para(use(words))])],
        },
        {
          kind: 'execution',
          id: 'execution',
          provisions: [provision('e', [para(words)])],
          blocks: [
            {
              id: `execution~${words}`,
              party: inlines([words]),
              native: inlines([value('/z', words)]),
              signatories: [person],
            },
          ],
        },
      ],
    },
    {notices: {firstPage: words, footer: words, origin: words}},
  )
}
