/**
 * an agreement is between two parties at least, and a reader can tell them apart by the names that it prints.
 */
import type {Deal, Pointer} from '../../model/index.js'
import {quote} from '../quote.js'
import {fold} from './fold.js'
import {textAt} from './given.js'
import {type Finding, rule} from './matter.js'
import {calledAt, parties, partiesOf} from './names.js'

export const partiesDistinct = rule(
  {
    id: 'R-001',
    severity: 'error',
    title: 'Parties must be distinct',
    reason: 'A promise is certain only when it is clear who owes it to whom.',
  },
  function* ({deal}) {
    const rows = partiesOf(deal)
    // The one answer that cannot be a blank: without two parties there is no agreement to print.
    if (rows.length < 2) yield tooFew(deal, rows)
    yield* repeated(rows, (party) => textAt(deal, `${party}/id`), 'id')
    yield* repeated(rows, (party) => calledAt(deal, party), 'shortName')
  },
)

function tooFew(deal: Deal, [only]: readonly Pointer[]): Finding {
  const who = only === undefined ? 'no party' : `one party, ${calledAt(deal, only) ?? 'without a name'}`
  return {message: `The deal has ${who}.`, at: parties, hint: 'Name at least two parties.'}
}

function* repeated(
  rows: readonly Pointer[],
  wordsOf: (party: Pointer) => string | undefined,
  key: 'id' | 'shortName',
): Generator<Finding> {
  const seen = new Set<string>()
  for (const party of rows) {
    const words = wordsOf(party)
    if (words === undefined) continue
    const folded = fold(words)
    if (seen.has(folded)) yield notDistinct(words, `${party}/${key}`, key)
    seen.add(folded)
  }
}

function notDistinct(words: string, at: Pointer, key: 'id' | 'shortName'): Finding {
  const message =
    key === 'id'
      ? `Two parties have the id ${quote(words)}.`
      : `Two parties are called ${quote(words)}: nobody could tell which one is meant.`
  return {
    message,
    at,
    hint: 'Give each party a name of its own. Capitals and spaces alone do not tell two names apart.',
  }
}
