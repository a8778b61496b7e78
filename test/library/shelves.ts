/** Small libraries for tests, in memory: a clause or a template is written with only what the test is about. */

import {compilerFor} from '../../src/library/compiler.js'
import {type Library, libraryOf, memoryShelf} from '../../src/library/index.js'
import type {Parameter, Parameters} from '../../src/model/index.js'

function parameter(pattern: string, kind: Parameter['kind']): [string, Parameter] {
  return [pattern, {pattern, kind, title: pattern}]
}

export const parameters: Parameters = new Map([
  parameter('/project', 'group'),
  parameter('/project/title', 'text'),
  parameter('/ip', 'group'),
  parameter('/ip/regime', 'choice'),
  parameter('/parties', 'rows'),
  parameter('/parties/*/shortName', 'text'),
])

/** A clause file; keys given replace the usual ones, `text` is what follows the front matter. */
export function clauseFile(
  id: string,
  {text = '1. {#one} Each Party keeps its own.', ...keys}: Readonly<Record<string, string>> = {},
): string {
  const front = {
    id,
    position: id,
    title: `About ${id}`,
    stance: 'balanced',
    summary: 'Each keeps its own.',
    why: 'Simple to run.',
    expect: 'They agree.',
    ...keys,
  }
  return `---\n${Object.entries(front)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('')}---\n${text}\n`
}

export function clausePath(id: string, version = '1.0.0', family = 'general'): string {
  return `clause-library/${family}/${id}/${version}.md`
}

/** A template file; `positions` are lines of YAML under one group, `keys` replace or add whole lines. */
export function templateFile(positions: readonly string[], keys: Readonly<Record<string, string>> = {}): string {
  const front = {
    id: 'short',
    version: '1.0.0',
    title: 'Short Agreement',
    purpose: 'To begin.',
    stage: 'explore',
    schema: 'deal',
    numbering: 'legal',
    maxWords: '900',
    questions: '[/project/title]',
    ...keys,
  }
  const lines = Object.entries(front).map(([key, value]) => `${key}: ${value}`)
  return [
    ...lines,
    'parts:',
    '  - kind: group',
    '    positions:',
    ...positions.map((position) => `      - ${position}`),
    '',
  ].join('\n')
}

/** A library of files given by path, each map laid over those before it. */
export function library(...layers: readonly Readonly<Record<string, string>>[]): Library {
  const shelves = layers.map((files, index) => memoryShelf(files, index === 0 ? '' : `/firm${index}`))
  return libraryOf({shelves, compiler: compilerFor(parameters)})
}
