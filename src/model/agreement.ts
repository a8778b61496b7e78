/** The central type: the assembled agreement as an immutable JSON tree. Stored, hashed, compared, linted, printed. */
import type {Provision, ProvisionId} from './provision.js'
import type {Block, Inline} from './text.js'

/** The front page: the title and the key terms in a table (left what, right the value or blank). */
export interface Cover<M = never> {
  readonly kind: 'cover'
  readonly id: ProvisionId
  readonly blocks: readonly Block<M>[]
  readonly mark?: M
}

/** Who contracts: one provision a party, numbered (1), (2). */
export interface PartiesPart<M = never> {
  readonly kind: 'parties'
  readonly id: ProvisionId
  readonly heading: readonly Inline<M>[]
  readonly provisions: readonly Provision<M>[]
  readonly mark?: M
}

/** Background before the operative part, lettered (A), (B). */
export interface Recitals<M = never> {
  readonly kind: 'recitals'
  readonly id: ProvisionId
  readonly heading: readonly Inline<M>[]
  readonly provisions: readonly Provision<M>[]
  readonly mark?: M
}

/** Clauses under a common heading; numbers run on from group to group. */
export interface Group<M = never> {
  readonly kind: 'group'
  readonly id: ProvisionId
  readonly heading?: readonly Inline<M>[]
  readonly provisions: readonly Provision<M>[]
  readonly mark?: M
}

/** Numbered Schedule 1, 2, …; its paragraphs are numbered from 1 in each. `heading` is the title without the number. */
export interface Schedule<M = never> {
  readonly kind: 'schedule'
  readonly id: ProvisionId
  readonly heading: readonly Inline<M>[]
  readonly provisions: readonly Provision<M>[]
  readonly mark?: M
}

/** Where a person signs for a party. Empty `name`, `title` are blanks in the tree, never empty lists. */
export interface Signatory<M = never> {
  readonly id: string
  readonly name: readonly Inline<M>[]
  readonly title: readonly Inline<M>[]
  /** By what power the person signs, in words ("Director", "Power of attorney of 3 May 2026"). */
  readonly authority: readonly Inline<M>[]
  readonly mark?: M
}

/** Where a party signs. Kept together on one page. */
export interface ExecutionBlock<M = never> {
  readonly id: ProvisionId
  /** The registered name, in Latin letters. */
  readonly party: readonly Inline<M>[]
  /** The registered name in its own script, where it has one. */
  readonly native?: readonly Inline<M>[]
  readonly signatories: readonly Signatory<M>[]
  readonly mark?: M
}

/** The signature page: the words before it (testimonium) are provisions without numbers. */
export interface Execution<M = never> {
  readonly kind: 'execution'
  readonly id: ProvisionId
  readonly provisions: readonly Provision<M>[]
  readonly blocks: readonly ExecutionBlock<M>[]
  readonly mark?: M
}

export type Part<M = never> = Cover<M> | PartiesPart<M> | Recitals<M> | Group<M> | Schedule<M> | Execution<M>

/** How clauses are numbered: `legal` is 1 · 1.1 · (a) · (i) · (A); `decimal` is 1 · 1.1 · 1.1.1 · …  */
export type NumberingScheme = 'legal' | 'decimal'

export interface Agreement<M = never> {
  readonly format: 1
  readonly template: {readonly id: string; readonly version: string}
  /** What kind of document it is ("Collaboration Agreement"). */
  readonly title: string
  /** BCP 47 tag of the language it is written in. */
  readonly language: string
  readonly numbering: NumberingScheme
  readonly parts: readonly Part<M>[]
}
