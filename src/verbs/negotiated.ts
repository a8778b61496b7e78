/** Negotiated text: clause files of a deal's own folder, each replacing the library's answer to its position. */
import {hashOf} from '../library/index.js'
import type {Clause, ClauseRef, Diagnostic} from '../model/index.js'
import type {DealFolder} from './deal-folder.js'
import type {Workshop} from './workshop.js'

export interface Negotiated {
  readonly clauses: readonly Clause[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Compiles what stands in `clauses/`. The parsers are loaded only where something does: most deals have no such text. */
export async function negotiatedClauses({files}: DealFolder, workshop: Workshop): Promise<Negotiated> {
  const texts = [...files].filter(([path]) => path.startsWith('clauses/'))
  if (texts.length === 0) return {clauses: [], diagnostics: []}
  const {compileClause} = await import('../markup/index.js')
  const compiled = texts.map(([path, bytes]) => {
    const {clause, diagnostics} = compileClause(new TextDecoder().decode(bytes), path, workshop.parameters)
    const hash = hashOf(bytes)
    if (!clause) return {diagnostics}
    const from = originOf(clause.id, workshop)
    return {
      clause: {...clause, version: 'negotiated', hash, negotiated: {file: path, ...(from ? {from} : {})}},
      diagnostics,
    }
  })
  return {
    clauses: compiled.flatMap((one) => ('clause' in one && one.clause ? [one.clause] : [])),
    diagnostics: compiled.flatMap(({diagnostics}) => diagnostics),
  }
}

function originOf(id: string, {library}: Workshop): ClauseRef | undefined {
  const clause = library.newest(id)
  return clause && {clause: clause.id, version: clause.version, hash: clause.hash}
}
