/**
 * YAML text → JSON values, and where each stood. YAML's surprises are refused, not interpreted: no aliases, no tags,
 * no repeated keys, nothing that is not JSON (SECURITY.md §0.1). An empty value is null here.
 */
import {isAlias, isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument, Scalar, type YAMLMap} from 'yaml'
import {
  below,
  type Diagnostic,
  deepestNesting,
  isList,
  isObject,
  type Json,
  nestsTooDeep,
  type Pointer,
} from '../model/index.js'
import {quote} from './quote.js'

/** Bytes of a file that are read at all. */
export const largest = 512 * 1024

export interface Spot {
  readonly line: number
  readonly column: number
}

/** The values of a file, with the place of each and the words in which its numbers were written. */
export interface YamlText {
  readonly value: Json | undefined
  readonly spots: ReadonlyMap<Pointer, Spot>
  readonly written: ReadonlyMap<Pointer, string>
  readonly diagnostics: readonly Diagnostic[]
}

interface Walk {
  readonly file: string
  readonly lines: LineCounter
  readonly spots: Map<Pointer, Spot>
  readonly written: Map<Pointer, string>
  readonly diagnostics: Diagnostic[]
}

/** Reads a file's text. What is wrong with it as YAML is reported with line and column; nothing is thrown. */
export function readYaml(text: string, file: string): YamlText {
  const walk: Walk = {file, lines: new LineCounter(), spots: new Map(), written: new Map(), diagnostics: []}
  if (Buffer.byteLength(text) > largest) {
    report(
      walk,
      'deal/too-large',
      `${file} is larger than ${largest / 1024} KB.`,
      undefined,
      'A deal is a few pages of text: check that this is the right file.',
    )
    return {value: undefined, ...walk}
  }
  return {value: nestsTooDeep(text) ? tooDeep(walk) : parse(text, walk), ...walk}
}

function parse(text: string, walk: Walk): Json | undefined {
  try {
    const document = parseDocument(text, {
      schema: 'core',
      version: '1.2',
      merge: false,
      uniqueKeys: true,
      strict: true,
      prettyErrors: false,
      lineCounter: walk.lines,
      logLevel: 'error',
    })
    for (const fault of [...document.errors, ...document.warnings])
      report(walk, 'deal/yaml', `${walk.file} is not valid YAML: ${sentence(fault.message)}`, fault.pos[0])
    if (walk.diagnostics.length > 0) return undefined
    const value = jsonOf(document.contents as ParsedNode | null, '', walk, 0)
    return value === undefined && walk.diagnostics.length === 0 ? {} : value
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return tooDeep(walk)
  }
}

function tooDeep(walk: Walk): undefined {
  report(
    walk,
    'deal/too-deep',
    `${walk.file} is nested deeper than ${deepestNesting} levels.`,
    undefined,
    'No parameter is nested so deeply: check the indentation and the brackets.',
  )
  return undefined
}

function jsonOf(node: ParsedNode | null, pointer: Pointer, walk: Walk, depth: number): Json | undefined {
  if (node === null) return undefined
  const [offset] = node.range
  walk.spots.set(pointer, spotOf(walk, offset))
  if (depth > deepestNesting) return tooDeep(walk)
  if (isAlias(node)) return refuse(`*${node.source} repeats another place`, 'Write the value out where it is wanted.')
  if (node.tag !== undefined) return refuse(`the tag ${node.tag} changes how a value is read`, 'Leave the tag out.')
  if (isMap(node)) return mapOf(node, pointer, walk, depth)
  if (isSeq(node)) return listOf(node.items as readonly ParsedNode[], pointer, walk, depth)
  return isScalar(node) ? scalarOf(node, pointer, walk) : undefined

  function refuse(what: string, hint: string): undefined {
    report(walk, 'deal/yaml', `In ${walk.file}, ${what}, and a deal may not do that.`, offset, hint)
    return undefined
  }
}

function mapOf(node: YAMLMap.Parsed, pointer: Pointer, walk: Walk, depth: number): Json {
  const entries: [string, Json][] = []
  for (const {key, value} of node.items) {
    const name = isScalar(key) ? String(key.value) : undefined
    if (name === undefined || name === '__proto__' || name === '<<') {
      report(
        walk,
        'deal/yaml',
        `In ${walk.file}, ${name === undefined ? 'a key is not a word' : `${quote(name)} is no key of a deal`}.`,
        key?.range[0],
        'Use the names of the schema as keys.',
      )
      continue
    }
    const place = below(pointer, name)
    const inner = jsonOf(value, place, walk, depth + 1)
    walk.spots.set(place, spotOf(walk, key.range[0]))
    entries.push([name, inner ?? null])
  }
  return Object.fromEntries(entries)
}

function listOf(items: readonly ParsedNode[], pointer: Pointer, walk: Walk, depth: number): Json {
  return items.map((item, index) => jsonOf(item, below(pointer, index), walk, depth + 1) ?? null)
}

function scalarOf(node: Scalar.Parsed, pointer: Pointer, walk: Walk): Json | undefined {
  const {value, source, type} = node
  if (typeof value === 'number' || typeof value === 'boolean') {
    walk.written.set(pointer, source)
    return typeof value === 'number' && !Number.isFinite(value) ? source : value
  }
  if (typeof value !== 'string') return undefined
  // The line break after a block of text belongs to YAML's way of writing it, not to the text.
  return type === Scalar.BLOCK_LITERAL || type === Scalar.BLOCK_FOLDED ? value.replace(/\n+$/, '') : value
}

/** A value without the keys that have none: leaving a key empty is a way of not answering. */
export function withoutEmpties(value: Json): Json {
  if (isList(value)) return value.map(withoutEmpties)
  if (!isObject(value)) return value
  const answered = Object.entries(value).filter(([, inner]) => inner !== null)
  return Object.fromEntries(answered.map(([key, inner]) => [key, withoutEmpties(inner)]))
}

function spotOf({lines}: Walk, offset: number): Spot {
  const {line, col} = lines.linePos(offset)
  return {line: Math.max(line, 1), column: Math.max(col, 1)}
}

function report(walk: Walk, code: `deal/${string}`, message: string, offset: number | undefined, hint?: string): void {
  const spot = offset === undefined ? {} : spotOf(walk, offset)
  walk.diagnostics.push({
    code,
    severity: 'error',
    message,
    ...(hint === undefined ? {} : {hint}),
    at: {file: walk.file, ...spot},
  })
}

function sentence(message: string): string {
  const [line = ''] = message.split('\n')
  return /[.!?]$/.test(line) ? line : `${line}.`
}
