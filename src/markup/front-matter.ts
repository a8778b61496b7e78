/**
 * Splitting a clause file into front matter and text. gray-matter splits, guarded: its code engines run what they
 * read (SECURITY.md §0.1), so every engine but YAML refuses, YAML is read by `yaml` 2, the first line must be exactly
 * `---`, and an options object is always passed so that its cache, which hands out one mutable object, is never used.
 */
import matter from 'gray-matter'
import {parseDocument} from 'yaml'
import {isObject, type Json, type JsonObject, nestsTooDeep} from '../model/index.js'
import {type Faults, fault} from './faults.js'

/** Bytes of one clause file; longer ones are refused before anything reads them (SECURITY.md C7). */
const largestFile = 64 * 1024

export interface Split {
  readonly front: JsonObject
  readonly text: string
  /** Lines of the file that stand before the text. */
  readonly linesBefore: number
  /** The line on which a key of the front matter stands; the first where it has none. */
  readonly lineOf: (key: string) => number
}

/** Front matter as JSON and the text after it, or nothing where the file cannot be read at all. */
export function splitFrontMatter(source: string, faults: Faults): Split | undefined {
  const whole = source.replaceAll('\r\n', '\n')
  const refusal = refuse(whole)
  if (refusal) {
    fault(faults, 'markup/front-matter', {line: 1, column: 1}, refusal[0], refusal[1])
    return undefined
  }
  const {data, content} = matter(whole, {language: 'yaml', engines: engines(faults)})
  if (faults.found.length > 0) return undefined
  const linesBefore = whole.slice(0, whole.length - content.length).split('\n').length - 1
  const lines = whole.split('\n').slice(0, linesBefore)
  const lineOf = (key: string): number =>
    Math.max(
      1,
      lines.findIndex((line) => line.startsWith(`${key}:`)),
    ) + 1
  return {front: data as JsonObject, text: content, linesBefore, lineOf}
}

function refuse(whole: string): readonly [string, string] | undefined {
  if (Buffer.byteLength(whole) > largestFile)
    return ['The file is larger than 64 KiB.', 'Split the clause in two positions.']
  if (!whole.startsWith('---\n'))
    return ['The first line is not exactly "---".', 'Begin the file with its front matter, between two lines "---".']
  if (!/\n---(\n|$)/.test(whole.slice(3))) return ['The front matter has no end.', 'Close it with a line "---".']
  return undefined
}

function engines(faults: Faults): NonNullable<Parameters<typeof matter>[1]>['engines'] & object {
  const refusing = {
    parse: (): object => {
      fault(
        faults,
        'markup/front-matter-language',
        {line: 1, column: 1},
        'Front matter may be YAML only, never code.',
        'Begin the file with a plain "---".',
      )
      return {}
    },
    stringify: (): string => {
      throw new Error('front matter is never written through gray-matter')
    },
  }
  const yaml = {parse: (text: string) => readYaml(text, faults), stringify: refusing.stringify}
  return {
    yaml,
    yml: yaml,
    js: refusing,
    javascript: refusing,
    json: refusing,
    toml: refusing,
    coffee: refusing,
    cson: refusing,
  }
}

function readYaml(text: string, faults: Faults): object {
  if (nestsTooDeep(text)) {
    fault(faults, 'markup/yaml', {line: 2, column: 1}, 'The front matter nests deeper than any clause needs.')
    return {}
  }
  const document = parseDocument(text, {
    schema: 'core',
    version: '1.2',
    uniqueKeys: true,
    strict: true,
    merge: false,
    stringKeys: true,
    customTags: [],
  })
  for (const {message, linePos} of [...document.errors, ...document.warnings]) {
    const at = linePos ? {line: linePos[0].line + 1, column: linePos[0].col} : undefined
    fault(faults, 'markup/yaml', at, message.split('\n')[0]!.replace(/ at line.*$/, '.'))
  }
  if (faults.found.length > 0) return {}
  return plainObject(document, faults)
}

function plainObject(document: ReturnType<typeof parseDocument>, faults: Faults): object {
  try {
    const value = document.toJS({maxAliasCount: 0}) as Json
    if (isObject(value)) return value
    fault(faults, 'markup/yaml', {line: 2, column: 1}, 'The front matter is not a list of keys and values.')
  } catch {
    fault(
      faults,
      'markup/yaml',
      {line: 2, column: 1},
      'The front matter uses an alias ("*name").',
      'Write the value out.',
    )
  }
  return {}
}
