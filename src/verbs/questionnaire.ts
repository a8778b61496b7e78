/**
 * The questions of a document as a commented part of deal.yaml: each key stands where it belongs, with its question above
 * and an example beside it, so that answering is taking the "#" away and writing over the example.
 */
import {stringify} from 'yaml'
import {
  below,
  isList,
  isObject,
  type Json,
  type JsonObject,
  keysOf,
  type Parameters,
  type Pointer,
  valueAt,
} from '../model/index.js'

export interface Question {
  readonly pointer: Pointer
  /** Its place among the document's questions, counting from 1. */
  readonly number: number
  readonly words: string
}

/** The questions of a template that a deal does not answer yet, in the template's order. */
export function unansweredOf(
  questions: readonly Pointer[],
  parameters: JsonObject,
  known: Parameters,
): readonly Question[] {
  return questions.flatMap((pointer, index) => {
    if (valueAt(parameters, pointer) !== undefined) return []
    return [{pointer, number: index + 1, words: known.get(pointer)?.question ?? known.get(pointer)?.title ?? pointer}]
  })
}

/** Lines of YAML, every one a comment, indented as the keys of `parameters`. */
export function questionnaire(questions: readonly Question[], schema: JsonObject): string {
  return linesOf(treeOf(questions), 1, schema)
    .map((line) => `#${line}\n`)
    .join('')
}

/** Groups in the order in which a question first names them. */
interface Branch {
  readonly key: string
  readonly question?: Question
  readonly branches: readonly Branch[]
}

function treeOf(questions: readonly Question[], depth = 0): readonly Branch[] {
  const keys = [...new Set(questions.map(({pointer}) => keysOf(pointer)[depth]!))]
  return keys.map((key) => {
    const under = questions.filter(({pointer}) => keysOf(pointer)[depth] === key)
    const own = under.find(({pointer}) => keysOf(pointer).length === depth + 1)
    const deeper = under.filter((question) => question !== own)
    return {key, branches: treeOf(deeper, depth + 1), ...(own ? {question: own} : {})}
  })
}

function linesOf(branches: readonly Branch[], depth: number, schema: JsonObject): readonly string[] {
  const indent = '  '.repeat(depth)
  return branches.flatMap(({key, question, branches: deeper}) => {
    const asked = question ? [`${indent}# ${question.number}. ${question.words}`] : []
    const answer = question
      ? stringify({[key]: exampleOf(question.pointer, schema)}, {lineWidth: 0})
          .trimEnd()
          .split('\n')
      : [`${key}:`]
    return [...asked, ...answer.map((line) => indent + line), ...linesOf(deeper, depth + 1, schema)]
  })
}

function exampleOf(pointer: Pointer, schema: JsonObject): Json {
  const node = keysOf(pointer).reduce<Json | undefined>(
    (found, key) => valueAt(found, below('/properties', key)),
    schema,
  )
  const examples = isObject(node) ? node.examples : undefined
  return (isList(examples) ? examples[0] : undefined) ?? null
}
