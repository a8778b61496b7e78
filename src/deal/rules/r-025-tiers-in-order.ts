/** gates open tiers one way, and none deeper than the agreement has. What was opened cannot be unseen. */
import type {Deal, Pointer} from '../../model/index.js'
import {numberAt, rowsAt} from './given.js'
import {type Finding, rule} from './matter.js'
import {gateAt} from './names.js'

export const tiersInOrder = rule(
  {
    id: 'R-025',
    severity: 'error',
    title: 'Tiers open in order',
    reason: 'Each gate opens at least what the gate before it opened: what has been shown cannot be taken back.',
  },
  function* ({deal}) {
    yield* decreasing(deal)
    yield* tooDeep(deal)
  },
)

function tiered(deal: Deal): readonly Pointer[] {
  return rowsAt(deal, '/gates').filter((gate) => numberAt(deal, `${gate}/tier`) !== undefined)
}

function* decreasing(deal: Deal): Generator<Finding> {
  let highest: Pointer | undefined
  for (const gate of tiered(deal)) {
    const at = `${gate}/tier`
    const [tier, before] = [numberAt(deal, at)!, highest === undefined ? 0 : numberAt(deal, `${highest}/tier`)!]
    if (highest === undefined || tier >= before) {
      highest = gate
      continue
    }
    yield {
      message: `${gateAt(deal, gate)} opens tier ${tier}, less than the tier ${before} that ${gateAt(deal, highest)} has already opened.`,
      at,
      hint: 'Open the same tier or a deeper one, or change the order of the gates.',
      remedies: [{label: `Keep tier ${before}`, set: {[at]: before}}],
    }
  }
}

function* tooDeep(deal: Deal): Generator<Finding> {
  const deepest = numberAt(deal, '/disclosureTiers/deepest')
  if (deepest === undefined) return
  for (const gate of tiered(deal)) {
    const tier = numberAt(deal, `${gate}/tier`)!
    if (tier <= deepest) continue
    yield {
      message: `${gateAt(deal, gate)} opens tier ${tier}, and the agreement has tiers down to ${deepest} only.`,
      at: `${gate}/tier`,
      hint: 'Open a tier that there is, or let the tiers go deeper.',
      remedies: tier > 4 ? [] : [{label: `Let tiers go down to ${tier}`, set: {'/disclosureTiers/deepest': tier}}],
    }
  }
}
