/**
 * Numbering: where each provision of an agreement stands. Nothing is written back into the tree, so one agreement
 * can be numbered under two schemes and compared. A schedule of one clause, whose heading is the schedule's own,
 * gives that clause no number: its items are the schedule's paragraphs.
 */
import {
  type Agreement,
  type Counter,
  count,
  type Diagnostic,
  type Locale,
  type NumberingScheme,
  type NumberList,
  type Numeral,
  type Part,
  type Provision,
  type ProvisionId,
} from '../model/index.js'

/** How one level counts, and what stands before and after; `carries`: its parent's whole number stands before it. */
interface Level {
  readonly counter: Counter
  readonly before: string
  readonly after: string
  readonly carries: boolean
}
type Scheme = readonly Level[]

// '1', '.1' or '(a)': the letter or digit counts, and a pattern with a dot carries its parent's number.
function scheme(...patterns: readonly string[]): Scheme {
  return patterns.map((pattern) => {
    const at = pattern.search(/[1aAi]/)
    const carries = pattern.startsWith('.')
    return {counter: pattern[at] as Counter, before: pattern.slice(0, at), after: pattern.slice(at + 1), carries}
  })
}

const clauseSchemes: Readonly<Record<NumberingScheme, Scheme>> = {
  legal: scheme('1', '.1', '(a)', '(i)', '(A)'),
  decimal: scheme('1', '.1', '.1', '.1', '.1'),
}
const partyScheme = scheme('(1)', '(a)', '(i)')
const recitalScheme = scheme('(A)', '(a)', '(i)')

export interface Numbering {
  readonly numerals: ReadonlyMap<ProvisionId, Numeral>
  readonly diagnostics: readonly Diagnostic[]
}

/** Numbers every clause, party, recital, schedule and schedule paragraph; cover and testimonium have none. */
export function number<M>(agreement: Agreement<M>, locale: Locale): Numbering {
  const into: Counting = {numerals: new Map(), diagnostics: []}
  let clauses = 0
  let schedules = 0
  for (const part of agreement.parts) {
    if (part.kind === 'group')
      clauses = numberList(into, part.provisions, 'clauses', clauseSchemes[agreement.numbering], clauses)
    if (part.kind === 'parties') numberList(into, part.provisions, 'parties', partyScheme)
    if (part.kind === 'recitals') numberList(into, part.provisions, 'recitals', recitalScheme)
    if (part.kind === 'schedule') numberSchedule(into, part, ++schedules, agreement.numbering, locale)
  }
  return into
}

interface Counting {
  readonly numerals: Map<ProvisionId, Numeral>
  readonly diagnostics: Diagnostic[]
}

function numberSchedule<M>(
  into: Counting,
  part: Extract<Part<M>, {kind: 'schedule'}>,
  ordinal: number,
  numbering: NumberingScheme,
  locale: Locale,
): void {
  const label = locale.print.schedule.replace('{n}', String(ordinal))
  into.numerals.set(part.id, {list: 'schedules', level: 0, ordinal, label, full: label})
  const list: NumberList = `paragraphs:${part.id}`
  let reached = 0
  for (const provision of part.provisions) {
    const counted = provision.heading ? [provision] : provision.provisions
    reached = numberList(into, counted, list, clauseSchemes[numbering], reached)
  }
}

function numberList<M>(
  into: Counting,
  siblings: readonly Provision<M>[],
  list: NumberList,
  levels: Scheme,
  after = 0,
): number {
  let ordinal = after
  for (const provision of siblings) visit(into, provision, list, levels, 0, ++ordinal, '')
  return ordinal
}

function visit<M>(
  into: Counting,
  provision: Provision<M>,
  list: NumberList,
  levels: Scheme,
  level: number,
  ordinal: number,
  parent: string,
): void {
  const pattern = levels[level]
  if (pattern === undefined) {
    into.diagnostics.push(tooDeep(provision.id, levels.length))
    return
  }
  const own = pattern.before + count(pattern.counter, ordinal) + pattern.after
  const full = parent + own
  into.numerals.set(provision.id, {list, level, ordinal, label: pattern.carries ? full : own, full})
  let below = 0
  for (const child of provision.provisions) visit(into, child, list, levels, level + 1, ++below, full)
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
