/**
 * The library: clauses by id, version and position; templates; country and language data. Files are listed when it is
 * opened and compiled when they are asked for, so a deal pays for the clauses it uses and no others. To find the position
 * that a clause answers, only one line of its front matter is read.
 */
import {fileURLToPath} from 'node:url'
import type {Clause, Diagnostic, JsonObject, Locale, Parameters, Template} from '../model/index.js'
import type {Compiler} from './compiler.js'
import {type Edition, type ReadEdition, readFacts, readLocale} from './edition.js'
import {contentOf, type Editions, type Entry, type EntryKind, editionsOf, entriesOf} from './entry.js'
import {type Remembered, remembered} from './memo.js'
import {compiledBefore, isWhole, readPrecompiled} from './precompiled.js'
import {folderShelf, type Shelf} from './shelf.js'

export interface Library {
  /** Ids of the clauses, sorted. */
  readonly clauses: readonly string[]
  /** Positions that some clause answers, sorted. */
  readonly positions: readonly string[]
  /** Versions of a clause, oldest first. */
  readonly versions: (clause: string) => readonly string[]
  readonly newest: (clause: string) => Clause | undefined
  readonly version: (clause: string, version: string) => Clause | undefined
  /** The newest version of each clause whose text is an answer to this issue, by id. */
  readonly answersTo: (position: string) => readonly Clause[]
  readonly templates: readonly string[]
  /** The newest version, or the one named. */
  readonly template: (id: string, version?: string) => Template | undefined
  /** Versions of a template, oldest first. */
  readonly templateVersions: (id: string) => readonly string[]
  /** Facts of a legal system, by its code (`DE`, `GB-EAW`). */
  readonly law: (code: string) => Edition<JsonObject> | undefined
  readonly locale: (language: string) => Edition<Locale> | undefined
  readonly schema: (id: string) => Edition<JsonObject> | undefined
  /** Every file that the library reads, the lower roots' first. */
  readonly entries: readonly Entry[]
  /** The text of a clause as it stands in its file. */
  readonly source: (clause: string, version: string) => string | undefined
  /** What is wrong with what has been read so far. `checkLibrary` reads everything. */
  readonly diagnostics: readonly Diagnostic[]
}

export interface LibraryOptions {
  /** Folders, each holding `clause-library`, `templates`, `schemas`; each is laid over those before it. */
  readonly roots: readonly string[]
  readonly parameters: Parameters
  /** The file of clauses compiled when Engross was built; what it does not hold as it stands is compiled now. */
  readonly precompiled?: string
}

/** Stands in `dist/` and nowhere in `src/`: there every clause is compiled when it is asked for. */
const builtWithUs = fileURLToPath(new URL('../library.json', import.meta.url))

/** Opens the library that stands under the given folders. Throws when a folder cannot be read. */
export async function openLibrary({roots, parameters, precompiled = builtWithUs}: LibraryOptions): Promise<Library> {
  const shelves = roots.map((root, index) => folderShelf(root, index === 0 ? '' : root))
  const ready = readPrecompiled(precompiled, parameters)
  // The parsers are most of a cold start, so they are loaded only where some file needs them.
  const compiler = isWhole(ready, shelves) ? undefined : (await import('./compiler.js')).compilerFor(parameters)
  return libraryOf({shelves, compiler: compiledBefore(ready, compiler)})
}

/** The same for shelves, on disk or in memory. */
export function libraryOf({
  shelves,
  compiler,
}: {
  readonly shelves: readonly Shelf[]
  readonly compiler: Compiler
}): Library {
  const listed = shelves.map(entriesOf)
  const layers = listed.map(({entries}) => entries)
  const by = (kind: EntryKind): ReadonlyMap<string, Editions> => editionsOf(kind, layers)
  const [clauses, templates, laws, locales, schemas] = [
    by('clause'),
    by('template'),
    by('law'),
    by('locale'),
    by('schema'),
  ]
  const compiled = remembered((key) => compiler.clause(entryIn(clauses, key)))
  const read = remembered((key) => compiler.template(entryIn(templates, key)))
  const [law, locale, schema] = [editions(laws, factsOf), editions(locales, readLocale), editions(schemas, schemaOf)]
  const answers = positionsOf(clauses)
  const newest = (id: string): Clause | undefined => have(clauses, id, undefined, compiled)?.clause
  return {
    clauses: [...clauses.keys()],
    positions: [...answers.keys()].sort(),
    versions: (id) => clauses.get(id)?.all.map(({version}) => version!) ?? [],
    newest,
    version: (id, version) => have(clauses, id, version, compiled)?.clause,
    answersTo: (position) => (answers.get(position) ?? []).map(newest).filter((clause) => clause !== undefined),
    templates: [...templates.keys()],
    template: (id, version) => have(templates, id, version, read)?.template,
    templateVersions: (id) => templates.get(id)?.all.map(({version}) => version!) ?? [],
    law: (code) => law.of(code).edition,
    locale: (language) => locale.of(language).edition,
    schema: (id) => schema.of(id).edition,
    entries: layers.flat(),
    source: (id, version) => sourceOf(clauses, id, version),
    get diagnostics() {
      const found = [
        ...listed,
        ...compiled.known(),
        ...read.known(),
        ...law.known(),
        ...locale.known(),
        ...schema.known(),
      ]
      return found.flatMap(({diagnostics}) => diagnostics)
    },
  }
}

function factsOf(entry: Entry): ReadEdition<JsonObject> {
  return readFacts(entry, 'version')
}

function schemaOf(entry: Entry): ReadEdition<JsonObject> {
  return readFacts(entry, 'x-version')
}

function editions<T>(
  entries: ReadonlyMap<string, Editions>,
  read: (entry: Entry) => ReadEdition<T>,
): Remembered<ReadEdition<T>> {
  return remembered((id) => {
    const found = entries.get(id)
    return found ? read(found.newest) : {diagnostics: []}
  })
}

/** What a thing of this id and version has been read as; `key` names both, so that each file is read once. */
function have<T>(
  entries: ReadonlyMap<string, Editions>,
  id: string,
  version: string | undefined,
  read: Remembered<T>,
): T | undefined {
  const wanted = version ?? entries.get(id)?.newest.version
  const known = entries.get(id)?.all.some((entry) => entry.version === wanted)
  return known ? read.of(`${id}@${wanted}`) : undefined
}

function entryIn(entries: ReadonlyMap<string, Editions>, key: string): Entry {
  const [id, version] = key.split('@')
  return entries.get(id!)!.all.find((entry) => entry.version === version)!
}

function sourceOf(clauses: ReadonlyMap<string, Editions>, id: string, version: string): string | undefined {
  const entry = clauses.get(id)?.all.find((each) => each.version === version)
  return entry && contentOf(entry).text
}

/** Position → ids of the clauses that answer it. A file whose position cannot be seen is compiled by the check, and told of there. */
function positionsOf(clauses: ReadonlyMap<string, Editions>): ReadonlyMap<string, readonly string[]> {
  const answers = new Map<string, string[]>()
  for (const [id, {newest}] of clauses) {
    const position = positionIn(contentOf(newest).text)
    if (position !== undefined) answers.set(position, [...(answers.get(position) ?? []), id])
  }
  return answers
}

/** The `position:` line of the front matter. Positions are plain words, so one line is all there is to read. */
function positionIn(text: string): string | undefined {
  const end = text.indexOf('\n---', 3)
  const front = end < 0 ? text : text.slice(0, end)
  return /^position:[ \t]*["']?([a-z0-9.-]+)["']?[ \t]*(?:#.*)?\r?$/m.exec(front)?.[1]
}
