/**
 * R-002: nobody contracts with oneself. Two parties are one legal person when the same register gives them the same
 * number. Spaces, dashes and leading zeros do not make another number. Registers are the same when one name holds the
 * other ("Companies House", "UK Companies House"); where a party does not name its register, when both have one law.
 */
import type {Deal, Pointer} from '../../model/index.js'
import {bare, fold} from './fold.js'
import {textAt} from './given.js'
import {rule} from './matter.js'
import {partiesOf, partyAt} from './names.js'

export const sameLegalPerson = rule(
  {
    id: 'R-002',
    severity: 'error',
    title: 'The same legal person twice',
    reason: 'Nobody can make an agreement with oneself: a duty owed to oneself is no duty.',
  },
  function* ({deal}) {
    const rows = partiesOf(deal)
    for (const [index, party] of rows.entries()) {
      const twin = rows.slice(0, index).find((earlier) => isSamePerson(deal, earlier, party))
      if (twin === undefined) continue
      yield {
        message: `${partyAt(deal, twin)} and ${partyAt(deal, party)} have the same registered number, ${textAt(deal, `${party}/registry/number`)}.`,
        at: `${party}/registry/number`,
        hint: 'If they are one company, delete one of them. If they are two, correct the number or name each register.',
      }
    }
  },
)

function isSamePerson(deal: Deal, one: Pointer, other: Pointer): boolean {
  const [first, second] = [numberOf(deal, one), numberOf(deal, other)]
  return first !== '' && first === second && isSameRegister(deal, one, other)
}

function numberOf(deal: Deal, party: Pointer): string {
  return bare(textAt(deal, `${party}/registry/number`) ?? '').replace(/^0+(?=.)/, '')
}

function isSameRegister(deal: Deal, one: Pointer, other: Pointer): boolean {
  const [first, second] = [textAt(deal, `${one}/registry/name`), textAt(deal, `${other}/registry/name`)].map((name) =>
    fold(name ?? ''),
  )
  if (first && second) return first.includes(second) || second.includes(first)
  const law = textAt(deal, `${one}/jurisdiction`)
  return law !== undefined && law === textAt(deal, `${other}/jurisdiction`)
}
