/**
 * R-017: what one party has alone, no other has too. Two rows clash when they
 * - are for different parties,
 * - mean the same field: the same name, or the same definition, in letters and digits (NFKC, no case),
 * - touch in territory: a country in both, one inside the other (California in the US, Germany in the EU), either of
 *   them worldwide, or either without a territory, since a right without a limit reaches everywhere,
 * - and one of them at least is exclusive.
 *
 * Whether differently worded fields overlap in meaning is for people to judge: a test of likeness would accuse "rail"
 * of "trailers". The regime does not matter: rows that contradict each other do so under any of them.
 */
import type {Deal, Pointer} from '../../model/index.js'
import {quote} from '../quote.js'
import {bare} from './fold.js'
import {rowsAt, textAt, textsAt} from './given.js'
import {rule} from './matter.js'
import {partyCalled} from './names.js'
import {touch} from './territory.js'

export const fieldsClash = rule(
  {
    id: 'R-017',
    severity: 'error',
    title: 'Fields clash',
    reason: 'Two parties cannot each be the only one: both titles would fail, or both would be sued.',
  },
  function* ({deal}) {
    const fields = rowsAt(deal, '/ip/fields')
    for (const [index, field] of fields.entries()) {
      const other = fields.slice(0, index).find((earlier) => clash(deal, earlier, field))
      if (other === undefined) continue
      yield {
        message: `${holder(deal, other)} and ${holder(deal, field)} both have the field ${called(deal, other, field)}, in territories that touch.`,
        at: field,
        hint: 'Name different fields or territories, or make both rights open.',
        remedies: [
          {label: 'Let both use the field', set: {[`${other}/exclusivity`]: 'open', [`${field}/exclusivity`]: 'open'}},
        ],
      }
    }
  },
)

function clash(deal: Deal, one: Pointer, other: Pointer): boolean {
  const [first, second] = [textAt(deal, `${one}/party`), textAt(deal, `${other}/party`)]
  if (first === undefined || second === undefined || first === second) return false
  return (
    isExclusive(deal, one, other) &&
    isSameField(deal, one, other) &&
    touch(textsAt(deal, `${one}/territory`), textsAt(deal, `${other}/territory`))
  )
}

function isExclusive(deal: Deal, ...fields: readonly Pointer[]): boolean {
  return fields.some((field) => textAt(deal, `${field}/exclusivity`) === 'exclusive')
}

function isSameField(deal: Deal, one: Pointer, other: Pointer): boolean {
  return (['name', 'definition'] as const).some((key) => {
    const [first, second] = [one, other].map((field) => bare(textAt(deal, `${field}/${key}`) ?? ''))
    return first !== '' && first === second
  })
}

function holder(deal: Deal, field: Pointer): string {
  const right = textAt(deal, `${field}/exclusivity`)
  return `${partyCalled(deal, textAt(deal, `${field}/party`))}${right === undefined ? '' : ` (${right})`}`
}

/** “Rail”; “Rail”, also called “Railway”. */
function called(deal: Deal, one: Pointer, other: Pointer): string {
  const words = [one, other].map(
    (field) => textAt(deal, `${field}/name`) ?? textAt(deal, `${field}/definition`) ?? field,
  )
  const [first, second] = [words[0]!, words[1]!]
  return bare(first) === bare(second) ? quote(first) : `${quote(first)}, also called ${quote(second)}`
}
