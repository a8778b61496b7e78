/**
 * results are owned jointly only with rules for it, and first of all with shares. Use and licences have
 * defaults.
 */
import {type Deal, type JsonObject, type Remedy, valueAt} from '../../model/index.js'
import {isOpen, rowsAt, textAt} from './given.js'
import {rule} from './matter.js'
import {listed, partiesOf, partyAt} from './names.js'
import {equalShares} from './percent.js'

const at = '/ip/joint/shares'

export const jointNeedsShares = rule(
  {
    id: 'R-013',
    severity: 'error',
    title: 'Joint ownership needs rules',
    reason: 'Without them each country’s own law on co-owners applies, and these laws say opposite things.',
  },
  function* ({deal}) {
    if (textAt(deal, '/ip/results/regime') !== 'joint' || rowsAt(deal, at).length > 0 || isOpen(deal, at)) return
    yield {
      message: `${listed(partiesOf(deal).map((party) => partyAt(deal, party))) || 'The parties'} will own results jointly, and nothing says in what shares.`,
      at,
      hint: 'State the share of each party, or choose another answer to who owns the results.',
      remedies: equally(deal),
    }
  },
)

function equally(deal: Deal): readonly Remedy[] {
  const rows = partiesOf(deal).map((party) => valueAt(deal.parameters, `${party}/id`))
  const ids = rows.filter((id) => typeof id === 'string')
  if (ids.length < 2) return []
  const percents = equalShares(ids.length)
  const shares = ids.map((party, index): JsonObject => ({id: party, party, percent: percents[index]!}))
  return [{label: 'Equal shares', set: {[at]: shares}}]
}
