/**
 * an arbitration has a seat. A newcomer who has said nothing of arbitration yet gets a blank; who has chosen an
 * institution, its rules or the law of the arbitration agreement, and not a seat, has a clause that may fail. An open
 * point stays open; facts that our schema assumed (one arbitrator, in English) choose nothing.
 */
import type {Deal, Pointer} from '../../model/index.js'
import {isOpen, isWritten, textAt} from './given.js'
import {rule} from './matter.js'

const at: Pointer = '/law/arbitration/seat'

export const seatOfArbitration = rule(
  {
    id: 'R-055',
    severity: 'error',
    title: 'State the seat of the arbitration',
    reason: 'The seat decides which law governs the procedure, which court helps, and where the award comes from.',
  },
  function* ({deal}) {
    if (textAt(deal, '/law/final') !== 'arbitration' || textAt(deal, at) !== undefined || isOpen(deal, at)) return
    const chosen = choice(deal)
    if (chosen === undefined) return
    yield {
      message: `Disputes go to arbitration (${chosen}), and no seat is stated.`,
      at,
      hint: 'Name a city, in a country whose courts support arbitration; a third country is often easier to agree.',
    }
  },
)

function choice(deal: Deal): string | undefined {
  const written = ['institution', 'rules', 'agreementLaw']
    .map((key) => `/law/arbitration/${key}`)
    .find((pointer) => isWritten(deal, pointer))
  return written === undefined ? undefined : textAt(deal, written)
}
