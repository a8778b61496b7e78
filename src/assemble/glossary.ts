/** Terms of an agreement: their forms, and a glossary that keeps only the definitions that the agreement uses. */
import {type Inline, inlinesOf, type Provision, withDescendants} from '../model/index.js'
import type {Selection} from './select.js'
import type {Forms} from './terms.js'

/** The forms of every term that the provisions define. Where two define one term, the first gives its forms. */
export function formsOf(standing: readonly {readonly selection: Selection; readonly provision: Provision}[]): Forms {
  const forms = new Map<string, string>()
  for (const {selection, provision} of standing) {
    for (const term of definedIn(provision)) {
      for (const form of [term, ...(selection.clause.terms[term] ?? [])]) if (!forms.has(form)) forms.set(form, term)
    }
  }
  return forms
}

/** The glossary without the items whose terms nothing that stands uses. */
export function usedOnly(glossary: Provision, others: readonly Provision[]): Provision {
  const used = new Set(others.flatMap((provision) => [...termsUsedIn(provision)]))
  let kept: readonly Provision[] = []
  for (let before = -1; before !== kept.length; ) {
    before = kept.length
    kept = glossary.provisions.filter(
      (item) => [...definedIn(item)].some((term) => used.has(term)) || definedIn(item).size === 0,
    )
    for (const item of kept) for (const term of termsUsedIn(item)) used.add(term)
  }
  return {...glossary, provisions: kept}
}

function definedIn(provision: Provision): ReadonlySet<string> {
  return new Set(inlinesBelow(provision).flatMap((inline) => (inline.type === 'definition' ? [inline.term] : [])))
}

function termsUsedIn(provision: Provision): ReadonlySet<string> {
  return new Set(inlinesBelow(provision).flatMap((inline) => (inline.type === 'use' ? [inline.term] : [])))
}

function inlinesBelow(provision: Provision): readonly Inline[] {
  return [...withDescendants(provision)].flatMap((one) => [...inlinesOf(one)])
}
