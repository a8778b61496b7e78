/**
 * R-054: a dispute ends in one place. A ladder that the deal gives runs from talk to one final step, in the order of
 * the schema's list; the final step is the one that `final` names; and nobody describes the other forum as well. Facts
 * that our schema assumed (one arbitrator, in English) describe nothing.
 */
import {type Deal, isList, type Pointer, type Remedy} from '../../model/index.js'
import {given, isWritten, textAt, textsAt} from './given.js'
import {type Finding, rule} from './matter.js'
import {listed} from './names.js'

const ladder: Pointer = '/law/ladder'
const final: Pointer = '/law/final'
const steps = ['managers', 'leaders', 'facilitator', 'mediation', 'expert', 'arbitration', 'court']

export const oneFinalStep = rule(
  {
    id: 'R-054',
    severity: 'error',
    title: 'One final step for disputes',
    reason: 'Where two forums are final, the first fight is about where to fight.',
  },
  function* ({deal}) {
    if (isList(given(deal, ladder))) yield* wrongLadder(deal, textsAt(deal, ladder) ?? [])
    yield* otherForum(deal)
  },
)

function* wrongLadder(deal: Deal, said: readonly string[]): Generator<Finding> {
  const ends = said.filter(isFinal)
  const chosen = textAt(deal, final)
  const message =
    ends.length === 0
      ? 'The steps for disputes have no final step.'
      : ends.length > 1
        ? `The steps for disputes end twice: in ${listed(ends)}.`
        : !isOrdered(said)
          ? `The steps for disputes are out of order: ${said.join(', ')}.`
          : chosen !== undefined && ends[0] !== chosen
            ? `The steps for disputes end in ${ends[0]}, while the final step is said to be ${chosen}.`
            : undefined
  if (message !== undefined) {
    yield {
      message,
      at: ladder,
      hint: 'List the steps from talk to one final step: arbitration or court, last.',
      remedies: mended(said, ends, chosen),
    }
  }
}

function isFinal(step: string): boolean {
  return step === 'arbitration' || step === 'court'
}

function isOrdered(said: readonly string[]): boolean {
  return said.every((step, index) => index === 0 || steps.indexOf(said[index - 1]!) < steps.indexOf(step))
}

// One remedy for each forum in which it could end: what the ladder or `final` says.
function mended(said: readonly string[], ends: readonly string[], chosen: string | undefined): readonly Remedy[] {
  const forums = [...new Set([...(chosen === undefined ? [] : [chosen]), ...ends])]
  return forums.map((forum) => ({
    label: `End in ${forum}`,
    set: {[ladder]: steps.filter((step) => step === forum || (said.includes(step) && !isFinal(step))), [final]: forum},
  }))
}

const described: Readonly<Record<string, readonly Pointer[]>> = {
  arbitration: [
    '/law/arbitration/institution',
    '/law/arbitration/rules',
    '/law/arbitration/seat',
    '/law/arbitration/agreementLaw',
  ],
  court: ['/law/court/place'],
}

function* otherForum(deal: Deal): Generator<Finding> {
  const chosen = textAt(deal, final)
  const other = chosen === 'court' ? 'arbitration' : 'court'
  const at = described[other]!.find((pointer) => isWritten(deal, pointer))
  if (chosen === undefined || at === undefined) return
  const both = described[chosen]?.some((pointer) => isWritten(deal, pointer)) === true
  const assumed = isWritten(deal, final) ? '' : ' (assumed, since you have not said)'
  yield {
    message: `Disputes end in ${chosen}${assumed}, and yet the deal describes ${other === 'court' ? `the courts of ${textAt(deal, at)}` : `an arbitration (${textAt(deal, at)})`}.`,
    at,
    hint: `Choose one. Delete what describes the other.`,
    remedies: both ? [] : [{label: `End in ${other}`, set: {[final]: other}}],
  }
}
