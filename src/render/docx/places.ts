/**
 * The styles in which a provision at each level of each list is set. Found once for a copy: a provision then only looks
 * up its list and level.
 */
import type {NumberingScheme, NumberList} from '../../model/index.js'
import {type Family, stepsOf} from './measures.js'
import type {Setting} from './nodes/paragraph.js'
import {listId} from './numbering.js'

/** A level of a list: `list` is a `w:numId`. */
export interface ListLevel {
  readonly list: number
  readonly level: number
}

export interface Place {
  /** Of the first paragraph, which bears the number. */
  readonly style: string
  /** Whether that is a heading's style; else a heading is made of bold words. */
  readonly heading: boolean
  readonly setting: Setting
  /** Of the paragraphs that follow. */
  readonly text: string
  /** Where their text begins, in twips from the margin. */
  readonly indent: number
  /** The list and level of its number, whether style or setting names them. */
  readonly number?: ListLevel
}

/** By level: how a provision with a heading is set, and one without. */
export type Places = ReadonlyMap<NumberList, readonly {readonly headed: Place; readonly plain: Place}[]>

/** A provision without a number: testimonium, or the one clause that a schedule is. */
export const unnumbered = {
  headed: {style: 'PartHeading', heading: true, setting: {}, text: 'Normal', indent: 0},
  plain: {style: 'Normal', heading: false, setting: {}, text: 'Normal', indent: 0},
} as const satisfies {readonly headed: Place; readonly plain: Place}

/** `paragraphs` are the `w:numId` of each schedule's list. */
export function placesOf(
  scheme: NumberingScheme,
  clauseHeading: string,
  paragraphs: ReadonlyMap<NumberList, number>,
): Places {
  const levels = (family: Family, heading: string, restarted?: number): readonly {headed: Place; plain: Place}[] =>
    stepsOf(family, scheme).map(({left}, level) => ({
      headed: placeAt(family, level, left, heading, restarted),
      plain: placeAt(family, level, left, '', restarted),
    }))
  return new Map([
    ['clauses', levels('clauses', clauseHeading)],
    ['parties', levels('parties', '')],
    ['recitals', levels('recitals', '')],
    ...[...paragraphs].map(([list, id]) => [list, levels('paragraphs', 'ParagraphHeading', id)] as const),
  ] satisfies readonly (readonly [NumberList, unknown])[])
}

const numberStyle: Readonly<Record<Family, string>> = {
  clauses: 'Clause',
  paragraphs: 'Paragraph',
  parties: 'Party',
  recitals: 'Recital',
}
const textStyle: Readonly<Record<Family, string>> = {
  clauses: 'ClauseText',
  paragraphs: 'ClauseText',
  parties: 'PartyText',
  recitals: 'PartyText',
}

// The first level of clauses and of schedule paragraphs is bound to a heading style. Without a heading, and in every
// schedule, the list is named in the paragraph.
function placeAt(family: Family, level: number, indent: number, heading: string, restarted?: number): Place {
  const text = `${textStyle[family]}${level + 1}`
  const number = {list: restarted ?? listId(family), level}
  const setting: Setting = restarted === undefined ? {} : {number}
  if (level === 0 && heading !== '') return {style: heading, heading: true, setting, text, indent, number}
  const own = `${numberStyle[family]}${level + 1}`
  const bound = level > 0 || family === 'parties' || family === 'recitals'
  return {style: own, heading: false, setting: bound ? setting : {number}, text, indent, number}
}
