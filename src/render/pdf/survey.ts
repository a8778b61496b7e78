/**
 * What a clause asks for and leans on, found by one walk and kept with the provision: trees are immutable, and copies of
 * a deal share what did not change. It is forgotten with its provision.
 */
import {type Inline, inlinesBelow, type Provision, type ProvisionId, withDescendants} from '../../model/index.js'
import {type Demand, demandOf} from './demand.js'
import {wordsOfProvision} from './printed-words.js'

export interface Survey {
  readonly demand: Demand
  /** The provision and all below it, in print order. */
  readonly ids: readonly ProvisionId[]
  /** What they refer to. */
  readonly targets: readonly ProvisionId[]
}

/** The survey of a top provision in an agreement of a language. */
export type Surveyor = (provision: Provision<unknown>, language: string) => Survey

export function openSurveyor(): Surveyor {
  const known = new Map<string, WeakMap<Provision<unknown>, Survey>>()
  return (provision, language) => {
    const surveys = known.get(language) ?? new WeakMap<Provision<unknown>, Survey>()
    known.set(language, surveys)
    const survey = surveys.get(provision) ?? surveyed(provision, language)
    surveys.set(provision, survey)
    return survey
  }
}

function surveyed(provision: Provision<unknown>, language: string): Survey {
  return {
    demand: demandOf(wordsOfProvision(provision), language),
    ids: withDescendants(provision).map(({id}) => id),
    targets: targetsOf(inlinesBelow(provision)),
  }
}

/** What inlines refer to. */
export function targetsOf(inlines: readonly Inline<unknown>[]): readonly ProvisionId[] {
  return inlines.flatMap((inline) => (inline.type === 'reference' ? [inline.target] : []))
}
