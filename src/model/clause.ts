/**
 * A clause of the library, compiled once: its text is a tree in which values, conditions and repetitions are nodes.
 * `markup` makes it from a file; `assemble` evaluates it against a deal, many times, without parsing again.
 */
import type {Json} from './json.js'
import type {ClauseRef, Hash, ProvisionId} from './provision.js'

/** Where in the file, counting from 1. */
export interface At {
  readonly line: number
  readonly column: number
}

/** A path of the clause language: `up` is how many `../` stand before it; no segments is `this`. */
export interface Path {
  readonly type: 'path'
  readonly up: number
  readonly segments: readonly string[]
  readonly at: At
}
export interface Literal {
  readonly type: 'literal'
  readonly value: string | number | boolean
}
export interface Call {
  readonly type: 'call'
  readonly helper: string
  readonly arguments: readonly Expression[]
  readonly at: At
}
export type Expression = Path | Literal | Call

/** `{{#if test}} then {{else}} otherwise {{/if}}`; `#unless` is a call of `not`. */
export interface Choice<T> {
  readonly type: 'choice'
  readonly test: Expression
  readonly holds: readonly Choosable<T>[]
  readonly otherwise: readonly Choosable<T>[]
}
/** `{{#each over}} each {{else}} otherwise {{/each}}`. */
export interface Repetition<T> {
  readonly type: 'repetition'
  readonly over: Path
  readonly each: readonly Choosable<T>[]
  readonly otherwise: readonly Choosable<T>[]
}
/** Something that stands as it is, or is chosen or repeated by the deal. */
export type Choosable<T> = T | Choice<T> | Repetition<T>

export type ClauseInline =
  | {readonly type: 'text'; readonly text: string}
  /** `\Results`: words that are not a use of the term. */
  | {readonly type: 'literal-text'; readonly text: string}
  | {readonly type: 'emphasis'; readonly content: readonly Choosable<ClauseInline>[]}
  | {readonly type: 'definition'; readonly text: string}
  /** `[label](#target)`; the target `survivors` stands for all provisions that outlive the agreement. */
  | {readonly type: 'reference'; readonly target: ProvisionId; readonly label: string; readonly at: At}
  | {readonly type: 'print'; readonly expression: Expression}

export interface ClauseParagraph {
  readonly type: 'paragraph'
  readonly content: readonly Choosable<ClauseInline>[]
}
export interface ClauseColumn {
  readonly align: 'start' | 'center' | 'end'
  readonly heading: readonly Choosable<ClauseInline>[]
}
export interface ClauseRow {
  readonly type: 'row'
  readonly label?: string
  readonly cells: readonly (readonly Choosable<ClauseInline>[])[]
}
export interface ClauseTable {
  readonly type: 'table'
  readonly columns: readonly ClauseColumn[]
  readonly rows: readonly Choosable<ClauseRow>[]
}
export type ClauseBlock = ClauseParagraph | ClauseTable

/** A sub-clause, labelled by `{#label}`. */
export interface ClauseItem {
  readonly type: 'item'
  readonly label?: string
  readonly body: readonly Choosable<ClauseBlock>[]
  readonly items: readonly Choosable<ClauseItem>[]
  readonly closing: readonly Choosable<ClauseBlock>[]
}

/** The text of a clause. */
export interface ClauseTree {
  readonly body: readonly Choosable<ClauseBlock>[]
  readonly items: readonly Choosable<ClauseItem>[]
  readonly closing: readonly Choosable<ClauseBlock>[]
}

export type Stance = 'trust' | 'balanced' | 'control'
export type Mechanism = 'risk-taking' | 'equity' | 'communication' | 'adaptation' | 'output' | 'behaviour' | 'social'
export type ChangeKind = 'patch' | 'minor' | 'major'

/** What the front matter of a clause says. */
export interface ClauseFacts {
  /** `ip.results.each-owns-own`: the clause. */
  readonly id: string
  /** `ip.results.ownership`: the issue that this text is one answer to. */
  readonly position: string
  readonly title: string
  readonly stance: Stance
  readonly mechanism?: Mechanism
  readonly when?: Expression
  /** Positions that must stand in the same agreement. */
  readonly requires: readonly string[]
  /** Positions, or clauses by id, that may not. */
  readonly conflicts: readonly string[]
  /** Term key → its other forms. */
  readonly terms: Readonly<Record<string, readonly string[]>>
  /** True, or the labels of the items that outlive the agreement. */
  readonly survives: boolean | readonly string[]
  /** Its items are definitions: those of terms that the agreement does not use are left out. */
  readonly glossary: boolean
  readonly summary: string
  readonly why: string
  readonly expect: string
  readonly fallbacks: readonly string[]
  /** Country code → what to ask local counsel. */
  readonly counsel: Readonly<Record<string, string>>
  readonly change?: ChangeKind
  readonly changes?: string
}

export interface Clause extends ClauseFacts {
  readonly version: string
  readonly hash: Hash
  /** Path of the file, for diagnostics. */
  readonly file: string
  readonly tree: ClauseTree
  /** Set for negotiated text in a deal's `clauses/`: the library clause that it replaces. */
  readonly negotiated?: {readonly file: string; readonly from?: ClauseRef}
}

/** A parameter that the schema knows: its kind decides how a value is put into words. */
export interface Parameter {
  // A pointer with * for any row: /parties, then *, then legalName, then latin.
  readonly pattern: string
  readonly kind: ParameterKind
  readonly title: string
  readonly question?: string
  readonly why?: string
  readonly default?: Json
  /** Allowed values and what each is called in a sentence (`x-words`). */
  readonly words?: Readonly<Record<string, string>>
  /** What the elements of a list are. */
  readonly items?: Parameter
  /** The rows, by their pointer, that a text names one of by its id (`x-names`): it prints that row's own name. */
  readonly names?: string
}

export type ParameterKind =
  | 'text'
  | 'number'
  | 'percent'
  | 'yes-no'
  | 'choice'
  | 'date'
  | 'money'
  | 'party'
  | 'country'
  | 'law'
  | 'language'
  | 'currency'
  | 'hours'
  | 'days'
  | 'business-days'
  | 'weeks'
  | 'months'
  | 'years'
  | 'list'
  | 'rows'
  | 'group'

/** All parameters by pattern. */
export type Parameters = ReadonlyMap<string, Parameter>
