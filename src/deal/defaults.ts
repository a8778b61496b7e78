/** The schema's defaults, filled in by our own code: what was assumed is listed, and an open point stays open. */
import {below, isList, isObject, type Json, type JsonObject, type Pointer} from '../model/index.js'
import {itemsOf, propertiesOf, resolved} from './schema.js'

export interface Filled {
  readonly parameters: JsonObject
  readonly assumed: readonly Pointer[]
}

/**
 * Fills in what the deal leaves out. Groups come to be where a default stands in them, save those marked `x-optional`
 * (a facilitator's notice period means nothing without a facilitator); rows never do.
 */
export function fillDefaults(given: JsonObject, schema: JsonObject, open: ReadonlySet<Pointer>): Filled {
  const assumed: Pointer[] = []
  const filled = fill(given, schema, '')
  return {parameters: isObject(filled) ? filled : given, assumed}

  function fill(value: Json | undefined, unresolved: JsonObject, pointer: Pointer): Json | undefined {
    if (open.has(pointer)) return value
    const node = resolved(unresolved, schema)
    if (value === undefined && node.default !== undefined) {
      assumed.push(pointer)
      return node.default
    }
    const items = itemsOf(node)
    if (isList(value) && items) return value.map((row, index) => fill(row, items, below(pointer, index)) ?? row)
    if (isObject(value)) return fillGroup(value, node, pointer)
    if (value !== undefined || node['x-optional'] === true) return value
    const group = fillGroup({}, node, pointer)
    return Object.keys(group).length > 0 ? group : undefined
  }

  function fillGroup(value: JsonObject, node: JsonObject, pointer: Pointer): JsonObject {
    const entries = propertiesOf(node).flatMap(([key, property]): [string, Json][] => {
      const inner = fill(Object.hasOwn(value, key) ? value[key] : undefined, property, below(pointer, key))
      return inner === undefined ? [] : [[key, inner]]
    })
    return {...value, ...Object.fromEntries(entries)}
  }
}
