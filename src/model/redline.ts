/**
 * A redline: an agreement with marks on its nodes, found before numbering. What stands unmarked is in both sides and in the words
 * of the new one; renumbering is therefore never a change. Marks stand on parts, provisions, blocks, rows, signatories, execution
 * blocks and on the outermost inlines of a paragraph, heading or cell; what is below a marked node has its mark, unless it
 * has one of its own on the same side (words deleted from a provision that was moved).
 */
import type {Agreement} from './agreement.js'
import type {Diagnostic} from './diagnostic.js'
import type {Json} from './json.js'
import type {Pointer} from './pointer.js'
import type {Hash, ProvisionId} from './provision.js'
import type {Inline} from './text.js'

export type MarkKind = 'inserted' | 'deleted' | 'movedFrom' | 'movedTo'

/** Why words changed: derived from what each revision was made of, never guessed from the words. */
export type Cause =
  | {readonly type: 'parameter'; readonly pointer: Pointer; readonly before: Json; readonly after: Json}
  /** Another version of the same clause (or template, or table of words). `note` is what the library says of it. */
  | {
      readonly type: 'version'
      readonly clause: string
      readonly from: string
      readonly to: string
      readonly note: string
    }
  /** Another clause of the library at the same position. */
  | {readonly type: 'variant'; readonly position: string; readonly from: string; readonly to: string}
  /** Someone's own words. */
  | {readonly type: 'hand'}
  /** The same words in another place. */
  | {readonly type: 'moved'}
  /** Words that follow from a change elsewhere: a list of surviving clauses, a term that is now defined. */
  | {readonly type: 'consequential'}

/** One stretch of words, or one whole node, that is in one side only. All nodes of a stretch bear the same change. */
export interface Change {
  /** Unique in a redline, counted in print order: `c1`, `c2`, … */
  readonly id: string
  readonly kind: MarkKind
  /** The other half: of a move, or of words that replace others. */
  readonly pair?: string
  readonly cause: Cause
  readonly author: string
  /** ISO 8601 instant. */
  readonly date: string
  /** The revision that brought it; 0 where the sides are no revisions. */
  readonly revision: number
  /** The provision, part or execution block that it stands in or is. `furniture`: title, header or footer. */
  readonly at: ProvisionId
}

/** What is compared: a revision of a deal, a version of a clause, a file. */
export interface Side {
  /** For people: "Revision 5", "ip.background 1.2.0", "returned.docx". */
  readonly label: string
  readonly revision?: number
  readonly hash?: Hash
  readonly time?: string
}

/** The words round an agreement: title, state, notices. The parties in a header are those of the execution blocks. */
export interface Furniture<M = never> {
  readonly title: readonly Inline<M>[]
  /** "Revision 3". */
  readonly revision: readonly Inline<M>[]
  readonly firstPage: readonly Inline<M>[]
  readonly footer: readonly Inline<M>[]
  readonly origin: readonly Inline<M>[]
}

/** A provision that prints another number than before, although nothing in it changed. */
export interface Renumbered {
  readonly id: ProvisionId
  readonly from: string
  readonly to: string
}

export interface Redline {
  readonly format: 1
  readonly from: Side
  readonly to: Side
  readonly agreement: Agreement<Change>
  readonly furniture: Furniture<Change>
  /** Each once, in print order. The number and hash of the revision itself are marked in `furniture`, and not listed. */
  readonly changes: readonly Change[]
  /** Provisions that stand in both sides under different ids. */
  readonly renamed: readonly {readonly from: ProvisionId; readonly to: ProvisionId}[]
  readonly renumbered: readonly Renumbered[]
  /** What could not be compared, with the reason. */
  readonly uncompared: readonly Diagnostic[]
}
