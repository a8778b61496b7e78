/** The law as the library's country data has it, and which countries a deal touches. */
import {type Law, lawFrom} from '../deal/index.js'
import {type Deal, isList, isObject} from '../model/index.js'
import type {Workshop} from './workshop.js'

const remembered = new WeakMap<Workshop, Law>()

/** Every country of the library, read once a workshop. */
export function lawsOf(workshop: Workshop): Law {
  const known = remembered.get(workshop)
  if (known) return known
  const codes = workshop.library.entries.filter(({kind}) => kind === 'law').map(({id}) => id)
  const editions = [...new Set(codes)]
    .map((code) => workshop.library.law(code))
    .filter((edition) => edition !== undefined)
  const law = lawFrom(editions.map(({content}) => content))
  remembered.set(workshop, law)
  return law
}

/** Codes of the legal systems that a deal touches: the parties', the governing law's. Sorted, each once. */
export function lawCodesOf({parameters}: Deal): readonly string[] {
  const {parties, law} = parameters
  const jurisdictions = isList(parties)
    ? parties.map((party) => (isObject(party) ? party.jurisdiction : undefined))
    : []
  const codes = [...jurisdictions, isObject(law) ? law.governingLaw : undefined]
  return [...new Set(codes.filter((code): code is string => typeof code === 'string'))].sort()
}
