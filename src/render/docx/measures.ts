/**
 * The page and its steps, in twentieths of a point (twips) unless a name says otherwise. One table decides where every
 * number and text column stands, so that styles, lists and table widths cannot disagree.
 */
import type {NumberingScheme} from '../../model/index.js'

/** A4 (ISO 216), margins of 2.5 cm. */
export const page = {width: 11906, height: 16838, margin: 1417, header: 680, footer: 567} as const

/** Width of the text column. */
export const textWidth = page.width - 2 * page.margin

/** Where a level's text begins, and how far to its left the number hangs. */
export interface Step {
  readonly left: number
  readonly hanging: number
}

const first: Step = {left: 709, hanging: 709}

// Under `decimal` the numbers grow with each level ("12.10.3"), so their columns do.
const clauseSteps: Readonly<Record<NumberingScheme, readonly Step[]>> = {
  legal: [first, first, {left: 1389, hanging: 680}, {left: 2069, hanging: 680}, {left: 2749, hanging: 680}],
  decimal: [first, first, {left: 1531, hanging: 822}, {left: 2552, hanging: 1021}, {left: 3799, hanging: 1247}],
}
const partySteps: readonly Step[] = [first, {left: 1389, hanging: 680}, {left: 2069, hanging: 680}]

/** Schedule headings: "Schedule 10" stands in the number column. */
export const scheduleStep: Step = {left: 1985, hanging: 1985}

/** A family of lists that are set alike. */
export type Family = 'clauses' | 'paragraphs' | 'parties' | 'recitals'

export function stepsOf(family: Family, scheme: NumberingScheme): readonly Step[] {
  return family === 'parties' || family === 'recitals' ? partySteps : clauseSteps[scheme]
}

/** Where labels end and lines begin in an execution block, and where the lines end. */
export const execution = {label: 1701, line: 7371} as const

export const fonts = {
  latin: 'Cambria',
  latinElsewhere: 'Caladea',
  eastAsian: 'Yu Mincho',
  eastAsianElsewhere: 'Noto Serif CJK JP',
} as const

/** Colours are dark enough to print in black. */
export const colours = {accent: '1F3864', quiet: '595959', rule: '8496B0', shade: 'E7E6E6', tint: 'EEF1F6'} as const
