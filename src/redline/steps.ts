/**
 * What lies between two agreements: steps, each with one author and, where it is known, one cause. A redline compares the ends;
 * the steps between say who brought which words, and why.
 */
import type {Agreement, Cause, Source} from '../model/index.js'

/** The cause of a whole step. `unknown`: the changes say it themselves, by the sources of what they stand in. */
export type StepCause = Exclude<Cause, {readonly type: 'moved' | 'consequential'}> | {readonly type: 'unknown'}

export interface Step {
  /** The agreement after the step. */
  readonly agreement: Agreement
  readonly author: string
  /** ISO 8601 instant. */
  readonly date: string
  readonly revision: number
  readonly cause: StepCause
}

/** What is known of the library, where it is at hand. */
export interface Knowledge {
  /** Whether the words of a clause follow from which other clauses stand: a glossary, a list of what survives. */
  readonly follows: (source: Source) => boolean
  /** What the library says of the way from one version of a clause to another. */
  readonly noteOf: (clause: string, from: string, to: string) => string
}

export const nothingKnown: Knowledge = {follows: () => false, noteOf: () => ''}

/** All agreements of a comparison: `0` is the old side, the last the new one. */
export interface Journey {
  readonly from: Agreement
  readonly steps: readonly Step[]
  readonly knowledge: Knowledge
}
