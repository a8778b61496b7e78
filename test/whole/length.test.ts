/** The length budgets of the two documents: words that bind, as printed, without tables, cover, parties and signatures. */
import {expect, test} from 'vitest'
import {type Inline, inlinesIn, type Provision, withDescendants} from '../../src/model/index.js'
import {examples} from './length-examples.js'

const budgets = {'nda-mutual': 900, 'collaboration-agreement-short': 3500} as const

test.each(Object.entries(examples))('%s keeps the budget of its template', async (_, open) => {
  const {copy, template} = await open()
  const provisions = copy.agreement.parts.flatMap((part) =>
    part.kind === 'group' || part.kind === 'schedule' ? part.provisions : [],
  )
  const words = provisions.flatMap(withDescendants).reduce((sum, provision) => sum + wordsOf(provision), 0)
  expect(template.maxWords).toBe(budgets[template.id as keyof typeof budgets])
  expect(words).toBeLessThanOrEqual(template.maxWords)

  function wordsOf({heading, body, closing}: Provision): number {
    const paragraphs = [...body, ...(closing ?? [])].flatMap((block) =>
      block.type === 'paragraph' ? [block.content] : [],
    )
    return [heading ?? [], ...paragraphs].reduce((sum, inlines) => sum + count(inlines), 0)
  }

  function count(inlines: readonly Inline[]): number {
    return inlinesIn(inlines).map(printed).join('').split(/\s+/).filter(Boolean).length
  }

  function printed(inline: Inline): string {
    if (inline.type === 'value') return inline.words
    if (inline.type === 'reference')
      return copy.citations
        .get(inline.target)!
        .map((piece) => (typeof piece === 'string' ? piece : piece.numeral))
        .join('')
    return 'text' in inline ? inline.text : ''
  }
})

test.each(Object.entries(examples))(
  '%s has at most forty clauses, each with guidance and none empty',
  async (_, open) => {
    const {copy, clauses} = await open()
    const standing = copy.agreement.parts.flatMap((part) => (part.kind === 'group' ? part.provisions : []))
    expect(standing.length).toBeGreaterThan(5)
    expect(standing.length).toBeLessThanOrEqual(40)
    for (const provision of standing)
      expect(provision.body.length + provision.provisions.length, provision.id).toBeGreaterThan(0)
    for (const {id, summary, why, expect: expects} of clauses)
      expect(
        [summary, why, expects].every((words) => words.length > 20),
        id,
      ).toBe(true)
  },
)
