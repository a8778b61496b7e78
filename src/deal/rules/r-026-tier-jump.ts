/**
 * R-026: partners who hardly know each other open up step by step. Tier 0, general descriptions, is where everybody
 * starts. Where nobody has said how long the parties have known each other, an approach out of the blue counts as not
 * at all.
 */
import type {Deal} from '../../model/index.js'
import {numberAt, rowsAt, textAt} from './given.js'
import {rule} from './matter.js'
import {gateAt} from './names.js'

export const tierJump = rule(
  {
    id: 'R-026',
    severity: 'warning',
    title: 'A big step for new partners',
    reason: 'Trust grows by small steps that are kept: each shows whether the next is safe.',
  },
  function* ({deal}) {
    const months = monthsKnown(deal)
    if (months === undefined || months >= 6) return
    let before = 0
    for (const gate of rowsAt(deal, '/gates')) {
      const at = `${gate}/tier`
      const tier = numberAt(deal, at) ?? before
      if (tier - before >= 2) {
        yield {
          message: `${gateAt(deal, gate)} opens tier ${tier} straight after tier ${before}, and the parties have worked together for ${months === 0 ? 'no time yet' : `${months} months`}.`,
          at,
          hint: 'Open one tier at a time, or add a gate between.',
          remedies: [{label: `Open tier ${before + 1} first`, set: {[at]: before + 1}}],
        }
      }
      before = Math.max(before, tier)
    }
  },
)

function monthsKnown(deal: Deal): number | undefined {
  const months = numberAt(deal, '/relationship/priorHistoryMonths')
  return months ?? (textAt(deal, '/relationship/origin') === 'cold' ? 0 : undefined)
}
