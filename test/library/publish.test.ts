import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {
  type Draft,
  emptyIndex,
  hashOf,
  type Index,
  memoryShelf,
  openLibrary,
  publish,
  readIndex,
  writeFiles,
} from '../../src/library/index.js'
import {clauseFile, clausePath, library, parameters} from './shelves.js'

const first = clauseFile('ip.own', {
  text: '1. {#own} Each Party keeps its own.\n2. {#tell} Each Party tells the other.',
})
const files = {[clausePath('ip.own', '1.0.0', 'rights')]: first}
const listed: Index = {...emptyIndex, clauses: {'ip.own': {'1.0.0': hashOf(first)}}}

function draft(text: string, more: Partial<Draft> = {}): Draft {
  return {text, file: 'draft.md', library: library(files), index: listed, parameters, ...more}
}

const changed = first.replace('tells the other', 'tells the other within 10 days')

test('the first version of a clause is 1.0.0, in the folder of its family, listed in the index', async () => {
  const {publication, diagnostics} = await publish(
    draft(clauseFile('risk.cap'), {library: library({}), index: emptyIndex}),
  )
  expect(diagnostics).toEqual([])
  expect(publication).toMatchObject({clause: 'risk.cap', version: '1.0.0', removes: []})
  const [path, text] = Object.entries(publication!.writes)[0]!
  expect(path).toBe('clause-library/risk/risk.cap/1.0.0.md')
  expect(JSON.parse(publication!.writes['clause-library/index.json']!).clauses).toEqual({
    'risk.cap': {'1.0.0': hashOf(text)},
  })
})

test('a change becomes the next version, says what it is, and leaves the version before alone', async () => {
  const {publication, diagnostics} = await publish(draft(changed, {kind: 'minor', note: 'Says by when.'}))
  expect(diagnostics).toEqual([])
  const [path, text] = Object.entries(publication!.writes)[0]!
  expect(path).toBe('clause-library/rights/ip.own/1.1.0.md')
  expect(text).toContain('change: minor\nchanges: Says by when.\n')
  expect(text).toContain('within 10 days')
  expect(Object.keys(publication!.writes)).toEqual([path, 'clause-library/index.json'])
})

test('the kind and the note may stand in the front matter', async () => {
  const text = changed.replace('stance:', 'change: major\nchanges: A period.\nstance:')
  expect((await publish(draft(text))).publication?.version).toBe('2.0.0')
})

test('asks for the kind of change and for the note', async () => {
  const {publication, diagnostics} = await publish(draft(changed))
  expect(publication).toBeUndefined()
  expect(diagnostics.map(({code, hint}) => [code, hint?.split(':')[0]])).toEqual([
    ['library/kind-needed', 'patch'],
    ['library/note-needed', 'Say it in one sentence'],
  ])
})

test('does not take the note of the version before for a new one', async () => {
  const second = changed.replace('stance:', 'change: minor\nchanges: Says by when.\nstance:')
  const index = {...emptyIndex, clauses: {'ip.own': {'1.1.0': hashOf(second)}}}
  const text = second.replace('10 days', '5 days')
  const {diagnostics} = await publish(draft(text, {library: library({[clausePath('ip.own', '1.1.0')]: second}), index}))
  expect(diagnostics.map(({code}) => code)).toEqual(['library/kind-needed', 'library/note-needed'])
})

test('refuses an edit to a published version, and text that says nothing new', async () => {
  const path = clausePath('ip.own', '1.0.0', 'rights')
  const more = {kind: 'patch', note: 'Better words.'} as const
  expect((await publish(draft(changed, {...more, file: path}))).diagnostics[0]).toMatchObject({
    code: 'library/published-changed',
    severity: 'error',
  })
  expect((await publish(draft(first, {...more, file: path}))).diagnostics[0]?.code).toBe('library/already-published')
  expect((await publish(draft(first, more))).diagnostics.map(({code}) => code)).toEqual(['library/nothing-changed'])
})

test('refuses to go on when the version before is gone', async () => {
  const {publication, diagnostics} = await publish(draft(changed, {library: library({}), kind: 'patch', note: 'x'}))
  expect(publication).toBeUndefined()
  expect(diagnostics[0]?.code).toBe('library/published-missing')
})

test('carries labels forward, so that an inserted item renames nobody', async () => {
  const bare = first.replace('1. {#own} ', '1. Each Party acts in good time.\n2. ').replace('2. {#tell} ', '3. ')
  const {publication} = await publish(draft(bare, {kind: 'minor', note: 'Adds good time.'}))
  const text = Object.values(publication!.writes)[0]!
  expect(text).toMatch(
    /\{#[a-z-]+\} Each Party acts in good time\.\n\d\. \{#own\} Each Party keeps its own\.\n\d\. \{#tell\} /,
  )
})

test('warns when a small change drops a label that others may cite', async () => {
  const text = first.replace('{#tell}', '{#say}').replace('tells', 'says to')
  const small = await publish(draft(text, {kind: 'patch', note: 'x'}))
  expect(small.publication).toBeDefined()
  expect(small.diagnostics.map(({code, severity}) => [code, severity])).toEqual([['library/label-lost', 'warning']])
  expect((await publish(draft(text, {kind: 'major', note: 'x'}))).diagnostics).toEqual([])
})

test('a file that does not compile is not published', async () => {
  const {publication, diagnostics} = await publish(draft(clauseFile('ip.new', {text: '1. {{nothing}}'})))
  expect(publication).toBeUndefined()
  expect(diagnostics.length).toBeGreaterThan(0)
})

test('writes a publication to disk whole, takes the draft away, and can be read again', async () => {
  const root = mkdtempSync(join(tmpdir(), 'engross-library-'))
  try {
    const [own] = Object.keys(files)
    writeFiles(root, {[own!]: first, 'clause-library/rights/ip.own/1.5.0.md': changed})
    const opened = await openLibrary({roots: [root], parameters})
    const file = 'clause-library/rights/ip.own/1.5.0.md'
    const {publication} = await publish(draft(changed, {library: opened, file, kind: 'minor', note: 'Says by when.'}))
    writeFiles(root, publication!.writes, publication!.removes)
    expect(existsSync(join(root, file))).toBe(false)
    const again = await openLibrary({roots: [`${root}/`], parameters})
    expect(again.versions('ip.own')).toEqual(['1.0.0', '1.1.0'])
    expect(again.newest('ip.own')).toMatchObject({change: 'minor', changes: 'Says by when.'})
    expect(readdirSync(root, {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('.tmp'))).toEqual([])
    const index = readIndex(
      memoryShelf({'clause-library/index.json': readFileSync(join(root, 'clause-library/index.json'), 'utf8')}),
    ).index
    expect(index?.clauses['ip.own']?.['1.1.0']).toBe(again.newest('ip.own')?.hash)
  } finally {
    rmSync(root, {recursive: true})
  }
})

test('leaves nothing behind when the disk refuses', () => {
  const root = mkdtempSync(join(tmpdir(), 'engross-library-'))
  try {
    // A folder stands where the second file should go, so its rename fails.
    writeFiles(root, {'taken/inside.md': 'x'})
    expect(() => writeFiles(root, {taken: 'no'})).toThrow()
    expect(readdirSync(root)).toEqual(['taken'])
  } finally {
    rmSync(root, {recursive: true})
  }
})

test('a firm’s own text of a clause goes on from the version that it lies over, so that no version has two texts', async () => {
  const overlaid = {index: emptyIndex, below: [listed]}
  const {publication} = await publish(draft(changed, {...overlaid, kind: 'minor', note: 'Says by when.'}))
  expect(publication?.version).toBe('1.1.0')
  expect(JSON.parse(publication!.writes['clause-library/index.json']!).clauses['ip.own']).toEqual({
    '1.1.0': expect.stringMatching(/^sha256:/),
  })
  expect((await publish(draft(changed, overlaid))).diagnostics.length).toBeGreaterThan(0)
})
