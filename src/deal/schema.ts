/** A JSON Schema as we read it: `$ref` resolved within the document, our `x-` words beside the standard ones. */
import {isObject, type Json, type JsonObject} from '../model/index.js'

/** The schema at a node with its `$ref` taken in; what stands beside the `$ref` wins. */
export function resolved(node: JsonObject, schema: JsonObject): JsonObject {
  const {$ref, ...own} = node
  if (typeof $ref !== 'string') return node
  const match = /^#\/\$defs\/([^/]+)$/.exec($ref)
  const target = match && isObject(schema.$defs) ? schema.$defs[match[1]!] : undefined
  if (!isObject(target)) throw new Error(`schema: "${$ref}" leads nowhere`)
  return {...resolved(target, schema), ...own}
}

/** The schemas of an object's properties, in order. */
export function propertiesOf(node: JsonObject): readonly (readonly [string, JsonObject])[] {
  const properties = node.properties
  return isObject(properties)
    ? Object.entries(properties).filter((entry): entry is [string, JsonObject] => isObject(entry[1]))
    : []
}

/** The schema of a list's elements. */
export function itemsOf(node: JsonObject): JsonObject | undefined {
  return isObject(node.items) ? node.items : undefined
}

/** A word of a schema that is text. */
export function textOf(node: JsonObject, word: string): string | undefined {
  const value: Json | undefined = node[word]
  return typeof value === 'string' ? value : undefined
}

/** A word of a schema that maps text to text, such as `x-words`. */
export function wordsOf(node: JsonObject, word: string): Readonly<Record<string, string>> | undefined {
  const value = node[word]
  return isObject(value) ? (value as Readonly<Record<string, string>>) : undefined
}
