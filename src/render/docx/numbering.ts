/**
 * The lists: one multilevel definition for each kind of number, with one level bound to one style. Schedule paragraphs
 * restart by a `w:num` of their own with a start override (ECMA-376 Part 1 §17.9.27), so that a paragraph's number in
 * full context is "1.1" and not "Schedule 2 1.1", as it would be under the schedule's own list.
 */
import type {ILevelsOptions, NumberingDefinition} from 'docx'
import type {NumberingScheme} from '../../model/index.js'
import {type Family, type Step, scheduleStep, stepsOf} from './measures.js'

type Format = readonly ['decimal' | 'lowerLetter' | 'upperLetter' | 'lowerRoman', string]

const clauseFormats: Readonly<Record<NumberingScheme, readonly Format[]>> = {
  legal: [
    ['decimal', '%1'],
    ['decimal', '%1.%2'],
    ['lowerLetter', '(%3)'],
    ['lowerRoman', '(%4)'],
    ['upperLetter', '(%5)'],
  ],
  decimal: [
    ['decimal', '%1'],
    ['decimal', '%1.%2'],
    ['decimal', '%1.%2.%3'],
    ['decimal', '%1.%2.%3.%4'],
    ['decimal', '%1.%2.%3.%4.%5'],
  ],
}
const partyFormats: readonly Format[] = [
  ['decimal', '(%1)'],
  ['lowerLetter', '(%2)'],
  ['lowerRoman', '(%3)'],
]
const recitalFormats: readonly Format[] = [
  ['upperLetter', '(%1)'],
  ['lowerLetter', '(%2)'],
  ['lowerRoman', '(%3)'],
]

/** The lists that every document has, in the order of their `w:numId`, from 1. */
export const lists = ['clauses', 'parties', 'recitals', 'schedules', 'paragraphs'] as const

/** `w:numId` of a list that every document has. */
export function listId(list: (typeof lists)[number]): number {
  return lists.indexOf(list) + 1
}

/** `w:numId` of the paragraphs of a schedule; `ordinal` counts schedules from 1. */
export function paragraphsId(ordinal: number): number {
  return lists.length + ordinal
}

/** `schedule` is the locale's pattern, "Schedule {n}". */
export function definitions(
  scheme: NumberingScheme,
  schedule: string,
  clauseHeading: string,
): readonly NumberingDefinition[] {
  const levels = (formats: readonly Format[], family: Family, styles: readonly string[]): readonly ILevelsOptions[] =>
    formats.map((format, level) => define(format, level, stepsOf(family, scheme)[level]!, styles[level]!))
  const clause = clauseFormats[scheme]
  return [
    {reference: 'clauses', levels: levels(clause, 'clauses', [clauseHeading, ...named('Clause', clause).slice(1)])},
    {reference: 'parties', levels: levels(partyFormats, 'parties', named('Party', partyFormats))},
    {reference: 'recitals', levels: levels(recitalFormats, 'recitals', named('Recital', recitalFormats))},
    {
      reference: 'schedules',
      levels: [define(['decimal', schedule.replace('{n}', '%1')], 0, scheduleStep, 'ScheduleHeading')],
    },
    {
      reference: 'paragraphs',
      levels: levels(clause, 'paragraphs', ['ParagraphHeading', ...named('Paragraph', clause).slice(1)]),
    },
  ]
}

function named(name: string, formats: readonly Format[]): readonly string[] {
  return formats.map((_, level) => `${name}${level + 1}`)
}

function define([format, text]: Format, level: number, indent: Step, style: string): ILevelsOptions {
  return {level, format, text, alignment: 'start', style: {style, paragraph: {indent}}}
}

/** The `w:num` of each schedule's paragraphs, to be put at the end of numbering.xml. */
export function restarts(schedules: number, abstractId: string): string {
  return Array.from(
    {length: schedules},
    (_, index) =>
      `<w:num w:numId="${paragraphsId(index + 1)}"><w:abstractNumId w:val="${abstractId}"/>` +
      '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
  ).join('')
}
