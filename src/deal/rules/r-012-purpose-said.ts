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
    yield* tooShort(deal, '/project/purpose', isNda(deal) ? 0 : 40, 'The purpose of the project')
    yield* tooShort(deal, '/nda/purpose', 20, 'The purpose for which confidential information may be used')
  },
)

function* tooShort(deal: Deal, at: Pointer, least: number, what: string): Generator<Finding> {
  const purpose = textAt(deal, at)?.trim()
  if (purpose === undefined) return
  const length = [...purpose].length
  if (isPlaceholder(purpose)) {
    yield {message: `${what} is ${quote(purpose)}, which only holds its place.`, at, hint: hints.placeholder}
  } else if (length < least) {
    yield {
      message: `${what} is ${quote(purpose)}: ${length} characters, where ${least} are the least.`,
      at,
      hint: hints.short,
    }
  }
}

const hints = {
  placeholder: 'Write the purpose in your own words, or leave it out: it prints as a blank with its question.',
  short: 'Say in one sentence what the parties will do together and what for.',
}
