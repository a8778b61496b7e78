/** Parties and other rows: what each is called in a sentence. */
import {isList, isObject, type Json, type JsonObject, step} from '../../model/index.js'
import {type About, misfit} from './about.js'

/** A party, from its row or its id: "Brightwater". Where it has no short name, its registered name. */
export function shortName(value: Json, about: About): string {
  const party = partyOf(value, about)
  const short = party.shortName
  return typeof short === 'string' ? short : legalName(value, about)
}

/** The registered name in Latin letters. */
export function legalName(value: Json, about: About): string {
  const name = partOfName(value, 'latin', about)
  if (name === undefined) throw misfit('party with a registered name', value)
  return name
}

/** The registered name in its own script; where there is none, the one in Latin letters. */
export function nativeName(value: Json, about: About): string {
  return partOfName(value, 'native', about) ?? legalName(value, about)
}

function partOfName(value: Json, script: 'latin' | 'native', about: About): string | undefined {
  const name = step(partyOf(value, about).legalName, script)
  return typeof name === 'string' ? name : undefined
}

function partyOf(value: Json, {parameters}: About): JsonObject {
  const party = isObject(value) ? value : rowNamed(value, parameters.parties)
  if (!party) throw misfit('party', value)
  return party
}

/** The row of a list that has this id. */
export function rowNamed(id: Json, rows: Json | undefined): JsonObject | undefined {
  return isList(rows) ? rows.filter(isObject).find((row) => row.id === id) : undefined
}

const naming = ['name', 'title', 'asset', 'person', 'text'] as const

/** A row of any list by its own name: a gate's, a field's, a key person's; a row that only points at a party, by that party. */
export function rowName(row: JsonObject, about: About): string {
  if (isObject(row.legalName)) return shortName(row, about)
  const name = naming.map((key) => row[key]).find((value) => typeof value === 'string')
  if (typeof name === 'string') return name
  const party = rowNamed(row.party ?? null, about.parameters.parties)
  return party ? shortName(party, about) : String(row.id)
}
