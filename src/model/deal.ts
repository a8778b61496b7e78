/** A deal as read from its folder: what was said, what was assumed, and what is ours alone. */
import type {JsonObject} from './json.js'
import type {Pointer} from './pointer.js'

/** A point left open on purpose: ask the lawyer, or not yet known. */
export type OpenPoint = {readonly ask: 'counsel' | 'unknown'; readonly note?: string}

export interface Deal {
  /** Id of the template. */
  readonly document: string
  /** As written, with the schema's defaults filled in, less what is `open`. */
  readonly parameters: JsonObject
  /** Pointers of the defaults that were filled in. */
  readonly assumed: readonly Pointer[]
  /** Position → clause id: the user's own choice. */
  readonly choices: Readonly<Record<string, string>>
  readonly open: Readonly<Record<Pointer, OpenPoint>>
}

/** `private.yaml`: read by rules and internal pages, never by a renderer of outgoing files. */
export interface PrivateNotes {
  readonly settled: readonly Settled[]
  readonly notes: Readonly<Record<Pointer, string>>
  readonly limits: Readonly<Record<Pointer, string>>
  /** What we will not accept, and what we want and do not say. */
  readonly redLines?: readonly string[]
  readonly aims?: readonly string[]
}

/** A warning that someone accepted, with the reason. */
export interface Settled {
  readonly rule: string
  /** The place that was accepted; every place of the rule where none is named. */
  readonly at?: Pointer
  readonly reason: string
  readonly by: string
  readonly on: string
}
