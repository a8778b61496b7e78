/**
 * the project ends after it starts, and its gates fall due within it and in their order. Dates are ISO 8601, so
 * that their order is that of their letters.
 */
import type {Deal, Pointer} from '../../model/index.js'
import {rowsAt, textAt} from './given.js'
import {type Finding, rule} from './matter.js'
import {gateAt} from './names.js'

export const datesAgree = rule(
  {
    id: 'R-011',
    severity: 'error',
    title: 'Dates conflict',
    reason: 'Where dates contradict each other nobody can tell when a duty falls due.',
  },
  function* ({deal}) {
    yield* project(deal)
    for (const gate of rowsAt(deal, '/gates')) yield* outside(deal, gate)
    yield* backwards(deal)
  },
)

const start: Pointer = '/project/startDate'
const end: Pointer = '/project/endDate'

function* project(deal: Deal): Generator<Finding> {
  const [from, to] = [textAt(deal, start), textAt(deal, end)]
  if (from === undefined || to === undefined || from <= to) return
  yield {
    message: `The project ends on ${to}, before it starts on ${from}.`,
    at: end,
    hint: 'Correct one of the two dates.',
    remedies: [{label: 'Exchange the two dates', set: {[start]: to, [end]: from}}],
  }
}

function* outside(deal: Deal, gate: Pointer): Generator<Finding> {
  const at = `${gate}/dueDate`
  const [from, due, to] = [textAt(deal, start), textAt(deal, at), textAt(deal, end)]
  if (due === undefined || (from !== undefined && to !== undefined && from > to)) return
  const hint = 'Move the gate, or the dates of the project.'
  if (from !== undefined && due < from) {
    yield {message: `${gateAt(deal, gate)} falls due on ${due}, before the project starts on ${from}.`, at, hint}
  }
  if (to !== undefined && due > to) {
    const remedies = [{label: `Let the project end on ${due}`, set: {[end]: due}}]
    yield {
      message: `${gateAt(deal, gate)} falls due on ${due}, after the project has ended on ${to}.`,
      at,
      hint,
      remedies,
    }
  }
}

function* backwards(deal: Deal): Generator<Finding> {
  const dated = rowsAt(deal, '/gates').filter((gate) => textAt(deal, `${gate}/dueDate`) !== undefined)
  for (const [index, gate] of dated.slice(1).entries()) {
    const before = dated[index]!
    const [earlier, due] = [textAt(deal, `${before}/dueDate`)!, textAt(deal, `${gate}/dueDate`)!]
    if (due >= earlier) continue
    yield {
      message: `${gateAt(deal, gate)} falls due on ${due}, before ${gateAt(deal, before)}, which comes first and falls due on ${earlier}.`,
      at: `${gate}/dueDate`,
      hint: 'List the gates in the order in which they fall due.',
    }
  }
}
