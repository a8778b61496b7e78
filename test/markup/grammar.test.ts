import {expect, test} from 'vitest'
import {addLabels, compileClause} from '../../src/markup/index.js'
import type {ClauseItem, ClauseTree} from '../../src/model/index.js'
import {parameters} from './parameters.js'

const front = '---\nid: a.b\nposition: a.b\ntitle: A\nstance: balanced\nsummary: S.\nwhy: W.\nexpect: E.\n---\n'

function read(text: string): ClauseTree {
  const {clause, diagnostics} = compileClause(front + text, 'a.md', parameters)
  expect(diagnostics).toEqual([])
  return clause!.tree
}

function codes(text: string): readonly string[] {
  return compileClause(front + text, 'a.md', parameters).diagnostics.map(({code}) => code)
}

test.each([
  ['a misspelt path of a condition', '{{#if ip.results.regim}}x{{/if}}', 'markup/unknown-path'],
  ['a misspelt value', '{{risk.kap}}', 'markup/unknown-path'],
  ['a path that climbs above the whole', '{{../risk.cap}}', 'markup/unknown-path'],
  ['the prototype', '{{constructor}}', 'markup/unknown-path'],
  ['triple braces', '{{{risk.cap}}}', 'markup/not-in-the-language'],
  ['an unescaped value', '{{&risk.cap}}', 'markup/not-in-the-language'],
  ['a partial', '{{> other}}', 'markup/not-in-the-language'],
  ['a decorator', '{{* other}}', 'markup/not-in-the-language'],
  ['a stripped tag', '{{~risk.cap}}', 'markup/not-in-the-language'],
  ['a data variable', '{{@index}}', 'markup/not-in-the-language'],
  ['a helper of Handlebars', '{{#with risk}}x{{/with}}', 'markup/not-in-the-language'],
  ['an unknown helper', '{{lookup risk "cap"}}', 'markup/helper'],
  ['too few arguments', '{{join parties}}', 'markup/helper'],
  ['a test with named arguments', '{{#if (eq risk.cap b=1)}}x{{/if}}', 'markup/helper'],
  ['a repetition of what has no rows', '{{#each risk.cap}}x{{/each}}', 'markup/not-rows'],
  ['an unclosed block', '{{#if risk.cap}}x', 'markup/tag'],
  ['raw HTML', '<b>x</b>', 'markup/not-in-the-language'],
  ['an image', '![x](y.png)', 'markup/not-in-the-language'],
  ['a link out', '[x](https://example.com)', 'markup/not-in-the-language'],
  ['bold that defines nothing', '**x**', 'markup/not-in-the-language'],
  ['a heading', '# x', 'markup/not-in-the-language'],
  ['bullets', '- x', 'markup/bullets'],
  ['code', '`x`', 'markup/not-in-the-language'],
  ['a private-use character', 'x\ue000', 'markup/private-use'],
  ['two lists', '1. a\n\nwords\n\n1. b', 'markup/two-lists'],
  ['two siblings of one label', '1. {#a} x\n2. {#a} y', 'markup/label-twice'],
  [
    'a block that begins in one item and ends in another',
    '1. {#a} x {{#if risk.cap}} y\n2. {#b} z {{/if}}',
    'markup/block-crosses-structure',
  ],
  [
    'a block from a paragraph into a list',
    '{{#if risk.cap}}\nwords\n\n1. {#a} x\n{{/if}}',
    'markup/block-crosses-structure',
  ],
  ['a nesting bomb', '> '.repeat(2000), 'markup/too-deep'],
])('%s is refused', (_, text, code) => {
  expect(codes(text)).toContain(code)
})

test('every fault of a file is reported together, each with its line', () => {
  const {diagnostics} = compileClause(`${front}{{risk.kap}}\n\n1. {#a} {{partys}}\n`, 'a.md', parameters)
  expect(diagnostics.map(({at}) => ('line' in at ? at.line : 0))).toEqual([10, 12])
  expect(diagnostics.map(({hint}) => hint)).toEqual(['Did you mean "risk.cap"?', 'Did you mean "parties"?'])
})

test('braces can be printed', () => {
  expect(read('\\{{ x')).toMatchObject({body: [{content: [{type: 'text', text: '{{ x'}]}]})
})

test('a tag alone on a line wraps whole items, wherever it stands in the list', () => {
  const {items} = read(
    '1. {#a} x\n{{#if risk.cap}}\n2. {#b} y\n\n   1. {#c} z\n{{else}}\n2. {#d} w\n{{/if}}\n\n3. {#e} v',
  )
  expect(items.map(({type}) => type)).toEqual(['item', 'choice', 'item'])
  const choice = items[1] as unknown as {holds: ClauseItem[]; otherwise: ClauseItem[]}
  expect(choice.holds.map(({label, items: below}) => [label, below.length])).toEqual([['b', 1]])
  expect(choice.otherwise.map(({label}) => label)).toEqual(['d'])
})

test('words after a sub-list are its closing words', () => {
  const {items} = read('1. {#a} If a Party:\n   1. {#b} stops; or\n   2. {#c} fails,\n\n   the other may leave.')
  expect(items).toMatchObject([
    {
      label: 'a',
      items: [{label: 'b'}, {label: 'c'}],
      closing: [{type: 'paragraph', content: [{text: 'the other may leave.'}]}],
    },
  ])
})

test('rows repeat where the tag stands between rows', () => {
  const {body} = read(
    '| Gate | Tier |\n|---|---:|\n{{#each gates}}\n| {#gate} {{name}} | {{tier}} |\n{{else}}\n| {#none} None | |\n{{/each}}',
  )
  expect(body).toMatchObject([
    {
      type: 'table',
      columns: [{align: 'start'}, {align: 'end'}],
      rows: [{type: 'repetition', each: [{label: 'gate'}], otherwise: [{label: 'none'}]}],
    },
  ])
})

test('quotes are curled once, values counting as words', () => {
  expect(read(`He said "it's {{risk.cap}}" ('so')`)).toMatchObject({
    body: [{content: [{text: 'He said “it’s '}, {type: 'print'}, {text: '” (‘so’)'}]}],
  })
})

test('definitions are read in any script, also where words follow at once', () => {
  expect(read('**"成果"**を指す')).toMatchObject({
    body: [
      {
        content: [
          {type: 'definition', text: '成果'},
          {type: 'text', text: 'を指す'},
        ],
      },
    ],
  })
})

test('publishing adds missing labels and carries old ones forward', () => {
  const before = read('1. {#own} Each Party owns its Results.\n2. {#keep} Each Party keeps records.')
  const {text} = addLabels(
    `${front}1. A new first item about insurance.\n2. Each Party owns its Results.\n3. Each Party keeps records.\n`,
    'a.md',
    parameters,
    before,
  )
  expect(text?.match(/\{#[a-z-]+\}/g)).toEqual(['{#first-item}', '{#own}', '{#keep}'])
})
