/**
 * where one party owns all results, the others keep a licence. Leaving it out takes away what made them
 * contribute, so that it is a danger and not a blank; an open point is left open.
 */
import {type Deal, isObject, type Remedy} from '../../model/index.js'
import {given, isOpen, textAt, yesAt} from './given.js'
import {rule} from './matter.js'
import {listed, partiesOf, partyAt, partyCalled} from './names.js'

const group = '/ip/results/licenceBack'
const at = `${group}/granted`

export const licenceBack = rule(
  {
    id: 'R-014',
    severity: 'error',
    title: 'A contributor must keep access',
    reason: 'Competition rules on joint research ask that every party may use the final results, and so does fairness.',
  },
  function* ({deal}) {
    if (textAt(deal, '/ip/results/regime') !== 'lead-licence-back' || yesAt(deal, at) === true || isOpen(deal, at))
      return
    const lead = textAt(deal, '/ip/results/lead')
    yield {
      message: `${lead === undefined ? 'The lead party' : partyCalled(deal, lead)} would own all results, and ${others(deal, lead)} would have no licence to use them.`,
      at,
      hint: 'Grant the licence back, or choose another answer to who owns the results.',
      remedies: granted(deal),
    }
  },
)

function others(deal: Deal, lead: string | undefined): string {
  const rest = partiesOf(deal).filter((party) => textAt(deal, `${party}/id`) !== lead)
  return lead === undefined || rest.length === 0 ? 'the others' : listed(rest.map((party) => partyAt(deal, party)))
}

function granted(deal: Deal): readonly Remedy[] {
  const set = isObject(given(deal, group)) ? {[at]: true} : {[group]: {granted: true}}
  return [{label: 'Grant the licence back', set}]
}
