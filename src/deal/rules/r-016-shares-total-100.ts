/**
 * R-016: shares of joint results and of revenue total exactly 100. Digits are added as whole numbers, never as floats.
 */
import {type Deal, isList, type JsonObject, type Pointer, type Remedy} from '../../model/index.js'
import {given, rowsAt, textAt} from './given.js'
import {rule} from './matter.js'
import {listed, partyCalled} from './names.js'
import {equalShares, isWhole, printed, total} from './percent.js'

const tables = {'/ip/joint/shares': 'shares of joint results', '/finance/revenueShare': 'shares of revenue'}

export const sharesTotal100 = rule(
  {
    id: 'R-016',
    severity: 'error',
    title: 'Shares must total 100',
    reason: 'What is left over belongs to nobody, and what is too much to two.',
  },
  function* ({deal}) {
    for (const [at, what] of Object.entries(tables)) {
      const rows = rowsAt(deal, at)
      const sum = total(rows.map((row) => textAt(deal, `${row}/percent`) ?? ''))
      if (rows.length === 0 || sum === undefined || isWhole(sum)) continue
      yield {
        message: `The ${what} total ${printed(sum)}, not 100: ${listed(rows.map((row) => shareAt(deal, row)))}.`,
        at,
        hint: 'Correct the shares so that they add up to exactly 100.',
        remedies: equally(deal, at, rows.length),
      }
    }
  },
)

function shareAt(deal: Deal, row: Pointer): string {
  return `${partyCalled(deal, textAt(deal, `${row}/party`))} ${textAt(deal, `${row}/percent`)}`
}

function equally(deal: Deal, at: Pointer, count: number): readonly Remedy[] {
  const rows = given(deal, at)
  const percents = equalShares(count)
  const shares = isList(rows) ? rows.map((row, index) => ({...(row as JsonObject), percent: percents[index]!})) : []
  return [{label: 'Equal shares', set: {[at]: shares}}]
}
