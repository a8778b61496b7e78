/**
 * What a history is, whatever keeps it: revisions that are added and never changed, each naming the one before it by the
 * hash of its record. A store never reads an agreement: files are bytes under paths.
 */
import type {Hash} from '../model/index.js'

/** How a revision came about. */
export const origins = ['drafted', 'imported', 'decided', 'upgraded', 'restored', 'executed'] as const
export type Origin = (typeof origins)[number]

/** What happened to a revision outside: put beside it, never into it. */
export const tagNames = ['sent', 'agreed', 'executed'] as const
export type TagName = (typeof tagNames)[number]

/** What the person or program that records a revision says of it. */
export interface Note {
  /** ISO 8601 instant. A label: the order of revisions is that of the chain. */
  readonly time: string
  readonly author: string
  readonly message: string
  readonly origin: Origin
  /** Version of Engross. */
  readonly engross: string
  /** Number of the executed revision that this one is to vary; none before anything was executed. */
  readonly varies?: number
}

/** The record of a revision, `revision.json`. */
export interface Revision extends Note {
  readonly format: 1
  /** Counting from 1, without gaps. */
  readonly number: number
  /** Hash of the record before; `null` in the first. */
  readonly parent: Hash | null
  /** Path → hash of the stored bytes. */
  readonly files: ReadonlyMap<string, Hash>
}

/** A revision as it stands in a store. `hash` is that of its record's bytes: it stands for the revision and all before it. */
export interface Recorded {
  readonly revision: Revision
  readonly hash: Hash
}

/** Path (with `/`, relative) → bytes. */
export type Files = ReadonlyMap<string, Uint8Array>

export interface Appended extends Recorded {
  readonly type: 'appended'
}

/** Someone else recorded a revision first: nothing was written. `head` is what stands now. */
export interface Conflict {
  readonly type: 'conflict'
  readonly head?: Recorded
}

export interface NewTag {
  readonly revision: number
  readonly tag: TagName
  readonly time: string
  readonly author: string
  /** Free words: to whom it was sent, where the signed copy lies. */
  readonly note: string
}

/** A tag as stored. Tags are a chain of their own. */
export interface Tag extends NewTag {
  readonly format: 1
  readonly number: number
  readonly previous: Hash | null
  /** Hash of the tagged revision's record: a tag holds even if another history is put in its place. */
  readonly hash: Hash
}

/** A history. All of it may be far away, so all of it is asynchronous. */
export interface RevisionStore {
  /** The last revision; none in an empty history. */
  readonly head: () => Promise<Recorded | undefined>
  /** One revision with its files. Throws a RangeError when there is none of that number, a StoreFault when it was altered. */
  readonly read: (number: number) => Promise<Recorded & {readonly files: Files}>
  /** Every revision, oldest first. */
  readonly list: () => Promise<readonly Recorded[]>
  /**
   * Adds a revision after `parent` (the hash of the head that the caller worked from; undefined for the first). There
   * whole or not at all. A conflict when the head is another. Throws a RangeError for a path that cannot stand in a revision.
   */
  readonly append: (parent: Hash | undefined, files: Files, note: Note) => Promise<Appended | Conflict>
  /** Throws a RangeError when there is no revision of that number. */
  readonly tag: (tag: NewTag) => Promise<Tag>
  readonly tags: () => Promise<readonly Tag[]>
}
