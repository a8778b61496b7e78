/**
 * What stands wholly in one side and bears one mark. Words in it that another step brought, or took away, have a mark of their own
 * beneath it, so that each author answers for their own.
 */
import type {Change, Inline, ProvisionId} from '../model/index.js'
import {type Comparing, openOn, type Side} from './comparing.js'
import {mark, runs} from './inlines.js'
import {inlinesOf, tokensOf} from './words/index.js'

export interface Whole {
  /** The provision, part or execution block that holds the words. */
  readonly id: ProvisionId
  readonly side: Side
  /** That of the mark. */
  readonly step: number
}

/** A list of words in it; the same list where the step of the mark brought them all. */
export function ofOtherSteps(
  list: readonly Inline[],
  {id, side, step}: Whole,
  work: Comparing,
): readonly Inline<Change>[] {
  if (work.journey.steps.length === 1) return list
  const tokens = tokensOf(list, work.keys)
  const steps = work.origins.ofWords({side, id, list}, 0, tokens.length)
  if (steps.every((one) => one === step)) return list
  return runs(steps).flatMap((run): readonly Inline<Change>[] => {
    const words = inlinesOf(tokens, run.from, run.to)
    if (run.step === step) return words
    const change = openOn(side, run.step, {ids: [id], words, whole: false}, work)
    return words.map((inline) => mark(inline, change))
  })
}
