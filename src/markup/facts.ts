/** Front matter → the facts of a clause. Unknown keys are refused with the nearest right key named. */
import {
  type ChangeKind,
  type ClauseFacts,
  type Expression,
  isList,
  isObject,
  type Json,
  type JsonObject,
  type Mechanism,
  type Parameters,
  type Stance,
} from '../model/index.js'
import {didYouMean, type Faults, fault} from './faults.js'
import type {Split} from './front-matter.js'
import {parseWhen} from './when.js'

const keys = [
  'id',
  'position',
  'title',
  'stance',
  'mechanism',
  'when',
  'requires',
  'conflicts',
  'terms',
  'survives',
  'glossary',
  'summary',
  'why',
  'expect',
  'fallbacks',
  'counsel',
  'change',
  'changes',
] as const
const stances: readonly Stance[] = ['trust', 'balanced', 'control']
const mechanisms: readonly Mechanism[] = [
  'risk-taking',
  'equity',
  'communication',
  'adaptation',
  'output',
  'behaviour',
  'social',
]
const kinds: readonly ChangeKind[] = ['patch', 'minor', 'major']
const idShape = /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*$/

/** The facts, or nothing when they are too broken to go on; every fault is reported. */
export function factsOf({front, lineOf}: Split, parameters: Parameters, unplaced: Faults): ClauseFacts | undefined {
  const faults: Placed = {...unplaced, lineOf}
  const before = faults.found.length
  for (const key of Object.keys(front)) {
    if (!(keys as readonly string[]).includes(key))
      say(faults, key, `Front matter has no key "${key}".`, didYouMean(key, keys) ?? `Known keys: ${keys.join(', ')}.`)
  }
  const facts = {
    id: identifier(front, 'id', faults),
    position: identifier(front, 'position', faults),
    title: text(front, 'title', faults),
    stance: oneOf(front, 'stance', stances, faults) ?? 'balanced',
    requires: names(front, 'requires', faults),
    conflicts: names(front, 'conflicts', faults),
    terms: terms(front.terms, faults),
    survives: survives(front.survives, faults),
    glossary: yesNo(front, 'glossary', faults),
    summary: text(front, 'summary', faults),
    why: text(front, 'why', faults),
    expect: text(front, 'expect', faults),
    fallbacks: names(front, 'fallbacks', faults),
    counsel: wordsByKey(front, 'counsel', faults),
    ...optional('mechanism', front.mechanism === undefined ? undefined : oneOf(front, 'mechanism', mechanisms, faults)),
    ...optional('change', front.change === undefined ? undefined : oneOf(front, 'change', kinds, faults)),
    ...optional('changes', front.changes === undefined ? undefined : text(front, 'changes', faults)),
    ...optional('when', when(front.when, parameters, faults)),
  }
  return faults.found.length > before ? undefined : facts
}

function optional<K extends string, T>(key: K, value: T | undefined): {readonly [P in K]?: T} {
  return (value === undefined ? {} : {[key]: value}) as {readonly [P in K]?: T}
}

/** Faults, and the line of the file on which a key stands. */
interface Placed extends Faults {
  readonly lineOf: Split['lineOf']
}

function say(faults: Placed, key: string, message: string, hint?: string): void {
  fault(faults, 'markup/front-matter', {line: faults.lineOf(key), column: 1}, message, hint)
}

function text(front: JsonObject, key: string, faults: Placed): string {
  const value = front[key]
  if (typeof value === 'string' && value.trim() !== '') return value.trim()
  say(
    faults,
    value === undefined ? `Front matter has no "${key}".` : `"${key}" is not words.`,
    'Add it, in quotes if it holds a colon.',
  )
  return ''
}

function identifier(front: JsonObject, key: string, faults: Placed): string {
  const value = text(front, key, faults)
  if (value !== '' && !idShape.test(value))
    say(
      faults,
      `"${key}: ${value}" is not an id.`,
      'Use lowercase words joined by dots and hyphens, such as ip.results.ownership.',
    )
  return value
}

function oneOf<T extends string>(front: JsonObject, key: string, allowed: readonly T[], faults: Placed): T | undefined {
  const value = front[key]
  const found = allowed.find((word) => word === value)
  if (!found) say(faults, key, `"${key}" is "${String(value)}".`, `Choose one of ${allowed.join(', ')}.`)
  return found
}

function names(front: JsonObject, key: string, faults: Placed): readonly string[] {
  const value = front[key] ?? []
  if (isList(value) && value.every((name): name is string => typeof name === 'string')) return value
  say(faults, key, `"${key}" is not a list of ids.`, `Write ${key}: [first.id, second.id].`)
  return []
}

function yesNo(front: JsonObject, key: string, faults: Placed): boolean {
  const value = front[key] ?? false
  if (typeof value !== 'boolean') say(faults, key, `"${key}" is neither true nor false.`)
  return value === true
}

function terms(value: Json | undefined, faults: Placed): Readonly<Record<string, readonly string[]>> {
  const entries = Object.entries(isObject(value) ? value : {})
  const right =
    (value === undefined || isObject(value)) &&
    entries.every(([, forms]) => isList(forms) && forms.every((form) => typeof form === 'string'))
  if (!right) say(faults, 'terms', '"terms" is not a list of forms by term.', 'Write terms: {Results: [Result]}.')
  return right ? (Object.fromEntries(entries) as Record<string, readonly string[]>) : {}
}

function survives(value: Json | undefined, faults: Placed): boolean | readonly string[] {
  if (value === undefined || typeof value === 'boolean') return value ?? false
  if (isList(value) && value.every((label): label is string => typeof label === 'string')) return value
  say(faults, 'survives', '"survives" is neither true nor a list of labels.')
  return false
}

function wordsByKey(front: JsonObject, key: string, faults: Placed): Readonly<Record<string, string>> {
  const value = front[key] ?? {}
  if (isObject(value) && Object.values(value).every((words) => typeof words === 'string'))
    return value as Record<string, string>
  say(faults, key, `"${key}" is not words by country.`, `Write ${key}: {DE: "…"}.`)
  return {}
}

function when(value: Json | undefined, parameters: Parameters, faults: Placed): Expression | undefined {
  if (value === undefined) return undefined
  if (typeof value === 'string') return parseWhen(value, parameters, faults)
  say(faults, 'when', '"when" is not an expression.', 'Write when: (eq ip.results.regime "joint").')
  return undefined
}
