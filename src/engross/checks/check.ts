/** What a check reads, and the table of checks. One file a check; each says all that it finds. */
import type {Agreement, ClauseFacts, Diagnostic, ProvisionId} from '../../model/index.js'
import {conflicts} from './conflicts.js'
import {doublyDefinedTerms} from './doubly-defined-term.js'
import {requirements} from './requires.js'
import {survivalList} from './survival-list.js'
import {undefinedTerms} from './undefined-term.js'
import {unusedTerms} from './unused-term.js'

export interface Examined {
  readonly agreement: Agreement
  /** The clauses that stand, in print order. */
  readonly standing: readonly ClauseFacts[]
  /** What the template calls for the survival list: ids of provisions that outlive the agreement. */
  readonly survivors: readonly ProvisionId[]
  /** Forms of every term that the library defines anywhere: a word among them that is not defined here is a fault. */
  readonly vocabulary: ReadonlySet<string>
}

export type Check = (examined: Examined) => readonly Diagnostic[]

export const checks: readonly Check[] = [
  doublyDefinedTerms,
  undefinedTerms,
  unusedTerms,
  requirements,
  conflicts,
  survivalList,
]

/** Everything that the checks find in an assembled agreement. */
export function examine(examined: Examined): readonly Diagnostic[] {
  return checks.flatMap((check) => check(examined))
}
