/**
 * where the deal has effect in the European Union or the United Kingdom, each party may use the final results
 * for its own further research. Effect is seen in a party's law or address, and in the territory of a field.
 */
import type {Deal} from '../../model/index.js'
import {rowsAt, textsAt, yesAt} from './given.js'
import {countryOf} from './law.js'
import {rule} from './matter.js'
import {partiesOf, placesOf} from './names.js'
import {memberStates} from './territory.js'

const at = '/ip/access/furtherResearch'

export const furtherResearch = rule(
  {
    id: 'R-015',
    severity: 'warning',
    title: 'Outside the block exemption for research',
    reason:
      'Regulation (EU) 2023/1066 and the UK order SI 2022/1271 exempt joint research when all parties have full access to its final results.',
  },
  function* ({deal}) {
    if (yesAt(deal, at) !== false || !hasEffect(deal)) return
    yield {
      message:
        'The parties may not use the results for further research of their own, in a deal with effect in the European Union or the United Kingdom.',
      at,
      hint: 'Allow further research, or ask competition counsel and record the reason.',
      remedies: [{label: 'Allow further research', set: {[at]: true}}],
    }
  },
)

function hasEffect(deal: Deal): boolean {
  const places = partiesOf(deal).flatMap((party) => placesOf(deal, party))
  const territories = rowsAt(deal, '/ip/fields').flatMap((field) => textsAt(deal, `${field}/territory`) ?? [])
  return [...places, ...territories].some((code) =>
    ['EU', 'GB', 'worldwide', ...memberStates].includes(countryOf(code)),
  )
}
