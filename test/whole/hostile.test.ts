/** Names that look like markup of some language print as exactly what they are in every format, and change nothing around them. */
import {strFromU8, unzipSync} from 'fflate'
import {beforeAll, describe, expect, test} from 'vitest'
import {read as readHtml, shape} from '../render/html/read.js'
import {read as readMarkdown} from '../render/markdown/read.js'
import type {Nodes} from 'mdast'
import {checkDeal} from '../../src/verbs/index.js'
import {type Changes, change, copyOf, type Drafted, draft, time} from './drafts.js'
import {bodyWords, markdownWords, pdfWords, squeezed, wordParagraphs} from './words.js'

const long = `${'Very Long Name of a Company That Nobody Shortened '.repeat(2)}and Sons GmbH & Co KG`
const names = [
  '{{constructor}}**<w:t>',
  'A &amp; B &lt;Ltd&gt; &#65;',
  '</w:t></w:r></w:p><w:p>',
  '#panic("x") #import "a": *',
  '$x$ $1 $& $$ \\$',
  '*b* **c** _d_ ~~e~~ `f`',
  '[a](b) ![c](d) [e]: f',
  '<script>alert(1)</script>',
  '{{#each parties}}{{/each}} {{{x}}}',
  '1. # > - + | a | = --- \\',
  'Zoe\u0301 O\u0308zkan A\u0327 sprl',
  ']]> <!-- --> <?x ?> %s ${y',
  'https://a.example/?b=c&d="e" <f@g.h>',
  '\\Results Results Party Discloser',
  long,
] as const

const harmlessName = (index: number): string => `Harmless Company ${'ABCDEFGHIJKLMNOP'[index]}.`

function parties(of: (index: number) => string): Changes {
  const rows = names.map((_, index) => ({
    id: `p${index}`,
    legalName: {latin: of(index)},
    shortName: `Firm ${index + 1}`,
    form: 'a company',
    kind: 'company',
    registry: {name: 'the register', number: String(1000 + index)},
    address: {lines: [`${index + 1} High Street`], country: 'IE'},
    jurisdiction: 'IE',
    lead: {name: 'N.N. Lead', email: `lead${index}@firm.example`},
    signatories: [{id: 's', name: {latin: 'A.B. Signatory'}, title: 'Director', authority: 'statutory'}],
  }))
  return {'/parties': rows}
}

async function draftedWith(of: (index: number) => string): Promise<Drafted> {
  const folder = copyOf('brightwater-hartmann-nda')
  change(folder, parties(of))
  return draft(folder)
}

let hostile: Drafted
let harmless: Drafted
beforeAll(async () => {
  hostile = await draftedWith((index) => names[index]!)
  harmless = await draftedWith(harmlessName)
})

describe('names that look like markup', () => {
  const texts: Readonly<Record<string, (drafted: Drafted) => string>> = {
    docx: ({files}) => wordParagraphs(files.docx).join('\n'),
    pdf: ({files}) => pdfWords(files.pdf),
    html: ({files}) => bodyWords(files.html),
    md: ({files}) => markdownWords(files.md),
  }
  const timesIn = (text: string, name: string): number => text.split(squeezed(name).normalize('NFC')).length - 1
  test.each(Object.keys(texts))(
    'print in %s as exactly what they are, each as often as a harmless name would',
    (format) => {
      const [text, plain] = [hostile, harmless].map((drafted) => squeezed(texts[format]!(drafted)).normalize('NFC'))
      const expected = names.map((name, index) => `${name}: ${timesIn(plain!, harmlessName(index))}`)
      expect(names.map((name) => `${name}: ${timesIn(text!, name)}`)).toEqual(expected)
      expect(timesIn(plain!, harmlessName(0))).toBeGreaterThan(1)
    },
  )

  test('leave the elements of the page as they are', () => {
    const [one, other] = [hostile, harmless].map(({files}) => shape(readHtml(new TextDecoder().decode(files.html))))
    expect(one).toBe(other)
  })

  test('leave the elements of the Word file as they are, in every part', () => {
    const bare = (drafted: Drafted): Readonly<Record<string, string>> =>
      Object.fromEntries(
        Object.entries(unzipSync(drafted.files.docx)).map(([part, bytes]) => [
          part,
          [...strFromU8(bytes).matchAll(/<\/?([\w:]+)/g)].map(([, name]) => name).join(' '),
        ]),
      )
    expect(bare(hostile)).toEqual(bare(harmless))
  })

  test('leave the blocks of the Markdown as a viewer builds them', () => {
    const built = (node: Nodes): string =>
      'children' in node ? `${node.type}(${node.children.map(built).join('')})` : node.type === 'text' ? '' : node.type
    const [one, other] = [hostile, harmless].map(({files}) => built(readMarkdown(new TextDecoder().decode(files.md))))
    expect(one).toBe(other)
  })

  test('become no defined term and no citation: the stored agreement holds them as values', () => {
    const stored = JSON.stringify(hostile.agreement)
    for (const name of names) expect(stored).toContain(JSON.stringify({words: name}).slice(1, -1))
  })
})

test('a short name that looks like markup is printed, used and defined as it stands', async () => {
  const folder = copyOf('brightwater-hartmann-nda')
  change(folder, {'/parties/0/shortName': '**{{x}}** <w:p/> $&'})
  const {files} = await draft(folder)
  for (const text of [
    wordParagraphs(files.docx).join('\n'),
    pdfWords(files.pdf),
    bodyWords(files.html),
    markdownWords(files.md),
  ])
    expect(squeezed(text)).toContain('(“**{{x}}**<w:p/>$&”)')
})

describe('a name in Arabic script', () => {
  const arabic = 'شركة النور للتقنية'
  const changed = (): string => {
    const folder = copyOf('brightwater-hartmann-nda')
    change(folder, {'/parties/0/legalName/native': arabic, '/parties/0/legalName/script': 'Arab'})
    return folder
  }

  test('prints letter by letter in Word, HTML and Markdown', async () => {
    const {files} = await draft(changed(), {formats: ['docx', 'html', 'md']})
    for (const text of [wordParagraphs(files.docx).join('\n'), bodyWords(files.html), markdownWords(files.md)])
      expect(text).toContain(arabic)
  })

  test('prints in PDF where a font is found, else the font package is named and nothing is written', async () => {
    const made = await draft(changed(), {formats: ['pdf']}).catch((error: Error) => error)
    if (made instanceof Error) expect(made.message).toMatch(/@expo-google-fonts\/[a-z-]*arabic/)
    else
      expect([...squeezed(pdfWords(made.files.pdf)).normalize('NFKC')]).toEqual(
        expect.arrayContaining([...squeezed(arabic)]),
      )
  })
})

test.each([
  ['an override of direction', '\u202E'],
  ['a bell', '\u0007'],
  ['a zero-width space', '\u200B'],
  ['private use', '\uE000'],
])('%s in any name is refused by its pointer, and all are told together', async (_, character) => {
  const folder = copyOf('brightwater-hartmann-nda')
  change(folder, {
    '/parties/0/shortName': `Bright${character}water`,
    '/parties/1/signatories/0/name/latin': `${character}Martin`,
  })
  const {diagnostics} = await checkDeal(folder, {libraries: [], now: time})
  const refused = diagnostics
    .filter(({code}) => code === 'deal/refused-character')
    .map(({at}) => ('pointer' in at ? at.pointer : ''))
  expect(refused).toEqual(['/parties/0/shortName', '/parties/1/signatories/0/name/latin'])
  await expect(draft(folder)).rejects.toThrow('deal/refused-character')
})
