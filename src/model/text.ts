/**
 * The words of a provision. Definitions, uses of defined terms, references, values and blanks stay nodes: no stage
 * reads text again to find them. `M` is the mark that a redline puts on a node; `never` in a clean agreement.
 */
import type {Pointer} from './pointer.js'
import type {ProvisionId} from './provision.js'

interface Marked<M> {
  readonly mark?: M
}

/** Plain words. A line break inside is `\n`; there are no other control characters. */
export interface Text<M = never> extends Marked<M> {
  readonly type: 'text'
  readonly text: string
}

export interface Emphasis<M = never> extends Marked<M> {
  readonly type: 'emphasis'
  readonly content: readonly Inline<M>[]
}

/** Where a term gets its meaning; `text` is printed bold between curled quotes. `term` is the term's key. */
export interface Definition<M = never> extends Marked<M> {
  readonly type: 'definition'
  readonly term: string
  readonly text: string
}

/** A use of a defined term; `text` is the form that stands here ("Result" of the term "Results"). */
export interface Use<M = never> extends Marked<M> {
  readonly type: 'use'
  readonly term: string
  readonly text: string
}

/** A reference to a position, or to a labelled provision in it. What prints is the target's citation, found by `engross`. */
export interface Reference<M = never> extends Marked<M> {
  readonly type: 'reference'
  readonly target: ProvisionId
  /** In a list of numbers: "clauses 10, 11 and 16" needs neither the word nor the heading again. */
  readonly bare?: true
}

/** A parameter put into words. */
export interface Value<M = never> extends Marked<M> {
  readonly type: 'value'
  readonly pointer: Pointer
  readonly words: string
}

/** A parameter that has no value yet: prints as `[●]`; `question` is what the schema asks for it. */
export interface Blank<M = never> extends Marked<M> {
  readonly type: 'blank'
  readonly pointer: Pointer
  readonly question: string
}

export type Inline<M = never> = Text<M> | Emphasis<M> | Definition<M> | Use<M> | Reference<M> | Value<M> | Blank<M>

export interface Paragraph<M = never> extends Marked<M> {
  readonly type: 'paragraph'
  readonly content: readonly Inline<M>[]
}

export interface Column<M = never> {
  readonly align: 'start' | 'center' | 'end'
  readonly heading: readonly Inline<M>[]
}

export interface Row<M = never> extends Marked<M> {
  readonly id: string
  readonly cells: readonly (readonly Inline<M>[])[]
}

/** `columns` hold the heading row; a table whose headings are all empty prints none. */
export interface Table<M = never> extends Marked<M> {
  readonly type: 'table'
  readonly columns: readonly Column<M>[]
  readonly rows: readonly Row<M>[]
}

export type Block<M = never> = Paragraph<M> | Table<M>
