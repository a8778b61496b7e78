/**
 * Settling an agreement into a fair copy: every number, citation and defined term found, beside the tree. A copy is
 * made only when nothing is broken: a reference without a target has no citation to print.
 */
import {
  type Agreement,
  type Diagnostic,
  type FairCopy,
  hasErrors,
  type Identity,
  inlinesOf,
  type Locale,
  type Notices,
  type Purpose,
  provisionsOf,
} from '../model/index.js'
import {type Citations, citations} from './cite.js'
import {contents} from './contents.js'
import {number} from './number.js'

export interface Engrossing {
  readonly purpose: Purpose
  readonly locale: Locale
  readonly identity: Identity
  readonly notices: Notices
}

/** The fair copy, or the reasons why there is none. */
export function engross<M>(
  agreement: Agreement<M>,
  settings: Engrossing,
): {readonly copy?: FairCopy<M>; readonly diagnostics: readonly Diagnostic[]} {
  const {numerals, diagnostics: tooDeep} = number(agreement, settings.locale)
  const cited = citations(agreement, numerals, settings.locale)
  const diagnostics = [...tooDeep, ...brokenReferences(agreement, cited), ...unfinished(agreement, settings.purpose)]
  if (hasErrors(diagnostics)) return {diagnostics}
  const copy = {
    ...settings,
    agreement,
    numerals,
    citations: cited,
    definitions: definitions(agreement),
    contents: contents(agreement, numerals),
  }
  return {copy, diagnostics}
}

/** References whose target stands nowhere in the agreement. */
export function brokenReferences<M>(agreement: Agreement<M>, cited: Citations): readonly Diagnostic[] {
  const broken: Diagnostic[] = []
  for (const provision of provisionsOf(agreement)) {
    for (const inline of inlinesOf(provision)) {
      if (inline.type === 'reference' && !cited.has(inline.target))
        broken.push(brokenReference(provision.id, inline.target))
    }
  }
  return broken
}

function brokenReference(id: string, target: string): Diagnostic {
  return {
    severity: 'error',
    code: 'reference/broken',
    message: `Provision "${id}" refers to "${target}", which does not stand in this agreement.`,
    hint: 'Put the position into the template, wrap the reference in the condition that brings it, or refer to another provision.',
    at: {provision: id},
  }
}

function definitions<M>(agreement: Agreement<M>): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const provision of provisionsOf(agreement)) {
    for (const inline of inlinesOf(provision)) {
      if (inline.type === 'definition' && !found.has(inline.term)) found.set(inline.term, provision.id)
    }
  }
  return found
}

// An engrossment is a fair copy for execution: refused while a blank remains.
function unfinished<M>(agreement: Agreement<M>, purpose: Purpose): readonly Diagnostic[] {
  if (purpose !== 'execution') return []
  const blanks = [...provisionsOf(agreement)].flatMap((provision) =>
    [...inlinesOf(provision)].filter(({type}) => type === 'blank').map(() => provision.id),
  )
  return blanks.map((id) => ({
    severity: 'error',
    code: 'engross/blank-remains',
    message: `Provision "${id}" still has a blank, so there can be no execution copy.`,
    hint: 'Answer the open points that `engross check` lists.',
    at: {provision: id},
  }))
}
