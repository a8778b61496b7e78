import {expect, test} from 'vitest'
import {type Compiler, compilerFor} from '../../src/library/compiler.js'
import {hashOf, libraryOf, memoryShelf} from '../../src/library/index.js'
import {clauseFile, clausePath, library, parameters, templateFile} from './shelves.js'

const codes = (diagnostics: readonly {readonly code: string}[]): readonly string[] =>
  diagnostics.map(({code}) => code).sort()

test('gives the newest version and every older one', () => {
  const {newest, version, versions} = library({
    [clausePath('ip.own', '1.9.0')]: clauseFile('ip.own', {title: 'Nine'}),
    [clausePath('ip.own', '1.10.0')]: clauseFile('ip.own', {title: 'Ten'}),
  })
  expect(versions('ip.own')).toEqual(['1.9.0', '1.10.0'])
  expect(newest('ip.own')).toMatchObject({version: '1.10.0', title: 'Ten', file: clausePath('ip.own', '1.10.0')})
  expect(version('ip.own', '1.9.0')?.title).toBe('Nine')
  expect(version('ip.own', '3.0.0')).toBeUndefined()
  expect(newest('ip.none')).toBeUndefined()
})

test('finds the clauses that answer a position, by their newest version', () => {
  const {answersTo, positions} = library({
    [clausePath('ip.own')]: clauseFile('ip.own', {position: 'ip.results'}),
    [clausePath('ip.joint')]: clauseFile('ip.joint', {position: '"ip.results"'}),
    [clausePath('ip.moved', '1.0.0')]: clauseFile('ip.moved', {position: 'ip.results'}),
    [clausePath('ip.moved', '2.0.0')]: clauseFile('ip.moved', {position: 'ip.access'}),
  })
  expect(answersTo('ip.results').map(({id}) => id)).toEqual(['ip.joint', 'ip.own'])
  expect(answersTo('ip.access').map(({id}) => id)).toEqual(['ip.moved'])
  expect(answersTo('position')).toEqual([])
  expect(positions).toEqual(['ip.access', 'ip.results'])
})

test('compiles only the clauses that are asked for, and each once', () => {
  const compiled: string[] = []
  const files = {[clausePath('a')]: clauseFile('a'), [clausePath('b')]: clauseFile('b')}
  const usual = compilerFor(parameters)
  const clause: Compiler['clause'] = (entry) => {
    compiled.push(entry.file)
    return usual.clause(entry)
  }
  const opened = libraryOf({shelves: [memoryShelf(files)], compiler: {...usual, clause}})
  expect(compiled).toEqual([])
  const first = opened.answersTo('a')
  expect(opened.newest('a')).toBe(first[0])
  expect(compiled).toEqual([clausePath('a')])
})

test('a root laid over another replaces a version, and decides which is newest', () => {
  const ours = {
    [clausePath('a', '1.0.0')]: clauseFile('a', {title: 'Ours'}),
    [clausePath('a', '1.4.0')]: clauseFile('a', {title: 'Ours, later'}),
  }
  const firm = {[clausePath('a', '1.0.0')]: clauseFile('a', {title: "The firm's"}), [clausePath('b')]: clauseFile('b')}
  const {newest, version, clauses} = library(ours, firm)
  expect(newest('a')).toMatchObject({title: "The firm's", version: '1.0.0', file: `/firm1/${clausePath('a')}`})
  expect(version('a', '1.4.0')?.title).toBe('Ours, later')
  expect(clauses).toEqual(['a', 'b'])
})

test('reports what is wrong with a clause when it is read, and gives no clause', () => {
  const opened = library({[clausePath('a')]: clauseFile('a', {summry: 'x', text: '1. {#x} {{ip.regmie}}'})})
  expect(opened.diagnostics).toEqual([])
  expect(opened.newest('a')).toBeUndefined()
  expect(opened.diagnostics.map(({message}) => message)).toEqual(
    expect.arrayContaining([expect.stringContaining('summry'), expect.stringContaining('ip.regmie')]),
  )
})

test('refuses a clause in the folder of another, and the same id in two families', () => {
  const opened = library({
    [clausePath('a')]: clauseFile('b'),
    [clausePath('c')]: clauseFile('c'),
    [clausePath('c', '1.1.0', 'other')]: clauseFile('c'),
  })
  expect(opened.newest('a')).toBeUndefined()
  expect(codes(opened.diagnostics)).toEqual(['library/duplicate-id', 'library/wrong-folder'])
})

test('names files that stand where nothing is read, and versions that are none', () => {
  const {diagnostics} = library({
    'clause-library/ip/loose.md': '',
    [clausePath('a', '1.0')]: '',
    'templates/README.md': '',
    'clause-library/index.json': '',
  })
  expect(codes(diagnostics)).toEqual(['library/misplaced', 'library/version'])
})

test('hashes the bytes of the file', () => {
  expect(hashOf('')).toBe('sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  const {law} = library({'clause-library/data/law/DE.yaml': 'version: "2026.11"\nname: Germany\n'})
  expect(law('DE')).toMatchObject({id: 'DE', version: '2026.11', content: {name: 'Germany'}})
  expect(law('DE')?.hash).toBe(hashOf('version: "2026.11"\nname: Germany\n'))
  expect(law('FR')).toBeUndefined()
})

test('refuses data without a version, YAML that repeats a key, and aliases', () => {
  const opened = library({
    'clause-library/data/law/AA.yaml': 'name: x\n',
    'clause-library/data/law/BB.yaml': 'version: "1"\nversion: "2"\n',
    'clause-library/data/law/CC.yaml': 'version: "1"\na: &x [1]\nb: *x\n',
  })
  for (const code of ['AA', 'BB', 'CC']) expect(opened.law(code)).toBeUndefined()
  expect(codes(opened.diagnostics)).toEqual(['library/version', 'library/yaml', 'library/yaml'])
})

test('names the words that a locale lacks', () => {
  const opened = library({'clause-library/data/locale/xx.json': '{"version": "1", "language": "xx", "mnths": []}'})
  expect(opened.locale('xx')).toBeUndefined()
  const said = opened.diagnostics.map(({message, hint}) => `${message} ${hint ?? ''}`)
  expect(said).toContain('The file has no key "mnths". Did you mean "months"?')
  expect(said.some((words) => words.includes('/print is missing'))).toBe(true)
})

test('reads a template into parts, with its conditions as trees', () => {
  const {template, diagnostics} = library({
    'templates/short/1.0.0.yaml': templateFile([
      'ip.own',
      '{position: ip.joint, default: ip.half, when: (eq ip.regime "joint")}',
    ]),
  })
  const {parts} = template('short')!
  expect(diagnostics).toEqual([])
  expect(parts[0]).toMatchObject({
    kind: 'group',
    positions: [{position: 'ip.own'}, {position: 'ip.joint', default: 'ip.half', when: {type: 'call', helper: 'eq'}}],
  })
})

test('refuses unknown keys of a template with the nearest key named, at their line', () => {
  const opened = library({'templates/short/1.0.0.yaml': templateFile(['{positon: ip.own}'], {maxWrods: '3'})})
  expect(opened.template('short')).toBeUndefined()
  const said = opened.diagnostics.map(({message, hint, at}) => [message, hint, 'line' in at && at.line])
  expect(said).toContainEqual(['The file has no key "maxWrods".', 'Did you mean "maxWords"?', 10])
  expect(said).toContainEqual(['/parts/0/positions/0 has no key "positon".', 'Did you mean "position"?', 14])
})

test('refuses a part of no known kind once, not key by key', () => {
  const text = templateFile([]).replace('kind: group', 'kind: grop')
  const opened = library({'templates/short/1.0.0.yaml': text})
  opened.template('short')
  expect(opened.diagnostics.map(({message}) => message)).toEqual([
    '/parts/0/kind is not one of cover, parties, recitals, execution, group, schedule.',
  ])
})

test('refuses questions and conditions that the schema does not know', () => {
  const opened = library({
    'templates/short/1.0.0.yaml': templateFile(['{position: ip.own, when: (eq ip.regmie "x")}'], {
      questions: '[/project/titel, /parties/0/shortName]',
    }),
  })
  expect(opened.template('short')).toBeUndefined()
  expect(opened.diagnostics.map(({message, hint}) => [message, hint])).toEqual([
    ['"/project/titel" is no parameter of the schema.', 'Did you mean "/project/title"?'],
    ['"ip.regmie" is no parameter of the schema.', expect.stringContaining('ip.regime')],
  ])
})

test('refuses a template whose name and folder differ', () => {
  const opened = library({'templates/short/1.1.0.yaml': templateFile(['ip.own'])})
  expect(opened.template('short')).toBeUndefined()
  expect(codes(opened.diagnostics)).toEqual(['library/wrong-folder'])
})
