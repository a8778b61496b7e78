import fc from 'fast-check'
import {expect, test} from 'vitest'
import {createPdfRenderer} from '../../../src/render/pdf/index.js'
import {agreement, clause, copyOf, define, execution, german, group, item, para, table, value} from './build.js'
import {textOf} from './readers.js'

const renderer = createPdfRenderer()

async function printed(name: string): Promise<string> {
  const whole = agreement(
    [
      {kind: 'cover', id: 'cover', blocks: [para(value(name)), table(['', ''], ['Name', value(name)])]},
      group('g', name, clause('c', name, item('c/one', [value(name), ' and ', define(name)]))),
      execution(german, {name, signatories: [name]}),
    ],
    name,
  )
  const {pdf, diagnostics} = await renderer.render(copyOf(whole))
  expect(diagnostics).toEqual([])
  return textOf(pdf!)
}

/** Printed characters alone: hyphens at line ends and spaces are the typesetter's. */
const bare = (text: string): string => text.replace(/[\s\u00a0-]/g, '')

test.each([
  '#panic("x")',
  '*bold* and _italic_',
  '$x^2$',
  '@label',
  '{{constructor}}**<w:t>',
  '\\u{41} \\ / // comment',
  '= Heading',
  '<label>',
  '#{',
  '`raw`',
  '#include "/etc/passwd"',
  '~ -- ---',
  '"straight" \'quotes\'',
  '- item',
  'https://example.com',
  ']',
  '#let x = 1;',
  '…[#',
])('prints a party called %s as exactly that', async (name) => {
  const text = bare(await printed(name))
  // Cover, key terms, group, clause, contents twice, value, definition, party, signatory.
  expect(text.split(bare(name)).length - 1).toBeGreaterThanOrEqual(9)
})

test('prints any line of signs as it is', async () => {
  const sign = fc.constantFrom(...'#$*_`@<>[]{}()\\/=+-~"\'%&^|!?;:,.0aZ ')
  await fc.assert(
    fc.asyncProperty(
      fc.array(sign, {minLength: 1, maxLength: 24}).map((signs) => `x${signs.join('')}x`),
      async (name) => {
        expect(bare(await printed(name))).toContain(bare(name))
      },
    ),
    {numRuns: 25},
  )
})
