/**
 * Templates: YAML → a list of positions in parts. The shape is checked key by key with the nearest right key named; then
 * what it points at in the schema. Whether its positions are answered is a question for the whole library (`check.ts`).
 */
import {parseExpression} from '../markup/index.js'
import {
  type Diagnostic,
  type Hash,
  isObject,
  type Json,
  type JsonObject,
  keysOf,
  type NumberingScheme,
  type Parameters,
  type Pointer,
  type Template,
  type TemplatePart,
  type TemplatePosition,
} from '../model/index.js'
import {didYouMean, fault} from './fault.js'
import {anything, misfits, number, object, type Shape, text} from './shape.js'
import {type Parsed, readYaml} from './yaml.js'

const id: Shape = {type: 'text', like: /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*$/, example: 'ip.results.ownership'}
const pointers: Shape = {type: 'list', of: {type: 'text', like: /^(\/[^/]+)+$/, example: '/project/title'}}
const positions: Shape = {
  type: 'list',
  of: {type: 'depends', on: (value) => (isObject(value) ? object({position: id}, {default: id, when: text}) : id)},
}
const parts: Readonly<Record<string, readonly [Readonly<Record<string, Shape>>, Readonly<Record<string, Shape>>]>> = {
  cover: [{show: pointers}, {}],
  parties: [{positions}, {}],
  recitals: [{positions}, {}],
  execution: [{positions}, {}],
  group: [{positions}, {heading: text}],
  schedule: [{id, title: text, positions}, {when: text}],
}
const kind: Shape = {type: 'one-of', values: Object.keys(parts)}

function partShape(value: Json): Shape {
  if (!isObject(value)) return object({kind})
  const known = typeof value.kind === 'string' && Object.hasOwn(parts, value.kind) ? parts[value.kind] : undefined
  return known ? object({kind, ...known[0]}, known[1]) : justKind(value)
}

// A part of no known kind is told so, and not that its other keys are unknown.
function justKind(part: JsonObject): Shape {
  const others = Object.keys(part).filter((key) => key !== 'kind')
  return object({kind}, Object.fromEntries(others.map((key) => [key, anything])))
}

const templateShape = object({
  id,
  version: text,
  title: text,
  purpose: text,
  stage: text,
  schema: id,
  numbering: {type: 'one-of', values: ['legal', 'decimal']},
  maxWords: number,
  questions: pointers,
  parts: {type: 'list', of: {type: 'depends', on: partShape}},
})

/** What a template says before it is known to be right; `misfits` has said that it has this shape. */
interface Written {
  readonly id: string
  readonly version: string
  readonly title: string
  readonly purpose: string
  readonly stage: string
  readonly schema: string
  readonly numbering: NumberingScheme
  readonly maxWords: number
  readonly questions: readonly Pointer[]
  readonly parts: readonly (WrittenPart & JsonObject)[]
}
interface WrittenPart {
  readonly kind: TemplatePart['kind']
  readonly id?: string
  readonly title?: string
  readonly heading?: string
  readonly when?: string
  readonly show?: readonly Pointer[]
  readonly positions?: readonly (
    | string
    | {readonly position: string; readonly default?: string; readonly when?: string}
  )[]
}

/** Reads the text of a template file. `file` is named in diagnostics; `parameters` are what it may point at. */
export function readTemplate(
  source: string,
  about: {readonly file: string; readonly hash: Hash; readonly parameters: Parameters},
): {readonly template?: Template; readonly diagnostics: readonly Diagnostic[]} {
  const {file, hash, parameters} = about
  const parsed = readYaml(source, file)
  if (parsed.value === undefined) return {diagnostics: parsed.diagnostics}
  const wrong = misfits(parsed.value, templateShape)
  if (wrong.length > 0) {
    return {
      diagnostics: wrong.map(({pointer, message, hint}) =>
        fault('template/shape', file, message, hint, parsed.lineOf(pointer)),
      ),
    }
  }
  const written = parsed.value as JsonObject & Written
  const reading: Reading = {file, parameters, parsed, found: []}
  checkPointers(written.questions, '/questions', reading)
  const {title, purpose, stage, schema, numbering, maxWords, questions, version} = written
  const template = {
    id: written.id,
    version,
    hash,
    file,
    title,
    purpose,
    stage,
    schema,
    numbering,
    questions,
    maxWords,
    parts: written.parts.map((part, index) => partOf(part, `/parts/${index}`, reading)),
  }
  return reading.found.length > 0 ? {diagnostics: reading.found} : {template, diagnostics: []}
}

interface Reading {
  readonly file: string
  readonly parameters: Parameters
  readonly parsed: Parsed
  readonly found: Diagnostic[]
}

function partOf(part: WrittenPart, at: Pointer, reading: Reading): TemplatePart {
  const answered = (part.positions ?? []).map((each, index) => positionOf(each, `${at}/positions/${index}`, reading))
  switch (part.kind) {
    case 'cover':
      checkPointers(part.show ?? [], `${at}/show`, reading)
      return {kind: 'cover', show: part.show ?? []}
    case 'group':
      return {kind: 'group', positions: answered, ...(part.heading === undefined ? {} : {heading: part.heading})}
    case 'schedule':
      return {
        kind: 'schedule',
        id: part.id ?? '',
        title: part.title ?? '',
        positions: answered,
        ...whenOf(part.when, `${at}/when`, reading),
      }
    default:
      return {kind: part.kind, positions: answered}
  }
}

function positionOf(
  written: NonNullable<WrittenPart['positions']>[number],
  at: Pointer,
  reading: Reading,
): TemplatePosition {
  if (typeof written === 'string') return {position: written}
  const chosen = written.default === undefined ? {} : {default: written.default}
  return {position: written.position, ...chosen, ...whenOf(written.when, `${at}/when`, reading)}
}

function whenOf(
  written: string | undefined,
  at: Pointer,
  {file, parameters, parsed, found}: Reading,
): Pick<TemplatePosition, 'when'> {
  if (written === undefined) return {}
  const {expression, diagnostics} = parseExpression(written, file, parameters)
  const line = parsed.lineOf(at)
  found.push(...diagnostics.map((diagnostic) => ({...diagnostic, at: line === undefined ? {file} : {file, line}})))
  return expression ? {when: expression} : {}
}

function checkPointers(pointers: readonly Pointer[], at: Pointer, {file, parameters, parsed, found}: Reading): void {
  for (const [index, pointer] of pointers.entries()) {
    const pattern = keysOf(pointer)
      .map((key) => `/${/^\d+$/.test(key) ? '*' : key}`)
      .join('')
    if (parameters.has(pattern)) continue
    const hint = didYouMean(pattern, parameters.keys(), 'Name a parameter of the schema.')
    found.push(
      fault(
        'template/unknown-parameter',
        file,
        `"${pointer}" is no parameter of the schema.`,
        hint,
        parsed.lineOf(`${at}/${index}`),
      ),
    )
  }
}
