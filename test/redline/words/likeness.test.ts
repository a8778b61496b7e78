import {expect, test} from 'vitest'
import {likeness} from '../../../src/redline/words/index.js'
import {reference, text, tokensOfBoth} from './build.js'

const alike = (before: string, after: string) => likeness(...tokensOfBoth(before, after))

test('the same words in another order are alike', () => expect(alike('fees and costs', 'costs and fees')).toBe(1))

test('two texts without a word in common are not', () => expect(alike('fees, costs', 'works, tools')).toBe(0))

test('a word that stands twice counts twice', () => {
  expect(alike('fee fee', 'fee fee')).toBe(1)
  expect(alike('fee fee', 'fee tax')).toBe(0.5)
})

test('long words say more than small ones', () => {
  const old = 'confidentiality of the information'
  expect(alike(old, 'information on confidentiality')).toBeGreaterThan(alike(old, 'the end of the term'))
})

test('a reference to the same provision counts', () => {
  const see = (target: string) => [text('see '), reference(target)]
  expect(likeness(...tokensOfBoth(see('a'), see('a')))).toBe(1)
  expect(likeness(...tokensOfBoth(see('a'), see('b')))).toBeLessThan(0.5)
})
