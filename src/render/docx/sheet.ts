/**
 * What the writer of a node may look at besides the node: the settled numbers and citations, and the few words of the
 * locale that print. It never changes while a copy is written; ids are slots, filled when a segment is done.
 */
import type {CitationPiece, FairCopy, Locale, NumberList, Numeral, NumberingScheme, ProvisionId} from '../../model/index.js'
import {paragraphsId} from './numbering.js'
import {clauseHeading} from './styles.js'

export interface Sheet {
  readonly numerals: ReadonlyMap<ProvisionId, Numeral>
  readonly citations: ReadonlyMap<ProvisionId, readonly CitationPiece[]>
  readonly print: Locale['print']
  readonly scheme: NumberingScheme
  readonly clauseHeading: string
  /** The `w:numId` of each schedule's paragraphs. */
  readonly paragraphs: ReadonlyMap<NumberList, number>
}

export function sheetOf(copy: FairCopy): Sheet {
  const schedules = copy.agreement.parts.filter((part) => part.kind === 'schedule')
  return {
    numerals: copy.numerals,
    citations: copy.citations,
    print: copy.locale.print,
    scheme: copy.agreement.numbering,
    clauseHeading: clauseHeading(isGrouped(copy)),
    paragraphs: new Map(schedules.map(({id}, index) => [`paragraphs:${id}` as const, paragraphsId(index + 1)])),
  }
}

export function isGrouped({agreement}: FairCopy): boolean {
  return agreement.parts.some((part) => part.kind === 'group' && part.heading !== undefined)
}
