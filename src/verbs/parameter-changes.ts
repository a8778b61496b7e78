/**
 * What changed between the parameters of two deals, one change after the other: a list of rows first takes its new rows and their
 * order, then each row its new values, so that every state between is one that a deal could have.
 */
import {
  below,
  isList,
  isObject,
  type Json,
  type JsonObject,
  keysOf,
  type ParameterKind,
  type Parameters,
  type Pointer,
} from '../model/index.js'

export interface ParameterChange {
  readonly pointer: Pointer
  /** `null` where there is none. */
  readonly before: Json
  readonly after: Json
  /** All parameters after this change and those before it. */
  readonly parameters: JsonObject
}

/** In the order of the new deal; what it no longer has comes last. */
export function parameterChanges(old: JsonObject, now: JsonObject, parameters: Parameters): readonly ParameterChange[] {
  let standing = old
  const changes: ParameterChange[] = []
  for (const {pointer, before, after} of differences(old, now, '', '', parameters)) {
    standing = withValue(standing, keysOf(pointer), after) as JsonObject
    changes.push({pointer, before: before ?? null, after: after ?? null, parameters: standing})
  }
  return changes
}

interface Difference {
  readonly pointer: Pointer
  readonly before: Json | undefined
  readonly after: Json | undefined
}

const open: readonly (ParameterKind | undefined)[] = ['group', undefined]

function differences(
  old: Json | undefined,
  now: Json | undefined,
  pointer: Pointer,
  pattern: string,
  parameters: Parameters,
): readonly Difference[] {
  if (sameJson(old, now)) return []
  const kind = parameters.get(pattern)?.kind
  if (isObject(old) && isObject(now) && open.includes(kind)) return inObject(old, now, pointer, pattern, parameters)
  if (kind === 'rows' && isList(old) && isList(now)) return inRows(old, now, pointer, pattern, parameters)
  return [{pointer, before: old, after: now}]
}

function inObject(
  old: JsonObject,
  now: JsonObject,
  pointer: Pointer,
  pattern: string,
  parameters: Parameters,
): readonly Difference[] {
  return [...new Set([...Object.keys(now), ...Object.keys(old)])].flatMap((key) =>
    differences(own(old, key), own(now, key), below(pointer, key), `${pattern}/${key}`, parameters),
  )
}

function inRows(
  old: readonly Json[],
  now: readonly Json[],
  pointer: Pointer,
  pattern: string,
  parameters: Parameters,
): readonly Difference[] {
  const known = new Map(old.map((row) => [idOf(row), row]))
  const standing = now.map((row) => known.get(idOf(row)) ?? row)
  const sameRows = old.length === now.length && now.every((row, index) => idOf(row) === idOf(old[index]))
  return [
    ...(sameRows ? [] : [{pointer, before: old, after: standing}]),
    ...now.flatMap((row, index) =>
      differencesOfRow(standing[index], row, below(pointer, index), `${pattern}/*`, parameters),
    ),
  ]
}

// A row is a group, whatever its own kind is called.
function differencesOfRow(
  old: Json | undefined,
  now: Json,
  pointer: Pointer,
  pattern: string,
  parameters: Parameters,
): readonly Difference[] {
  return isObject(old) && isObject(now)
    ? inObject(old, now, pointer, pattern, parameters)
    : differences(old, now, pointer, pattern, parameters)
}

function idOf(row: Json | undefined): Json | undefined {
  return isObject(row) ? own(row, 'id') : undefined
}

function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

function withValue(
  whole: Json | undefined,
  [key, ...keys]: readonly string[],
  value: Json | undefined,
): Json | undefined {
  if (key === undefined) return value
  if (isList(whole))
    return whole.map((one, index) => (String(index) === key ? (withValue(one, keys, value) ?? null) : one))
  const object = isObject(whole) ? whole : {}
  const inner = withValue(own(object, key), keys, value)
  if (inner !== undefined) return {...object, [key]: inner}
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key))
}

/** The same value, whatever the order of its keys. */
export function sameJson(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true
  if (isList(one) && isList(other))
    return one.length === other.length && one.every((value, index) => sameJson(value, other[index]))
  if (!isObject(one) || !isObject(other)) return false
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && sameJson(one[key], other[key]))
  )
}
