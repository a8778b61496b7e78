/** The verbs on the clause library: list, show, check, publish. */
import {readFile} from 'node:fs/promises'
import {join, relative, resolve} from 'node:path'
import {
  checkIndex,
  checkLibrary,
  emptyIndex,
  folderShelf,
  type Listing,
  listClauses,
  publish,
  type Query,
  readIndex,
  type Showing,
  showClause,
  writeFiles,
} from '../library/index.js'
import type {ChangeKind, Diagnostic} from '../model/index.js'
import {onDisk} from './fault.js'
import {home} from './home.js'
import {openWorkshop} from './workshop.js'

interface Where {
  readonly libraries: readonly string[]
}

/** Clauses that fit a query, by position. */
export async function listLibrary(query: Query, {libraries}: Where): Promise<readonly Listing[]> {
  return listClauses((await openWorkshop({libraries})).library, query)
}

/** A clause with its text, versions and guidance. */
export async function showLibrary(
  id: string,
  version: string | undefined,
  {libraries}: Where,
): Promise<{readonly showing?: Showing; readonly diagnostics: readonly Diagnostic[]}> {
  return showClause((await openWorkshop({libraries})).library, id, version)
}

/** Everything wrong with the library: its files, its index, its language. */
export async function checkShelves({libraries}: Where): Promise<readonly Diagnostic[]> {
  const {library, roots} = await openWorkshop({libraries})
  return [...checkLibrary(library), ...roots.flatMap((root) => checkIndex(folderShelf(root)))]
}

export interface Published {
  readonly id?: string
  readonly version?: string
  readonly files: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Publishes a clause file as the next version of its clause, in the last of the libraries, or in ours. */
export async function publishClause(
  file: string,
  {kind, note, libraries}: Where & {readonly kind: ChangeKind | undefined; readonly note: string | undefined},
): Promise<Published> {
  const {library, roots, parameters} = await openWorkshop({libraries})
  const root = roots.at(-1) ?? home
  const text = await onDisk(file, () => readFile(file, 'utf8'))
  const {index = emptyIndex} = readIndex(folderShelf(root))
  const asked = {...(kind ? {kind} : {}), ...(note ? {note} : {})}
  const {publication, diagnostics} = await publish({
    text,
    file: relative(root, resolve(file)),
    library,
    index,
    below: roots.filter((one) => one !== root).flatMap((one) => readIndex(folderShelf(one)).index ?? []),
    parameters,
    ...asked,
  })
  if (!publication) return {files: [], diagnostics}
  await onDisk(root, async () => writeFiles(root, publication.writes, publication.removes))
  return {
    id: publication.clause,
    version: publication.version,
    files: Object.keys(publication.writes).map((path) => join(root, path)),
    diagnostics,
  }
}
