/** Which step brought the present words of each provision, part and execution block. */
import type {Agreement, ProvisionId} from '../model/index.js'
import type {Origin} from './book.js'
import {causesOf} from './causes.js'
import {heldAlike, holdersOf, listsOf} from './holders.js'
import {type Knowledge, nothingKnown, type Step} from './steps.js'
import {newKeys} from './words/index.js'

/** By id: the last step that changed its own words; nothing for what reads as it did at the start. Headings count, what stands below does not. */
export function blame(
  from: Agreement,
  steps: readonly Step[],
  knowledge: Knowledge = nothingKnown,
): ReadonlyMap<ProvisionId, Origin | undefined> {
  const journey = {from, steps, knowledge}
  const keys = newKeys()
  const stages = [from, ...steps.map(({agreement}) => agreement)].map((one) => holdersOf(one, keys))
  const causeOf = causesOf(journey)
  const originOf = (id: ProvisionId): Origin | undefined => {
    for (let step = steps.length - 1; step >= 0; step -= 1) {
      const [old, now] = [stages[step]!.get(id), stages[step + 1]!.get(id)]
      if (heldAlike(old, now)) continue
      const [gone, come] = [old, now].map((one) => (one ? listsOf(one.owner).flat() : []))
      const {author, date, revision} = steps[step]!
      return {author, date, revision, cause: causeOf(step, {ids: [id], gone: gone!, come: come!, whole: !old})}
    }
    return undefined
  }
  const {provisions, parts, blocks} = stages.at(-1)!.places
  return new Map([...parts.keys(), ...provisions.keys(), ...blocks.keys()].map((id) => [id, originOf(id)]))
}
