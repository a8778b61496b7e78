/** Terms defined and then not used: dead words that a reader still has to weigh. */
import {type Diagnostic, inlinesOf, type ProvisionId, provisionsOf} from '../../model/index.js'
import type {Examined} from './check.js'

export function unusedTerms({agreement}: Examined): readonly Diagnostic[] {
  const defined = new Map<string, ProvisionId>()
  const used = new Set<string>()
  for (const provision of provisionsOf(agreement)) {
    for (const inline of inlinesOf(provision)) {
      if (inline.type === 'definition') defined.set(inline.term, provision.id)
      if (inline.type === 'use') used.add(inline.term)
    }
  }
  return [...defined]
    .filter(([term]) => !used.has(term))
    .map(([term, provision]) => ({
      severity: 'advice',
      code: 'term/unused',
      message: `"${term}" is defined in "${provision}" and used nowhere.`,
      hint: 'Say it in plain words, without a definition.',
      at: {provision},
    }))
}
