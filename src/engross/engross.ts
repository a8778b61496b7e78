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
  inlinesOfAgreement,
  type Locale,
  type Notices,
  type ProvisionId,
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
  const {broken, definitions} = gather(agreement, cited)
  const diagnostics = [...tooDeep, ...broken, ...unfinished(agreement, settings.purpose)]
  if (hasErrors(diagnostics)) return {diagnostics}
  return {
    copy: {...settings, agreement, numerals, citations: cited, definitions, contents: contents(agreement, numerals)},
    diagnostics,
  }
}

interface Gathered {
  /** References whose target stands nowhere in the agreement. */
  readonly broken: readonly Diagnostic[]
  readonly definitions: ReadonlyMap<string, ProvisionId>
}

function gather<M>(agreement: Agreement<M>, cited: Citations): Gathered {
  const broken: Diagnostic[] = []
  const definitions = new Map<string, ProvisionId>()
  for (const provision of provisionsOf(agreement)) {
    for (const inline of inlinesOf(provision)) {
      if (inline.type === 'reference' && !cited.has(inline.target))
        broken.push(brokenReference(provision.id, inline.target))
      if (inline.type === 'definition' && !definitions.has(inline.term)) definitions.set(inline.term, provision.id)
    }
  }
  return {broken, definitions}
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

// An engrossment is a fair copy for execution: refused while a blank remains.
function unfinished<M>(agreement: Agreement<M>, purpose: Purpose): readonly Diagnostic[] {
  if (purpose !== 'execution') return []
  const blanks = inlinesOfAgreement(agreement).flatMap((inline) => (inline.type === 'blank' ? [inline.pointer] : []))
  return [...new Set(blanks)].map((pointer) => ({
    severity: 'error',
    code: 'engross/blank-remains',
    message: `There is still a blank for ${pointer}, so there can be no execution copy.`,
    hint: 'Answer it in deal.yaml.',
    at: {pointer},
  }))
}
