/** hardcore restraints of competition: prices, output, customers, passive sales. A scan of free text. */
import {any, forbidding, near, scan} from './scan.js'

const named = any(
  /passive sales?/,
  /price[- ]?fixing/,
  /resale prices?/,
  /minimum(?: \w+)? prices?/,
  /market[- ](?:sharing|allocation)/,
  /(?:output|production|sales) quotas?/,
)
const fix = any(/fix/, /fixes/, /fixing/, /agree/, /align/, /coordinate/, /harmoni[sz]e/, /maintain/, /set/, /raise/)
const limit = any(/limit/, /limits/, /limiting/, /restrict\w*/, /caps?/, /reduc\w+/, /throttl\w+/)
const output = any(/output/, /production/, /capacity/, /volumes?/)
const divide = any(/allocat\w+/, /divid\w+/, /carv\w+ up/, /reserv\w+/, /split\w*/, /shar(?:e|es|ing) (?:out|up)/)
const divided = any(/reserved/, /allocated/, /divided/, /assigned exclusively/)
const market = any(/customers/, /markets?/, /territor(?:y|ies)/, /regions?/, /tenders/)
const sell = any(/sells?/, /selling/, /suppl(?:y|ies)/, /quotes?/, /bids?/, /bidding/, /answer/, /respond/)
const buyer = any(/customers?/, /unsolicited/, /tenders?/, /territor(?:y|ies)/, /enquir\w+/, /inquir\w+/)

export const marketSharing = scan({
  id: 'R-037',
  title: 'No price fixing, market sharing or ban on passive sales',
  reason:
    'These are hardcore restrictions (SI 2022/1271 article 10, and its EU counterpart): the whole agreement loses its exemption, and fines follow.',
  possible: 'hardcore restriction of competition',
  hint: 'Take it out, or have competition counsel read it first.',
  readings: [
    [named],
    [near(fix, any(/prices/))],
    [near(limit, output)],
    [near(divide, market)],
    [near(market, divided)],
    [forbidding, sell, buyer],
  ],
  unless: [any(/(?:its|their) own prices/)],
})
