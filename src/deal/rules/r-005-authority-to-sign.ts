/**
 * who signs, and with what power. A list of signatories that nobody has answered is a blank; an empty one says
 * that nobody signs, and a signatory without authority may bind nobody. A natural person who is a party needs no power
 * to sign for themselves.
 */
import {type Deal, isList, type Pointer} from '../../model/index.js'
import {given, isOpen, rowsAt, textAt} from './given.js'
import {type Finding, rule} from './matter.js'
import {partiesOf, partyAt} from './names.js'

export const authorityToSign = rule(
  {
    id: 'R-005',
    severity: 'error',
    title: 'Who signs and with what power',
    reason: 'A signature binds a company only when the person who gives it has the power to.',
  },
  function* ({deal}) {
    for (const party of partiesOf(deal)) {
      if (nobodySigns(deal, party)) yield nobody(deal, party)
      if (!isNatural(deal, party)) yield* powerless(deal, party)
    }
  },
)

function nobodySigns(deal: Deal, party: Pointer): boolean {
  const signatories = given(deal, `${party}/signatories`)
  return isList(signatories) && signatories.length === 0
}

function nobody(deal: Deal, party: Pointer): Finding {
  return {
    message: `Nobody signs for ${partyAt(deal, party)}: its list of signatories is empty.`,
    at: `${party}/signatories`,
    hint: 'Name who signs, or delete the empty list to leave the point open.',
  }
}

function isNatural(deal: Deal, party: Pointer): boolean {
  const kind = textAt(deal, `${party}/kind`)
  return kind === 'individual' || kind === 'sole-trader'
}

function* powerless(deal: Deal, party: Pointer): Generator<Finding> {
  for (const signatory of rowsAt(deal, `${party}/signatories`)) {
    const at = `${signatory}/authority`
    if (textAt(deal, at) !== undefined || isOpen(deal, at)) continue
    const name = textAt(deal, `${signatory}/name/latin`) ?? textAt(deal, `${signatory}/title`) ?? 'A signatory'
    yield {
      message: `${name} signs for ${partyAt(deal, party)}, and nothing says with what power.`,
      at,
      hint: 'Say whether the power is statutory (a registered director, for example), a power of attorney, or a board resolution.',
    }
  }
}
