/** What rules call things in a message: a party by its short name, a row by its own name or by its place. */
import type {Deal, Pointer} from '../../model/index.js'
import {quote} from '../quote.js'
import {rowsAt, textAt} from './given.js'

export const parties: Pointer = '/parties'

export function partiesOf(deal: Deal): readonly Pointer[] {
  return rowsAt(deal, parties)
}

/** The name by which the agreement calls the party of this row: its short name, else its registered one. */
export function calledAt(deal: Deal, party: Pointer): string | undefined {
  return textAt(deal, `${party}/shortName`) ?? textAt(deal, `${party}/legalName/latin`)
}

/** The party of this row, as a message names it. */
export function partyAt(deal: Deal, party: Pointer): string {
  return calledAt(deal, party) ?? quote(textAt(deal, `${party}/id`) ?? party)
}

/** The party of this id, as a message names it. */
export function partyCalled(deal: Deal, id: string | undefined): string {
  if (id === undefined) return 'a party not yet named'
  const party = rowOf(deal, id)
  return party === undefined ? quote(id) : partyAt(deal, party)
}

/** The row of the party of this id. */
export function rowOf(deal: Deal, id: string): Pointer | undefined {
  return partiesOf(deal).find((party) => textAt(deal, `${party}/id`) === id)
}

/** The gate of this row: “Prototype”, or its place in the list where it has no name. */
export function gateAt(deal: Deal, gate: Pointer): string {
  const name = textAt(deal, `${gate}/name`)
  return name === undefined ? `Gate ${Number(gate.split('/').at(-1)) + 1}` : `Gate ${quote(name)}`
}

/** Where a party works or is organised: its law and the country of its address, as codes. */
export function placesOf(deal: Deal, party: Pointer): readonly string[] {
  return [textAt(deal, `${party}/jurisdiction`), textAt(deal, `${party}/address/country`)].filter(
    (code) => code !== undefined,
  )
}

/** "Brightwater and Hartmann", "A, B and C". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
