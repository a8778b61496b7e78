/** Expressions against a deal: tests of conditions, and parameters put into words. */
import {helpers, inWords} from '../deal/index.js'
import type {Blank, Call, Expression, Json, JsonObject, Locale, Parameters, Value} from '../model/index.js'
import {isList} from '../model/index.js'
import {type Found, follow, pathsOf, placeOf, read, type Scope} from './scope.js'

/** What evaluation reads: the deal's parameters, what the schema says of them, and the words of the language. */
export interface Circumstances {
  readonly root: JsonObject
  readonly parameters: Parameters
  readonly locale: Locale
}

/** True as Handlebars has it: nothing, `false`, 0, the empty text and the empty list are not. */
export function holds(expression: Expression, scope: Scope, at: Circumstances): boolean {
  return isTrue(resultOf(expression, scope, at))
}

function isTrue(value: Json | undefined): boolean {
  return isList(value) ? value.length > 0 : Boolean(value)
}

/** The value of an expression, or nothing where a parameter has none. */
export function resultOf(expression: Expression, scope: Scope, at: Circumstances): Json | undefined {
  switch (expression.type) {
    case 'literal':
      return expression.value
    case 'path':
      return read(expression, scope, at.root)
    case 'call':
      return test(expression, scope, at)
  }
}

function test(call: Call, scope: Scope, at: Circumstances): boolean {
  const values = call.arguments.map((argument) => resultOf(argument, scope, at))
  const [first, second] = values
  switch (call.helper) {
    case 'eq':
      return first !== undefined && first === second
    case 'ne':
      return first !== second
    case 'in':
      return first !== undefined && values.slice(1).includes(first)
    case 'and':
      return values.every(isTrue)
    case 'or':
      return values.some(isTrue)
    case 'not':
      return !isTrue(first)
    case 'gt':
      return Number(first) > Number(second)
    case 'lt':
      return Number(first) < Number(second)
    default:
      throw new Error(`test: "${call.helper}" is no test; markup lets none through`)
  }
}

/** Parameters that an expression reads and that have no value. */
export function unanswered(expression: Expression, scope: Scope, at: Circumstances): readonly Found[] {
  return pathsOf(expression)
    .filter((path) => read(path, scope, at.root) === undefined)
    .map((path) => follow(path, scope, at.root, at.parameters))
}

/** A parameter in words, or the blank that stands for it. */
export function printed(expression: Expression, scope: Scope, at: Circumstances): Value | Blank {
  const [path] = pathsOf(expression)
  if (!path) throw new Error('printed: an expression prints no parameter; markup lets none through')
  const found = follow(path, scope, at.root, at.parameters)
  if (found.value === undefined) return {type: 'blank', pointer: found.pointer, question: questionOf(found)}
  const about = {locale: at.locale, parameters: at.root, ...(found.parameter ? {parameter: found.parameter} : {})}
  if (expression.type !== 'call')
    return {type: 'value', pointer: found.pointer, words: inWords(found.value, found.parameter?.kind ?? 'text', about)}
  const values = expression.arguments.map((argument) => resultOf(argument, scope, at) ?? '')
  return {type: 'value', pointer: found.pointer, words: helpers[expression.helper]!.phrase(values, about)}
}

/** What the schema asks for a parameter. */
export function questionOf({parameter, pointer}: Found): string {
  return parameter?.question ?? parameter?.title ?? pointer
}

/** What an expression printed. */
export interface Printed {
  readonly node: Value | Blank
  /** The value that was printed, where the words depend on it and on no other parameter; nothing in a blank. */
  readonly alone?: {readonly value: Json | undefined}
}

/** True when an expression prints under `now` what it printed before. */
export function printsStill(expression: Expression, scope: Scope, now: Circumstances, {node, alone}: Printed): boolean {
  if (alone && expression.type === 'path' && typeof alone.value !== 'object') {
    if (read(expression, scope, now.root) === alone.value) return true
  }
  const again = printed(expression, scope, now)
  return again.type === node.type && again.pointer === node.pointer && wordsIn(again) === wordsIn(node)
}

/** The value that an expression prints by itself; nothing for a party, or a text that names a row: they print another's words. */
export function ownValue(expression: Expression, scope: Scope, at: Circumstances): Printed['alone'] {
  if (expression.type !== 'path') return undefined
  const parameter = at.parameters.get(placeOf(expression, scope).pattern)
  if (parameter?.kind === 'party' || parameter?.names !== undefined) return undefined
  return {value: read(expression, scope, at.root)}
}

function wordsIn(node: Value | Blank): string {
  return node.type === 'value' ? node.words : node.question
}
