/**
 * Once a revision is executed, nothing takes its place: what is recorded after it is a variation of it. That is declared
 * once, with a message; what follows on a variation carries it on until that is executed in its turn.
 */
import type {Diagnostic} from '../model/index.js'
import type {Note, Tag} from '../revisions/index.js'

/** The last revision that is marked executed. */
export function executedIn(tags: readonly Tag[]): number | undefined {
  const executed = tags.flatMap(({tag, revision}) => (tag === 'executed' ? [revision] : []))
  return executed.length === 0 ? undefined : Math.max(...executed)
}

export interface Variation {
  /** The executed revision that the next one varies; none where nothing is executed. */
  readonly varies?: number
  /** Why nothing can be recorded. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * What the next revision must say of the executed one. `head` is the note of the head revision; `declared` is true when the
 * user said that the next is a variation, and `message` says what of.
 */
export function variationOf(
  executed: number | undefined,
  head: Note | undefined,
  {declared, message}: {readonly declared: boolean; readonly message: string},
): Variation {
  if (executed === undefined) return {diagnostics: declared ? [nothingExecuted()] : []}
  if (head?.varies === executed) return {varies: executed, diagnostics: []}
  if (!declared) return {diagnostics: [isExecuted(executed)]}
  return message.trim() === '' ? {diagnostics: [unexplained(executed)]} : {varies: executed, diagnostics: []}
}

function isExecuted(executed: number): Diagnostic {
  return problem(
    'executed',
    `Revision ${executed} is executed: what was signed is not changed. What comes after it can only be a variation.`,
    'Say that it is one and what it varies: `--variation --message "…"`; or take the change back.',
  )
}

function unexplained(executed: number): Diagnostic {
  return problem(
    'variation-unexplained',
    `A variation of executed revision ${executed} needs a message that says what it varies.`,
    'Add --message "…".',
  )
}

function nothingExecuted(): Diagnostic {
  return problem(
    'nothing-executed',
    'No revision is marked executed, so there is nothing to vary.',
    'Leave out --variation; or mark what was signed: `engross mark <deal> executed <revision>`.',
  )
}

function problem(code: string, message: string, hint: string): Diagnostic {
  return {code: `revision/${code}`, severity: 'error', message, hint, at: {file: 'revisions'}}
}
