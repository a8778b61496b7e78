/**
 * Why words changed, in a sentence; and a redline in one. Each renderer prints these beside its changes, so that Word's comment, the
 * PDF's margin and the terminal say the same. Values are put into words from their JSON alone: what a schema knows of them is
 * not at hand here.
 */
import {isList, isObject, type Json} from './json.js'
import {keysOf, type Pointer} from './pointer.js'
import type {Cause, Change, Redline} from './redline.js'

/** Values longer than this are cut at a word. */
const longestValue = 80

/** Elements of a list that are named; the rest is counted. */
const mostElements = 3

/** One sentence, with its full stop: "Parameter /nda/termMonths: 36 months → 24 months." */
export function causeWords(cause: Cause): string {
  switch (cause.type) {
    case 'parameter': {
      const {pointer, before, after} = cause
      if (isList(before) && isList(after)) {
        const rows = rowChanges(before, after)
        if (rows) return ended(`Parameter ${pointer}: ${rows}`)
      }
      return ended(`Parameter ${pointer}: ${valueWords(before, pointer)} → ${valueWords(after, pointer)}`)
    }
    case 'version': {
      const {clause, from, to, note} = cause
      return ended(`Clause ${clause} ${from} → ${to}${note.trim() === '' ? '' : `: ${note.trim()}`}`)
    }
    case 'variant':
      return ended(`Another clause at ${cause.position}: ${cause.from} → ${cause.to}`)
    case 'hand':
      return 'Changed by hand.'
    case 'moved':
      return 'Moved.'
    case 'consequential':
      return 'Follows from another change.'
  }
}

/**
 * A parameter's value, short enough for a line: `{"amount": "250000.00", "currency": "EUR"}` is "EUR 250,000.00"; a whole number at
 * a pointer that ends in a unit (`/nda/termMonths`) is a period; a list names its first three. Nothing is "none".
 */
export function valueWords(value: Json, pointer: Pointer = ''): string {
  if (value === null || value === '') return 'none'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return numberWords(value, pointer)
  if (typeof value === 'string') return shortened(value)
  if (isList(value)) return listWords(value)
  return isObject(value) ? shortened(objectWords(value)) : 'none'
}

function objectWords(value: {readonly [key: string]: Json}): string {
  const {amount, currency, count, unit} = value
  if (amount !== undefined && typeof currency === 'string') return `${currency} ${grouped(String(amount))}`
  if (count !== undefined && typeof unit === 'string') return periodWords(count, unit)
  return (
    nameWords(value) ??
    Object.entries(value)
      .map(([key, inner]) => `${key} ${valueWords(inner)}`)
      .join(', ')
  )
}

// What a row is called: the words that a person would know it by. Ids only where there is nothing else.
function nameWords(value: {readonly [key: string]: Json}): string | undefined {
  for (const key of ['shortName', 'legalName', 'latin', 'name', 'title', 'text', 'id']) {
    const named = value[key]
    if (typeof named === 'string' && named !== '') return named
    if (isObject(named)) return nameWords(named)
  }
  return undefined
}

// Rows have ids: what came, went and changed is said, not what stayed.
function rowChanges(before: readonly Json[], after: readonly Json[]): string | undefined {
  const [old, now] = [rowsById(before), rowsById(after)]
  if (!old || !now) return undefined
  const gone = before.filter((row) => !now.has(idOf(row)!))
  const come = after.filter((row) => !old.has(idOf(row)!))
  const named = [
    ...(come.length > 0 ? [`with ${listWords(come)}`] : []),
    ...(gone.length > 0 ? [`without ${listWords(gone)}`] : []),
  ]
  const order = (rows: readonly Json[], other: ReadonlySet<string>): string =>
    rows.flatMap((row) => (other.has(idOf(row)!) ? [idOf(row)] : [])).join()
  if (order(before, now) !== order(after, old)) named.push('in another order')
  return named.length > 0 ? named.join(', ') : undefined
}

function rowsById(rows: readonly Json[]): ReadonlySet<string> | undefined {
  const ids = rows.flatMap((row) => idOf(row) ?? [])
  return ids.length === rows.length ? new Set(ids) : undefined
}

function idOf(row: Json): string | undefined {
  return isObject(row) && typeof row.id === 'string' ? row.id : undefined
}

function listWords(list: readonly Json[]): string {
  if (list.length === 0) return 'none'
  const named = list.slice(0, mostElements).map((element) => valueWords(element))
  const more = list.length - named.length
  return more > 0 ? `${named.join('; ')} and ${more} more` : named.join('; ')
}

const units: readonly (readonly [RegExp, string])[] = [
  [/business-?days$/i, 'business-days'],
  [/hours$/i, 'hours'],
  [/days$/i, 'days'],
  [/weeks$/i, 'weeks'],
  [/months$/i, 'months'],
  [/years$/i, 'years'],
]

function numberWords(value: number, pointer: Pointer): string {
  const key = keysOf(pointer).at(-1) ?? ''
  const unit = units.find(([ending]) => ending.test(key))?.[1]
  // Four digits may be a year.
  return unit ? periodWords(value, unit) : Math.abs(value) < 10_000 ? String(value) : grouped(String(value))
}

// `3`, `years` → "3 years"; `1`, `business-days` → "1 Business Day".
function periodWords(count: Json, unit: string): string {
  const many = unit === 'business-days' ? 'Business Days' : unit
  const one = many.endsWith('s') ? many.slice(0, -1) : many
  return `${grouped(String(count))} ${String(count) === '1' ? one : many}`
}

// "250000.00" → "250,000.00"; what is no plain number stays as it is.
function grouped(digits: string): string {
  const found = /^(-?\d+)(\.\d+)?$/.exec(digits)
  return found ? found[1]!.replace(/\B(?=(?:\d{3})+$)/g, ',') + (found[2] ?? '') : digits
}

function shortened(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim()
  if (words.length <= longestValue) return words
  const cut = words.slice(0, longestValue)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestValue / 2)).trimEnd()}…`
}

function ended(sentence: string): string {
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`
}

/** How many changes a redline has, counted as a lawyer counts them: a parameter once, however many words follow it. */
export interface CauseCounts {
  /** Distinct pointers. */
  readonly parameters: number
  /** Distinct clauses that came in a later version, and in an earlier one. */
  readonly upgrades: number
  readonly downgrades: number
  /** Distinct positions at which another clause stands. */
  readonly variants: number
  /** Stretches of words; words that replace others are one edit. */
  readonly hand: number
  readonly moves: number
  readonly consequential: number
}

export function countsOf(changes: readonly Change[]): CauseCounts {
  const of = <T extends Cause['type']>(type: T): readonly (Change & {readonly cause: Extract<Cause, {type: T}>})[] =>
    changes.filter(
      (change): change is Change & {readonly cause: Extract<Cause, {type: T}>} => change.cause.type === type,
    )
  const versions = of('version').map(({cause}) => cause)
  const laterThan = (one: string, other: string): boolean => compareVersions(one, other) > 0
  return {
    parameters: distinct(of('parameter').map(({cause}) => cause.pointer)),
    upgrades: distinct(versions.filter(({from, to}) => !laterThan(from, to)).map(({clause}) => clause)),
    downgrades: distinct(versions.filter(({from, to}) => laterThan(from, to)).map(({clause}) => clause)),
    variants: distinct(of('variant').map(({cause}) => cause.position)),
    hand: pairs(of('hand')),
    moves: pairs(of('moved')),
    consequential: pairs(of('consequential')),
  }
}

/**
 * A redline in a sentence: "Revision 7 against revision 5: 4 parameters, 2 clause upgrades, 1 variant swap, 2 hand edits; 31
 * renumberings hidden." Says plainly that there is no change, and that something could not be compared.
 */
export function summaryOf(
  redline: Redline,
  {showRenumbering = false}: {readonly showRenumbering?: boolean} = {},
): string {
  const {from, to, changes, renumbered, uncompared} = redline
  const {parameters, upgrades, downgrades, variants, hand, moves, consequential} = countsOf(changes)
  const causes = [
    counted(parameters, 'parameter'),
    counted(upgrades, 'clause upgrade'),
    counted(downgrades, 'return to an earlier version', 'returns to earlier versions'),
    counted(variants, 'variant swap'),
    counted(hand, 'hand edit'),
    counted(moves, 'move'),
    counted(consequential, 'consequential change'),
  ].filter((words) => words !== '')
  const asides = [
    renumbered.length > 0 && `${counted(renumbered.length, 'renumbering')} ${showRenumbering ? 'shown' : 'hidden'}`,
    uncompared.length > 0 && `${counted(uncompared.length, 'place')} not compared`,
  ].filter((words) => words !== false)
  const all = causes.length === 0 ? 'no change' : causes.join(', ')
  return `${to.label} against ${midSentence(from.label)}: ${[all, ...asides].join('; ')}.`
}

function counted(count: number, one: string, many = `${one}s`): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : many}`
}

/** A side's label inside a sentence: "Revision 5" is "revision 5"; names of files stay as they are. */
export function midSentence(label: string): string {
  return /^Revision \d/.test(label) ? `r${label.slice(1)}` : label
}

function distinct(names: readonly string[]): number {
  return new Set(names).size
}

// The halves of a move or of a replacement count once.
function pairs(changes: readonly Change[]): number {
  const seen = new Set<string>()
  let count = 0
  for (const {id, pair} of changes) {
    if (pair === undefined || !seen.has(pair)) count += 1
    seen.add(id)
  }
  return count
}

// Versions are `1.10.0`; a table of words may have a version of another shape, which is compared as text.
function compareVersions(one: string, other: string): number {
  const numbers = (version: string): readonly number[] => version.split(/[.+-]/).map(Number)
  const [left, right] = [numbers(one), numbers(other)]
  for (let place = 0; place < Math.max(left.length, right.length); place += 1) {
    const difference = (left[place] ?? 0) - (right[place] ?? 0)
    if (Number.isNaN(difference)) return one < other ? -1 : Number(one > other)
    if (difference !== 0) return difference
  }
  return 0
}
