/** Where a path of a clause leads in a deal: enclosing rows by their keys, so that a scope holds no values of its own. */
import type {Expression, Json, JsonObject, Parameter, Parameters, Path, Pointer} from '../model/index.js'
import {below, isList, isObject, step} from '../model/index.js'

export interface Scope {
  readonly keys: readonly string[]
  readonly pattern: string
  readonly up?: Scope
}

export const whole: Scope = {keys: [], pattern: ''}

/** What a path finds: the value (or none), where it stands, and what the schema says of it. */
export interface Found {
  readonly value: Json | undefined
  readonly pointer: Pointer
  readonly pattern: string
  readonly parameter: Parameter | undefined
}

/** The scope of one row of a list. */
export function rowScope(list: Scope, index: number, up: Scope): Scope {
  return {keys: [...list.keys, String(index)], pattern: `${list.pattern}/*`, up}
}

/** The place that a path names from a scope. Throws when it climbs above the whole: `markup` refuses such a path. */
export function placeOf(path: Path, scope: Scope): Scope {
  const from = climb(path, scope)
  return {keys: [...from.keys, ...path.segments], pattern: [from.pattern, ...path.segments].join('/')}
}

function climb({up}: Path, scope: Scope): Scope {
  let from: Scope | undefined = scope
  for (let left = up; left > 0; left--) from = from?.up
  if (!from) throw new Error('placeOf: a path climbs above the whole')
  return from
}

/** The value that a path finds, or nothing. Inherited properties are never seen. */
export function read(path: Path, scope: Scope, root: JsonObject): Json | undefined {
  let value: Json | undefined = root
  for (const key of climb(path, scope).keys) value = step(value, key)
  for (const key of path.segments) value = step(value, key)
  return value === null ? undefined : value
}

/** The value that a path finds, with its place and what the schema says of it. */
export function follow(path: Path, scope: Scope, root: JsonObject, parameters: Parameters): Found {
  const {keys, pattern} = placeOf(path, scope)
  return {
    value: read(path, scope, root),
    pointer: keys.reduce<Pointer>(below, ''),
    pattern,
    parameter: parameters.get(pattern),
  }
}

/** The ids of a list's rows; an element that is no row goes by its own words. */
export function rowIds(value: Json | undefined): readonly string[] {
  if (!isList(value)) return []
  return value.map((row, index) =>
    isObject(row) && typeof row.id === 'string' ? row.id : typeof row === 'string' ? row : String(index),
  )
}

/** The paths that an expression reads. */
export function pathsOf(expression: Expression): readonly Path[] {
  if (expression.type === 'path') return [expression]
  return expression.type === 'call' ? expression.arguments.flatMap(pathsOf) : []
}
