/** What stands against publishing a draft, and what its author should hear before doing so. */
import type {CompiledClause} from '../markup/index.js'
import type {ChangeKind, Clause, Diagnostic} from '../model/index.js'
import {fault, warning} from './fault.js'
import {hashOf} from './hash.js'
import type {Draft} from './publish.js'
import {itemsOf} from './text-of.js'

/** Everything that stops a publication; `previous` is the newest published version. */
export function refusals(draft: Draft, clause: CompiledClause, previous: Clause | undefined): readonly Diagnostic[] {
  const edited = refuseEdit(draft, clause.id)
  if (!previous) return edited
  return [
    ...edited,
    ...askKind(draft, clause, previous),
    ...askNote(draft, clause, previous),
    ...refuseSame(draft, clause, previous),
  ]
}

/** The kind that the author gave now, or in the front matter if its note is not the one of the version before. */
export function kindOf(
  {kind, note}: Draft,
  clause: CompiledClause,
  previous: Clause | undefined,
): ChangeKind | undefined {
  if (kind) return kind
  return note === undefined && clause.changes === previous?.changes ? undefined : clause.change
}

/** What a change that calls itself small does to those who cite the clause. */
export function warningsOf(clause: CompiledClause, previous: Clause, kind: ChangeKind): readonly Diagnostic[] {
  if (kind === 'major') return []
  const now = new Set(pathsOf(clause))
  const lost = pathsOf(previous).filter((path) => !now.has(path))
  return [...movedPosition(clause, previous, kind), ...lost.map((path) => labelLost(clause, previous, kind, path))]
}

function refuseEdit({text, file, index}: Draft, id: string): readonly Diagnostic[] {
  const version = /([^/]+)\.md$/.exec(file)?.[1] ?? ''
  const versions = file.startsWith('clause-library/') && Object.hasOwn(index.clauses, id) ? index.clauses[id]! : {}
  if (!Object.hasOwn(versions, version)) return []
  if (versions[version] === hashOf(text)) {
    const hint = 'Write the new text in a file of its own and publish that.'
    return [fault('library/already-published', file, `${id} ${version} is published already.`, hint)]
  }
  const message = `${id} ${version} is published, and a published version never changes.`
  const hint = 'Save the new text in a file of its own, put this one back as it was, and publish the new file.'
  return [fault('library/published-changed', file, message, hint)]
}

function askKind(draft: Draft, clause: CompiledClause, previous: Clause): readonly Diagnostic[] {
  if (kindOf(draft, clause, previous) !== undefined) return []
  const message = `What kind of change is this to ${clause.id} ${previous.version}?`
  const hint = 'patch: same effect, better words; minor: a new option, old deals unaffected; major: the effect changed.'
  return [fault('library/kind-needed', draft.file, message, hint)]
}

function askNote({file, note}: Draft, {id, changes}: CompiledClause, previous: Clause): readonly Diagnostic[] {
  const words = note ?? (changes === previous.changes ? undefined : changes)
  if (words !== undefined && words.trim() !== '') return []
  const hint = 'Say it in one sentence: it stands beside the change in every redline.'
  return [fault('library/note-needed', file, `What does this change to ${id} do?`, hint)]
}

function refuseSame({file}: Draft, clause: CompiledClause, previous: Clause): readonly Diagnostic[] {
  if (substance(clause) !== substance(previous)) return []
  const message = `The text says the same as ${previous.id} ${previous.version}.`
  return [fault('library/nothing-changed', file, message, 'Publish when there is something new to say.')]
}

// Places in the file and the note on the change are no part of what a clause says.
function substance(clause: CompiledClause | Clause): string {
  const beside = ['at', 'file', 'version', 'hash', 'change', 'changes']
  return JSON.stringify(clause, (key, value: unknown) => (beside.includes(key) ? undefined : value))
}

function pathsOf({tree}: CompiledClause | Clause): readonly string[] {
  return itemsOf(tree).map(({path}) => path)
}

function movedPosition({position, file}: CompiledClause, previous: Clause, kind: ChangeKind): readonly Diagnostic[] {
  if (position === previous.position) return []
  const message = `A ${kind} change does not move a clause to another position (${previous.position} to ${position}).`
  return [warning('library/kind', file, message, 'Publish it as major.')]
}

function labelLost({file}: CompiledClause, {version}: Clause, kind: ChangeKind, path: string): Diagnostic {
  const message = `The item "${path}" of ${version} is gone in a ${kind} change.`
  return warning(
    'library/label-lost',
    file,
    message,
    'References to it would break: keep its label, or publish as major.',
  )
}
