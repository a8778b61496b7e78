import {expect, test} from 'vitest'
import {inlinesOf, newKeys, tokensOf} from '../../../src/redline/words/index.js'
import {blank, definition, emphasis, inlines, reference, type Side, text, use, value} from './build.js'

const tokens = (side: Side) => tokensOf(inlines(side), newKeys())
const part = (side: Side, from: number, to: number) => inlinesOf(tokens(side), from, to)

test('a node that stands whole is the very same object', () => {
  const all = [text('the '), use('Fee'), text(' of '), value('/fee', '5'), reference('a'), blank('/b'), definition('T')]
  const whole = part(all, 0, tokens(all).length)
  expect(whole.every((node, index) => node === all[index])).toBe(true)
})

test('a part of text is text, and so is a part of a term that is used', () => {
  expect(part('the laws of Delaware', 2, 5)).toEqual([text('laws of')])
  expect(part([use('Field of Use')], 0, 1)).toEqual([text('Field')])
})

test('a part of a value says of which parameter it is', () =>
  expect(part([value('/name', 'Acme Ltd')], 2, 3)).toEqual([value('/name', 'Ltd')]))

test('a part of emphasis is emphasis with that part of its content', () => {
  const node = emphasis(text('not '), value('/a', 'at all'), emphasis(text(' or so')))
  expect(part([node], 0, 3)).toEqual([emphasis(text('not '), value('/a', 'at'))])
  expect(part([node], 4, 6)).toEqual([emphasis(value('/a', 'all'), emphasis(text(' ')))])
})

test('a word that runs over two nodes is in pieces of both', () =>
  expect(part([text('a '), value('/days', '30'), text('-day term')], 2, 3)).toEqual([
    value('/days', '30'),
    text('-day'),
  ]))

test('a node that stands twice in a row is there twice', () => {
  for (const node of [reference('a'), blank('/a'), definition('T'), text('x '), emphasis(text('x '))]) {
    const twice = [node, node]
    expect(part(twice, 0, tokens(twice).length)).toEqual(twice)
  }
})

test('nothing is made of no tokens', () => expect(part('some words', 1, 1)).toEqual([]))
