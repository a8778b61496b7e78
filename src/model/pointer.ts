/** JSON Pointers (RFC 6901): how diagnostics, values and blanks name a place in the deal's parameters. */
import {isList, isObject, type Json} from './json.js'

/** A pointer such as `/parties/0/shortName`; the empty string is the whole. */
export type Pointer = string

/** `/ip/results` + `regime` → `/ip/results/regime`, with `~` and `/` escaped as RFC 6901 §3 asks. */
export function below(pointer: Pointer, key: string | number): Pointer {
  return `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** The keys that a pointer is made of, unescaped. */
export function keysOf(pointer: Pointer): readonly string[] {
  if (pointer === '') return []
  return pointer
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The value that stands at a pointer, or `undefined` where there is none. Inherited properties are never seen. */
export function valueAt(whole: Json | undefined, pointer: Pointer): Json | undefined {
  return keysOf(pointer).reduce<Json | undefined>(step, whole)
}

/** One step down: an own property of an object, or an element of a list. */
export function step(value: Json | undefined, key: string): Json | undefined {
  if (isList(value)) return value[placeIn(key)]
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

// `0`, `12`; -1 for a key that is no place in a list, such as `01` or `length`.
function placeIn(key: string): number {
  const place = Number(key)
  return Number.isInteger(place) && String(place) === key ? place : -1
}
