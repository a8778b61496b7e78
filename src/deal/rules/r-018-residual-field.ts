/** where results are split by field, something is said of the uses that nobody thought of. */
import {isOpen, textAt} from './given.js'
import {rule} from './matter.js'

const at = '/ip/residualField'

export const residualField = rule(
  {
    id: 'R-018',
    severity: 'warning',
    title: 'Who gets unplanned uses',
    reason: 'The best use of a result is often one that nobody planned.',
  },
  function* ({deal}) {
    if (textAt(deal, '/ip/results/regime') !== 'field-split' || textAt(deal, at) !== undefined) return
    yield {
      message: `The results are split by field, and ${isOpen(deal, at) ? 'it is left open' : 'nothing says'} who may use them outside all fields.`,
      at,
      hint: 'Say whether each party may use results outside all fields, or only by agreement.',
      remedies: [
        {label: 'Each may use them', set: {[at]: 'each-may-use'}},
        {label: 'Only by agreement', set: {[at]: 'by-agreement'}},
      ],
    }
  },
)
