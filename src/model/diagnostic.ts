/** What the user got wrong, or should know: collected, and shown together. What we got wrong is a `throw`. */
import type {Json} from './json.js'
import type {Pointer} from './pointer.js'
import type {ProvisionId} from './provision.js'

export type Severity = 'error' | 'warning' | 'advice'

export type Place =
  | {readonly pointer: Pointer}
  | {readonly provision: ProvisionId}
  | {readonly file: string; readonly line?: number; readonly column?: number; readonly part?: string}

/** A change to the parameters that would settle a diagnostic: pointer → new value. */
export interface Remedy {
  readonly label: string
  readonly set: Readonly<Record<Pointer, Json>>
}

export interface Diagnostic {
  readonly code: `${string}/${string}`
  readonly severity: Severity
  readonly message: string
  readonly reason?: string
  readonly hint?: string
  readonly at: Place
  readonly remedies?: readonly Remedy[]
}

/** True when at least one of them stops the job. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({severity}) => severity === 'error')
}
