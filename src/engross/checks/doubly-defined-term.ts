/** A term has one meaning: two definitions of one term are an error. */
import {type Diagnostic, inlinesOf, type ProvisionId, provisionsOf} from '../../model/index.js'
import type {Examined} from './check.js'

export function doublyDefinedTerms({agreement}: Examined): readonly Diagnostic[] {
  const places = new Map<string, ProvisionId[]>()
  for (const provision of provisionsOf(agreement)) {
    for (const inline of inlinesOf(provision)) {
      if (inline.type === 'definition') places.set(inline.term, [...(places.get(inline.term) ?? []), provision.id])
    }
  }
  return [...places].filter(([, ids]) => ids.length > 1).map(([term, ids]) => doublyDefined(term, ids))
}

function doublyDefined(term: string, ids: readonly ProvisionId[]): Diagnostic {
  return {
    severity: 'error',
    code: 'term/defined-twice',
    message: `"${term}" is defined ${ids.length} times: in ${ids.map((id) => `"${id}"`).join(' and ')}.`,
    reason: 'Two meanings of one term are read against the party that drafted them.',
    hint: 'Keep one definition and use the term elsewhere.',
    at: {provision: ids[1]!},
  }
}
