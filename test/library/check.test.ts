import {expect, test} from 'vitest'
import {checkIndex, checkLibrary, type Index, listUnlisted, memoryShelf, printIndex} from '../../src/library/index.js'
import {clauseFile, clausePath, library, templateFile} from './shelves.js'

const said = (diagnostics: readonly {readonly message: string}[]): readonly string[] =>
  diagnostics.map(({message}) => message)

test('a sound library has nothing said of it', () => {
  const files = {
    [clausePath('ip.own')]: clauseFile('ip.own', {
      fallbacks: '[ip.joint]',
      requires: '[ip.joint]',
      conflicts: '[ip.joint]',
      survives: '[one]',
    }),
    [clausePath('ip.joint')]: clauseFile('ip.joint', {
      text: '1. {#half} See [own](#ip.own/one), [all](#survivors) and [list](#schedule.assets).',
    }),
    'templates/short/1.0.0.yaml': `${templateFile(['{position: ip.own, default: ip.own}'])}  - {kind: schedule, id: assets, title: Assets, positions: [ip.joint]}\n`,
    'clause-library/data/law/DE.yaml': 'version: "2026.11"\n',
  }
  expect(checkLibrary(library(files))).toEqual([])
})

test('follows every name of a clause to what it names', () => {
  const files = {
    [clausePath('ip.own')]: clauseFile('ip.own', {
      fallbacks: '[ip.jont]',
      requires: '[ip.accss]',
      conflicts: '[nothing.at-all]',
      survives: '[two]',
      text: '1. {#one} See [a](#ip.jiont), [b](#ip.joint/harf) and [c](#ip.joint/half).',
    }),
    [clausePath('ip.joint')]: clauseFile('ip.joint', {text: '1. {#half} Each Party has one half.'}),
    [clausePath('ip.access')]: clauseFile('ip.access'),
  }
  const found = checkLibrary(library(files))
  expect(said(found)).toEqual([
    '"ip.own" falls back on "ip.jont", which is no clause.',
    '"ip.own" requires "ip.accss", which no clause answers.',
    '"ip.own" conflicts with "nothing.at-all", which is neither a position nor a clause.',
    '"two" survives in "ip.own", which has no such label.',
    '"#ip.jiont" names nothing in the library.',
    '"#ip.joint/harf" names no label of ip.joint.',
  ])
  expect(found.map(({hint}) => hint)).toEqual(
    expect.arrayContaining(['Did you mean "ip.joint"?', 'Did you mean "ip.access"?', 'Did you mean "half"?']),
  )
})

test('finds a clause whose position is written so that the library would pass over it', () => {
  const files = {[clausePath('a')]: clauseFile('a', {position: '>-\n  ip.own'})}
  expect(checkLibrary(library(files)).map(({code, hint}) => [code, hint])).toEqual([
    ['library/position-line', 'Write "position: ip.own" on one line of its own.'],
  ])
})

test('finds references and labels inside conditions, nested items and tables', () => {
  const text = [
    '1. {#outer} The Parties agree:',
    '   {{#if project.title}}',
    '   1. {#inner} see [x](#nowhere.a).',
    '   {{/if}}',
    '2. {#other} See [it](#ip.own/outer/inner).',
  ].join('\n')
  expect(said(checkLibrary(library({[clausePath('ip.own')]: clauseFile('ip.own', {text})})))).toEqual([
    '"#nowhere.a" names nothing in the library.',
  ])
})

test('finds positions of a template that nobody answers, are asked for twice, or default to a stranger', () => {
  const files = {
    [clausePath('ip.own')]: clauseFile('ip.own'),
    [clausePath('ip.joint')]: clauseFile('ip.joint'),
    'templates/short/1.0.0.yaml': templateFile(['ip.onw', 'ip.own', '{position: ip.own, default: ip.joint}']),
  }
  expect(said(checkLibrary(library(files)))).toEqual([
    'No clause answers ip.onw.',
    'The template asks for ip.own twice.',
    '"ip.joint" is no clause at ip.own.',
  ])
})

test('reports every broken file, and an older version that the schema has outgrown as a warning', () => {
  const files = {
    [clausePath('a', '1.0.0')]: clauseFile('a', {text: '1. {#one} {{project.old}}'}),
    [clausePath('a', '1.1.0')]: clauseFile('a'),
    [clausePath('b')]: clauseFile('b', {text: '1. {#one} {{project.old}}'}),
    'clause-library/data/law/DE.yaml': 'version: 1\n',
  }
  expect(checkLibrary(library(files)).map(({code, severity}) => [code, severity])).toEqual([
    ['markup/unknown-path', 'warning'],
    ['markup/unknown-path', 'error'],
    ['library/version', 'error'],
  ])
})

test('hears the words that the library does not use, where they stand', () => {
  const banned = ['shall', 'Hereby', 'thereof', 'herein', 'witnesseth', 'and/or', 'best endeavours']
  const text = banned.map((word, index) => `${index + 1}. {#l${index}} Each Party ${word} agree.`).join('\n')
  const found = checkLibrary(library({[clausePath('a')]: clauseFile('a', {text})}))
  expect(said(found)).toEqual(banned.map((word) => `The library does not say "${word}".`))
  expect(found.map(({at}) => 'line' in at && at.line)).toEqual(banned.map((_, index) => 10 + index))
  expect(
    checkLibrary(
      library({
        [clausePath('a')]: clauseFile('a', {
          text: '1. {#one} A marshalled party is here by 3 May, in this shallow and orderly way.',
        }),
      }),
    ),
  ).toEqual([])
})

test('warns of a sub-clause that runs on, and of a summary of two sentences', () => {
  const words = (count: number): string => Array.from({length: count}, () => 'word').join(' ')
  const clause = (count: number, summary: string): string =>
    clauseFile('a', {summary, text: `1. {#one} Lead:\n   1. {#two} ${words(count)} {{project.title}}.`})
  expect(checkLibrary(library({[clausePath('a')]: clause(44, 'One sentence about Example Ltd. and others.')}))).toEqual(
    [],
  )
  const either = clauseFile('a', {text: `1. {#one} {{#if project.title}}${words(40)}{{else}}${words(30)}{{/if}} end.`})
  expect(checkLibrary(library({[clausePath('a')]: either}))).toEqual([])
  const found = checkLibrary(library({[clausePath('a')]: clause(45, 'One sentence. And another.')}))
  expect(found.map(({code, severity}) => [code, severity])).toEqual([
    ['drafting/long', 'warning'],
    ['drafting/summary', 'warning'],
  ])
  expect(found[0]!.message).toBe('a/one/two runs to 46 words.')
})

const index = (files: Readonly<Record<string, string>>): string =>
  printIndex(listUnlisted(memoryShelf(files)).index as Index)
const sound = {
  [clausePath('a')]: clauseFile('a'),
  'templates/short/1.0.0.yaml': templateFile(['a']),
  'clause-library/data/law/DE.yaml': 'version: "2026.11"\n',
}
const published = {...sound, 'clause-library/index.json': index(sound)}

test('an index lists clauses, templates and data by version', () => {
  const {clauses, templates, data} = JSON.parse(index(sound)) as Index
  expect([Object.keys(clauses.a!), Object.keys(templates.short!), data]).toEqual([
    ['1.0.0'],
    ['1.0.0'],
    {'law/DE': {'2026.11': expect.stringMatching(/^sha256:/)}},
  ])
  expect(checkIndex(memoryShelf(published))).toEqual([])
})

test('finds published files that changed or are gone, and files that are not listed', () => {
  const changed = {...published, [clausePath('a')]: `${clauseFile('a')} `, [clausePath('b')]: clauseFile('b')}
  const {'templates/short/1.0.0.yaml': _, ...files} = changed
  const found = checkIndex(memoryShelf(files))
  expect(found.map(({code}) => code)).toEqual([
    'library/published-changed',
    'library/not-listed',
    'library/published-missing',
  ])
  expect(listUnlisted(memoryShelf(files)).index).toBeUndefined()
})

test('lists what is new, and only that', () => {
  const files = {...published, [clausePath('a', '1.1.0')]: clauseFile('a')}
  const {index: next, listed} = listUnlisted(memoryShelf(files))
  expect(listed).toEqual([clausePath('a', '1.1.0')])
  expect(checkIndex(memoryShelf({...files, 'clause-library/index.json': printIndex(next as Index)}))).toEqual([])
})

test('data may move on: an older version that is listed is not missing', () => {
  const files = {...published, 'clause-library/data/law/DE.yaml': 'version: "2026.12"\n'}
  expect(checkIndex(memoryShelf(files)).map(({code}) => code)).toEqual(['library/not-listed'])
})

test('an index that is no index is refused', () => {
  expect(checkIndex(memoryShelf({'clause-library/index.json': '{"format": 2}'})).map(({code}) => code)).toContain(
    'library/index',
  )
  expect(checkIndex(memoryShelf({'clause-library/index.json': '{'})).map(({code}) => code)).toEqual(['library/json'])
})
