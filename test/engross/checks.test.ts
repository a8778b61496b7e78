/** Each check alone: an agreement that it finds fault with, and one that comes near and is sound. */
import {describe, expect, test} from 'vitest'
import {checks, type Examined, examine} from '../../src/engross/index.js'
import type {Agreement, Provision} from '../../src/model/index.js'
import {clauseOf} from '../build.js'
import {clause, define, para, refer, agreement as sample, use, type Words} from '../render/sample.js'

const c = (id: string, ...words: Words): Provision => clause(id, id, [para(...words)])
const agreementOf = (...provisions: Provision[]): Agreement => ({
  ...sample,
  parts: [{kind: 'group', id: 'g', provisions}],
})

function examined(provisions: readonly Provision[], more: Partial<Examined> = {}): readonly string[] {
  const all = {
    agreement: agreementOf(...provisions),
    standing: [],
    survivors: [],
    vocabulary: new Set<string>(),
    ...more,
  }
  return examine(all).map(({severity, code, at}) => `${severity} ${code} ${'provision' in at ? at.provision : ''}`)
}

const facts = (id: string, ...front: readonly string[]) => clauseOf(id, 'Text.', ...front)

describe('a term defined twice', () => {
  test('is an error at the second place', () => {
    expect(examined([c('a', define('Gate'), ' ', use('Gate')), c('b', define('Gate'))])).toEqual([
      'error term/defined-twice b',
    ])
  })
  test('is not one that differs in case, nor a term inside another', () => {
    expect(
      examined([
        c('a', define('Gate'), use('Gate'), define('gate'), use('gate'), define('Gate Keeper'), use('Gate Keeper')),
      ]),
    ).toEqual([])
  })
})

describe('a word that the library defines and this agreement does not', () => {
  const vocabulary = new Set(['Results', 'Gate', 'party'])
  test('is a warning where it stands as a term, told once', () => {
    const found = examined([c('a', 'The Results and the Results.'), c('b', 'More Results.')], {vocabulary})
    expect(found).toEqual(['warning term/undefined a'])
  })
  test('is none where it begins a sentence, is in lower case, or is part of a word', () => {
    const sound = ['Results matter. Results do.', 'the results', 'the Resultsx', 'the Gates of it']
    expect(
      examined(
        sound.map((text, index) => c(`c${index}`, text)),
        {vocabulary},
      ),
    ).toEqual([])
  })
  test('is none where the agreement defines it, in any of its forms', () => {
    const standing = [facts('a', 'terms: {Results: [Result]}')]
    const provisions = [c('a', define('Results'), ' are ', use('Results')), c('b', 'the Result')]
    expect(examined(provisions, {standing, vocabulary: new Set(['Results', 'Result'])})).toEqual([])
  })
})

describe('a term defined and not used', () => {
  test('is advice at its place', () => {
    expect(examined([c('a', define('Gate'))])).toEqual(['advice term/unused a'])
  })
  test('is none where one of its forms is used', () => {
    expect(examined([c('a', define('Gate')), c('b', use('Gate', 'Gates'))])).toEqual([])
  })
})

describe('what a clause requires', () => {
  test('is an error where the position does not stand', () => {
    expect(examined([], {standing: [facts('a', 'requires: [b, c]'), facts('b')]})).toEqual(['error clause/requires a'])
  })
  test('is met by any answer to the position, not by a clause of that name', () => {
    const standing = [facts('a', 'requires: [b]'), facts('other', 'position: b')]
    expect(examined([], {standing})).toEqual([])
    expect(examined([], {standing: [facts('a', 'requires: [b]'), facts('b', 'position: other')]})).toEqual([
      'error clause/requires a',
    ])
  })
})

describe('what a clause excludes', () => {
  test.each(['b', 'position.of.b'])('is an error where it stands, by clause or position: %s', (name) => {
    const standing = [facts('a', `conflicts: [${name}]`), facts('b', 'position: position.of.b')]
    expect(examined([], {standing})).toEqual(['error clause/conflicts a'])
  })
  test('is none where it does not stand', () => {
    expect(examined([], {standing: [facts('a', 'conflicts: [c]'), facts('b')]})).toEqual([])
  })
})

describe('the survival list', () => {
  const survivors = ['a', 'b/x']
  test('is a warning for each survivor that the longest list leaves out', () => {
    const found = examined([c('a', 'x'), c('l', refer('a'))], {survivors})
    expect(found).toEqual(['warning survival/not-listed b/x'])
  })
  test('is sound when one provision lists them all, and not asked for where nothing survives', () => {
    expect(examined([c('l', refer('a'), ' and ', refer('b/x'))], {survivors})).toEqual([])
    expect(examined([c('a', 'x')])).toEqual([])
  })
  test('is not made of references in several provisions', () => {
    expect(examined([c('l', refer('a')), c('m', refer('b/x'))], {survivors})).toHaveLength(1)
  })
})

test('every check is tried above, and a sound agreement passes all', () => {
  expect(checks).toHaveLength(6)
  expect(examined([c('a', define('Gate'), ' is one. A ', use('Gate'))])).toEqual([])
})
