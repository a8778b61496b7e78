/**
 * What the writer of a node may look at besides the node: the settled numbers and citations, and the few words of the
 * locale that print. It never changes while a copy is written; ids are slots, filled when a segment is done.
 */
import type {CitationPiece, FairCopy, Locale, Numeral, ProvisionId} from '../../model/index.js'
import {bookmarkName} from './names.js'
import {paragraphsId} from './numbering.js'
import {type Places, placesOf} from './places.js'
import {clauseHeading} from './styles.js'

export interface Sheet {
  readonly numerals: ReadonlyMap<ProvisionId, Numeral>
  readonly citations: ReadonlyMap<ProvisionId, readonly CitationPiece[]>
  readonly print: Locale['print']
  readonly places: Places
  readonly schedules: number
  /** The bookmark of a provision. */
  readonly nameOf: (id: ProvisionId) => string
  /** All of the above that a provision's XML can show besides numbers and citations, as one text to compare. */
  readonly looks: string
}

/** `names` are those found before: a digest costs more than a look. */
export function sheetOf(copy: FairCopy, names: Map<ProvisionId, string>): Sheet {
  const {numbering: scheme, parts} = copy.agreement
  const {print} = copy.locale
  const heading = clauseHeading(isGrouped(copy))
  const schedules = parts.filter(({kind}) => kind === 'schedule')
  const paragraphs = new Map(schedules.map(({id}, index) => [`paragraphs:${id}` as const, paragraphsId(index + 1)]))
  return {
    numerals: copy.numerals,
    citations: copy.citations,
    print,
    places: placesOf(scheme, heading, paragraphs),
    schedules: schedules.length,
    nameOf: (id) => names.get(id) ?? remember(id, names),
    looks: [scheme, heading, print.openQuote, print.closeQuote, print.blank, ...[...paragraphs].flat()].join('\n'),
  }
}

// Enough for every clause of a library; rows of a pack have names of their own, which must not pile up.
const most = 20_000

function remember(id: ProvisionId, names: Map<ProvisionId, string>): string {
  if (names.size >= most) names.clear()
  const name = bookmarkName(id)
  names.set(id, name)
  return name
}

export function isGrouped({agreement}: FairCopy): boolean {
  return agreement.parts.some((part) => part.kind === 'group' && part.heading !== undefined)
}
