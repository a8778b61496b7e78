/** What a passage is called on each side: its number in words, and the headings that it stands under. */
import {
  type Change,
  citationAt,
  type FairCopy,
  type Inline,
  numeralOf,
  type ProvisionId,
  type Standing,
} from '../../model/index.js'
import {wordsOf, wordsOn} from './stretches.js'

/** "clause 7.2", under "Intellectual property" and "Who owns the Results". */
export interface Place {
  readonly number?: string
  readonly headings: readonly string[]
}

/** What is new has no place before, and what is gone none after. */
export interface Places {
  readonly before?: Place
  readonly after?: Place
}

/** What one goes through to a passage, on one side: the ids that may have a number, the nearest first. */
interface Trail {
  readonly ids: readonly ProvisionId[]
  readonly headings: readonly string[]
}

export interface Trails {
  readonly old: Trail
  readonly new: Trail
}

export const outermost: Trails = {old: {ids: [], headings: []}, new: {ids: [], headings: []}}

/** The trails below a part or provision. What stands in both sides goes by its former id on the old one. */
export function below(
  trails: Trails,
  id: ProvisionId,
  heading: readonly Inline<Change>[],
  standing: Standing,
  copy: FairCopy<Change>,
): Trails {
  const step = (side: 'old' | 'new', known: ProvisionId): Trail => {
    const words = wordsOn(heading, copy, side, standing)
    const {ids, headings} = trails[side]
    return {ids: [known, ...ids], headings: words === '' ? headings : [...headings, words]}
  }
  const formerId = standing === 'both' ? (copy.against?.formerly.get(id) ?? id) : id
  return {
    old: standing === 'new' ? trails.old : step('old', formerId),
    new: standing === 'old' ? trails.new : step('new', id),
  }
}

/** Where the trails end. */
export function placesAt(trails: Trails, standing: Standing, copy: FairCopy<Change>): Places {
  return {
    ...(standing === 'new' ? {} : {before: placeAt(trails.old, copy, 'old')}),
    ...(standing === 'old' ? {} : {after: placeAt(trails.new, copy, 'new')}),
  }
}

function placeAt({ids, headings}: Trail, copy: FairCopy<Change>, side: 'old' | 'new'): Place {
  const number = ids.reduce<string | undefined>((found, id) => found ?? numberOf(id, copy, side), undefined)
  return {...(number === undefined ? {} : {number}), headings}
}

/** The number of a provision or schedule with what it is: "clause 7.2(a)", "recital (A)", "paragraph 2 of Schedule 1". */
export function numberOf(id: ProvisionId, copy: FairCopy<Change>, side: 'old' | 'new'): string | undefined {
  const numeral = numeralOf(id, copy, side)
  if (!numeral) return undefined
  const {print} = copy.locale
  switch (numeral.list) {
    case 'clauses':
      return `${print.clause} ${numeral.full}`
    case 'recitals':
      return `${print.recital} ${numeral.full}`
    case 'parties':
      return `${print.party} ${numeral.full}`
    case 'schedules':
      return numeral.full
    default:
      return wordsOf(citationAt({target: id}, copy, side) ?? [numeral.full])
  }
}
