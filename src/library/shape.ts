/**
 * The shapes of the library's own small files (templates, locks, indexes, data). Written as values and read by one
 * function, since a JSON Schema compiler costs more at a cold start than all these files together.
 */
import {below, isList, isObject, type Json, type JsonObject, type Pointer} from '../model/index.js'
import {didYouMean} from './fault.js'

export interface Misfit {
  readonly pointer: Pointer
  readonly message: string
  readonly hint?: string
}

export type Shape =
  | {readonly type: 'text'; readonly like?: RegExp; readonly example?: string}
  /** Text that may be empty. */
  | {readonly type: 'string'}
  | {readonly type: 'number'}
  | {readonly type: 'one-of'; readonly values: readonly (string | number)[]}
  | {readonly type: 'list'; readonly of: Shape}
  | {readonly type: 'record'; readonly of: Shape}
  | {
      readonly type: 'object'
      readonly required: Readonly<Record<string, Shape>>
      readonly optional: Readonly<Record<string, Shape>>
    }
  /** Which shape a value must have is read off the value. */
  | {readonly type: 'depends'; readonly on: (value: Json) => Shape}
  | {readonly type: 'anything'}

export const text: Shape = {type: 'text'}
export const string: Shape = {type: 'string'}
export const number: Shape = {type: 'number'}
export const anything: Shape = {type: 'anything'}

export function object(
  required: Readonly<Record<string, Shape>>,
  optional: Readonly<Record<string, Shape>> = {},
): Shape {
  return {type: 'object', required, optional}
}

/** Where a value departs from its shape, in the order of the shape; an empty list when it fits. */
export function misfits(value: Json, shape: Shape, at: Pointer = ''): readonly Misfit[] {
  switch (shape.type) {
    case 'anything':
      return []
    case 'depends':
      return misfits(value, shape.on(value), at)
    case 'text':
      return textMisfits(value, shape, at)
    case 'string':
      return typeof value === 'string' ? [] : [misfit(at, 'is not text', 'Put it in quotes.')]
    case 'number':
      return typeof value === 'number' ? [] : [misfit(at, 'is not a number')]
    case 'one-of':
      return shape.values.some((known) => known === value)
        ? []
        : [misfit(at, `is not one of ${shape.values.join(', ')}`)]
    case 'list':
      return isList(value)
        ? value.flatMap((each, index) => misfits(each, shape.of, below(at, index)))
        : [misfit(at, 'is not a list')]
    case 'record':
      return isObject(value) ? entriesMisfits(value, shape.of, at) : [misfit(at, 'is not a set of keys and values')]
    case 'object':
      return isObject(value) ? objectMisfits(value, shape, at) : [misfit(at, 'is not a set of keys and values')]
  }
}

function textMisfits(value: Json, {like, example}: Shape & {type: 'text'}, at: Pointer): readonly Misfit[] {
  if (typeof value !== 'string' || value.trim() === '') return [misfit(at, 'is not text', 'Put it in quotes.')]
  return like && !like.test(value) ? [misfit(at, `is "${value}"`, `Write it as ${example ?? String(like)}.`)] : []
}

function entriesMisfits(value: JsonObject, of: Shape, at: Pointer): readonly Misfit[] {
  return Object.entries(value).flatMap(([key, each]) => misfits(each, of, below(at, key)))
}

function objectMisfits(
  value: JsonObject,
  {required, optional}: Shape & {type: 'object'},
  at: Pointer,
): readonly Misfit[] {
  const known = {...required, ...optional}
  const unknown = Object.keys(value).filter((key) => !Object.hasOwn(known, key))
  const missing = Object.keys(required).filter((key) => !Object.hasOwn(value, key))
  return [
    ...unknown.map((key) => unknownKey(key, Object.keys(known), at)),
    ...missing.map((key) => misfit(below(at, key), 'is missing')),
    ...Object.entries(known).flatMap(([key, shape]) =>
      Object.hasOwn(value, key) ? misfits(value[key]!, shape, below(at, key)) : [],
    ),
  ]
}

function unknownKey(key: string, known: readonly string[], at: Pointer): Misfit {
  const hint = didYouMean(key, known, `Known keys: ${known.join(', ')}.`)
  return {pointer: below(at, key), message: `${at === '' ? 'The file' : at} has no key "${key}".`, hint}
}

function misfit(pointer: Pointer, fault: string, hint?: string): Misfit {
  const message = `${pointer === '' ? 'The file' : pointer} ${fault}.`
  return {pointer, message, ...(hint === undefined ? {} : {hint})}
}
