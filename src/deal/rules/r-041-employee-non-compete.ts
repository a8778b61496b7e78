/**
 * no restraint on what a person may do after leaving is drafted here: that is for local employment counsel. The
 * schema cannot express one; this scan looks for a request in free text, and says what our data knows of the law where
 * the key person works.
 */
import {type Pointer, step} from '../../model/index.js'
import {textAt} from './given.js'
import {sureValue} from './law.js'
import type {Matter} from './matter.js'
import {any, forbidding, near, scan} from './scan.js'

const named = any(
  /non[- ]?compet\w*/,
  /covenants? not to compete/,
  /restrictive covenants?/,
  /garden(?:ing)? leave/,
  /non-concurrence/,
  /wettbewerbsverbot\w*/,
  /post-(?:termination|employment|contractual) (?:restrictions?|restraints?|covenants?)/,
)
const workFor = any(
  /works?/,
  /working/,
  /joins?/,
  /joining/,
  /be employed/,
  /take up (?:work|employment)/,
  /be engaged/,
  /compete/,
  /competing/,
)
const other = any(
  /competitors?/,
  /rivals?/,
  /competing/,
  /compan(?:y|ies)/,
  /employers?/,
  /industry/,
  /sector/,
  /with/,
  /for/,
)
const later = any(/after/, /following/, /leav\w+/, /years?/, /months?/, /terminat\w+/)

export const employeeNonCompete = scan({
  id: 'R-041',
  title: 'No employee non-compete is drafted',
  reason:
    'Rules on people who leave differ sharply: in some countries such a covenant is void, in some unlawful, in some it must be paid.',
  possible: 'request for an employee non-compete',
  hint: 'Take it out and ask local employment counsel; secrecy and handover protect what leaves with a person.',
  readings: [[named], [/競業避止/], [forbidding, near(workFor, other), later]],
  unless: [any(/(?:no|without any|not an?) (?:\w+ )?non-?compet\w*/)],
  note: lawOfPerson,
})

function lawOfPerson({deal, law}: Matter, pointer: Pointer): string | undefined {
  const person = /^\/keyPeople\/\d+/.exec(pointer)?.[0]
  const code = person === undefined ? undefined : textAt(deal, `${person}/country`)
  const allowed = step(sureValue(law.fact(code, 'employeeNonCompete')), 'allowed')
  return code === undefined || typeof allowed !== 'string'
    ? undefined
    : `In ${law.nameOf(code)} it is ${words[allowed] ?? allowed}.`
}

const words: Readonly<Record<string, string>> = {
  reasonable: 'enforced only as far as it is reasonable',
  regulated: 'regulated by statute',
  void: 'void',
  banned: 'prohibited, with few exceptions',
  exceptional: 'enforced only exceptionally',
  'case-law': 'left to the labour courts',
}
