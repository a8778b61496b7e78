/**
 * each party's own research stays free: after the project in any field, and in other fields at any time. A scan.
 */
import {any, forbidding, near, scan} from './scan.js'

const carryOut = any(
  /carr(?:y|ies|ying) (?:on|out)/,
  /conduct\w*/,
  /undertak\w+/,
  /pursu\w+/,
  /engag\w+ in/,
  /perform\w*/,
  /start\w*/,
  /continu\w+/,
  /do/,
  /fund\w*/,
  /sponsor\w*/,
  /take part in/,
)
const work = any(/research/, /development/, /r&d/, /experiments?/, /studies/)
const notResearch = any(
  /(?:not|to|never|neither party (?:may|shall|will)|from) (?:\w+ ){0,2}(?:research\w*|develop(?:ing)?|invent(?:ing)?)/,
)
// What makes it more than a rule for the project itself.
const beyond = any(
  /after/,
  /following/,
  /end(?:s|ed)?/,
  /expir\w+/,
  /terminat\w+/,
  /months?/,
  /years?/,
  /any (?:other )?field/,
  /other fields?/,
  /unrelated/,
  /outside/,
  /compet\w+/,
  /independent\w*/,
  /similar/,
  /own/,
)

export const independentResearch = scan({
  id: 'R-038',
  title: 'Independent research stays free',
  reason:
    'A bar on own research after the project, or in another field, is a hardcore restriction (SI 2022/1271 article 10(1)(a); EU counterpart).',
  possible: 'ban on a party’s own research',
  hint: 'Take it out. Secrecy and ownership of results protect the project without it.',
  readings: [
    [any(/no (?:compet\w+|independent|similar|own) (?:research|development|r&d)/)],
    [forbidding, beyond, near(carryOut, work)],
    [forbidding, beyond, notResearch],
  ],
})
