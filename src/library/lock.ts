/**
 * The lock of a deal: which version of what it was made from, by hash. A new version in the library changes nothing in a
 * deal until its lock is moved; a file that is no longer what was locked stops the job.
 */
import {
  type Clause,
  type ClauseRef,
  type Diagnostic,
  type Hash,
  isObject,
  type JsonObject,
  type Template,
} from '../model/index.js'
import type {Edition} from './edition.js'
import {dataKey} from './entry.js'
import {fault, warning} from './fault.js'
import type {Library} from './library.js'
import {misfits, object, type Shape, text} from './shape.js'
import {readJson} from './yaml.js'

export interface Locked {
  readonly version: string
  readonly hash: Hash
}

/** A position answered by a clause of the library, or by text negotiated in this deal (`from`: the clause it replaces). */
export type LockedPosition = ClauseRef | {readonly negotiated: string; readonly hash: Hash; readonly from?: ClauseRef}

/** `clauses.lock.json`. */
export interface Lock {
  readonly format: 1
  readonly template: Locked & {readonly id: string}
  readonly schema: Locked & {readonly id: string}
  /** `law/DE`, `locale/en-GB` → version and hash. */
  readonly data: Readonly<Record<string, Locked>>
  readonly positions: Readonly<Record<string, LockedPosition>>
}

const hash: Shape = {type: 'text', like: /^sha256:[0-9a-f]{64}$/, example: 'sha256: and 64 hexadecimal digits'}
const identified = object({id: text, version: text, hash})
const reference = object({clause: text, version: text, hash})
const negotiated = object({negotiated: text, hash}, {from: reference})
const lockShape = object({
  format: {type: 'one-of', values: [1]},
  template: identified,
  schema: identified,
  data: {type: 'record', of: object({version: text, hash})},
  positions: {
    type: 'record',
    of: {type: 'depends', on: (value) => (isObject(value) && 'negotiated' in value ? negotiated : reference)},
  },
})

export interface Selections {
  readonly template: Pick<Template, 'id' | 'version' | 'hash'>
  readonly schema: Pick<Edition<unknown>, 'id' | 'version' | 'hash'>
  readonly laws: readonly Pick<Edition<unknown>, 'id' | 'version' | 'hash'>[]
  readonly locale: Pick<Edition<unknown>, 'id' | 'version' | 'hash'>
  /** Position → the clause that answers it. */
  readonly clauses: Readonly<Record<string, Clause>>
}

/** The lock of what a deal was made from. Keys are sorted, so that equal selections give equal bytes. */
export function lockOf({template, schema, laws, locale, clauses}: Selections): Lock {
  const data = [...laws.map((law) => ['law', law] as const), ['locale', locale] as const]
  return {
    format: 1,
    template: identify(template),
    schema: identify(schema),
    data: sorted(Object.fromEntries(data.map(([kind, {id, version, hash}]) => [dataKey({kind, id}), {version, hash}]))),
    positions: sorted(
      Object.fromEntries(Object.entries(clauses).map(([position, clause]) => [position, lockClause(clause)])),
    ),
  }
}

/** The lock as it is stored. */
export function printLock(lock: Lock): string {
  return `${JSON.stringify(lock, null, 2)}\n`
}

/** Reads a stored lock; what does not fit is a `lock/shape`. */
export function readLock(
  source: string,
  file: string,
): {readonly lock?: Lock; readonly diagnostics: readonly Diagnostic[]} {
  const {value, diagnostics} = readJson(source, file)
  if (value === undefined) return {diagnostics}
  const wrong = misfits(value, lockShape).map(({message, hint}) => fault('lock/shape', file, message, hint))
  // The shape has been checked against every key of `Lock` just above.
  return wrong.length > 0 || !isObject(value)
    ? {diagnostics: wrong}
    : {lock: value as JsonObject & Lock, diagnostics: []}
}

/**
 * The clause of the library that a position is locked to. Nothing, without a diagnostic, where the lock does not name the
 * position or where its text was negotiated: that text stands in the deal's own folder. `file` is the lock's.
 */
export function lockedClause(
  library: Library,
  position: string,
  lock: Lock,
  file: string,
): {readonly clause?: Clause; readonly diagnostics: readonly Diagnostic[]} {
  const locked = Object.hasOwn(lock.positions, position) ? lock.positions[position] : undefined
  if (!locked || 'negotiated' in locked) return {diagnostics: []}
  const clause = library.version(locked.clause, locked.version)
  if (!clause)
    return {diagnostics: [absent(`${locked.clause} ${locked.version}`, library.versions(locked.clause), file)]}
  return clause.hash === locked.hash
    ? {clause, diagnostics: []}
    : {diagnostics: [mismatch(`${locked.clause} ${locked.version}`, clause.file)]}
}

/** Whether the library still holds everything that the lock names, as it was locked. */
export function checkLock(library: Library, lock: Lock, file: string): readonly Diagnostic[] {
  const {template, schema, data, positions} = lock
  return [
    ...compare(
      `Template ${template.id}`,
      template,
      library.template(template.id, template.version),
      library.templates,
      file,
    ),
    ...compare(`Schema ${schema.id}`, schema, library.schema(schema.id), [], file),
    ...Object.entries(data).flatMap(([key, locked]) => compare(key, locked, editionOf(library, key), [], file)),
    ...Object.keys(positions).flatMap((position) => lockedClause(library, position, lock, file).diagnostics),
  ]
}

function editionOf(library: Library, key: string): Locked | undefined {
  const [kind, id] = [key.slice(0, key.indexOf('/')), key.slice(key.indexOf('/') + 1)]
  return kind === 'law' ? library.law(id) : library.locale(id)
}

// Schemas and data stand in one version only, so an old deal meets a newer one: it is told, and goes on. The same version
// with another hash is a changed file, and stops the job.
function compare(
  name: string,
  locked: Locked,
  found: (Locked & {readonly file?: string}) | undefined,
  known: readonly string[],
  file: string,
): readonly Diagnostic[] {
  if (!found) return [absent(`${name} ${locked.version}`, known, file)]
  if (found.version !== locked.version) return [newer(name, locked.version, found.version, file)]
  return found.hash === locked.hash ? [] : [mismatch(`${name} ${locked.version}`, found.file ?? file)]
}

function newer(name: string, locked: string, found: string, file: string): Diagnostic {
  return warning(
    'lock/other-version',
    file,
    `The deal was made with ${name} ${locked}; the library has ${found}.`,
    'Take it with `engross upgrade` when you are ready.',
  )
}

function absent(name: string, known: readonly string[], file: string): Diagnostic {
  const has = known.length > 0 ? ` The library has ${known.join(', ')}: \`engross upgrade\` moves to that.` : ''
  const hint = `Add the library that it came from with --library.${has}`
  return fault('lock/missing', file, `The deal is locked to ${name}, and the library does not hold it.`, hint)
}

function mismatch(name: string, file: string): Diagnostic {
  return fault(
    'lock/mismatch',
    file,
    `${name} is not the text that the deal was made from.`,
    'Put the file back as it was, or take the new text with `engross upgrade`.',
  )
}

function lockClause({id, version, hash, negotiated}: Clause): LockedPosition {
  if (!negotiated) return {clause: id, version, hash}
  return {negotiated: negotiated.file, hash, ...(negotiated.from ? {from: negotiated.from} : {})}
}

function identify({id, version, hash}: Locked & {readonly id: string}): Locked & {readonly id: string} {
  return {id, version, hash}
}

function sorted<T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}
