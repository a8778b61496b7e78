/**
 * companies do not agree to refuse each other's staff, nor on wages. The clause library knows a narrow non-
 * solicit of named people and nothing wider; this scan looks for the rest in free text.
 */
import {any, forbidding, scan} from './scan.js'

const pact = any(
  /(?:no|non)[- ]?(?:hire|hiring|poach(?:ing)?|recruit(?:ing|ment)?|solicit(?:ing|ation)?)/,
  /abwerbeverbot\w*/,
  /einstellungsverbot\w*/,
  /non-d[ée]bauchage/,
)
const hire = any(
  /hires?/,
  /hiring/,
  /employ/,
  /employing/,
  /recruit\w*/,
  /poach\w*/,
  /entic\w+/,
  /solicit\w*/,
  /headhunt\w*/,
  /offer (?:a job|jobs|employment|work) to/,
)
const staff = any(
  /employees?/,
  /staff/,
  /personnel/,
  /workers?/,
  /workforce/,
  /engineers?/,
  /people/,
  /teams?/,
  /researchers?/,
  /scientists?/,
  /developers?/,
  /key persons?/,
)
const agree = any(
  /agree\w*/,
  /fix(?:es|ed|ing)?/,
  /caps?/,
  /capped/,
  /align\w*/,
  /same/,
  /equal/,
  /common/,
  /coordinat\w+/,
  /harmoni[sz]\w+/,
  /exceed\w*/,
  /exchange\w*/,
  /freez\w+/,
)
const wages = any(/wages?/, /salar(?:y|ies)/, /remuneration/, /pay (?:rates?|scales?|levels?|rises?)/, /bonus(?:es)?/)

export const noHire = scan({
  id: 'R-036',
  title: 'No pact on hiring or wages',
  reason:
    'A pact not to hire, or on wages, can be a cartel: the EU fined one €329 million in June 2025, and in Canada a mutual one is a crime.',
  possible: 'pact on hiring or wages',
  hint: 'Take it out. A narrow non-solicit of named key people, for at most twelve months, is the widest that we draft.',
  readings: [[pact], [forbidding, hire, staff], [agree, staff, wages]],
  unless: [any(/(?:no|without any|not an?) (?:no|non)[- ]?(?:hire|poach\w*|solicit\w*)/)],
})
