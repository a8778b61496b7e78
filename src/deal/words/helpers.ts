/** The helpers of the clause language that put a value into other words than `{{path}}` does. */
import type {Json, ParameterKind} from '../../model/index.js'
import {type About, type Helper, misfit} from './about.js'
import {decimalOf, figures} from './decimal.js'
import {inWords} from './in-words.js'
import {listInWords} from './list.js'
import {amountInFigures, moneyInWords} from './money.js'
import {numberInFigures, numberInWords} from './number.js'
import {legalName, nativeName} from './party.js'
import {percentInWords} from './percent.js'
import {type PeriodKind, periodInWords} from './period.js'
import {currencyName, lawInWords} from './place.js'

const periods: readonly PeriodKind[] = ['hours', 'days', 'business-days', 'weeks', 'months', 'years']

function isPeriod(kind: ParameterKind): kind is PeriodKind {
  return (periods as readonly ParameterKind[]).includes(kind)
}

function first(args: readonly Json[]): Json {
  const [value] = args
  if (value === undefined) throw misfit('argument', value)
  return value
}

/** Kinds are known from the schema; without one, a value is taken for what it looks like. */
function kindOf({parameter}: About, value: Json): ParameterKind {
  return parameter?.kind ?? (typeof value === 'number' ? 'number' : 'text')
}

const join: Helper = {
  arity: [2, 2],
  kinds: ['list', 'rows'],
  phrase: (args, about) =>
    listInWords(first(args), args[1] === 'or' ? about.locale.or : about.locale.and, about, inWords),
}

const words: Helper = {
  arity: [1, 1],
  kinds: ['money', 'number', 'percent', ...periods, 'law', 'currency'],
  phrase: (args, about) => spelled(first(args), kindOf(about, first(args)), about),
}

function spelled(value: Json, kind: ParameterKind, about: About): string {
  if (kind === 'money') return moneyInWords(value, about)
  if (kind === 'number') return numberInWords(value, about)
  if (kind === 'percent') return percentInWords(value, about)
  if (kind === 'law') return lawInWords(value, about)
  if (kind === 'currency') return currencyName(value, about)
  return isPeriod(kind) ? periodInWords(value, kind, about) : inWords(value, kind, about)
}

const figure: Helper = {
  arity: [1, 1],
  kinds: ['number', 'money', 'percent', ...periods],
  phrase: (args, about) => bare(first(args), kindOf(about, first(args)), about),
}

function bare(value: Json, kind: ParameterKind, about: About): string {
  if (kind === 'money') return amountInFigures(value, about)
  if (kind === 'percent') return figures(decimalOf(value))
  return kind === 'number' || isPeriod(kind) ? numberInFigures(value) : inWords(value, kind, about)
}

const legal: Helper = {arity: [1, 1], kinds: ['party', 'group'], phrase: (args, about) => legalName(first(args), about)}
const native: Helper = {
  arity: [1, 1],
  kinds: ['party', 'group'],
  phrase: (args, about) => nativeName(first(args), about),
}

/** `{{join parties "and"}}` · `{{words risk.cap}}` · `{{figure nda.termMonths}}` · `{{legal party}}` · `{{native party}}`. */
export const helpers: Readonly<Record<'join' | 'words' | 'figure' | 'legal' | 'native', Helper>> &
  Readonly<Record<string, Helper>> = {
  join,
  words,
  figure,
  legal,
  native,
}
