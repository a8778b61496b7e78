/**
 * controlled technology does not cross a border without its licence. "Unknown" is an answer that a newcomer may
 * give; "yes" without a reference is a danger. Once something is controlled, a document that governs work together also
 * needs the parties to be screened against sanctions lists, on a day that has come. Open points stay open.
 */
import type {Deal, Pointer} from '../../model/index.js'
import {isCollaboration, isOpen, textAt} from './given.js'
import {type Finding, rule} from './matter.js'

const reference: Pointer = '/compliance/exportReference'
const screened: Pointer = '/compliance/sanctionsScreenedOn'

export const exportAndSanctions = rule(
  {
    id: 'R-049',
    severity: 'error',
    title: 'Do not exchange controlled technology yet',
    reason:
      'Export control and sanctions bite without fault, and showing technical data to a foreign colleague can be an export.',
  },
  function* ({deal, today}) {
    if (textAt(deal, '/compliance/exportControlled') !== 'yes') return
    yield* withoutReference(deal)
    if (isCollaboration(deal)) yield* notScreened(deal, today)
  },
)

function* withoutReference(deal: Deal): Generator<Finding> {
  if (textAt(deal, reference) !== undefined || isOpen(deal, reference)) return
  yield {
    message: 'The deal says that export-controlled technology is exchanged, and names no licence or classification.',
    at: reference,
    hint: 'Give the reference of the licence, or of the ruling that none is needed.',
  }
}

function* notScreened(deal: Deal, today: string): Generator<Finding> {
  const day = textAt(deal, screened)
  if (day === undefined && !isOpen(deal, screened)) {
    yield {
      message:
        'Export-controlled technology is exchanged, and nobody has screened the parties against sanctions lists.',
      at: screened,
      hint: 'Screen the parties and their owners, and give the day.',
    }
  }
  if (day !== undefined && day > today) {
    yield {
      message: `The parties are said to be screened against sanctions lists on ${day}, a day that has not come.`,
      at: screened,
      hint: 'Give the day on which it was done.',
    }
  }
}
