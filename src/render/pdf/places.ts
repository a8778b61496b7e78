/** Where a change stands, in words: by the number it prints there, or by the part that it is in. */
import {
  bareWords,
  type Change,
  type FairCopy,
  numeralOf,
  type Part,
  type Provision,
  type Standing,
  standingOf,
} from '../../model/index.js'
import type {Note} from './notes.js'
import {movedPlaces, noteWords} from './redline-words.js'

/** The place of each note, by its first half; of a move, both. A place that stands on the old side only has the number that it had there. */
export function placesOf(notes: readonly Note[], copy: FairCopy<Change>): ReadonlyMap<Change, string> {
  const names = namesIn(copy)
  const nameOf = (change: Change): string => {
    const [here, elsewhere] = standingOf(change) === 'old' ? ['old', 'new'] : ['new', 'old']
    return names.get(`${here} ${change.at}`) ?? names.get(`${elsewhere} ${change.at}`) ?? noteWords.furniture
  }
  return new Map(
    notes.map(({halves: [change, other]}) => {
      const [here, there] = [nameOf(change), other && nameOf(other)]
      return [change, change.kind === 'movedFrom' && there && there !== here ? movedPlaces(here, there) : here]
    }),
  )
}

/** By side and id. What stands in both sides is named as it prints: by its new number. */
function namesIn(copy: FairCopy<Change>): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const name = (id: string, standing: Standing, nameOn: (side: Standing) => string): void => {
    for (const side of standing === 'both' ? ['old', 'new'] : [standing]) names.set(`${side} ${id}`, nameOn(standing))
  }
  for (const part of copy.agreement.parts) {
    const standing = standingOf(part.mark)
    name(part.id, standing, (side) => partName(part, copy, side))
    if (part.kind === 'cover') continue
    const below = (provision: Provision<Change>, around: Standing): void => {
      const here = standingOf(provision.mark, around)
      name(provision.id, here, (side) => provisionName(provision, part, copy, side))
      for (const one of provision.provisions) below(one, here)
    }
    for (const provision of part.provisions) below(provision, standing)
    if (part.kind !== 'execution') continue
    for (const block of part.blocks)
      name(block.id, standingOf(block.mark, standing), () => copy.locale.print.signatures)
  }
  return names
}

function provisionName({id}: Provision<Change>, part: Part<Change>, copy: FairCopy<Change>, side: Standing): string {
  const numeral = numeralOf(id, copy, side)
  if (!numeral) return partName(part, copy, side)
  if (numeral.list === 'clauses') return numeral.full
  return `${partName(part, copy, side)}${numeral.full.startsWith('(') ? ' ' : ', '}${numeral.full}`
}

function partName(part: Part<Change>, copy: FairCopy<Change>, side: Standing): string {
  const {print} = copy.locale
  if (part.kind === 'cover') return print.keyTerms
  if (part.kind === 'execution') return print.signatures
  const other = side === 'old' ? 'new' : 'old'
  const heading = part.heading?.filter(({mark}) => standingOf(mark) !== other) ?? []
  return numeralOf(part.id, copy, side)?.full ?? bareWords(heading, print.blank)
}
