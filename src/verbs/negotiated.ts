/** Negotiated text: clause files of a deal's own folder, each replacing the library's answer to its position. */
import {hashOf, type Lock} from '../library/index.js'
import {type Clause, type ClauseRef, type Diagnostic, nearest, type Template} from '../model/index.js'
import type {DealFolder} from './deal-folder.js'
import type {Workshop} from './workshop.js'

export interface Negotiated {
  readonly clauses: readonly Clause[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Compiles what stands in `clauses/`. The parsers are loaded only where something does: most deals have no such text. Text
 * that would stand nowhere is an error: nobody should sign without the words that they negotiated.
 */
export async function negotiatedClauses(
  {files}: DealFolder,
  workshop: Workshop,
  template: Template,
  lock?: Lock,
): Promise<Negotiated> {
  const texts = [...files].filter(([path]) => path.startsWith('clauses/'))
  if (texts.length === 0) return {clauses: [], diagnostics: []}
  const {compileClause} = await import('../markup/index.js')
  const compiled = texts.map(([path, bytes]) => {
    const {clause, diagnostics} = compileClause(new TextDecoder().decode(bytes), path, workshop.parameters)
    const hash = hashOf(bytes)
    if (!clause) return {diagnostics}
    const from = originOf(clause, workshop, lock)
    return {
      clause: {...clause, version: 'negotiated', hash, negotiated: {file: path, ...(from ? {from} : {})}},
      diagnostics,
    }
  })
  const clauses = compiled.flatMap((one) => ('clause' in one && one.clause ? [one.clause] : []))
  const diagnostics = [...compiled.flatMap((one) => one.diagnostics), ...strays(clauses, template), ...rivals(clauses)]
  return {clauses, diagnostics}
}

function strays(clauses: readonly Clause[], template: Template): readonly Diagnostic[] {
  const asked = template.parts.flatMap((part) =>
    part.kind === 'cover' ? [] : part.positions.map((one) => one.position),
  )
  return clauses
    .filter(({position}) => !asked.includes(position))
    .map(({position, file}) => {
      const near = nearest(position, asked)
      return {
        severity: 'error',
        code: 'position/not-in-template',
        message: `${file} answers the position "${position}", which ${template.title} does not ask for: its words would stand nowhere.`,
        hint: `${near ? `Did you mean "${near}"? ` : ''}Name a position of the document, or move the file out of clauses/.`,
        at: {file},
      }
    })
}

function rivals(clauses: readonly Clause[]): readonly Diagnostic[] {
  const first = new Map<string, Clause>()
  for (const clause of clauses) if (!first.has(clause.position)) first.set(clause.position, clause)
  return clauses
    .filter((clause) => first.get(clause.position) !== clause)
    .map(({position, file}) => ({
      severity: 'error',
      code: 'position/two-answers',
      message: `${first.get(position)!.file} and ${file} both answer the position "${position}".`,
      hint: 'Keep the text that was agreed, and move the other file out of clauses/.',
      at: {file},
    }))
}

// A text goes on being based on the version that it was written from, whatever the library publishes after.
function originOf(
  {id, position}: Pick<Clause, 'id' | 'position'>,
  {library}: Workshop,
  lock: Lock | undefined,
): ClauseRef | undefined {
  const locked = lock && Object.hasOwn(lock.positions, position) ? lock.positions[position] : undefined
  const known = locked && 'negotiated' in locked ? locked.from : locked
  if (known?.clause === id) return known
  const clause = library.newest(id)
  return clause && {clause: clause.id, version: clause.version, hash: clause.hash}
}
