/**
 * money in two currencies is added only with a reporting currency and a rate. Contributions and gate limits
 * count.
 */
import {type Deal, step} from '../../model/index.js'
import {given, isOpen, rowsAt, textAt} from './given.js'
import {type Finding, rule} from './matter.js'
import {listed} from './names.js'

const reporting = '/budget/reportingCurrency'
const source = '/budget/fx/source'

export const currencies = rule(
  {
    id: 'R-063',
    severity: 'error',
    title: 'State the exchange-rate rule',
    reason: 'Sums in two currencies have no total until somebody says which rate applies.',
  },
  function* ({deal}) {
    const used = currenciesOf(deal)
    if (used.length < 2) return
    if (isMissing(deal, reporting)) yield noCurrency(used)
    if (isMissing(deal, source)) yield noRate(used)
  },
)

function currenciesOf(deal: Deal): readonly string[] {
  const money = [
    ...rowsAt(deal, '/budget/contributions').map((row) => given(deal, `${row}/cash`)),
    ...rowsAt(deal, '/gates').map((gate) => given(deal, `${gate}/costCap`)),
  ]
  const codes = money.map((amount) => step(amount, 'currency')).filter((code) => typeof code === 'string')
  return [...new Set(codes)].sort()
}

function isMissing(deal: Deal, pointer: string): boolean {
  return textAt(deal, pointer) === undefined && !isOpen(deal, pointer)
}

function noCurrency(used: readonly string[]): Finding {
  return {
    message: `The budget is in ${listed(used)}, and nothing says in which currency it is reported.`,
    at: reporting,
    hint: 'Choose the currency of the totals.',
    remedies: used.map((code) => ({label: `Report in ${code}`, set: {[reporting]: code}})),
  }
}

function noRate(used: readonly string[]): Finding {
  const rates = 'the euro foreign exchange reference rates of the European Central Bank'
  return {
    message: `The budget is in ${listed(used)}, and nothing says which exchange rate applies.`,
    at: source,
    hint: 'Name a public source of rates.',
    remedies: used.includes('EUR') ? [{label: 'Rates of the European Central Bank', set: {[source]: rates}}] : [],
  }
}
