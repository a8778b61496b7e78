/** What assembling needs to know of a provision's words, gathered once for each: the same object has the same words. */
import {inlinesBelow, type Provision, type ProvisionId, withDescendants} from '../model/index.js'

/** The target that stands for all provisions that outlive the agreement. */
export const survivorsTarget = 'survivors'

export interface Survey {
  readonly ids: ReadonlySet<ProvisionId>
  readonly defined: ReadonlySet<string>
  readonly used: ReadonlySet<string>
  readonly listsSurvivors: boolean
}

export type Surveys = WeakMap<Provision, Survey>

/** The survey of a provision and all below it. */
export function surveyOf(provision: Provision, surveys: Surveys): Survey {
  const known = surveys.get(provision)
  if (known) return known
  const inlines = inlinesBelow(provision)
  const survey = {
    ids: new Set(withDescendants(provision).map(({id}) => id)),
    defined: new Set(inlines.flatMap((inline) => (inline.type === 'definition' ? [inline.term] : []))),
    used: new Set(inlines.flatMap((inline) => (inline.type === 'use' ? [inline.term] : []))),
    listsSurvivors: inlines.some((inline) => inline.type === 'reference' && inline.target === survivorsTarget),
  }
  surveys.set(provision, survey)
  return survey
}
