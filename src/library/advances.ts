/**
 * Where a lock stands behind its library: what could move, from which version to which, and what the library says of the way.
 * Nothing is moved here. A version that is not published can still change, so none is offered.
 */
import type {ChangeKind, Clause, ClauseRef} from '../model/index.js'
import type {Index} from './index-file.js'
import type {Library} from './library.js'
import type {Lock, Locked, LockedPosition} from './lock.js'
import {compareVersions, isVersion} from './semver.js'
import {isPublished, kindBetween, kindByNumber, type VersionNote, versionNotes} from './versions.js'

/** One entry of a lock, and the newest version that it could move to. */
export interface Advance {
  readonly type: 'clause' | 'template' | 'schema' | 'data'
  /** Id of the clause, template or schema; key of the data (`law/DE`). */
  readonly id: string
  /** The position that the clause answers in this deal. */
  readonly position?: string
  readonly from: string
  readonly to: string
  /** The gravest change on the way; none where versions are dates, or the library's text of the locked version is another. */
  readonly kind?: ChangeKind
  /** Every version passed, oldest first. Empty where a version was replaced by another text of the same number. */
  readonly newer: readonly VersionNote[]
  /**
   * False where the library no longer holds what was locked: data and schemas stand in one version, and a clause may have been
   * replaced. Whatever is made next is then made with what the library holds.
   */
  readonly atHand: boolean
}

/** Text negotiated in a deal, based on a version of a clause that newer ones have followed. */
export interface Outgrown {
  readonly position: string
  /** The deal's own file. */
  readonly file: string
  readonly clause: string
  readonly from: string
  readonly newer: readonly VersionNote[]
}

export interface Behind {
  readonly advances: readonly Advance[]
  readonly outgrown: readonly Outgrown[]
}

/** Everything that could move, in the order of the lock: template, schema, data, positions. `only`: no graver change than that. */
export function behindOf(lock: Lock, library: Library, indexes: readonly Index[], only?: ChangeKind): Behind {
  const positions = Object.entries(lock.positions)
  const clauses = positions.flatMap(([position, locked]) =>
    'clause' in locked ? clauseAdvance(position, locked, library, indexes, only) : [],
  )
  const {template, schema, data} = lock
  const documents = [
    ...templateAdvance(template, library, only),
    ...editionAdvance('schema', schema.id, schema, library.schema(schema.id)),
    ...Object.entries(data).flatMap(([key, locked]) => editionAdvance('data', key, locked, editionOf(library, key))),
  ]
  return {
    advances: [...documents, ...clauses],
    outgrown: positions.flatMap(([position, locked]) => outgrown(position, locked, library, indexes)),
  }
}

/** The lock with its entries moved. Throws where the library does not hold what an advance leads to. */
export function advanced(lock: Lock, advances: readonly Advance[], library: Library): Lock {
  return advances.reduce((moved, advance) => movedBy(moved, advance, library), lock)
}

function movedBy(lock: Lock, {type, id, position, to}: Advance, library: Library): Lock {
  switch (type) {
    case 'clause': {
      const {version, hash} = held(library.version(id, to), id, to)
      return {...lock, positions: {...lock.positions, [position!]: {clause: id, version, hash}}}
    }
    case 'template': {
      const {version, hash} = held(library.template(id, to), id, to)
      return {...lock, template: {id, version, hash}}
    }
    case 'schema': {
      const {version, hash} = held(library.schema(id), id, to)
      return {...lock, schema: {id, version, hash}}
    }
    case 'data': {
      const {version, hash} = held(editionOf(library, id), id, to)
      return {...lock, data: {...lock.data, [id]: {version, hash}}}
    }
  }
}

function held<T>(found: T | undefined, id: string, version: string): T {
  if (found === undefined) throw new Error(`advanced: the library does not hold ${id} ${version}`)
  return found
}

function clauseAdvance(
  position: string,
  {clause: id, version: from, hash}: ClauseRef,
  library: Library,
  indexes: readonly Index[],
  only: ChangeKind | undefined,
): readonly Advance[] {
  const newer = newerVersions(id, from, library, indexes).filter(({version}) =>
    allowed(library, id, from, version, only),
  )
  const last = newer.at(-1)
  if (last) {
    const kind = kindBetween(library, id, from, last.version)
    const atHand = library.version(id, from)?.hash === hash
    return [{type: 'clause', id, position, from, to: last.version, kind, newer, atHand}]
  }
  const replaced = library.version(id, from) ?? library.newest(id)
  const moves = replaced !== undefined && replaced.hash !== hash && only === undefined && isPublished(replaced, indexes)
  return moves ? [{type: 'clause', id, position, from, to: replaced.version, newer: [], atHand: false}] : []
}

/** Published versions after one, up to what a new deal would take: a firm's own clause leads, whatever ours became meanwhile. */
function newerVersions(id: string, from: string, library: Library, indexes: readonly Index[]): readonly VersionNote[] {
  const newest = library.newest(id)
  if (!newest || !isVersion(from)) return []
  const published = (clause: Clause | undefined): boolean => clause !== undefined && isPublished(clause, indexes)
  return versionNotes(library, id).filter(
    ({version}) =>
      compareVersions(version, from) > 0 &&
      compareVersions(version, newest.version) <= 0 &&
      published(library.version(id, version)),
  )
}

const gravity: readonly ChangeKind[] = ['patch', 'minor', 'major']

function allowed(library: Library, id: string, from: string, to: string, only: ChangeKind | undefined): boolean {
  return only === undefined || gravity.indexOf(kindBetween(library, id, from, to)) <= gravity.indexOf(only)
}

// Templates say nothing of their versions but the number.
function templateAdvance(
  {id, version: from, hash}: Lock['template'],
  library: Library,
  only: ChangeKind | undefined,
): readonly Advance[] {
  const newest = library.template(id)
  if (!newest) return []
  const newer = library
    .templateVersions(id)
    .filter((version) => compareVersions(version, from) > 0 && compareVersions(version, newest.version) <= 0)
    .map((version): VersionNote => ({version, kind: kindByNumber(from, version), note: ''}))
    .filter(({kind}) => only === undefined || gravity.indexOf(kind!) <= gravity.indexOf(only))
  const last = newer.at(-1)
  const atHand = library.template(id, from)?.hash === hash
  if (last) return [{type: 'template', id, from, to: last.version, kind: last.kind!, newer, atHand}]
  const same = library.template(id, from) ?? newest
  return same.hash === hash || only !== undefined
    ? []
    : [{type: 'template', id, from, to: same.version, newer: [], atHand}]
}

// Schemas and data stand in one version only: a deal works with that one already, and its lock follows.
function editionAdvance(
  type: 'schema' | 'data',
  id: string,
  {version: from, hash}: Locked,
  found: Locked | undefined,
): readonly Advance[] {
  if (!found || (found.version === from && found.hash === hash)) return []
  const newer = found.version === from ? [] : [{version: found.version, note: ''}]
  return [{type, id, from, to: found.version, newer, atHand: false}]
}

function editionOf(library: Library, key: string): Locked | undefined {
  const [kind, id] = [key.slice(0, key.indexOf('/')), key.slice(key.indexOf('/') + 1)]
  return kind === 'law' ? library.law(id) : library.locale(id)
}

function outgrown(
  position: string,
  locked: LockedPosition,
  library: Library,
  indexes: readonly Index[],
): readonly Outgrown[] {
  if ('clause' in locked || !locked.from) return []
  const {clause, version: from} = locked.from
  const newer = newerVersions(clause, from, library, indexes)
  return newer.length === 0 ? [] : [{position, file: locked.negotiated, clause, from, newer}]
}
