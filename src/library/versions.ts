/**
 * What lies between two versions of a clause: which kind of change, and what the library says of it. The graver of two
 * witnesses is believed: the number of a version, and the kind that its author declared.
 */
import type {ChangeKind, Clause, Hash} from '../model/index.js'
import type {Index} from './index-file.js'
import type {Library} from './library.js'
import {compareVersions, isVersion} from './semver.js'

/** One version of something, and what came with it. */
export interface VersionNote {
  readonly version: string
  /** Against the version before; none for the first. */
  readonly kind?: ChangeKind
  /** What the library says of it; empty where it says nothing. */
  readonly note: string
}

/** Every version of a clause that can be read, oldest first. */
export function versionNotes(library: Library, id: string): readonly VersionNote[] {
  const versions = library.versions(id).filter(isVersion)
  return versions.flatMap((version, index) => {
    const clause = library.version(id, version)
    if (!clause) return []
    const before = versions[index - 1]
    const kind = before === undefined ? undefined : graver(kindByNumber(before, version), clause.change)
    return [{version, ...(kind ? {kind} : {}), note: (clause.changes ?? '').trim()}]
  })
}

/** The gravest change on the way from one version of a clause to another, whichever is the newer. */
export function kindBetween(library: Library, id: string, from: string, to: string): ChangeKind {
  const declared = passed(library, id, from, to).map(({kind}) => kind)
  return declared.reduce<ChangeKind>((gravest, kind) => graver(gravest, kind), kindByNumber(from, to))
}

/**
 * What the library says of the way from one version to another: the notes of the versions passed. On the way back they tell
 * what is undone. Empty where it says nothing.
 */
export function noteBetween(library: Library, id: string, from: string, to: string): string {
  if (!isVersion(from) || !isVersion(to)) return ''
  const told = passed(library, id, from, to).filter(({note}) => note !== '')
  const [only, second] = told
  if (!only) return ''
  const words = second ? told.map(({version, note}) => `${version}: ${ended(note)}`).join(' ') : only.note
  return compareVersions(from, to) > 0 ? `Takes back: ${words}` : words
}

/** The kind of change that two version numbers tell. Throws on what is not a version. */
export function kindByNumber(one: string, other: string): ChangeKind {
  compareVersions(one, other)
  const [[major, minor], [otherMajor, otherMinor]] = [one.split('.'), other.split('.')]
  if (major !== otherMajor) return 'major'
  return minor === otherMinor ? 'patch' : 'minor'
}

/** True when an index holds this version with this very text. */
export function isPublished(
  {id, version, hash}: Pick<Clause, 'id' | 'version' | 'hash'>,
  indexes: readonly Index[],
): boolean {
  const listed = ({clauses}: Index): Hash | undefined =>
    Object.hasOwn(clauses, id) ? clauses[id]![version] : undefined
  return indexes.some((index) => listed(index) === hash)
}

function passed(library: Library, id: string, from: string, to: string): readonly VersionNote[] {
  const [low, high] = compareVersions(from, to) <= 0 ? [from, to] : [to, from]
  return versionNotes(library, id).filter(
    ({version}) => compareVersions(version, low) > 0 && compareVersions(version, high) <= 0,
  )
}

const gravity: readonly ChangeKind[] = ['patch', 'minor', 'major']

function graver(one: ChangeKind, other: ChangeKind | undefined): ChangeKind {
  return other !== undefined && gravity.indexOf(other) > gravity.indexOf(one) ? other : one
}

function ended(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`
}
