/** What every part of the page is written from. On the page of a redline each node is seen on the side that it stands on. */
import {
  type Against,
  type Change,
  type CitationPiece,
  citationAt,
  type FairCopy,
  formerCitation,
  type Inline,
  inlinesOf,
  type Numeral,
  numeralOf,
  type Provision,
  type ProvisionId,
  type Reference,
  type Standing,
  standingOf,
} from '../../model/index.js'
import {anchorOf} from './anchors.js'
import type {Entry} from './entries.js'

export interface Page {
  readonly copy: FairCopy<Change>
  /** The definitions and uses that stand first in their provision: a link a term is enough for a paragraph. */
  readonly firsts: ReadonlySet<Inline<unknown>>
  /** Absent on the page of a clean copy. */
  readonly redline?: Marking
}

export interface Marking {
  readonly against: Against<Change>
  /** Both sides in one text, or the side that a column shows. */
  readonly shown: Standing
  /** Of what the words stand in. */
  readonly mark?: Change
  /** By id of a change: what it is listed as. */
  readonly entries: ReadonlyMap<string, Entry>
  /** True the first time that a name is asked for: a change in several pieces has one place. */
  readonly isFirst: (name: string) => boolean
}

interface Node {
  readonly mark?: Change
}

/** The page as it is seen from one provision. */
export function within(page: Page, provision: Provision<Change>): Page {
  if (page.redline && page.redline.shown !== 'both') return page
  const firsts = new Map<string, Inline<unknown>>()
  for (const inline of inlinesOf(provision)) {
    if (inline.type !== 'use' && inline.type !== 'definition') continue
    if (standingOf(inline.mark, sideOf(page)) === 'old') continue
    const definesHere = page.copy.definitions.get(inline.term) === provision.id
    // A term is defined where the fair copy says, and is no link to itself there.
    if (definesHere !== (inline.type === 'definition')) continue
    if (!firsts.has(inline.term)) firsts.set(inline.term, inline)
  }
  return {...page, firsts: new Set(firsts.values())}
}

/** The page as it is seen from below a node: with its mark, where it has one. */
export function below(page: Page, {mark}: Node): Page {
  return page.redline && mark ? {...page, redline: {...page.redline, mark}} : page
}

/** Whether a node is printed here: always, but for one that stands on the other side only than its column. */
export function isShown({mark}: Node, {redline}: Page): boolean {
  if (!redline || redline.shown === 'both') return true
  const standing = standingOf(mark ?? redline.mark)
  return standing === 'both' || standing === redline.shown
}

/** On which side the words are read here. */
export function sideOf({redline}: Page): Standing {
  if (!redline) return 'new'
  return redline.shown === 'both' ? standingOf(redline.mark) : redline.shown
}

// An unmarked node bears the id of the new side, in the column of the old side as well.
function idHere(id: ProvisionId, {redline}: Page): ProvisionId {
  return redline?.shown === 'old' && !redline.mark ? (redline.against.formerly.get(id) ?? id) : id
}

/** The number that a provision or schedule has here. */
export function numeralHere(id: ProvisionId, page: Page): Numeral | undefined {
  return numeralOf(idHere(id, page), page.copy, sideOf(page))
}

/** The number that it had, where another number is printed now and nothing else is said of it. */
export function formerLabel(id: ProvisionId, page: Page): string | undefined {
  const {redline, copy} = page
  if (redline?.shown !== 'both' || redline.mark) return undefined
  const before = numeralOf(redline.against.formerly.get(id) ?? id, copy, 'old')?.label
  return before === numeralHere(id, page)?.label ? undefined : before
}

/** What a reference prints here. Throws a RangeError for a target without a citation: `engross` settles them all. */
export function citationHere(
  {target, bare}: Pick<Reference<unknown>, 'target' | 'bare'>,
  page: Page,
): readonly CitationPiece[] {
  const cited = {target: idHere(target, page), ...(bare ? {bare} : {})}
  const pieces = citationAt(cited, page.copy, sideOf(page))
  if (!pieces) throw new RangeError(`renderHtml: the fair copy has no citation for "${target}"`)
  return pieces
}

/** What an unmarked reference printed before, where that reads otherwise than now. */
export function formerCitationHere(
  reference: Pick<Reference<unknown>, 'target' | 'bare'>,
  {copy, redline}: Page,
): readonly CitationPiece[] | undefined {
  return redline?.shown === 'both' && !redline.mark ? formerCitation(reference, copy) : undefined
}

/** The `id` of a provision, part or execution block here: one that stands in the old side only has a name of its own. */
export function placeOf(id: ProvisionId, page: Page): string {
  const {redline} = page
  if (!redline) return anchorOf(id)
  if (redline.shown === 'both') return standingOf(redline.mark) === 'old' ? `_old.${anchorOf(id)}` : anchorOf(id)
  return `${redline.shown === 'old' ? '_left' : '_right'}.${anchorOf(idHere(id, page))}`
}

/** The `id` of what a reference here points at. */
export function targetOf(target: ProvisionId, page: Page): string {
  const {redline} = page
  if (redline?.shown !== 'both' || standingOf(redline.mark) !== 'old') return placeOf(target, page)
  const {gone, renamed} = redline.against
  return gone.has(target) ? placeOf(target, page) : anchorOf(renamed.get(target) ?? target)
}
