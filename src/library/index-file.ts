/**
 * `clause-library/index.json`: which versions are published, and the hash of each. A published version never changes;
 * this file is how anyone can see that it did not.
 */
import {type Diagnostic, type Hash, isObject, type JsonObject} from '../model/index.js'
import {readFacts} from './edition.js'
import {contentOf, dataKey, type Entry, entriesOf} from './entry.js'
import {fault} from './fault.js'
import {misfits, object, type Shape} from './shape.js'
import type {Shelf} from './shelf.js'
import {readJson} from './yaml.js'

export const indexPath = 'clause-library/index.json'

export type Published = Readonly<Record<string, Readonly<Record<string, Hash>>>>

/** Id → version → hash, for each of what a library publishes. */
export interface Index {
  readonly format: 1
  readonly clauses: Published
  readonly templates: Published
  readonly data: Published
}

const shelfOf = {clause: 'clauses', template: 'templates', law: 'data', locale: 'data'} as const
const hashes: Shape = {
  type: 'record',
  of: {type: 'record', of: {type: 'text', like: /^sha256:[0-9a-f]{64}$/, example: 'sha256:…'}},
}
const indexShape = object({format: {type: 'one-of', values: [1]}, clauses: hashes, templates: hashes, data: hashes})

export const emptyIndex: Index = {format: 1, clauses: {}, templates: {}, data: {}}

/** The index of a shelf; a shelf that has published nothing has an empty one. */
export function readIndex(shelf: Shelf): {readonly index?: Index; readonly diagnostics: readonly Diagnostic[]} {
  if (!shelf.paths.includes(indexPath)) return {index: emptyIndex, diagnostics: []}
  const {value, diagnostics} = readJson(new TextDecoder().decode(shelf.read(indexPath)), indexPath)
  if (value === undefined) return {diagnostics}
  const wrong = misfits(value, indexShape).map(({message, hint}) => fault('library/index', indexPath, message, hint))
  // The shape has been checked against every key of `Index` just above.
  return wrong.length > 0 || !isObject(value)
    ? {diagnostics: wrong}
    : {index: value as JsonObject & Index, diagnostics: []}
}

/** The index as it is written: sorted, so that two people who publish meet in few lines. */
export function printIndex({clauses, templates, data}: Index): string {
  return `${JSON.stringify({format: 1, clauses: sorted(clauses), templates: sorted(templates), data: sorted(data)}, null, 2)}\n`
}

/** Every published file that changed or is gone, and every file that is not listed. */
export function checkIndex(shelf: Shelf): readonly Diagnostic[] {
  const {index, diagnostics} = readIndex(shelf)
  if (!index) return diagnostics
  const files = publishable(shelf)
  return [...files.flatMap((file) => checkFile(file, index)), ...gone(index, files)]
}

/** The index with every unlisted file in it. Refused while a published file is changed or gone. */
export function listUnlisted(shelf: Shelf): {
  readonly index?: Index
  readonly listed: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
} {
  const {index, diagnostics} = readIndex(shelf)
  const broken = [...diagnostics, ...checkIndex(shelf).filter(({code}) => code !== 'library/not-listed')]
  if (!index || broken.length > 0) return {listed: [], diagnostics: broken}
  const unlisted = publishable(shelf).filter(({part, id, version}) => hashIn(index, part, id, version) === undefined)
  return {index: unlisted.reduce(withFile, index), listed: unlisted.map(({file}) => file), diagnostics: []}
}

/** The index with one more version of a clause. */
export function withClause(index: Index, id: string, version: string, hash: Hash): Index {
  return withFile(index, {part: 'clauses', id, version, hash})
}

type Part = 'clauses' | 'templates' | 'data'

interface Listed {
  readonly part: Part
  readonly id: string
  readonly version: string
  readonly hash: Hash
}

function withFile(index: Index, {part, id, version, hash}: Listed): Index {
  return {...index, [part]: {...index[part], [id]: {...index[part][id], [version]: hash}}}
}

function publishable(shelf: Shelf): readonly (Listed & {readonly file: string})[] {
  return entriesOf(shelf).entries.flatMap((entry) => {
    const {kind, id, version, file} = entry
    if (kind === 'schema') return []
    const part = shelfOf[kind]
    if (version !== undefined) return [{part, id, version, hash: contentOf(entry).hash, file}]
    const {edition} = readFacts(entry, 'version')
    return edition ? [{part, id: dataKey(entry as Entry), version: edition.version, hash: edition.hash, file}] : []
  })
}

function hashIn(index: Index, part: Part, id: string, version: string): Hash | undefined {
  return Object.hasOwn(index[part], id) ? index[part][id]![version] : undefined
}

function checkFile(
  {part, id, version, hash, file}: Listed & {readonly file: string},
  index: Index,
): readonly Diagnostic[] {
  const published = hashIn(index, part, id, version)
  if (published === hash) return []
  if (published === undefined) {
    return [
      fault(
        'library/not-listed',
        file,
        `${id} ${version} is not published.`,
        'Run `engross library publish` when it is ready.',
      ),
    ]
  }
  return [
    fault(
      'library/published-changed',
      file,
      `${id} ${version} is published and has been changed.`,
      'Put the file back as it was, and publish the new text as the next version.',
    ),
  ]
}

// Data files hold their newest version only, so an older one that is listed is not gone.
function gone(index: Index, files: readonly Listed[]): readonly Diagnostic[] {
  const stands = (part: Part, id: string, version: string): boolean =>
    files.some((file) => file.part === part && file.id === id && (part === 'data' || file.version === version))
  return (['clauses', 'templates', 'data'] as const).flatMap((part) =>
    Object.entries(index[part]).flatMap(([id, versions]) =>
      Object.keys(versions)
        .filter((version) => !stands(part, id, version))
        .map((version) =>
          fault(
            'library/published-missing',
            indexPath,
            `${id} ${version} is published and its file is gone.`,
            'Put the file back: deals are locked to it.',
          ),
        ),
    ),
  )
}

function sorted(published: Published): Published {
  const byKey = <T>(record: Readonly<Record<string, T>>): readonly [string, T][] =>
    Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(byKey(published).map(([id, versions]) => [id, Object.fromEntries(byKey(versions))]))
}
