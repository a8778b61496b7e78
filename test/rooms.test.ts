/**
 * Holds src/ to DESIGN's table of rooms. It reads the source as text: an import is refused whether it is written
 * `import … from`, a bare `import`, `export … from`, or `import()`.
 */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {dirname, join, relative, resolve} from 'node:path'
import {expect, test} from 'vitest'

const middle = [
  'model',
  'markup',
  'library',
  'deal',
  'assemble',
  'engross',
  'redline',
  'revisions',
  'render/docx',
  'render/pdf',
  'render/html',
  'render/markdown',
  'render/text',
  'intake',
]

/** Which rooms each room may import, in the order in which a deal passes through them. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  model: [],
  markup: ['model'],
  library: ['model', 'markup'],
  deal: ['model'],
  assemble: ['model', 'deal'],
  engross: ['model'],
  redline: ['model'],
  revisions: ['model'],
  'render/docx': ['model'],
  'render/pdf': ['model'],
  'render/html': ['model'],
  'render/markdown': ['model', 'markup'],
  'render/text': ['model'],
  intake: ['model', 'markup', 'redline'],
  verbs: middle,
  packs: ['verbs', 'model'],
  'web/server': ['verbs', 'packs'],
  'web/ui': ['model'],
  cli: ['verbs', 'packs', 'web/server'],
  'index.ts': ['verbs', 'packs', 'model'],
}

/** Rooms that nobody may import have no front door. */
const doorless = ['cli', 'web/ui', 'index.ts']

/** Where the same deal must give the same bytes: the clock and chance are arguments there. */
const pure = middle.filter((room) => room !== 'revisions' && room !== 'intake')

const src = resolve(import.meta.dirname, '../src')
const files = readdirSync(src, {recursive: true, encoding: 'utf8'})
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file))
  .sort()

interface Import {
  readonly path: string
  readonly typeOnly: boolean
}

const patterns = [
  /^\s*(?:import|export)\s+(?<type>type\s)?[^'"]*?\sfrom\s+['"](?<path>[^'"]+)['"]/gm,
  /^\s*import\s+['"](?<path>[^'"]+)['"]/gm,
  /\bimport\(\s*['"](?<path>[^'"]+)['"]/g,
]

function importsOf(source: string): readonly Import[] {
  const found = patterns.flatMap((pattern) => [...source.matchAll(pattern)])
  return found.map(({groups}) => ({path: groups!.path!, typeOnly: groups!.type !== undefined}))
}

function roomOf(file: string): string {
  const [room, inner] = file.split('/')
  return room === 'render' || room === 'web' ? `${room}/${inner}` : room!
}

/** What is wrong with the imports of one file, as sentences. Exported shape of the rule, so that it can be tried below. */
function faults(file: string, source: string): readonly string[] {
  const room = roomOf(file)
  return importsOf(source).flatMap(({path, typeOnly}) => {
    if (!path.startsWith('.')) return []
    const target = relative(src, resolve(src, dirname(file), path)).replaceAll('\\', '/')
    const other = roomOf(target)
    if (other === room) return []
    if (!rooms[room]?.includes(other)) return [`${room} may not import ${other} (${path})`]
    if (target !== `${other}/index.js`) return [`${room} imports ${other} past its index.js (${path})`]
    return room === 'web/ui' && !typeOnly ? [`web/ui may import types only (${path})`] : []
  })
}

function sourceOf(file: string): string {
  return readFileSync(join(src, file), 'utf8')
}

/** Source without comments; strings that hold `//` are left alone well enough for the searches below. */
function codeOf(file: string): string {
  return sourceOf(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
}

test('sees every spelling of an import', () => {
  const source = [
    `import {a} from '../deal/index.js'`,
    `import type {\n  B,\n} from '../engross/index.js'`,
    `import '../library/index.js'`,
    `export * from '../model/provision.js'`,
    `const lazy = await import('../render/pdf/index.js')`,
    `import {readFile} from 'node:fs/promises'`,
  ].join('\n')
  expect([...faults('markup/parse.ts', source)].sort()).toEqual([
    'markup imports model past its index.js (../model/provision.js)',
    'markup may not import deal (../deal/index.js)',
    'markup may not import engross (../engross/index.js)',
    'markup may not import library (../library/index.js)',
    'markup may not import render/pdf (../render/pdf/index.js)',
  ])
})

test('lets no renderer import another', () => {
  expect(faults('render/docx/body.ts', `import {x} from '../pdf/index.js'`)).toHaveLength(1)
  expect(faults('render/docx/body.ts', `import {x} from './run.js'`)).toEqual([])
})

test('every file stands in a room of the table', () => {
  expect(files.filter((file) => !Object.hasOwn(rooms, roomOf(file)))).toEqual([])
})

test('every room imports only what it may, and only by its front door', () => {
  expect(files.flatMap((file) => faults(file, sourceOf(file)).map((fault) => `${file}: ${fault}`))).toEqual([])
})

test('every room has a front door of re-exports only', () => {
  const used = [...new Set(files.map(roomOf))].filter((room) => !doorless.includes(room))
  expect(used.filter((room) => !existsSync(join(src, room, 'index.ts')))).toEqual([])
  const doors = files.filter(
    (file) => file === 'index.ts' || (file.endsWith('/index.ts') && `${roomOf(file)}/index.ts` === file),
  )
  const reExport = /export (?:type )?(?:\*(?: as \w+)?|\{[^}]*\}) from '[^']+'/g
  expect(doors.filter((file) => codeOf(file).replace(reExport, '').trim() !== '')).toEqual([])
})

test('no file is longer than 250 lines', () => {
  const long = files.map((file) => [file, sourceOf(file).trimEnd().split('\n').length] as const)
  expect(long.filter(([, lines]) => lines > 250)).toEqual([])
})

test('nothing below the verbs looks at the clock or rolls dice', () => {
  const impure = /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.now\b|\brandomUUID\b|\brandomBytes\b/
  const below = files.filter((file) => pure.includes(roomOf(file)))
  expect(below.filter((file) => impure.test(codeOf(file)))).toEqual([])
})

test('nobody silences the type checker or the lint', () => {
  const silenced = /@ts-(?:ignore|nocheck|expect-error)|biome-ignore-all/
  expect(files.filter((file) => silenced.test(sourceOf(file)))).toEqual([])
})
