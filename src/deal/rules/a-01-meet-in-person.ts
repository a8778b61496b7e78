/** people who work together across a border for long should meet. Months are counted on the calendar. */
import type {Deal} from '../../model/index.js'
import {numberAt, textAt} from './given.js'
import {countryOf} from './law.js'
import {rule} from './matter.js'
import {partiesOf, placesOf} from './names.js'

const at = '/governance/inPersonPerYear'

export const meetInPerson = rule(
  {
    id: 'A-01',
    severity: 'advice',
    title: 'Plan visits',
    reason:
      'Meeting face to face is what makes partners in two countries trust each other, and it is cheaper than a dispute.',
  },
  function* ({deal}) {
    if (numberAt(deal, at) !== 0 || !isCrossBorder(deal) || !isLong(deal)) return
    yield {
      message: 'The parties work in different countries for more than six months, and no meeting in person is planned.',
      at,
      hint: 'Plan at least two visits a year, with hosts in turn.',
      remedies: [{label: 'Two visits a year', set: {[at]: 2}}],
    }
  },
)

function isCrossBorder(deal: Deal): boolean {
  const countries = partiesOf(deal).flatMap((party) => placesOf(deal, party).slice(0, 1).map(countryOf))
  return new Set(countries).size > 1
}

function isLong(deal: Deal): boolean {
  const [start, end] = [textAt(deal, '/project/startDate'), textAt(deal, '/project/endDate')]
  return start !== undefined && end !== undefined && end > sixMonthsAfter(start)
}

// The day may not exist (31 August → 31 February); as text it still sorts between the months.
function sixMonthsAfter(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  const months = year! * 12 + month! - 1 + 6
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${Math.floor(months / 12)}-${two((months % 12) + 1)}-${two(day!)}`
}
