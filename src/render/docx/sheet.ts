/**
 * What the writer of a node may look at besides the node: the settled numbers and citations, and the few words of the
 * locale that print. It never changes while a copy is written; ids are slots, filled when a segment is done.
 */
import type {Change, CitationPiece, FairCopy, Locale, Numeral, ProvisionId} from '../../model/index.js'
import {bookmarkName} from './names.js'
import {paragraphsId} from './numbering.js'
import {type Places, placesOf} from './places.js'
import type {Tracking} from './redline-sheet.js'
import {clauseHeading} from './styles.js'

export interface Sheet {
  readonly numerals: ReadonlyMap<ProvisionId, Numeral>
  readonly citations: ReadonlyMap<ProvisionId, readonly CitationPiece[]>
  readonly print: Locale['print']
  readonly places: Places
  readonly schedules: number
  /** The bookmark of a provision that stands here. */
  readonly nameOf: (id: ProvisionId) => string
  /** The bookmark that a reference from here points to. */
  readonly pointTo: (target: ProvisionId) => string
  /** All of the above that a provision's XML can show besides numbers and citations, as one text to compare. */
  readonly looks: string
  /** The mark of what is written, in a redline: its own, or that of what it stands in. */
  readonly around?: Change
  /** What a redline knows besides. */
  readonly redline?: Tracking
  /** Moves are printed as deletions and insertions: in tables, and wherever words are printed a second time. */
  readonly plainly?: true
}

/** The bookmarks of ids, kept: a digest costs more than a look. */
export type Names = Map<ProvisionId, string>

/** `names` are those found before. */
export function sheetOf(copy: FairCopy<Change>, names: Names): Sheet {
  const schedules = copy.agreement.parts.filter(({kind}) => kind === 'schedule')
  const paragraphs = new Map(schedules.map(({id}, index) => [`paragraphs:${id}` as const, paragraphsId(index + 1)]))
  return sheetWith(copy, names, paragraphs, isGrouped(copy))
}

/** A sheet for one side, whose schedules have these lists; `grouped` is that of the document. */
export function sheetWith(
  copy: Pick<FairCopy<Change>, 'agreement' | 'locale' | 'numerals' | 'citations'>,
  names: Names,
  paragraphs: ReadonlyMap<`paragraphs:${ProvisionId}`, number>,
  grouped: boolean,
): Sheet {
  const {numbering: scheme} = copy.agreement
  const {print} = copy.locale
  const heading = clauseHeading(grouped)
  const nameOf = (id: ProvisionId): string => names.get(id) ?? remember(id, names)
  return {
    numerals: copy.numerals,
    citations: copy.citations,
    print,
    places: placesOf(scheme, heading, paragraphs),
    schedules: paragraphs.size,
    nameOf,
    pointTo: nameOf,
    looks: [scheme, heading, print.openQuote, print.closeQuote, print.blank, ...[...paragraphs].flat()].join('\n'),
  }
}

// Enough for every clause of a library; rows of a pack have names of their own, which must not pile up.
const most = 20_000

function remember(id: ProvisionId, names: Names): string {
  if (names.size >= most) names.clear()
  const name = bookmarkName(id)
  names.set(id, name)
  return name
}

export function isGrouped({agreement}: Pick<FairCopy<Change>, 'agreement'>): boolean {
  return agreement.parts.some((part) => part.kind === 'group' && part.heading !== undefined)
}
