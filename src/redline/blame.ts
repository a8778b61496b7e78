/** Which step brought the present words of each provision, part and execution block. */
import type {Agreement, ProvisionId} from '../model/index.js'
import type {Origin} from './book.js'
import {causesOf} from './causes.js'
import {type Holder, holdersOf, listsOf} from './holders.js'
import {placesOf} from './places.js'
import {type Knowledge, nothingKnown, type Step} from './steps.js'
import {newKeys, printedAlike} from './words/index.js'

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
      if (readsAlike(old, now)) continue
      const [gone, come] = [old, now].map((one) => (one ? listsOf(one.owner).flat() : []))
      const {author, date, revision} = steps[step]!
      return {author, date, revision, cause: causeOf(step, {ids: [id], gone: gone!, come: come!, whole: !old})}
    }
    return undefined
  }
  const {provisions, parts, blocks} = placesOf(steps.at(-1)?.agreement ?? from)
  return new Map([...parts.keys(), ...provisions.keys(), ...blocks.keys()].map((id) => [id, originOf(id)]))
}

function readsAlike(one: Holder | undefined, other: Holder | undefined): boolean {
  if (one?.owner === other?.owner) return true
  if (!one || !other) return false
  const [lists, others] = [listsOf(one.owner), listsOf(other.owner)]
  return lists.length === others.length && lists.every((list, index) => printedAlike(list, others[index]!))
}
