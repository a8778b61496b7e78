/**
 * YAML and JSON of the library as plain JSON. YAML is 1.2 core (`yes` is a word, `1.10` in quotes stays as written), keys are
 * unique, and aliases are refused: a file means what it shows.
 */
import {LineCounter, parseDocument} from 'yaml'
import type {Diagnostic, Json, Pointer} from '../model/index.js'
import {keysOf, nestsTooDeep} from '../model/index.js'
import {fault} from './fault.js'

export interface Parsed {
  readonly value?: Json
  readonly diagnostics: readonly Diagnostic[]
  /** Line of the value at a pointer, or of the nearest thing round it. */
  readonly lineOf: (pointer: Pointer) => number | undefined
}

/** Reads a `.yaml` file. Every fault is a `library/yaml` at its line. */
export function readYaml(text: string, file: string): Parsed {
  if (nestsTooDeep(text))
    return {
      diagnostics: [fault('library/yaml', file, 'The file nests deeper than any file of the library needs.')],
      lineOf: () => undefined,
    }
  const lines = new LineCounter()
  const document = parseDocument(text, {
    schema: 'core',
    version: '1.2',
    uniqueKeys: true,
    strict: true,
    stringKeys: true,
    customTags: [],
    lineCounter: lines,
  })
  const found = [...document.errors, ...document.warnings].map(({message, pos}) =>
    fault(
      'library/yaml',
      file,
      message.split('\n')[0]!.replace(/ at line .*$/, '.'),
      undefined,
      lines.linePos(pos[0]).line,
    ),
  )
  const lineOf = (pointer: Pointer): number | undefined => lineIn(document, keysOf(pointer), lines)
  if (found.length > 0) return {diagnostics: found, lineOf}
  try {
    return {value: document.toJS({maxAliasCount: 0}) as Json, diagnostics: [], lineOf}
  } catch {
    return {
      diagnostics: [fault('library/yaml', file, 'The file uses an alias ("*name").', 'Write the value out.')],
      lineOf,
    }
  }
}

/** Reads a `.json` file. */
export function readJson(text: string, file: string): Parsed {
  const lineOf = (): undefined => undefined
  try {
    return {value: JSON.parse(text) as Json, diagnostics: [], lineOf}
  } catch (error) {
    return {diagnostics: [fault('library/json', file, `The file is no JSON: ${(error as Error).message}.`)], lineOf}
  }
}

function lineIn(
  document: ReturnType<typeof parseDocument>,
  keys: readonly string[],
  lines: LineCounter,
): number | undefined {
  for (let length = keys.length; length >= 0; length -= 1) {
    const path = keys.slice(0, length).map((key) => (/^\d+$/.test(key) ? Number(key) : key))
    const node = length === 0 ? document.contents : document.getIn(path, true)
    const range = (node as {range?: readonly number[]} | undefined | null)?.range
    if (range) return lines.linePos(range[0]!).line
  }
  return undefined
}
