/**
 * Publishing a clause: a published version never changes, so new text always becomes a new version. This is the pure
 * part: it says which files to write, or why not; `write-files.ts` writes them.
 */
import {parseDocument} from 'yaml'
import type {CompiledClause} from '../markup/index.js'
import type {ChangeKind, Clause, Diagnostic, Parameters} from '../model/index.js'
import {fault} from './fault.js'
import {hashOf} from './hash.js'
import {type Index, indexPath, printIndex, withClause} from './index-file.js'
import type {Library} from './library.js'
import {kindOf, refusals, warningsOf} from './publish-checks.js'
import {compareVersions, isVersion, nextVersion} from './semver.js'

export interface Draft {
  /** The clause file as its author wrote it: front matter and text. */
  readonly text: string
  /** Where it stands, from the root of the library; anywhere else for a file from outside. */
  readonly file: string
  readonly library: Library
  /** The index of the root that is published to. */
  readonly index: Index
  /** Indexes of the libraries that this root is laid over: what they published of a clause is gone on from, so that no version has two texts. */
  readonly below?: readonly Index[]
  readonly parameters: Parameters
  /** What kind of change this is, and what it says: asked of the author from the second version on. */
  readonly kind?: ChangeKind
  readonly note?: string
  /** Folder below `clause-library/` of a new clause; the first word of its id unless told. */
  readonly family?: string
}

export interface Publication {
  readonly clause: string
  readonly version: string
  /** Path from the root → text; the index last. */
  readonly writes: Readonly<Record<string, string>>
  /** The author's own file, where it stood in the library under another name. */
  readonly removes: readonly string[]
}

export interface Publishing {
  readonly publication?: Publication
  readonly diagnostics: readonly Diagnostic[]
}

/** The files that publish a draft, or the diagnostics that say why it cannot be. Warnings come with a publication. */
export async function publish(draft: Draft): Promise<Publishing> {
  const {text, file, parameters} = draft
  const {addLabels, compileClause} = await import('../markup/index.js')
  const {clause, diagnostics} = compileClause(text, file, parameters)
  if (!clause) return {diagnostics}
  const {previous, lost} = newestPublished(draft, clause.id)
  if (lost !== undefined) return {diagnostics: [previousLost(file, clause.id, lost)]}
  const refused = refusals(draft, clause, previous)
  if (refused.length > 0) return {diagnostics: refused}
  const labelled = addLabels(text, file, parameters, previous?.tree)
  if (labelled.text === undefined) return {diagnostics: labelled.diagnostics}
  const publication = publicationOf(draft, clause, previous, labelled.text)
  const [path, written] = Object.entries(publication.writes)[0]!
  const compiled = compileClause(written, path, parameters).clause
  const kind = kindOf(draft, clause, previous)
  return {publication, diagnostics: previous && compiled && kind ? warningsOf(compiled, previous, kind) : []}
}

function publicationOf(
  draft: Draft,
  clause: CompiledClause,
  previous: Clause | undefined,
  labelled: string,
): Publication {
  const {file, library, note} = draft
  const kind = kindOf(draft, clause, previous) ?? 'major'
  const written = previous ? withChange(labelled, kind, note ?? clause.changes ?? '') : labelled
  const version = nextVersion(previous?.version, kind)
  const path = `clause-library/${familyOf(draft, clause.id)}/${clause.id}/${version}.md`
  const index = withClause(draft.index, clause.id, version, hashOf(written))
  const removes = file !== path && library.entries.some((entry) => entry.path === file) ? [file] : []
  return {clause: clause.id, version, writes: {[path]: written, [indexPath]: printIndex(index)}, removes}
}

function newestPublished(
  {index, below = [], library}: Draft,
  id: string,
): {readonly previous?: Clause; readonly lost?: string} {
  const published = [index, ...below].flatMap(({clauses}) =>
    Object.hasOwn(clauses, id) ? Object.keys(clauses[id]!).filter(isVersion) : [],
  )
  const newest = published.sort(compareVersions).at(-1)
  if (newest === undefined) return {}
  const previous = library.version(id, newest)
  return previous ? {previous} : {lost: newest}
}

function previousLost(file: string, id: string, version: string): Diagnostic {
  const message = `${id} ${version} is published, and its file is gone or broken.`
  return fault('library/published-missing', file, message, 'Put it back first: the new version is compared with it.')
}

function familyOf({library, family}: Draft, id: string): string {
  const standing = library.entries.find((entry) => entry.kind === 'clause' && entry.id === id)?.path.split('/')[1]
  return standing ?? family ?? id.split('.')[0]!
}

/** The file with the kind of change and the note in its front matter; the other keys stay as they are written. */
function withChange(text: string, kind: ChangeKind, note: string): string {
  const [, front, rest] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(text)!
  const document = parseDocument(front!)
  document.set('change', kind)
  document.set('changes', note.trim())
  return `---\n${document.toString({lineWidth: 0, flowCollectionPadding: false})}---\n${rest}`
}
