/**
 * What a fair copy knows besides, when it is a redline: the old side settled as well, so that deleted words print the numbers
 * they had. Renderers ask here on which side a node stands, and what number or citation it has there.
 */
import type {CitationPiece, FairCopy, Numeral} from './fair-copy.js'
import {citationOf} from './fair-copy.js'
import type {ProvisionId} from './provision.js'
import type {Change, Furniture, Redline} from './redline.js'
import type {Inline, Reference} from './text.js'

export interface Against<M = never> {
  /** The clean copy of the old side. */
  readonly copy: FairCopy
  readonly furniture: Furniture<M>
  /** Id of a provision on the old side → id under which it stands in the redline, where the two differ; and back. */
  readonly renamed: ReadonlyMap<ProvisionId, ProvisionId>
  readonly formerly: ReadonlyMap<ProvisionId, ProvisionId>
  /** Ids (of the old side) of provisions, parts and execution blocks that stand deleted or moved away in the redline. */
  readonly gone: ReadonlySet<ProvisionId>
  readonly redline: Redline
  /** Marks consequential renumbering of references as well. */
  readonly showRenumbering: boolean
  /** Prints the cause of each change beside it. */
  readonly showCauses: boolean
}

/** In which side a node stands. */
export type Standing = 'both' | 'old' | 'new'

/** Where a node stands: by its own mark, or by that of what it stands in. */
export function standingOf(mark: Change | undefined, around: Standing = 'both'): Standing {
  if (mark === undefined) return around
  return mark.kind === 'deleted' || mark.kind === 'movedFrom' ? 'old' : 'new'
}

type Settled = Pick<FairCopy<unknown>, 'numerals' | 'citations' | 'against'>

/** The number of a provision or schedule: that of the old side for what stands there only. */
export function numeralOf(id: ProvisionId, copy: Settled, standing: Standing): Numeral | undefined {
  return (standing === 'old' ? (copy.against?.copy ?? copy) : copy).numerals.get(id)
}

/** What a reference prints: in words of the old side, its citation there. */
export function citationAt(
  reference: Pick<Reference<unknown>, 'target' | 'bare'>,
  copy: Settled,
  standing: Standing,
): readonly CitationPiece[] | undefined {
  return citationOf(reference, standing === 'old' ? (copy.against?.copy ?? copy) : copy)
}

/** What an unmarked reference printed on the old side, where that reads otherwise than now; else nothing. */
export function formerCitation(
  {target, bare}: Pick<Reference<unknown>, 'target' | 'bare'>,
  copy: Settled,
): readonly CitationPiece[] | undefined {
  const {against} = copy
  if (!against) return undefined
  const before = citationOf({target: against.formerly.get(target) ?? target, ...(bare ? {bare} : {})}, against.copy)
  const now = citationOf({target, ...(bare ? {bare} : {})}, copy)
  return before && now && printed(before) !== printed(now) ? before : undefined
}

function printed(pieces: readonly CitationPiece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.numeral)).join('')
}

/** The words round the agreement, marked in a redline. */
export function furnitureOf<M>(copy: FairCopy<M>): Furniture<M> {
  return copy.against?.furniture ?? plainFurniture(copy)
}

/** The words round a clean copy. */
export function plainFurniture({
  agreement,
  identity,
  locale,
  notices,
}: Pick<FairCopy<unknown>, 'agreement' | 'identity' | 'locale' | 'notices'>): Furniture {
  return {
    title: words(agreement.title),
    revision: words(locale.print.revision.replace('{n}', String(identity.revision))),
    firstPage: words(notices.firstPage),
    footer: words(notices.footer),
    origin: words(notices.origin),
  }
}

function words(text: string): readonly Inline[] {
  return text === '' ? [] : [{type: 'text', text}]
}
