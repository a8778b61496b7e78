/**
 * Publishing a clause: a published version never changes, so new text always becomes a new version. This is the pure
 * part: it says which files to write, or why not; `write-files.ts` writes them.
 */
import {parseDocument} from 'yaml'
import {addLabels, type CompiledClause, compileClause} from '../markup/index.js'
import type {ChangeKind, Clause, Diagnostic, Parameters} from '../model/index.js'
import {fault, warning} from './fault.js'
import {hashOf} from './hash.js'
import {type Index, indexPath, printIndex, withClause} from './index-file.js'
import type {Library} from './library.js'
import {compareVersions, isVersion, nextVersion} from './semver.js'
import {itemsOf} from './text-of.js'

export interface Draft {
  /** The clause file as its author wrote it: front matter and text. */
  readonly text: string
  /** Where it stands, from the root of the library; anywhere else for a file from outside. */
  readonly file: string
  readonly library: Library
  /** The index of the root that is published to. */
  readonly index: Index
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

/** The files that publish a draft, or the diagnostics that say why it cannot be. Warnings come with a publication. */
export function publish(draft: Draft): {
  readonly publication?: Publication
  readonly diagnostics: readonly Diagnostic[]
} {
  const {text, file, library, parameters} = draft
  const {clause, diagnostics} = compileClause(text, file, parameters)
  if (!clause) return {diagnostics}
  const {previous, lost} = newestPublished(draft, clause.id)
  if (lost !== undefined)
    return {
      diagnostics: [
        fault(
          'library/published-missing',
          file,
          `${clause.id} ${lost} is published, and its file is gone or broken.`,
          'Put it back first: the new version is compared with it.',
        ),
      ],
    }
  const refused = [
    ...refuseEdit(draft, clause.id),
    ...askKind(draft, clause, previous),
    ...refuseSame(clause, previous, file),
  ]
  if (refused.length > 0) return {diagnostics: refused}
  const labelled = addLabels(text, file, parameters, previous?.tree)
  if (labelled.text === undefined) return {diagnostics: labelled.diagnostics}
  const kind = kindOf(draft, clause, previous) ?? 'major'
  const written = previous ? withChange(labelled.text, kind, draft.note ?? clause.changes ?? '') : labelled.text
  const version = nextVersion(previous?.version, kind)
  const path = `clause-library/${familyOf(draft, clause.id)}/${clause.id}/${version}.md`
  const index = withClause(draft.index, clause.id, version, hashOf(written))
  const removes = file !== path && library.entries.some((entry) => entry.file === file) ? [file] : []
  const publication = {clause: clause.id, version, writes: {[path]: written, [indexPath]: printIndex(index)}, removes}
  return {publication, diagnostics: previous ? warnings(written, path, previous, kind, parameters) : []}
}

function newestPublished({index, library}: Draft, id: string): {readonly previous?: Clause; readonly lost?: string} {
  const published = Object.hasOwn(index.clauses, id) ? Object.keys(index.clauses[id]!).filter(isVersion) : []
  const newest = published.sort(compareVersions).at(-1)
  if (newest === undefined) return {}
  const previous = library.version(id, newest)
  return previous ? {previous} : {lost: newest}
}

function refuseEdit({text, file, index}: Draft, id: string): readonly Diagnostic[] {
  const version = /([^/]+)\.md$/.exec(file)?.[1] ?? ''
  const published =
    file.startsWith('clause-library/') && Object.hasOwn(index.clauses, id) ? index.clauses[id]![version] : undefined
  if (published === undefined) return []
  if (published === hashOf(text))
    return [
      fault(
        'library/already-published',
        file,
        `${id} ${version} is published already.`,
        'Write the new text in a file of its own and publish that.',
      ),
    ]
  return [
    fault(
      'library/published-changed',
      file,
      `${id} ${version} is published, and a published version never changes.`,
      'Save the new text in a file of its own, put this one back as it was, and publish the new file.',
    ),
  ]
}

/** The kind that the author gave now, or in the front matter if that is not the one of the version before. */
function kindOf({kind, note}: Draft, clause: CompiledClause, previous: Clause | undefined): ChangeKind | undefined {
  if (kind) return kind
  return note === undefined && clause.changes === previous?.changes ? undefined : clause.change
}

function askKind(draft: Draft, clause: CompiledClause, previous: Clause | undefined): readonly Diagnostic[] {
  if (!previous) return []
  const note = draft.note ?? (clause.changes === previous.changes ? undefined : clause.changes)
  const kind =
    kindOf(draft, clause, previous) === undefined
      ? [
          fault(
            'library/kind-needed',
            draft.file,
            `What kind of change is this to ${clause.id} ${previous.version}?`,
            'patch: same effect, better words; minor: a new option, old deals unaffected; major: the effect changed.',
          ),
        ]
      : []
  const words =
    note === undefined || note.trim() === ''
      ? [
          fault(
            'library/note-needed',
            draft.file,
            `What does this change to ${clause.id} do?`,
            'Say it in one sentence: it stands beside the change in every redline.',
          ),
        ]
      : []
  return [...kind, ...words]
}

function refuseSame(clause: CompiledClause, previous: Clause | undefined, file: string): readonly Diagnostic[] {
  if (!previous || substance(clause) !== substance(previous)) return []
  return [
    fault(
      'library/nothing-changed',
      file,
      `The text says the same as ${previous.id} ${previous.version}.`,
      'Publish when there is something new to say.',
    ),
  ]
}

// Places in the file and the note on the change are no part of what a clause says.
function substance(clause: CompiledClause | Clause): string {
  const beside = ['at', 'file', 'version', 'hash', 'change', 'changes']
  return JSON.stringify(clause, (key, value: unknown) => (beside.includes(key) ? undefined : value))
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

function warnings(
  text: string,
  path: string,
  previous: Clause,
  kind: ChangeKind,
  parameters: Parameters,
): readonly Diagnostic[] {
  const {clause} = compileClause(text, path, parameters)
  if (!clause || kind === 'major') return []
  const now = new Set(itemsOf(clause.tree).map(({path: label}) => label))
  const lost = itemsOf(previous.tree)
    .map(({path: label}) => label)
    .filter((label) => !now.has(label))
  const moved =
    clause.position === previous.position
      ? []
      : [
          warning(
            'library/kind',
            path,
            `A ${kind} change does not move a clause to another position (${previous.position} to ${clause.position}).`,
            'Publish it as major.',
          ),
        ]
  return [
    ...moved,
    ...lost.map((label) =>
      warning(
        'library/label-lost',
        path,
        `The item "${label}" of ${previous.version} is gone in a ${kind} change.`,
        'References to it would break: keep its label, or publish as major.',
      ),
    ),
  ]
}
