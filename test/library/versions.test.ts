/** What lies between versions, where a lock stands behind its library, and conditions in words. */
import {describe, expect, test} from 'vitest'
import {conditionWords, type Naming, printedWords} from '../../src/library/condition-words.js'
import {
  advanced,
  behindOf,
  emptyIndex,
  type Index,
  isPublished,
  kindBetween,
  kindByNumber,
  type Lock,
  lockOf,
  noteBetween,
  versionNotes,
} from '../../src/library/index.js'
import type {Call, Expression, Path} from '../../src/model/index.js'
import {clauseFile, clausePath, library, parameters, templateFile} from './shelves.js'

const note = (change: string, changes: string) => clauseFile('ip.own', {title: changes, change, changes})
const files = {
  [clausePath('ip.own', '1.0.0')]: clauseFile('ip.own'),
  [clausePath('ip.own', '1.0.1')]: note('patch', 'Plainer'),
  [clausePath('ip.own', '1.1.0')]: note('minor', 'An option.'),
  [clausePath('ip.own', '2.0.0')]: note('major', 'Another effect'),
  'templates/short/1.0.0.yaml': templateFile(['ip.own']),
  'schemas/deal.schema.json': '{"x-version": "1.0.0"}',
  'clause-library/data/law/DE.yaml': 'version: "2026.11"\n',
}
const opened = library(files)
const published: Index = {
  ...emptyIndex,
  clauses: {
    'ip.own': Object.fromEntries(
      opened.versions('ip.own').map((version) => [version, opened.version('ip.own', version)!.hash]),
    ),
  },
}
const lock: Lock = lockOf({
  template: opened.template('short')!,
  schema: opened.schema('deal')!,
  laws: [opened.law('DE')!],
  locale: {id: 'en-GB', version: '1', hash: `sha256:${'b'.repeat(64)}`},
  clauses: {'ip.own': opened.version('ip.own', '1.0.0')!},
})

describe('between two versions', () => {
  test('the kind is that of the gravest version passed, whichever is the newer', () => {
    expect(kindBetween(opened, 'ip.own', '1.0.0', '1.0.1')).toBe('patch')
    expect(kindBetween(opened, 'ip.own', '1.0.0', '1.1.0')).toBe('minor')
    expect(kindBetween(opened, 'ip.own', '2.0.0', '1.0.1')).toBe('major')
  })

  test('an author who declared more than the number tells is believed', () => {
    const bold = library({...files, [clausePath('ip.own', '1.0.1')]: note('major', 'More than it seems')})
    expect(kindByNumber('1.0.0', '1.0.1')).toBe('patch')
    expect(kindBetween(bold, 'ip.own', '1.0.0', '1.0.1')).toBe('major')
  })

  test('the notes are those of the versions passed, and on the way back of what is undone', () => {
    expect(noteBetween(opened, 'ip.own', '1.0.0', '1.0.1')).toBe('Plainer')
    expect(noteBetween(opened, 'ip.own', '1.0.0', '1.1.0')).toBe('1.0.1: Plainer. 1.1.0: An option.')
    expect(noteBetween(opened, 'ip.own', '1.1.0', '1.0.1')).toBe('Takes back: An option.')
    expect(noteBetween(opened, 'ip.own', '1.1.0', '1.1.0')).toBe('')
    expect(noteBetween(opened, 'nobody', 'negotiated', '1.0.0')).toBe('')
  })

  test('the first version has neither kind nor note', () => {
    expect(versionNotes(opened, 'ip.own')[0]).toEqual({version: '1.0.0', note: ''})
  })
})

describe('behind its library', () => {
  const steps = (only?: 'patch' | 'minor' | 'major') =>
    behindOf(lock, opened, [published], only).advances.flatMap(({type, to}) => (type === 'clause' ? [to] : []))

  test('a clause may go as far as the kind that is allowed', () => {
    expect([steps(), steps('minor'), steps('patch')]).toEqual([['2.0.0'], ['1.1.0'], ['1.0.1']])
  })

  test('nothing is offered that no index holds, or holds with another text', () => {
    const own = published.clauses['ip.own']!
    const without = {...published, clauses: {'ip.own': {...own, '2.0.0': own['1.0.0']!}}}
    expect(isPublished(opened.version('ip.own', '2.0.0')!, [without])).toBe(false)
    expect(behindOf(lock, opened, [without]).advances.map(({to}) => to)).toContain('1.1.0')
    expect(behindOf(lock, opened, []).advances.filter(({type}) => type === 'clause')).toEqual([])
  })

  test('a firm’s own clause leads: what ours became meanwhile is not offered', () => {
    const firm = library(files, {[clausePath('ip.own', '1.1.0')]: note('minor', 'Ours')})
    const hash = firm.version('ip.own', '1.1.0')!.hash
    const index = {...emptyIndex, clauses: {'ip.own': {'1.1.0': hash}}}
    const {advances} = behindOf(lock, firm, [published, index])
    expect(advances.filter(({type}) => type === 'clause').map(({to}) => to)).toEqual(['1.1.0'])
  })

  test('the lock moves to what was offered, and nothing else in it', () => {
    const {advances} = behindOf(lock, opened, [published])
    const moved = advanced(
      lock,
      advances.filter(({type}) => type === 'clause'),
      opened,
    )
    const {version, hash} = opened.version('ip.own', '2.0.0')!
    expect(moved).toEqual({...lock, positions: {'ip.own': {clause: 'ip.own', version, hash}}})
  })

  test('country data stands in one version: another one is taken in any case, and of no kind', () => {
    const moved = library({...files, 'clause-library/data/law/DE.yaml': 'version: "2026.12"\n'})
    const [law] = behindOf(lock, moved, [published]).advances.filter(({type}) => type === 'data')
    expect(law).toEqual({
      type: 'data',
      id: 'law/DE',
      from: '2026.11',
      to: '2026.12',
      newer: [{version: '2026.12', note: ''}],
      atHand: false,
    })
  })
})

describe('a condition in words', () => {
  const at = {line: 1, column: 1}
  const path = (...segments: readonly string[]): Path => ({type: 'path', up: 0, segments, at})
  const call = (helper: string, ...args: readonly Expression[]): Call => ({type: 'call', helper, arguments: args, at})
  const literal = (value: string | number | boolean): Expression => ({type: 'literal', value})
  const naming: Naming = {parameters, nameOf: (pattern) => parameters.get(pattern)?.title ?? pattern}
  const say = (test: Expression, holds = true): string => conditionWords(test, [''], naming, holds)
  const regime = path('ip', 'regime')

  test('is what it tests, by names, and what it is when it does not hold', () => {
    expect(say(call('eq', regime, literal('joint')))).toBe('“/ip/regime” is “joint”')
    expect(say(call('eq', regime, literal('joint')), false)).toBe('“/ip/regime” is not “joint”')
    expect(say(call('in', regime, literal('a'), literal('b')))).toBe('“/ip/regime” is “a” or “b”')
    expect(say(call('gt', regime, literal(3)), false)).toBe('“/ip/regime” is not more than 3')
    expect([say(regime), say(regime, false)]).toEqual(['“/ip/regime” is given', '“/ip/regime” is not given'])
    expect([say(path('parties')), say(path('parties'), false)]).toEqual([
      '“/parties” has entries',
      '“/parties” has no entries',
    ])
  })

  test('turns round what is denied: not both is one of them not', () => {
    const both = call('and', regime, call('not', path('project', 'title')))
    expect(say(both)).toBe('“/ip/regime” is given and “/project/title” is not given')
    expect(say(both, false)).toBe('“/ip/regime” is not given or “/project/title” is given')
    expect(say(call('and', regime, call('or', regime, regime)))).toContain('and (')
  })

  test('finds the row that it stands in', () => {
    const rows = ['', '/parties/*']
    expect(printedWords(path('shortName'), rows, naming)).toBe('/parties/*/shortName')
    expect(printedWords({...regime, up: 1}, rows, naming)).toBe('/ip/regime')
    expect(printedWords(call('join', path('parties'), literal('and')), [''], naming)).toBe('/parties, joined by “and”')
  })
})
