/**
 * in many countries an employee who invents is owed a reward by law, and the employer must claim the invention
 * in time. One warning a party whose law says so, or whose law our data does not know well enough. Not in documents
 * that are only about secrecy, since nothing is invented under them; not for a natural person who is a party.
 */
import type {Pointer} from '../../model/index.js'
import {isNda, textAt} from './given.js'
import {sureValue} from './law.js'
import {type Finding, type Matter, rule} from './matter.js'
import {partiesOf, partyAt} from './names.js'

export const inventorReward = rule(
  {
    id: 'R-023',
    severity: 'warning',
    title: 'Budget for the statutory inventor reward',
    reason: 'Rules on employees’ inventions are mandatory: a contract between companies does not set them aside.',
  },
  function* (matter) {
    if (isNda(matter.deal)) return
    for (const party of partiesOf(matter.deal)) yield* rewardDue(matter, party)
  },
)

function* rewardDue({deal, law}: Matter, party: Pointer): Generator<Finding> {
  const at = `${party}/jurisdiction`
  const code = textAt(deal, at)
  if (code === undefined || textAt(deal, `${party}/kind`) === 'individual') return
  const known = sureValue(law.fact(code, 'employeeInventionReward'))
  if (known === 'no') return
  const who = partyAt(deal, party)
  yield known === 'yes'
    ? {
        message: `Inventors employed by ${who} may be owed a reward under ${law.lawOf(code)}.`,
        at,
        hint: `Settle who claims inventions in time and who pays the reward. ${source(law.fact(code, 'employeeInventionReward')?.source)}`.trim(),
      }
    : {
        message: `Whether inventors employed by ${who} are owed a reward under ${law.lawOf(code)} is not known to us.`,
        at,
        hint: 'Ask local counsel who owns an employee’s invention and what is due for it.',
      }
}

function source(text: string | undefined): string {
  return text === undefined ? '' : `Source: ${text}.`
}
