import {existsSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import matter from 'gray-matter'
import {beforeEach, expect, test} from 'vitest'
import {compileClause} from '../../src/markup/index.js'
import {parameters} from './parameters.js'

const canary = join(tmpdir(), `engross-canary-${process.pid}`)
const code = `{get id() { require('fs').writeFileSync(${JSON.stringify(canary)}, 'ran'); return 'a' }, x: require('fs').writeFileSync(${JSON.stringify(canary)}, 'ran')}`
const spellings = [
  '---js',
  '---javascript',
  '--- js',
  '---JS',
  '---Javascript',
  '---coffee',
  '---cson',
  '---json',
  '---toml',
  '--- \tjs',
]

beforeEach(() => rmSync(canary, {force: true}))

test.each(spellings)('front matter opened by "%s" runs nothing and is refused', (opening) => {
  const {clause, diagnostics} = compileClause(`${opening}\nmodule.exports = ${code}\n---\nText.\n`, 'a.md', parameters)
  expect(existsSync(canary)).toBe(false)
  expect(clause).toBeUndefined()
  expect(diagnostics[0]?.message).toContain('first line is not exactly "---"')
})

test('the control: gray-matter left to itself runs the same text', () => {
  matter(`---js\n${code}\n---\nText.\n`)
  expect(existsSync(canary)).toBe(true)
})

test('a tag that asks YAML for a function is refused', () => {
  const {clause, diagnostics} = compileClause(`---\nid: !!js/function "function(){}"\n---\nText.\n`, 'a.md', parameters)
  expect(clause).toBeUndefined()
  expect(diagnostics[0]?.code).toBe('markup/yaml')
})

test('the same broken front matter is refused twice, since no cache is used', () => {
  const broken = '---\nid: [a\n---\nText.\n'
  const first = compileClause(broken, 'a.md', parameters).diagnostics
  expect(first.length).toBeGreaterThan(0)
  expect(compileClause(broken, 'a.md', parameters).diagnostics).toEqual(first)
})

test.each([
  ['an alias', 'id: &x a.b\nposition: *x', 'alias'],
  ['a key twice', 'id: a\nid: b', 'unique'],
])('%s is refused', (_, yaml, word) => {
  const {diagnostics} = compileClause(`---\n${yaml}\n---\nText.\n`, 'a.md', parameters)
  expect(diagnostics.map(({message}) => message).join(' ')).toContain(word)
})

test('an unknown key is refused with the nearest right key named', () => {
  const {diagnostics} = compileClause('---\nid: a\nposition: a\ntitel: A\n---\nText.\n', 'a.md', parameters)
  expect(diagnostics.find(({message}) => message.includes('titel'))).toMatchObject({
    hint: 'Did you mean "title"?',
    at: {line: 4},
  })
})

test('front matter that nests past what its parser can hold is refused before it is parsed', () => {
  const {diagnostics} = compileClause(`---\nid: a\nx:\n${'- '.repeat(20_000)}\n---\nText.\n`, 'a.md', parameters)
  expect(diagnostics.map(({message}) => message)).toEqual(['The front matter nests deeper than any clause needs.'])
})
