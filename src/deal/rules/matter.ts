/**
 * What a rule is given, and what it says. A rule is a pure function of the deal, our own notes, the law as our data
 * knows it, and the day: it reads, reports every place at once, and never edits. A value that nobody has given yet is a
 * blank of the draft and no rule's concern; rules speak of contradictions and dangers.
 */
import type {Deal, Diagnostic, Pointer, PrivateNotes, Remedy, Severity} from '../../model/index.js'
import type {Law} from './law.js'

export interface Matter {
  readonly deal: Deal
  readonly privateNotes: PrivateNotes
  readonly law: Law
  /** ISO 8601 date. */
  readonly today: string
}

/** `R-…` for errors and warnings, `A-…` for advice. */
export type RuleId = `R-${string}` | `A-${string}`

export interface Rule {
  readonly id: RuleId
  readonly severity: Severity
  readonly title: string
  /** Why the rule exists: shown with each of its diagnostics. */
  readonly reason: string
  run(matter: Matter): readonly Diagnostic[]
}

/** One place where a rule is broken. */
export interface Finding {
  /** A full sentence that names the parties and values. */
  readonly message: string
  readonly at: Pointer
  /** What to do about it. */
  readonly hint: string
  readonly remedies?: readonly Remedy[]
  /** Where this place has a reason of its own. */
  readonly reason?: string
}

/** A rule from its facts and from what finds the places where it is broken. */
export function rule(about: Omit<Rule, 'run'>, find: (matter: Matter) => Iterable<Finding>): Rule {
  return {...about, run: (matter) => Array.from(find(matter), (finding) => diagnosticOf(about, finding))}
}

function diagnosticOf({id, severity, reason}: Omit<Rule, 'run'>, {at, ...finding}: Finding): Diagnostic {
  return {code: `rule/${id}`, severity, reason, ...finding, at: {pointer: at}}
}
