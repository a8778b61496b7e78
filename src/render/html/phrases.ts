/** What the page says of a change in words: what was done, why, by whom, when, and where from. */
import {
  type Cause,
  type Change,
  causeWords,
  citationAt,
  type FairCopy,
  type Locale,
  standingOf,
} from '../../model/index.js'
import {type Entry, oldBeforeNew} from './entries.js'

/** The kinds of cause, as a person chooses among them. */
export const causeNames: Readonly<Record<Cause['type'], string>> = {
  parameter: 'Parameter',
  version: 'Clause version',
  variant: 'Another clause',
  hand: 'Changed by hand',
  moved: 'Moved',
  consequential: 'Follows from another change',
}

/** "12 May 2026": the day in UTC. A language without names of months has the ISO date. */
export function dayWords(date: string, {months}: Locale): string {
  const [year, month, day] = date.slice(0, 10).split('-')
  const name = months[Number(month) - 1]
  return name === undefined ? date.slice(0, 10) : `${Number(day)} ${name} ${year}`
}

/** "Emma Clarke, 12 May 2026, revision 6"; nothing of what is not known. */
function bylineWords({author, date, revision}: Change, locale: Locale): string {
  const known = [author, date === '' ? '' : dayWords(date, locale), revision > 0 ? `revision ${revision}` : '']
  return known.filter((words) => words !== '').join(', ')
}

/** Who brought a change and when: both, where its halves came from two. */
export function bylinesOf(entry: Entry, locale: Locale): string {
  return [...new Set(oldBeforeNew(entry).map((change) => bylineWords(change, locale)))]
    .filter((words) => words !== '')
    .join('; ')
}

/** Why, in a sentence; two, where the halves have two causes. Of words that were only moved the kind says it already. */
export function whyWords(entry: Entry): string {
  const causes = oldBeforeNew(entry).map(({cause}) => cause)
  if (entry.kind === 'Moved' && causes.every(({type}) => type === 'moved')) return ''
  return [...new Set(causes.map(causeWords))].join(' ')
}

/** What a pointer resting on the words is told. */
export function changeTitle(entry: Entry, change: Change): string {
  const by = [change.author, change.revision > 0 ? `revision ${change.revision}` : ''].filter((words) => words !== '')
  return [`${entry.number}. ${entry.kind}.`, whyWords(entry), by.join(', ')].filter((words) => words !== '').join(' ')
}

/** The place that a change stands in, as cited on its own side: "clause 7.2", without the heading. Nothing without a number. */
export function placeWords(change: Change, copy: FairCopy<Change>): string | undefined {
  const pieces = citationAt({target: change.at}, copy, standingOf(change))
  return pieces
    ?.filter((piece) => typeof piece !== 'string' || !/^ \(/.test(piece))
    .map((piece) => (typeof piece === 'string' ? piece : piece.numeral))
    .join('')
}

/** "Moved from clause 7.2", "Inserted". `other` is the other end of a move. */
export function markWords(change: Change, other: Change | undefined, copy: FairCopy<Change>): string {
  if (change.kind === 'inserted') return 'Inserted'
  if (change.kind === 'deleted') return 'Deleted'
  const place = other && placeWords(other, copy)
  const way = change.kind === 'movedTo' ? 'from' : 'to'
  return place === undefined ? `Moved ${change.kind === 'movedTo' ? 'here' : 'away'}` : `Moved ${way} ${place}`
}

/** What we say ourselves is English, and says so on the page of an agreement in another language. */
export function ourLanguage({copy}: {readonly copy: FairCopy<Change>}): string | undefined {
  return /^en\b/.test(copy.agreement.language) ? undefined : 'en'
}
