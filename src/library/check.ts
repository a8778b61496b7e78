/** The whole library read and held against itself: every clause compiled, every name followed to what it names. */
import type {Clause, Diagnostic, Template} from '../model/index.js'
import {didYouMean, fault} from './fault.js'
import type {Library} from './library.js'
import {lintClause} from './lint.js'
import {inlinesOf, itemsOf} from './text-of.js'

/** Everything that is wrong with a library, files in order. Reads and compiles all of it. */
export function checkLibrary(library: Library): readonly Diagnostic[] {
  const newest = readAll(library)
  const templates = library.templates.map((id) => library.template(id)).filter((template) => template !== undefined)
  const known: Known = {
    library,
    positions: new Set(library.positions),
    clauses: new Set(library.clauses),
    labels: labelsOf(newest),
    schedules: schedulesOf(templates),
  }
  return [
    ...library.diagnostics.map((diagnostic) => olderIsWarning(diagnostic, library)),
    ...newest.flatMap((clause) => checkClause(clause, known)),
    ...templates.flatMap((template) => checkTemplate(template, known)),
    ...newest.flatMap((clause) => lintClause(clause, library.source(clause.id, clause.version) ?? '')),
  ]
}

interface Known {
  readonly library: Library
  readonly positions: ReadonlySet<string>
  readonly clauses: ReadonlySet<string>
  /** Position → paths of labels in the clauses that answer it. */
  readonly labels: ReadonlyMap<string, ReadonlySet<string>>
  readonly schedules: ReadonlySet<string>
}

// Reading is what makes the library's own diagnostics.
function readAll(library: Library): readonly Clause[] {
  for (const id of library.clauses) for (const version of library.versions(id)) library.version(id, version)
  for (const {kind, id, version} of library.entries) {
    if (kind === 'template') library.template(id, version)
    if (kind === 'law') library.law(id)
    if (kind === 'locale') library.locale(id)
    if (kind === 'schema') library.schema(id)
  }
  return library.clauses.map((id) => library.newest(id)).filter((clause) => clause !== undefined)
}

/** A published version cannot be mended, so what a newer schema no longer fits in it is told and stops nothing. */
function olderIsWarning(diagnostic: Diagnostic, library: Library): Diagnostic {
  const {at} = diagnostic
  const entry = 'file' in at ? library.entries.find(({file}) => file === at.file) : undefined
  const older = entry?.kind === 'clause' && library.versions(entry.id).at(-1) !== entry.version
  return older ? {...diagnostic, severity: 'warning'} : diagnostic
}

function checkClause(clause: Clause, known: Known): readonly Diagnostic[] {
  const {file, fallbacks, requires, conflicts, survives, id} = clause
  const labels = new Set(itemsOf(clause.tree).map(({path}) => path))
  return [
    ...unknown(
      fallbacks,
      known.clauses,
      (name) => [`"${id}" falls back on "${name}", which is no clause.`, 'Fallbacks name clauses.'],
      file,
    ),
    ...unknown(
      requires,
      known.positions,
      (name) => [`"${id}" requires "${name}", which no clause answers.`, 'It names a position.'],
      file,
    ),
    ...unknown(
      conflicts,
      new Set([...known.positions, ...known.clauses]),
      (name) => [
        `"${id}" conflicts with "${name}", which is neither a position nor a clause.`,
        'It names a position or a clause.',
      ],
      file,
    ),
    ...(typeof survives === 'boolean'
      ? []
      : unknown(
          survives,
          labels,
          (name) => [`"${name}" survives in "${id}", which has no such label.`, 'It names a label of this clause.'],
          file,
        )),
    ...checkPosition(clause, known),
    ...checkReferences(clause, known),
  ]
}

// The library finds positions by that one line, and would pass over a clause that writes it otherwise.
function checkPosition({id, position, file}: Clause, {library}: Known): readonly Diagnostic[] {
  if (library.answersTo(position).some((answer) => answer.id === id)) return []
  const hint = `Write "position: ${position}" on one line of its own.`
  return [fault('library/position-line', file, `The position of "${id}" cannot be seen in its front matter.`, hint)]
}

function unknown(
  names: readonly string[],
  known: ReadonlySet<string>,
  say: (name: string) => readonly [string, string],
  file: string,
): readonly Diagnostic[] {
  return names
    .filter((name) => !known.has(name))
    .map((name) => {
      const [message, otherwise] = say(name)
      return fault('library/unknown-name', file, message, didYouMean(name, known, otherwise))
    })
}

function checkReferences({tree, file}: Clause, {positions, labels, schedules}: Known): readonly Diagnostic[] {
  return inlinesOf(tree).flatMap((inline) => {
    if (inline.type !== 'reference' || inline.target === 'survivors') return []
    const [position, ...path] = inline.target.split('/')
    const {line} = inline.at
    if (!positions.has(position!) && !schedules.has(position!)) {
      const hint = didYouMean(
        position!,
        [...positions, ...schedules],
        'A reference names a position, or a schedule as #schedule.<id>.',
      )
      return [fault('library/broken-reference', file, `"#${inline.target}" names nothing in the library.`, hint, line)]
    }
    const label = path.join('/')
    if (label === '' || labels.get(position!)?.has(label)) return []
    const hint = didYouMean(label, labels.get(position!) ?? [], `No clause at ${position} has that label.`)
    return [fault('library/broken-reference', file, `"#${inline.target}" names no label of ${position}.`, hint, line)]
  })
}

function labelsOf(clauses: readonly Clause[]): ReadonlyMap<string, ReadonlySet<string>> {
  const labels = new Map<string, Set<string>>()
  for (const {position, tree} of clauses) {
    const known = labels.get(position) ?? new Set()
    for (const {path} of itemsOf(tree)) known.add(path)
    labels.set(position, known)
  }
  return labels
}

function schedulesOf(templates: readonly Template[]): ReadonlySet<string> {
  return new Set(
    templates.flatMap(({parts}) => parts.flatMap((part) => (part.kind === 'schedule' ? [`schedule.${part.id}`] : []))),
  )
}

function checkTemplate(template: Template, {library, positions}: Known): readonly Diagnostic[] {
  const asked = template.parts.flatMap((part) => (part.kind === 'cover' ? [] : part.positions))
  const seen = new Set<string>()
  return asked.flatMap(({position, default: chosen}) => {
    const twice = seen.has(position)
      ? [
          fault(
            'template/position-twice',
            template.file,
            `The template asks for ${position} twice.`,
            'An agreement answers a position once.',
          ),
        ]
      : []
    seen.add(position)
    if (!positions.has(position)) {
      const hint = didYouMean(position, positions, 'Write a clause for it, or take it out.')
      return [...twice, fault('template/unanswered', template.file, `No clause answers ${position}.`, hint)]
    }
    const answers = library.answersTo(position).map(({id}) => id)
    if (chosen === undefined || answers.includes(chosen)) return twice
    const hint = didYouMean(chosen, answers, `The clauses at ${position} are ${answers.join(', ')}.`)
    return [...twice, fault('template/default', template.file, `"${chosen}" is no clause at ${position}.`, hint)]
  })
}
