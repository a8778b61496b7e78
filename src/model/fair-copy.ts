/**
 * What is printed: an agreement with every number, citation and defined term settled, for one purpose. Made by
 * `engross`; renderers read it and decide nothing about content. Nothing is written back into the tree: numbers and
 * citations stand beside it, by provision id.
 */
import type {Against} from './against.js'
import type {Agreement} from './agreement.js'
import type {Locale} from './locale.js'
import type {ClauseRef, Hash, ProvisionId} from './provision.js'
import type {Inline, Reference} from './text.js'

export type Purpose = 'draft' | 'redline' | 'execution' | 'conformed'

/** Which list a number counts in: each schedule's paragraphs are a list of their own, named `paragraphs:<schedule id>`. */
export type NumberList = 'clauses' | 'parties' | 'recitals' | 'schedules' | `paragraphs:${ProvisionId}`

export interface Numeral {
  readonly list: NumberList
  /** 0 for the top of its list, 1 for sub-clauses, and so on. */
  readonly level: number
  /** Counting from 1 among its siblings. */
  readonly ordinal: number
  /** What stands in the margin: `7`, `7.2`, `(a)`, `(1)`, `(A)`, `Schedule 2`. */
  readonly label: string
  /** The whole number as cited from elsewhere: `7.2(a)`, `Schedule 2`. */
  readonly full: string
}

/** A citation in pieces: words as they are, and numerals that a renderer may make live fields. */
export type CitationPiece = string | {readonly target: ProvisionId; readonly numeral: string}

export interface ContentsLine {
  readonly id: ProvisionId
  /** 0: groups and schedules, and clauses where there are no groups; 1: clauses inside a group. */
  readonly level: 0 | 1
  readonly numeral?: string
  readonly heading: readonly Inline<unknown>[]
}

/** What a file says of its origin. Everything here may be seen by the other side. */
export interface Identity {
  /** Opaque: tells nothing of the deal's name, folder or people. */
  readonly deal: string
  readonly revision: number
  /** SHA-256 of the stored `agreement.json` of that revision. */
  readonly hash: Hash
  /** ISO 8601 instant of the revision; file dates are taken from it. */
  readonly time: string
  /** Version of Engross that made the file. */
  readonly engross: string
  /** `<template>@<version>` that it was made from. */
  readonly template: string
  readonly clauses: readonly ClauseRef[]
}

/** Short lines that a draft must display (LEGAL.md §6), ready in words. */
export interface Notices {
  /** First page: assembled from a library, not legal advice. */
  readonly firstPage: string
  /** Every page's footer: a draft, not reviewed by counsel. */
  readonly footer: string
  /** Beside it: library, parameters and revision. */
  readonly origin: string
}

export interface FairCopy<M = never> {
  readonly purpose: Purpose
  readonly agreement: Agreement<M>
  readonly locale: Locale
  readonly identity: Identity
  readonly notices: Notices
  /** Every numbered provision and schedule. Testimonium and cover have none. */
  readonly numerals: ReadonlyMap<ProvisionId, Numeral>
  /** What a reference to this target prints. Every target of a reference is here; so is every numbered provision. */
  readonly citations: ReadonlyMap<ProvisionId, readonly CitationPiece[]>
  /** In which provision each defined term gets its meaning. */
  readonly definitions: ReadonlyMap<string, ProvisionId>
  readonly contents: readonly ContentsLine[]
  /** In a redline: what it is compared with. Numbers, citations and contents above are then those of the new side. */
  readonly against?: Against<M>
}

/** What a reference prints: its target's citation; a bare one, the number alone where the citation has just one. */
export function citationOf(
  {target, bare}: Pick<Reference<unknown>, 'target' | 'bare'>,
  {citations}: Pick<FairCopy<unknown>, 'citations'>,
): readonly CitationPiece[] | undefined {
  const pieces = citations.get(target)
  const numbers = bare ? pieces?.filter((piece) => typeof piece !== 'string') : undefined
  return numbers?.length === 1 ? numbers : pieces
}
