/** The words of an agreement where they stand: numbered, nested, each knowing where it came from. */
import type {Block, Inline} from './text.js'

/**
 * `<position>`, or `<position>/<label>`, or `<position>/<label>/<label>…`; a provision made by `#each` appends
 * `~<row id>`. Lasts across revisions; never a place in a list.
 */
export type ProvisionId = string

/** `sha256:` and 64 hexadecimal digits. */
export type Hash = string

/** Where a provision's words came from. */
export type Source =
  | {readonly type: 'clause'; readonly clause: string; readonly version: string; readonly hash: Hash}
  | {readonly type: 'negotiated'; readonly file: string; readonly hash: Hash; readonly from?: ClauseRef}
  | {readonly type: 'template'; readonly template: string; readonly version: string}
  | {readonly type: 'file'; readonly file: string; readonly paragraph: number}

/** One version of one clause of the library. */
export interface ClauseRef {
  readonly clause: string
  readonly version: string
  readonly hash: Hash
}

/**
 * A clause, sub-clause or paragraph in an agreement. Its number is derived, never stored.
 * In print order: heading, body, provisions, closing (the words after the sub-list).
 */
export interface Provision<M = never> {
  readonly id: ProvisionId
  readonly source: Source
  readonly heading?: readonly Inline<M>[]
  readonly body: readonly Block<M>[]
  readonly provisions: readonly Provision<M>[]
  readonly closing?: readonly Block<M>[]
  readonly mark?: M
}
