/**
 * Numbering: where each provision of an agreement stands. Nothing is written back into the tree, so one agreement
 * can be numbered under two schemes and compared. A schedule of one clause, whose heading is the schedule's own,
 * gives that clause no number: its items are the schedule's paragraphs.
 */
import type {
  Agreement,
  Diagnostic,
  Locale,
  NumberingScheme,
  NumberList,
  Numeral,
  Part,
  Provision,
  ProvisionId,
} from '../model/index.js'
import {type Counter, count} from './count.js'

/** One pattern a level: the `1`, `a`, `A` or `i` counts; a pattern with a dot carries its parent's number before it. */
type Scheme = readonly string[]

const clauseSchemes: Readonly<Record<NumberingScheme, Scheme>> = {
  legal: ['1', '.1', '(a)', '(i)', '(A)'],
  decimal: ['1', '.1', '.1', '.1', '.1'],
}
const partyScheme: Scheme = ['(1)', '(a)', '(i)']
const recitalScheme: Scheme = ['(A)', '(a)', '(i)']

export interface Numbering {
  readonly numerals: ReadonlyMap<ProvisionId, Numeral>
  readonly diagnostics: readonly Diagnostic[]
}

/** Numbers every clause, party, recital, schedule and schedule paragraph; cover and testimonium have none. */
export function number<M>(agreement: Agreement<M>, locale: Locale): Numbering {
  const count: Counting = {numerals: new Map(), diagnostics: []}
  let clauses = 0
  let schedules = 0
  for (const part of agreement.parts) {
    if (part.kind === 'group')
      clauses = numberList(count, part.provisions, 'clauses', clauseSchemes[agreement.numbering], clauses)
    if (part.kind === 'parties') numberList(count, part.provisions, 'parties', partyScheme)
    if (part.kind === 'recitals') numberList(count, part.provisions, 'recitals', recitalScheme)
    if (part.kind === 'schedule') numberSchedule(count, part, ++schedules, agreement.numbering, locale)
  }
  return count
}

interface Counting {
  readonly numerals: Map<ProvisionId, Numeral>
  readonly diagnostics: Diagnostic[]
}

function numberSchedule<M>(
  into: Counting,
  part: Extract<Part<M>, {kind: 'schedule'}>,
  ordinal: number,
  scheme: NumberingScheme,
  locale: Locale,
): void {
  const label = locale.print.schedule.replace('{n}', String(ordinal))
  into.numerals.set(part.id, {list: 'schedules', level: 0, ordinal, label, full: label})
  const list: NumberList = `paragraphs:${part.id}`
  let reached = 0
  for (const provision of part.provisions) {
    const counted = provision.heading ? [provision] : provision.provisions
    reached = numberList(into, counted, list, clauseSchemes[scheme], reached)
  }
}

function numberList<M>(
  into: Counting,
  siblings: readonly Provision<M>[],
  list: NumberList,
  scheme: Scheme,
  after = 0,
): number {
  let ordinal = after
  for (const provision of siblings)
    visit(into, provision, {list, level: 0, ordinal: ++ordinal, label: '', full: ''}, scheme)
  return ordinal
}

function visit<M>(into: Counting, provision: Provision<M>, place: Numeral, scheme: Scheme): void {
  const pattern = scheme[place.level]
  if (pattern === undefined) {
    into.diagnostics.push(tooDeep(provision.id, scheme.length))
    return
  }
  const own = pattern.replace(/[1aAi]/, (counter) => count(counter as Counter, place.ordinal))
  const full = place.full + own
  const numeral = {...place, label: pattern.startsWith('.') ? full : own, full}
  into.numerals.set(provision.id, numeral)
  provision.provisions.forEach((child, index) => {
    visit(into, child, {...numeral, level: place.level + 1, ordinal: index + 1}, scheme)
  })
}

function tooDeep(id: ProvisionId, levels: number): Diagnostic {
  return {
    severity: 'error',
    code: 'number/too-deep',
    message: `Provision "${id}" is nested deeper than the ${levels} levels of its numbering scheme.`,
    hint: 'Raise it a level, or choose a scheme with more levels in the template.',
    at: {provision: id},
  }
}
