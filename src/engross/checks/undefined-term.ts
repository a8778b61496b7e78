/**
 * Words that the library defines as a term, used here without their definition. The first word of a sentence is no
 * evidence: every word is capitalised there.
 */
import {type Diagnostic, type Inline, inlinesOf, inlinesOfAgreement, provisionsOf} from '../../model/index.js'
import type {Examined} from './check.js'

export function undefinedTerms(examined: Examined): readonly Diagnostic[] {
  const {agreement, vocabulary} = examined
  const found = new Map<string, Diagnostic>()
  const defined = definedForms(examined)
  const pattern = patternOf([...vocabulary].filter((form) => !defined.has(form)))
  if (!pattern) return []
  for (const provision of provisionsOf(agreement)) {
    for (const word of [...inlinesOf(provision)].flatMap((inline) => wordsIn(inline, pattern))) {
      if (!found.has(word)) found.set(word, undefinedTerm(word, provision.id))
    }
  }
  return [...found.values()]
}

// Every form of the terms that this agreement defines; headings use them too, and are no nodes.
function definedForms({agreement, standing}: Examined): ReadonlySet<string> {
  const terms = [...inlinesOfAgreement(agreement)].flatMap((inline) =>
    inline.type === 'definition' ? [inline.term] : [],
  )
  const forms = terms.flatMap((term) => standing.flatMap((facts) => facts.terms[term] ?? []))
  return new Set([...terms, ...forms])
}

function patternOf(vocabulary: readonly string[]): RegExp | undefined {
  const forms = vocabulary.filter((form) => /^\p{Lu}/u.test(form)).sort((one, other) => other.length - one.length)
  const words = forms.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return words.length > 0
    ? new RegExp(`(?<=[\\p{L}\\p{N},;)”’] )(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
    : undefined
}

function wordsIn(inline: Inline, pattern: RegExp): readonly string[] {
  return inline.type === 'text' ? [...inline.text.matchAll(pattern)].map(([word]) => word) : []
}

function undefinedTerm(word: string, provision: string): Diagnostic {
  return {
    severity: 'warning',
    code: 'term/undefined',
    message: `"${word}" is used as a defined term in "${provision}", and nothing in this agreement defines it.`,
    hint: 'Bring in the clause that defines it, write it in lower case, or write it as \\Word where it is no term.',
    at: {provision},
  }
}
