/**
 * a very small party beside a very large one takes independent advice, and no exit in which the longer purse
 * wins. Sizes are the schema's: a micro party beside a large or listed one; for a shoot-out, a small one too.
 */
import type {Deal, Pointer} from '../../model/index.js'
import {textAt} from './given.js'
import {type Finding, rule} from './matter.js'
import {partiesOf, partyAt} from './names.js'

const mode = '/exit/mode'

export const sizeRatio = rule(
  {
    id: 'A-10',
    severity: 'advice',
    title: 'Unequal partners',
    reason:
      'Where one side has lawyers and money and the other has neither, an agreement feels fair only if somebody independent has read it for the smaller.',
  },
  function* ({deal}) {
    const large = sized(deal, 'large', 'public')[0]
    if (large === undefined) return
    for (const micro of sized(deal, 'micro')) yield advice(deal, micro, large)
    const small = sized(deal, 'micro', 'small')[0]
    if (small !== undefined && textAt(deal, mode) === 'shoot-out') yield noShootOut(deal, small, large)
  },
)

function sized(deal: Deal, ...sizes: readonly string[]): readonly Pointer[] {
  return partiesOf(deal).filter((party) => sizes.includes(textAt(deal, `${party}/size`) ?? ''))
}

function advice(deal: Deal, micro: Pointer, large: Pointer): Finding {
  return {
    message: `${partyAt(deal, micro)} is very small and ${partyAt(deal, large)} very large.`,
    at: `${micro}/size`,
    hint: `${partyAt(deal, micro)} should take independent advice before it signs.`,
  }
}

function noShootOut(deal: Deal, small: Pointer, large: Pointer): Finding {
  return {
    message: `In a shoot-out the longer purse wins, and ${partyAt(deal, large)} is far larger than ${partyAt(deal, small)}.`,
    at: mode,
    hint: 'Let a party that leaves offer its interest to the others first.',
    remedies: [{label: 'Pre-emption instead', set: {[mode]: 'pre-emption'}}],
  }
}
