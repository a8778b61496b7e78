/** Every id that the labelled items of a clause could give, whatever a deal chooses. */
import type {Choosable, Clause, ClauseItem, ProvisionId} from '../model/index.js'

export function itemIds(clause: Clause): readonly ProvisionId[] {
  return idsBelow(clause.position, clause.tree.items)
}

function idsBelow(parent: ProvisionId, items: readonly Choosable<ClauseItem>[]): readonly ProvisionId[] {
  return items.flatMap((item): readonly ProvisionId[] => {
    if (item.type === 'choice') return [...idsBelow(parent, item.holds), ...idsBelow(parent, item.otherwise)]
    if (item.type === 'repetition') return [...idsBelow(parent, item.each), ...idsBelow(parent, item.otherwise)]
    const id = `${parent}/${item.label}`
    return [id, ...idsBelow(id, item.items)]
  })
}
