/**
 * The schema seen as parameters: one for each place that a clause may name, by its pattern. Groups, rows and the
 * elements of lists are parameters too, so that a path may stop at any of them.
 */
import type {JsonObject, Parameter, ParameterKind, Parameters} from '../model/index.js'
import {itemsOf, propertiesOf, resolved, textOf, wordsOf} from './schema.js'

/** All parameters of a deal's schema: `/risk/cap`, `/parties/*`, `/parties/*` + `/shortName`. Throws when a node has no `x-kind`. */
export function parametersOf(schema: JsonObject): Parameters {
  const found = new Map<string, Parameter>()
  for (const [key, node] of propertiesOf(schema)) collect(`/${key}`, node, schema, found)
  return found
}

function collect(pattern: string, unresolved: JsonObject, schema: JsonObject, found: Map<string, Parameter>): void {
  const node = resolved(unresolved, schema)
  found.set(pattern, parameterOf(pattern, node, schema))
  for (const [key, property] of propertiesOf(node)) collect(`${pattern}/${key}`, property, schema, found)
  const items = itemsOf(node)
  if (items) collect(`${pattern}/*`, items, schema, found)
}

function parameterOf(pattern: string, node: JsonObject, schema: JsonObject): Parameter {
  const kind = textOf(node, 'x-kind')
  if (kind === undefined) throw new Error(`schema: "${pattern}" has no x-kind`)
  const question = textOf(node, 'x-question')
  const why = textOf(node, 'x-why')
  const words = wordsOf(node, 'x-words')
  const names = textOf(node, 'x-names')
  const items = itemsOf(node)
  return {
    pattern,
    kind: kind as ParameterKind,
    title: textOf(node, 'title') ?? pattern,
    ...(question === undefined ? {} : {question}),
    ...(why === undefined ? {} : {why}),
    ...(node.default === undefined ? {} : {default: node.default}),
    ...(words === undefined ? {} : {words}),
    ...(names === undefined ? {} : {names}),
    ...(items === undefined ? {} : {items: parameterOf(`${pattern}/*`, resolved(items, schema), schema)}),
  }
}
