/**
 * The library as compiled when Engross was built: trees by the hash of the file that they came from, good for one set of
 * parameters. A file that has changed since has another hash, so this can be absent or old and never wrong.
 */
import {existsSync, readFileSync} from 'node:fs'
import type {Clause, Hash, Parameters, Template} from '../model/index.js'
import type {Compiler} from './compiler.js'
import {contentOf, type Entry, entriesOf} from './entry.js'
import {hashOf} from './hash.js'
import type {Library} from './library.js'
import type {Shelf} from './shelf.js'

export interface Precompiled {
  readonly format: 1
  /** Hash of the parameters that every path was checked against. */
  readonly parameters: Hash
  readonly clauses: Readonly<Record<Hash, Clause>>
  readonly templates: Readonly<Record<Hash, Template>>
}

/** Everything sound in a library, to be stored beside the code that compiled it. */
export function precompile(library: Library, parameters: Parameters): string {
  const clauses = library.clauses.flatMap((id) => library.versions(id).map((version) => library.version(id, version)))
  const templates = library.entries.map(({kind, id, version}) =>
    kind === 'template' ? library.template(id, version) : undefined,
  )
  const compiled: Precompiled = {
    format: 1,
    parameters: fingerprint(parameters),
    clauses: byHash(clauses),
    templates: byHash(templates),
  }
  return JSON.stringify(compiled)
}

/** What was compiled for these parameters; nothing where the file is absent or was made for others. */
export function readPrecompiled(file: string, parameters: Parameters): Precompiled | undefined {
  if (!existsSync(file)) return undefined
  // Written by `precompile` of this very build, and no input of anyone's: its form is not checked again.
  const compiled = JSON.parse(readFileSync(file, 'utf8')) as Precompiled
  return compiled.format === 1 && compiled.parameters === fingerprint(parameters) ? compiled : undefined
}

/** True when no file of these shelves needs a parser. */
export function isWhole(ready: Precompiled | undefined, shelves: readonly Shelf[]): boolean {
  if (!ready) return false
  return shelves
    .flatMap((shelf) => entriesOf(shelf).entries)
    .every((entry) => !needsParser(entry) || clauseOf(ready, entry) || templateOf(ready, entry))
}

/** Takes what is ready, and hands the rest to `otherwise`. */
export function compiledBefore(ready: Precompiled | undefined, otherwise: Compiler | undefined): Compiler {
  if (!ready) return rest(otherwise)
  return {
    clause: (entry) => {
      const clause = clauseOf(ready, entry)
      return clause ? {clause, diagnostics: []} : rest(otherwise).clause(entry)
    },
    template: (entry) => {
      const template = templateOf(ready, entry)
      return template ? {template, diagnostics: []} : rest(otherwise).template(entry)
    },
  }
}

function needsParser({kind}: Entry): boolean {
  return kind === 'clause' || kind === 'template'
}

function clauseOf({clauses}: Precompiled, entry: Entry): Clause | undefined {
  return entry.kind === 'clause' ? same(clauses, entry) : undefined
}

function templateOf({templates}: Precompiled, entry: Entry): Template | undefined {
  return entry.kind === 'template' ? same(templates, entry) : undefined
}

// The same bytes under another name are another thing, and are compiled to be told so.
function same<T extends {readonly id: string; readonly version: string}>(
  compiled: Readonly<Record<Hash, T>>,
  entry: Entry,
): T | undefined {
  const {hash} = contentOf(entry)
  const found = Object.hasOwn(compiled, hash) ? compiled[hash] : undefined
  return found && found.id === entry.id && found.version === entry.version ? {...found, file: entry.file} : undefined
}

function rest(compiler: Compiler | undefined): Compiler {
  if (!compiler) throw new Error('The library was opened as wholly compiled, and is not.')
  return compiler
}

function byHash<T extends {readonly hash: Hash}>(things: readonly (T | undefined)[]): Readonly<Record<Hash, T>> {
  return Object.fromEntries(things.filter((thing) => thing !== undefined).map((thing) => [thing.hash, thing]))
}

function fingerprint(parameters: Parameters): Hash {
  return hashOf(JSON.stringify([...parameters]))
}
