import fc from 'fast-check'
import {expect, test} from 'vitest'
import {compileClause, printTree} from '../../src/markup/index.js'
import type {
  Choosable,
  ClauseBlock,
  ClauseInline,
  ClauseItem,
  ClauseRow,
  ClauseTree,
  Expression,
  Path,
} from '../../src/model/index.js'
import {parameters} from './parameters.js'

const front = `---
id: a.b
position: a.b
title: A
stance: balanced
summary: S.
why: W.
expect: E.
---
`

/** Reads text as a clause and forgets where each thing stood. */
function reread(text: string): unknown {
  const {clause, diagnostics} = compileClause(front + text, 'a.md', parameters)
  return clause ? withoutPlaces(clause.tree) : diagnostics
}

function withoutPlaces(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner) => (key === 'at' ? undefined : inner)))
}

const at = {line: 1, column: 1}
const path = (up: number, ...segments: string[]): Path => ({type: 'path', up, segments, at})
const root = [path(0, 'risk', 'cap'), path(0, 'project', 'title'), path(0, 'ip', 'results', 'regime')]
const row = [path(0, 'name'), path(0, 'tier'), path(1, 'risk', 'cap')]

function expressions(inRow: boolean): fc.Arbitrary<Expression> {
  const leaf = fc.constantFrom<Expression>(
    ...(inRow ? row : root),
    {type: 'literal', value: 'own-own'},
    {type: 'literal', value: 7},
    {type: 'literal', value: true},
  )
  const call = fc
    .tuple(fc.constantFrom('eq', 'and', 'or', 'in', 'gt'), leaf, leaf)
    .map(([helper, one, other]): Expression => ({type: 'call', helper, arguments: [one, other], at}))
  return fc.oneof(fc.constantFrom<Expression>(...(inRow ? row : root)), call)
}

const word = fc.oneof(
  fc.constantFrom(
    'Party',
    'must',
    'Results',
    '*bold*',
    '_x_',
    '[a](#b)',
    '<b>',
    '&amp;',
    '{{x}}',
    '{',
    '}',
    '\\',
    '`code`',
    '~~x~~',
    'a|b',
    '1.',
    '#',
    '-',
    '>',
    '成果',
    'é',
    '“q”',
    '**',
    '{#a}',
    '\\{{',
    '|',
    '+',
    '=',
    '10)',
    'https://x.y',
    '!',
    ':--',
    '\\*',
  ),
  fc.string({unit: fc.constantFrom(...'abcXYZ*_[]<>&{}\\`~|#-+.()!:=1“”’'), minLength: 1, maxLength: 6}),
)
const sentence = fc.array(word, {minLength: 1, maxLength: 5}).map((words) => words.join(' '))

function inline(inRow: boolean, depth: number): fc.Arbitrary<Choosable<ClauseInline>> {
  const leaves: fc.Arbitrary<Choosable<ClauseInline>>[] = [
    fc.constantFrom('Results', 'Gate', '成果', 'Steering Group').map((text) => ({type: 'definition', text})),
    fc.constantFrom('Results', 'Élan').map((text) => ({type: 'literal-text', text})),
    fc.constant({type: 'emphasis', content: [{type: 'text', text: 'words'}]}),
    sentence.map((label): ClauseInline => ({type: 'reference', target: 'ip.joint/x-1', label, at})),
    fc.constantFrom(...(inRow ? row : root)).map((expression) => ({type: 'print', expression})),
    fc.constant({
      type: 'print',
      expression: {
        type: 'call',
        helper: 'join',
        arguments: [path(inRow ? 1 : 0, 'parties'), {type: 'literal', value: 'and'}],
        at,
      },
    }),
  ]
  if (depth === 0) return fc.oneof(...leaves)
  const choice = fc.tuple(
    expressions(inRow),
    content(inRow, depth - 1),
    fc.oneof(fc.constant([]), content(inRow, depth - 1)),
  )
  return fc.oneof(
    ...leaves,
    choice.map(([test, then, otherwise]): Choosable<ClauseInline> => ({type: 'choice', test, holds: then, otherwise})),
  )
}

// Words between every two other things, as in real sentences.
function content(inRow: boolean, depth: number): fc.Arbitrary<readonly Choosable<ClauseInline>[]> {
  return fc
    .tuple(sentence, fc.array(fc.tuple(inline(inRow, depth), sentence), {maxLength: 3}))
    .map(([first, pairs]) => [
      {type: 'text', text: pairs.length > 0 ? `${first} ` : first},
      ...pairs.flatMap(([one, words], index): Choosable<ClauseInline>[] => [
        one,
        {type: 'text', text: index < pairs.length - 1 ? ` ${words} ` : ` ${words}`},
      ]),
    ])
}

const cells = (inRow: boolean): fc.Arbitrary<ClauseRow['cells']> =>
  fc.tuple(content(inRow, 0), fc.oneof(fc.constant([]), content(inRow, 1)))

function rows(): fc.Arbitrary<readonly Choosable<ClauseRow>[]> {
  const plain = cells(false).map((found): Choosable<ClauseRow> => ({type: 'row', label: 'r', cells: found}))
  const repeated = cells(true).map(
    (found): Choosable<ClauseRow> => ({
      type: 'repetition',
      over: path(0, 'gates'),
      each: [{type: 'row', label: 'g', cells: found}],
      otherwise: [],
    }),
  )
  const chosen = fc.tuple(expressions(false), cells(false)).map(
    ([test, found]): Choosable<ClauseRow> => ({
      type: 'choice',
      test,
      holds: [{type: 'row', label: 'c', cells: found}],
      otherwise: [{type: 'row', label: 'd', cells: found}],
    }),
  )
  return fc.array(fc.oneof(plain, repeated, chosen), {minLength: 1, maxLength: 3})
}

function block(inRow: boolean, depth: number): fc.Arbitrary<Choosable<ClauseBlock>> {
  const paragraph = content(inRow, 1).map((found): Choosable<ClauseBlock> => ({type: 'paragraph', content: found}))
  const table = fc.tuple(content(false, 0), rows()).map(
    ([heading, found]): Choosable<ClauseBlock> => ({
      type: 'table',
      columns: [
        {align: 'start', heading},
        {align: 'end', heading: []},
      ],
      rows: found,
    }),
  )
  const leaves = inRow ? [paragraph] : [paragraph, table]
  if (depth === 0) return fc.oneof(...leaves)
  const choice = fc.tuple(
    expressions(inRow),
    fc.array(block(inRow, depth - 1), {minLength: 1, maxLength: 2}),
    fc.array(block(inRow, depth - 1), {maxLength: 1}),
  )
  return fc.oneof(
    ...leaves,
    choice.map(([test, then, otherwise]): Choosable<ClauseBlock> => ({type: 'choice', test, holds: then, otherwise})),
  )
}

function contents(inRow: boolean, depth: number): fc.Arbitrary<ClauseTree> {
  const some = fc.array(block(inRow, 1), {maxLength: 2})
  return fc
    .tuple(some, depth === 0 ? fc.constant([]) : items(inRow, depth - 1), some)
    .map(([body, found, closing]) => ({body, items: found, closing: found.length > 0 ? closing : []}))
}

function items(inRow: boolean, depth: number): fc.Arbitrary<readonly Choosable<ClauseItem>[]> {
  const one = contents(inRow, depth).map((found): ClauseItem => ({type: 'item', label: 'x', ...found}))
  const choice = fc.tuple(expressions(inRow), one, fc.option(one)).map(
    ([test, then, otherwise]): Choosable<ClauseItem> => ({
      type: 'choice',
      test,
      holds: [then],
      otherwise: otherwise ? [otherwise] : [],
    }),
  )
  const repeated = contents(true, Math.max(0, depth - 1)).map(
    (found): Choosable<ClauseItem> => ({
      type: 'repetition',
      over: path(inRow ? 1 : 0, 'gates'),
      each: [{type: 'item', label: 'g', ...found}],
      otherwise: [],
    }),
  )
  return fc.array(inRow ? fc.oneof(one, choice) : fc.oneof(one, choice, repeated), {maxLength: 3}).map(relabel)
}

// Labels are unique among siblings, as the language asks.
function relabel(found: readonly Choosable<ClauseItem>[], prefix: unknown = 'x'): readonly Choosable<ClauseItem>[] {
  const stem = typeof prefix === 'string' ? prefix : 'x'
  return found.map((item, index): Choosable<ClauseItem> => {
    if (item.type === 'item') return {...item, label: `${stem}${index}`}
    if (item.type === 'choice')
      return {
        ...item,
        holds: relabel(item.holds, `${stem}${index}t`),
        otherwise: relabel(item.otherwise, `${stem}${index}o`),
      }
    return {
      ...item,
      each: relabel(item.each, `${stem}${index}e`),
      otherwise: relabel(item.otherwise, `${stem}${index}f`),
    }
  })
}

const runs = process.env.ENGROSS_FULL ? 4_000 : 200

// Four thousand trees take minutes.
const patience = {timeout: 900_000}

test('a tree printed and read again is the same tree', patience, () => {
  fc.assert(
    fc.property(contents(false, 3), (tree) => {
      expect(reread(printTree(tree))).toEqual(withoutPlaces(tree))
    }),
    {numRuns: runs, seed: 20261123},
  )
})

test('what was read prints to a text that reads the same, and prints the same', patience, () => {
  fc.assert(
    fc.property(contents(false, 3), (tree) => {
      const printed = printTree(tree)
      const again = compileClause(front + printed, 'a.md', parameters).clause
      expect(again && printTree(again.tree)).toBe(printed)
    }),
    {numRuns: runs / 4, seed: 7},
  )
})
