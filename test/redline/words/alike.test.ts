import {expect, test} from 'vitest'
import {printedAlike} from '../../../src/redline/words/index.js'
import {blank, definition, emphasis, inlines, reference, type Side, text, use, value} from './build.js'

const alike = (before: Side, after: Side) => printedAlike(inlines(before), inlines(after))

test.each<[string, Side, Side]>([
  ['the same words in other objects', [text('a'), use('B')], [text('a'), use('B')]],
  ['a value and the same typed words', [value('/a', 'ten'), text(' days')], 'ten days'],
  ['a term and the same words', [text('the '), use('Fee')], 'the Fee'],
  ['text in one piece and in several', 'one two', [text('one'), text(' '), text('two')]],
  ['a blank and a typed one', [blank('/a')], '[●]'],
  ['blanks of two parameters', [blank('/a')], [blank('/b')]],
  ['emphasis in one piece and in two', [emphasis(text('ab'))], [emphasis(text('a')), emphasis(emphasis(text('b')))]],
  ['nothing and a node that prints nothing', '', [emphasis(), text('')]],
])('%s print alike', (_, before, after) => expect(alike(before, after)).toBe(true))

test.each<[string, Side, Side]>([
  ['other words', 'one', 'two'],
  ['other spaces', 'one two', 'one  two'],
  ['plain and emphasised words', 'one', [emphasis(text('one'))]],
  ['emphasis of other words', [emphasis(text('a')), text('b')], [text('a'), emphasis(text('b'))]],
  ['a term that is used and one that is defined', [use('Fee')], [definition('Fee')]],
  ['references to two provisions', [reference('a')], [reference('b')]],
  ['a reference and a bare one', [reference('a')], [reference('a', true)]],
  ['a reference and words', [reference('a')], 'a'],
])('%s do not', (_, before, after) => {
  expect(alike(before, after)).toBe(false)
  expect(alike(after, before)).toBe(false)
})

test('a reference prints as before where its target is the same provision under another id', () => {
  const renamed = (id: string) => (id === 'old' ? 'new' : id)
  expect(printedAlike([reference('old')], [reference('new')], renamed)).toBe(true)
  expect(printedAlike([text('see '), reference('old')], [text('see'), text(' '), reference('new')], renamed)).toBe(true)
  expect(printedAlike([reference('old')], [reference('old')], renamed)).toBe(false)
  const same = [reference('old')]
  expect(printedAlike(same, same, renamed)).toBe(false)
})
