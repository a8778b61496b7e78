/**
 * a purpose that is given says something: at least 40 characters for the project, 20 for the use of confidential
 * information. A purpose that is not given is a blank. In a document that is only about secrecy the project is
 * background.
 */
import type {Deal, Pointer} from '../../model/index.js'
import {quote} from '../quote.js'
import {isPlaceholder} from './fold.js'
import {isNda, textAt} from './given.js'
import {type Finding, rule} from './matter.js'

export const purposeSaid = rule(
  {
    id: 'R-012',
    severity: 'error',
    title: 'Say what it is for',
    reason: 'Everything is limited by the purpose: what may be used, what is paid for, what is left to each party.',
  },
  function* ({deal}) {
    yield* tooShort(deal, '/project/purpose', {...project, least: isNda(deal) ? 0 : project.least})
    yield* tooShort(deal, '/nda/purpose', secrets)
  },
)

interface Purpose {
  readonly what: string
  /** In characters. */
  readonly least: number
  readonly hint: string
}

const project: Purpose = {
  what: 'The purpose of the project',
  least: 40,
  hint: 'Say in one sentence what the parties will do together and what for.',
}

const secrets: Purpose = {
  what: 'The purpose for which confidential information may be used',
  least: 20,
  hint: 'Say in one sentence what the information is shown for.',
}

function* tooShort(deal: Deal, at: Pointer, {what, least, hint}: Purpose): Generator<Finding> {
  const purpose = textAt(deal, at)?.trim()
  if (purpose === undefined) return
  const length = [...purpose].length
  if (isPlaceholder(purpose)) {
    yield {message: `${what} is ${quote(purpose)}, which only holds its place.`, at, hint: emptied}
  } else if (length < least) {
    yield {message: `${what} is ${quote(purpose)}: ${length} characters, where ${least} are the least.`, at, hint}
  }
}

const emptied = 'Write the purpose in your own words, or leave it out: it prints as a blank with its question.'
