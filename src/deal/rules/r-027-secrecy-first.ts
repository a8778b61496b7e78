/**
 * R-027: secrecy is agreed before information of tier 2 or deeper is shown. A collaboration document contains clauses
 * on confidentiality, and an NDA is nothing else: they hold by themselves from the day of signing. So the rule
 * compares, for each gate that opens tier 2 or more, its due date with the first day of secrecy that the deal names: an
 * earlier NDA, or the signing of a document that has such clauses. Where no day is named, only a document without them
 * is wrong.
 */
import type {Deal, Pointer} from '../../model/index.js'
import {isCollaboration, isNda, isOpen, numberAt, rowsAt, textAt} from './given.js'
import {type Finding, rule} from './matter.js'
import {gateAt} from './names.js'

const earlier: Pointer = '/nda/signedOn'
const signing: Pointer = '/signing/date'

export const secrecyFirst = rule(
  {
    id: 'R-027',
    severity: 'error',
    title: 'Secrecy first',
    reason: 'What is shown before secrecy is agreed is no longer secret, and may no longer be patentable.',
  },
  function* ({deal}) {
    const first = firstDay(deal)
    for (const gate of rowsAt(deal, '/gates')) {
      if ((numberAt(deal, `${gate}/tier`) ?? 0) < 2) continue
      const due = textAt(deal, `${gate}/dueDate`)
      if (first === undefined ? !protectsItself(deal) && !isOpen(deal, earlier) : due !== undefined && due < first)
        yield unprotected(deal, gate, first)
    }
  },
)

/** The first day on which secrecy is owed, as far as the deal names one. */
function firstDay(deal: Deal): string | undefined {
  const days = [textAt(deal, earlier), protectsItself(deal) ? textAt(deal, signing) : undefined]
  return days.filter((day) => day !== undefined).sort()[0]
}

function protectsItself(deal: Deal): boolean {
  return isCollaboration(deal) || isNda(deal)
}

function unprotected(deal: Deal, gate: Pointer, first: string | undefined): Finding {
  const tier = `${gateAt(deal, gate)} opens tier ${numberAt(deal, `${gate}/tier`)}`
  return first === undefined
    ? {
        message: `${tier}, and the parties have agreed no secrecy.`,
        at: earlier,
        hint: 'Sign an NDA first and give its date.',
      }
    : {
        message: `${tier} on ${textAt(deal, `${gate}/dueDate`)}, and secrecy is owed from ${first} only.`,
        at: `${gate}/dueDate`,
        hint: 'Move the gate behind the signing, or sign an NDA before it and give its date.',
      }
}
