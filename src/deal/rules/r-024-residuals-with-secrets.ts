/**
 * R-024: a right to use what people remember does not go together with deep secrets. A tier counts when a gate opens
 * it, or when the deal itself says that tiers go so deep; the depth that our schema assumes does not count.
 */
import type {Deal, Pointer} from '../../model/index.js'
import {isWritten, numberAt, rowsAt, yesAt} from './given.js'
import {rule} from './matter.js'
import {gateAt} from './names.js'

const at = '/nda/residuals'
const deepest: Pointer = '/disclosureTiers/deepest'

export const residualsWithSecrets = rule(
  {
    id: 'R-024',
    severity: 'error',
    title: 'Residuals would release secrets',
    reason:
      'What people keep in their heads is no longer secret once they may use it, and a secret lost is lost for good.',
  },
  function* ({deal}) {
    const where = yesAt(deal, at) === true ? deep(deal) : undefined
    if (where === undefined) return
    yield {
      message: `People may use what they remember, while ${where}.`,
      at,
      hint: 'Switch residual knowledge off, or keep disclosure to tier 2.',
      remedies: [{label: 'Switch residual knowledge off', set: {[at]: false}}],
    }
  },
)

function deep(deal: Deal): string | undefined {
  const gate = rowsAt(deal, '/gates').find((row) => (numberAt(deal, `${row}/tier`) ?? 0) >= 3)
  if (gate !== undefined) return `${gateAt(deal, gate)} opens tier ${numberAt(deal, `${gate}/tier`)}`
  const depth = numberAt(deal, deepest) ?? 0
  return depth >= 3 && isWritten(deal, deepest) ? `disclosure goes down to tier ${depth}` : undefined
}
