import {expect, test} from 'vitest'
import {checkLock, type Library, type Lock, lockedClause, lockOf, printLock, readLock} from '../../src/library/index.js'
import type {Clause} from '../../src/model/index.js'
import {clauseFile, clausePath, library, templateFile} from './shelves.js'

const files = {
  [clausePath('ip.own', '1.0.0')]: clauseFile('ip.own', {title: 'First'}),
  [clausePath('ip.own', '1.1.0')]: clauseFile('ip.own', {title: 'Second'}),
  [clausePath('ip.joint')]: clauseFile('ip.joint'),
  'templates/short/1.0.0.yaml': templateFile(['ip.own', 'ip.joint']),
  'schemas/deal.schema.json': '{"x-version": "1.0.0"}',
  'clause-library/data/law/DE.yaml': 'version: "2026.11"\n',
}

function lock(opened: Library): Lock {
  const joint = opened.newest('ip.joint')!
  const from = {clause: 'ip.joint', version: joint.version, hash: joint.hash}
  const own: Clause = {...joint, hash: `sha256:${'a'.repeat(64)}`, negotiated: {file: 'clauses/ip.joint.md', from}}
  return lockOf({
    template: opened.template('short')!,
    schema: opened.schema('deal')!,
    laws: [opened.law('DE')!],
    locale: {id: 'en-GB', version: '1', hash: `sha256:${'b'.repeat(64)}`},
    clauses: {'ip.own': opened.version('ip.own', '1.0.0')!, 'ip.joint': own},
  })
}

test('a lock has the form of the design', () => {
  const opened = library(files)
  const {hash} = opened.version('ip.own', '1.0.0')!
  expect(lock(opened)).toEqual({
    format: 1,
    template: {id: 'short', version: '1.0.0', hash: opened.template('short')!.hash},
    schema: {id: 'deal', version: '1.0.0', hash: opened.schema('deal')!.hash},
    data: {
      'law/DE': {version: '2026.11', hash: opened.law('DE')!.hash},
      'locale/en-GB': {version: '1', hash: `sha256:${'b'.repeat(64)}`},
    },
    positions: {
      'ip.own': {clause: 'ip.own', version: '1.0.0', hash},
      'ip.joint': {
        negotiated: 'clauses/ip.joint.md',
        hash: `sha256:${'a'.repeat(64)}`,
        from: {clause: 'ip.joint', version: '1.0.0', hash: opened.newest('ip.joint')!.hash},
      },
    },
  })
})

test('what is printed is read again, and equal selections give equal bytes', () => {
  const printed = printLock(lock(library(files)))
  expect(readLock(printed, 'lock.json')).toEqual({lock: lock(library(files)), diagnostics: []})
  expect(printed).toBe(printLock(lock(library(files))))
})

test('a newer version in the library does not move a deal', () => {
  const opened = library(files)
  expect(opened.newest('ip.own')?.title).toBe('Second')
  expect(lockedClause(opened, 'ip.own', lock(opened), 'l.json')).toMatchObject({
    clause: {title: 'First'},
    diagnostics: [],
  })
})

test('negotiated text and positions that the lock does not name are for others to resolve', () => {
  const opened = library(files)
  expect(lockedClause(opened, 'ip.joint', lock(opened), 'l.json')).toEqual({diagnostics: []})
  expect(lockedClause(opened, 'constructor', lock(opened), 'l.json')).toEqual({diagnostics: []})
})

test('a file that is not what was locked stops the job', () => {
  const locked = lock(library(files))
  const changed = library({...files, [clausePath('ip.own', '1.0.0')]: clauseFile('ip.own', {title: 'Changed'})})
  const {clause, diagnostics} = lockedClause(changed, 'ip.own', locked, 'l.json')
  expect(clause).toBeUndefined()
  expect(diagnostics).toMatchObject([
    {code: 'lock/mismatch', severity: 'error', at: {file: clausePath('ip.own', '1.0.0')}},
  ])
})

test('a file that is gone is named, with what the library has', () => {
  const locked = lock(library(files))
  const {[clausePath('ip.own', '1.0.0')]: _, ...rest} = files
  const {diagnostics} = lockedClause(library(rest), 'ip.own', locked, 'l.json')
  expect(diagnostics).toMatchObject([
    {
      code: 'lock/missing',
      hint: 'Add the library that it came from with --library. The library has 1.1.0: `engross upgrade` moves to that.',
    },
  ])
})

test('checks template, schema and data as well; newer data is told and stops nothing', () => {
  const locked = lock(library(files))
  const moved = {
    ...files,
    'templates/short/1.0.0.yaml': `${files['templates/short/1.0.0.yaml']}\n`,
    'schemas/deal.schema.json': '{"x-version": "1.0.0", "title": "Deal"}',
    'clause-library/data/law/DE.yaml': 'version: "2026.12"\n',
  }
  expect(checkLock(library(moved), locked, 'l.json').map(({code, severity}) => [code, severity])).toEqual([
    ['lock/mismatch', 'error'],
    ['lock/mismatch', 'error'],
    ['lock/other-version', 'warning'],
    ['lock/missing', 'error'],
  ])
})

test('a lock that does not have the form is refused, key by key', () => {
  const {lock: read, diagnostics} = readLock(
    '{"format": 1, "template": {"id": "x", "versoin": "1"}, "schema": {}, "data": {}, "positions": {"a": {"clause": 3}}}',
    'l.json',
  )
  expect(read).toBeUndefined()
  expect(diagnostics.every(({code}) => code === 'lock/shape')).toBe(true)
  expect(diagnostics.map(({message, hint}) => `${message} ${hint ?? ''}`)).toContain(
    '/template has no key "versoin". Did you mean "version"?',
  )
  expect(readLock('{', 'l.json').diagnostics).toMatchObject([{code: 'library/json'}])
})
