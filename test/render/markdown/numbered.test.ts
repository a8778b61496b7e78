import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {renderMarkdown} from '../../../src/render/markdown/index.js'
import {
  agreementOf,
  blank,
  clause,
  define,
  fairCopy,
  inlines,
  para,
  provision,
  stress,
  table,
  value,
  type Words,
} from '../sample.js'
import {all, read, seen} from './read.js'

const numberless = {notices: {firstPage: '', footer: '', origin: ''}}
// Those of the text itself: the contents stand in a list.
const paragraphsOf = (markdown: string): readonly string[] =>
  read(markdown)
    .children.filter(({type}) => type === 'paragraph')
    .map(seen)

/** One paragraph without a number: the words of a schedule's only clause. */
function alone(...words: Words): string {
  const part = {
    kind: 'schedule',
    id: 's',
    heading: inlines(['S']),
    provisions: [provision('s.p', [para(...words)])],
  } as const
  return renderMarkdown(fairCopy({...agreementOf([]), parts: [part]}, numberless))
}

test('prints the sample as it stands in the golden file', async () => {
  await expect(renderMarkdown(fairCopy())).toMatchFileSnapshot('../../golden/markdown/numbered.md')
})

test('gives every printed number to the reader as words, and lets no viewer count', () => {
  const copy = fairCopy()
  const page = read(renderMarkdown(copy))
  const lists = all(page, 'list')
  expect(lists.some(({ordered}) => ordered)).toBe(false)
  const paragraphs = all(page, 'paragraph').map((node) => seen(node).trim())
  const labels = [...copy.numerals.values()].filter(({list}) => list !== 'schedules').map(({label}) => label)
  const printed = paragraphs
    .filter((words) => /^(\d+(\.\d+)*|\(\w+\)) /.test(words))
    .map((words) => words.split(' ')[0])
  // The contents repeat the numbers of clauses, as bullets, before the text.
  expect(printed.slice(-labels.length)).toEqual(labels)
})

test('shows depth without making code of it', () => {
  const page = read(renderMarkdown(fairCopy()))
  expect(all(page, 'code')).toEqual([])
  const third = all(page, 'paragraph')
    .map(seen)
    .find((words) => words.includes('(i) the licensee'))
  expect(third?.startsWith('\u2003\u2003\u2003\u2003(i)')).toBe(true)
})

test('sets in what stands below a recital', () => {
  const recital = provision('r', [para('They hope:')], [provision('r/a', [para('to learn.')])])
  const part = {kind: 'recitals', id: 'recitals', heading: inlines(['Background']), provisions: [recital]} as const
  expect(renderMarkdown(fairCopy({...agreementOf([]), parts: [part]}))).toContain(
    '(A) They hope:\n\n\u2003\u2003(a) to learn.',
  )
})

test('lists what is open, each question once, by its citation', () => {
  const copy = fairCopy(
    agreementOf([clause('a.b', 'Cap', [para(blank('/cap', 'How much?'), ' and ', blank('/cap', 'How much?'))])]),
  )
  expect(renderMarkdown(copy)).toContain('## \\[●\\]\n\n- clause 1 (Cap): How much?\n')
  expect(renderMarkdown(copy).match(/How much/g)).toHaveLength(1)
})

test('bolds a defined term between letters, as Japanese needs', () => {
  const page = read(alone('甲は', define('成果'), 'を所有する。'))
  expect(all(page, 'strong').map(seen)).toEqual(['成果'])
})

test('keeps emphasis that punctuation or a neighbour would undo', () => {
  for (const words of [
    ['a', stress('“b”'), 'c'],
    ['a', stress(' b '), 'c'],
    ['(', stress('b.'), 'c'],
    [stress('a'), stress('b')],
    ['*', stress('*'), '*'],
  ] as const) {
    const page = read(alone(...words))
    expect(all(page, 'emphasis')).toHaveLength(1)
    expect(page.children.filter(({type}) => type === 'paragraph').map(seen)).toEqual([
      words
        .map((word) =>
          typeof word === 'string'
            ? word
            : (word.type === 'emphasis' ? word.content : []).map((w) => (w.type === 'text' ? w.text : '')).join(''),
        )
        .join(''),
    ])
  }
})

test.each([
  '{{constructor}}**<w:t>',
  '# not a heading',
  '1. not a list',
  '- nor this',
  '    nor code',
  '<script>alert(1)</script>',
  '[x](javascript:alert(1))',
  '![x](y)',
  '&lt;b&gt; &#35;',
  '`a` ``',
  '~~a~~',
  'a_b_c',
  '$x$',
  '---',
  '===',
  '> a',
  '| a | b |',
  'a\\',
  'www.example.com',
  'https://example.com/a_b',
  'a@b.example',
  '<a@b.example>',
  'one\ntwo',
  'one\n\n# two',
  'end\n',
  '2) two',
  ': def',
  '\\* \\\\',
  '<!-- a -->',
  '[^1]',
  '[a]: b',
])('prints %j as exactly that', (words) => {
  expect(paragraphsOf(alone(value('/x', words)))).toEqual([words])
  expect(paragraphsOf(alone(words))).toEqual([words])
})

const nasty = fc.string({unit: fc.constantFrom(...'*_`[]()<>&#!|~\\$-+=.:;"\'{}1aé成 \n\t@“”')})

describe('whatever the words are, a viewer shows the same', () => {
  test('in a paragraph, with emphasis in the middle', () => {
    fc.assert(
      fc.property(nasty, nasty, nasty, (before, middle, after) => {
        const whole = before + middle + after
        fc.pre(whole !== '')
        const shown = paragraphsOf(
          alone(...(before ? [before] : []), stress(middle), ...(after ? [value('/x', after)] : [])),
        )
        expect(shown).toEqual([whole])
        if (middle.trim() !== '') expect(all(read(alone(before, stress(middle), after)), 'emphasis')).toHaveLength(1)
      }),
      {numRuns: 500},
    )
  })

  test('in a heading', () => {
    fc.assert(
      fc.property(
        nasty.filter((words) => words.trim() !== ''),
        (words) => {
          const copy = fairCopy(agreementOf([provision('a', [], [], {heading: [value('/x', words)]})]), numberless)
          expect(paragraphsOf(renderMarkdown(copy)).at(-1)).toBe(`1 ${words}`)
          const titled = read(renderMarkdown(fairCopy({...agreementOf([]), title: words}, numberless)))
          expect(all(titled, 'heading').map(seen)).toEqual([words])
        },
      ),
    )
  })

  test('in a table', () => {
    fc.assert(
      fc.property(nasty, nasty, (heading, words) => {
        const copy = fairCopy(
          agreementOf([provision('a', [table([[heading], ['b']], [[value('/x', words)], ['d']])])]),
          numberless,
        )
        const rows = all(read(renderMarkdown(copy)), 'tableRow').map(({children}) => children.map(seen))
        expect(rows).toEqual([
          [heading, 'b'],
          [words, 'd'],
        ])
      }),
      {numRuns: 500},
    )
  })
})
