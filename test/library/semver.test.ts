import fc from 'fast-check'
import {expect, test} from 'vitest'
import {compareVersions, isVersion, nextVersion} from '../../src/library/index.js'

const version = fc.tuple(fc.nat(), fc.nat(), fc.nat()).map((numbers) => numbers.join('.'))

test('a version is three whole numbers and nothing else', () => {
  for (const right of ['0.1.0', '1.0.0', '10.20.30']) expect(isVersion(right), right).toBe(true)
  for (const wrong of ['1', '1.0', '1.0.0.0', 'v1.0.0', '1.0.0-beta', '01.0.0', '1.0.', '', '1.0.0\n'])
    expect(isVersion(wrong), wrong).toBe(false)
})

test('versions are ordered by number, not by letter', () => {
  expect(['1.10.0', '1.9.0', '2.0.0', '1.9.11', '1.9.2'].sort(compareVersions)).toEqual([
    '1.9.0',
    '1.9.2',
    '1.9.11',
    '1.10.0',
    '2.0.0',
  ])
})

test('the next version comes after, by one in its place, with zeros behind', () => {
  expect(nextVersion(undefined, 'patch')).toBe('1.0.0')
  expect([nextVersion('1.2.3', 'patch'), nextVersion('1.2.3', 'minor'), nextVersion('1.2.3', 'major')]).toEqual([
    '1.2.4',
    '1.3.0',
    '2.0.0',
  ])
  fc.assert(
    fc.property(
      version,
      fc.constantFrom('patch', 'minor', 'major'),
      (from, kind) => compareVersions(from, nextVersion(from, kind)) < 0,
    ),
  )
})

test('comparing is an order', () => {
  fc.assert(
    fc.property(version, version, (a, b) => Math.sign(compareVersions(a, b)) === -Math.sign(compareVersions(b, a))),
  )
  expect(() => compareVersions('1.0', '1.0.0')).toThrow(RangeError)
})
