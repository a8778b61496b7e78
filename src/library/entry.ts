/**
 * What stands in a library, read off the paths alone: which clause, which version. Of two roots that hold the same
 * version of the same thing, the one laid over counts; and an id that the upper root has at all is newest there, so that
 * a new release of the library below never overrules the text that a firm has approved.
 */
import type {Diagnostic, Hash} from '../model/index.js'
import {fault} from './fault.js'
import {hashOf} from './hash.js'
import {compareVersions, isVersion} from './semver.js'
import type {Shelf} from './shelf.js'

export type EntryKind = 'clause' | 'template' | 'schema' | 'law' | 'locale'

/** A file of the library. */
export interface Entry {
  readonly kind: EntryKind
  readonly id: string
  /** From the file's name; schemas and data carry theirs inside and have none here. */
  readonly version?: string
  /** From the root of its shelf. */
  readonly path: string
  /** As diagnostics name it. */
  readonly file: string
  readonly shelf: Shelf
}

/** All versions of one thing, oldest first, and the newest as the upper root has it. */
export interface Editions {
  readonly all: readonly Entry[]
  readonly newest: Entry
}

/** The text of an entry with its hash. */
export function contentOf({shelf, path}: Entry): {readonly text: string; readonly hash: Hash} {
  const bytes = shelf.read(path)
  return {text: new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes), hash: hashOf(bytes)}
}

/** `law/DE`, `locale/en-GB`: how locks and the index name country data and language data. */
export function dataKey({kind, id}: Pick<Entry, 'kind' | 'id'>): string {
  return `${kind}/${id}`
}

const places: readonly {readonly kind: EntryKind; readonly path: RegExp}[] = [
  {kind: 'clause', path: /^clause-library\/[^/]+\/(?<id>[^/]+)\/(?<version>[^/]+)\.md$/},
  {kind: 'template', path: /^templates\/(?<id>[^/]+)\/(?<version>[^/]+)\.yaml$/},
  {kind: 'schema', path: /^schemas\/(?<id>[^/]+)\.schema\.json$/},
  {kind: 'law', path: /^(?:clause-library\/)?data\/law\/(?<id>[^/]+)\.(?:yaml|json)$/},
  {kind: 'locale', path: /^(?:clause-library\/)?data\/locale\/(?<id>[^/]+)\.(?:yaml|json)$/},
]

// Notes for people, and the index itself, are no entries.
const beside = /(?:^|\/)(?:README\.md|LICENSE(?:\.\w+)?|NOTICE|index\.json|\.[^/]+)$/

/** The entries of one shelf, and what is wrong with the places of its files. */
export function entriesOf(shelf: Shelf): {
  readonly entries: readonly Entry[]
  readonly diagnostics: readonly Diagnostic[]
} {
  const looked = shelf.paths.filter((path) => !beside.test(path)).map((path) => entryAt(path, shelf))
  const entries = looked.flatMap((found) => ('entry' in found ? [found.entry] : []))
  const misplaced = looked.flatMap((found) => ('fault' in found ? [found.fault] : []))
  return {entries, diagnostics: [...misplaced, ...doubled(entries)]}
}

function entryAt(path: string, shelf: Shelf): {readonly entry: Entry} | {readonly fault: Diagnostic} {
  const file = shelf.name === '' ? path : `${shelf.name}/${path}`
  for (const place of places) {
    const groups = place.path.exec(path)?.groups
    if (!groups) continue
    const {id, version} = groups as {id: string; version?: string}
    if (version !== undefined && !isVersion(version)) {
      return {
        fault: fault(
          'library/version',
          file,
          `"${version}" is no version.`,
          'Name the file by three numbers, such as 1.0.0.',
        ),
      }
    }
    return {entry: {kind: place.kind, id, path, file, shelf, ...(version === undefined ? {} : {version})}}
  }
  const known = [
    'clause-library/<family>/<id>/<version>.md',
    'templates/<id>/<version>.yaml',
    'schemas/<id>.schema.json',
    'clause-library/data/law/<code>.yaml',
    'clause-library/data/locale/<language>.json',
  ]
  return {
    fault: fault(
      'library/misplaced',
      file,
      'The file stands where the library reads nothing.',
      `It reads ${known.join(', ')}.`,
    ),
  }
}

/** The same clause in two families: its id would not say which is meant. */
function doubled(entries: readonly Entry[]): readonly Diagnostic[] {
  const folders = new Map<string, string>()
  return entries.flatMap((entry) => {
    const folder = entry.path.slice(0, entry.path.lastIndexOf('/'))
    const key = `${entry.kind} ${entry.id}`
    const first = folders.get(key) ?? folder
    folders.set(key, first)
    if (first === folder) return []
    return [
      fault(
        'library/duplicate-id',
        entry.file,
        `"${entry.id}" stands in ${first} as well.`,
        'Keep one of the two, or give one another id.',
      ),
    ]
  })
}

/** Groups the entries of one kind by id; `shelves` are in order, the one laid over last. */
export function editionsOf(kind: EntryKind, shelves: readonly (readonly Entry[])[]): ReadonlyMap<string, Editions> {
  const ids = new Set(shelves.flatMap((entries) => entries.filter((entry) => entry.kind === kind).map(({id}) => id)))
  return new Map(
    [...ids]
      .sort()
      .map((id) => [
        id,
        editions(shelves.map((entries) => entries.filter((entry) => entry.kind === kind && entry.id === id))),
      ]),
  )
}

function editions(layers: readonly (readonly Entry[])[]): Editions {
  const byVersion = new Map(layers.flat().map((entry) => [entry.version ?? '', entry]))
  const all = [...byVersion.values()].sort(byAge)
  const top = layers.findLast((layer) => layer.length > 0)!
  return {all, newest: [...top].sort(byAge).at(-1)!}
}

function byAge(a: Entry, b: Entry): number {
  return a.version === undefined || b.version === undefined ? 0 : compareVersions(a.version, b.version)
}
