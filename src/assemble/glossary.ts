/** Terms of an agreement: their forms, and a glossary that keeps only the definitions that the agreement uses. */
import type {Provision} from '../model/index.js'
import type {Selection} from './select.js'
import {type Surveys, surveyOf} from './survey.js'
import type {Forms} from './terms.js'

/** The forms of every term that the provisions define. Where two define one term, the first gives its forms. */
export function formsOf(
  standing: readonly {readonly selection: Selection; readonly provision: Provision}[],
  surveys: Surveys,
): Forms {
  const forms = new Map<string, string>()
  for (const {selection, provision} of standing) {
    for (const term of surveyOf(provision, surveys).defined) {
      for (const form of [term, ...(selection.clause.terms[term] ?? [])]) if (!forms.has(form)) forms.set(form, term)
    }
  }
  return forms
}

/** The items of a glossary whose terms something that stands uses: another clause, or an item that is kept. */
export function keptItems(glossary: Provision, others: readonly Provision[], surveys: Surveys): readonly Provision[] {
  const used = new Set<string>()
  for (const provision of others) for (const term of surveyOf(provision, surveys).used) used.add(term)
  let kept: readonly Provision[] = []
  for (let before = -1; before !== kept.length; ) {
    before = kept.length
    kept = glossary.provisions.filter((item) => isNeeded(surveyOf(item, surveys).defined, used))
    for (const item of kept) for (const term of surveyOf(item, surveys).used) used.add(term)
  }
  return kept
}

function isNeeded(defined: ReadonlySet<string>, used: ReadonlySet<string>): boolean {
  return defined.size === 0 || [...defined].some((term) => used.has(term))
}
