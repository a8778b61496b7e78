/** What was changed without tracking is found, every time, and nothing else is. */
import {describe, expect, test} from 'vitest'
import {untrackedChanges, untrackedDiagnostic} from '../../src/intake/index.js'
import {full} from '../readers.js'
import {drafted, type Example} from '../whole/drafts.js'
import {by, edited, type Made, made, opened, p, r} from './make.js'
import {returned} from './returned.js'

const sentences = [
  'The Parties agree on secrecy.',
  'The Recipient must pay within ten days.',
  'This agreement ends after two years.',
]
const body = sentences.map((text) => p(r(text))).join('')

function found(sent: Made | string, back: Made | string): readonly string[] {
  return untrackedChanges(made(sent), made(back)).map(({kind, story, paragraph}) => `${kind} ${story} ${paragraph}`)
}

test('a file that came back as it was sent has none, nor has one whose every change is tracked', () => {
  expect(found(body, body)).toEqual([])
  const tracked = body.replace(
    r(sentences[1]!),
    `<w:del ${by}><w:r><w:delText>${sentences[1]}</w:delText></w:r></w:del><w:ins ${by}>${r('Nothing is paid.')}</w:ins>`,
  )
  expect(found(body, tracked)).toEqual([])
})

describe('finds, once and at its place,', () => {
  test.each<[string, string, readonly string[]]>([
    ['a word', body.replace('must pay', 'may pay'), ['changed body 2']],
    ['a space', body.replace('ten days', 'ten  days'), ['changed body 2']],
    ['a paragraph gone', body.replace(p(r(sentences[1]!)), ''), ['deleted body 2']],
    ['a paragraph more', body + p(r('And more.')), ['inserted body 3']],
    [
      'two paragraphs in each other’s place',
      p(r(sentences[1]!)) + p(r(sentences[0]!)) + p(r(sentences[2]!)),
      ['deleted body 1', 'inserted body 2'],
    ],
    [
      'words deleted with tracking that were other words when we sent them',
      body.replace(
        r(sentences[1]!),
        `<w:del ${by}><w:r><w:delText>The Recipient may pay within ten days.</w:delText></w:r></w:del>`,
      ),
      ['changed body 2'],
    ],
    [
      'a word before a tracked change',
      body.replace(
        r(sentences[1]!),
        `${r('The Recipient may pay within ')}<w:ins ${by}>${r('about ')}</w:ins>${r('ten days.')}`,
      ),
      ['changed body 2'],
    ],
    [
      'words that are hidden',
      body.replace('must pay', `must </w:t></w:r>${r('not ', '<w:vanish/>')}<w:r><w:t>pay`),
      ['changed body 2'],
    ],
    [
      'words that were made to vanish',
      body.replace(r(sentences[1]!), r(sentences[1]!, '<w:vanish/>')),
      ['changed body 2'],
    ],
    ['words struck by hand', body.replace(r(sentences[1]!), r(sentences[1]!, '<w:strike/>')), ['changed body 2']],
    [
      'words behind which the look was tracked but hides more than it says',
      body.replace(
        r(sentences[1]!),
        r(sentences[1]!, `<w:vanish/><w:rPrChange ${by}><w:rPr><w:vanish/></w:rPr></w:rPrChange>`),
      ),
      ['changed body 2'],
    ],
    ['a letter of another script', body.replace('pay', 'p\u0430y'), ['changed body 2']],
    ['a character that is not seen', body.replace('ten', 't\u200ben'), ['changed body 2']],
    [
      'a mark that turns the direction of reading',
      body.replace('ten days', '\u202eten\u202c days'),
      ['changed body 2'],
    ],
    [
      'a field with a made-up instruction',
      body.replace(r(sentences[1]!), `<w:fldSimple w:instr="QUOTE x">${r(sentences[1]!)}</w:fldSimple>`),
      ['changed body 2'],
    ],
  ])('%s', (_, back, expected) => {
    expect(found(body, back)).toEqual(expected)
  })

  test('not what was hidden with tracking: rejecting it shows the words again', () => {
    expect(
      found(
        body,
        body.replace(r(sentences[1]!), r(sentences[1]!, `<w:vanish/><w:rPrChange ${by}><w:rPr/></w:rPrChange>`)),
      ),
    ).toEqual([])
  })

  test('a list that counts otherwise, without a word changed', () => {
    const numbering = (text: string): string =>
      `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
    const numbered = body.replaceAll(
      '<w:p>',
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>',
    )
    const sent = {body: numbered, numbering: numbering('%1.')}
    expect(found(sent, sent)).toEqual([])
    expect(found(sent, {...sent, numbering: numbering('%1)')})).toEqual([
      'renumbered body 1',
      'renumbered body 2',
      'renumbered body 3',
    ])
    expect(found(sent, {...sent, body: numbered.replace('w:numId w:val="1"', 'w:numId w:val="0"')})).toEqual([
      'renumbered body 1',
      'renumbered body 2',
      'renumbered body 3',
    ])
    // A paragraph more moves the numbers after it: told once.
    expect(
      found(sent, {
        ...sent,
        body: numbered.replace(
          '<w:p>',
          `${p(r('New.'), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')}<w:p>`,
        ),
      }),
    ).toEqual(['inserted body 0'])
  })

  test('a citation that was led elsewhere, by its instruction or by the bookmark', () => {
    const cited = body + p(`<w:fldSimple w:instr=" REF _eg_a \\w ">${r('1')}</w:fldSimple>`)
    const sent = cited.replace(
      r(sentences[0]!),
      `<w:bookmarkStart w:id="1" w:name="_eg_a"/>${r(sentences[0]!)}<w:bookmarkEnd w:id="1"/>`,
    )
    const moved = cited.replace(
      r(sentences[1]!),
      `<w:bookmarkStart w:id="1" w:name="_eg_a"/>${r(sentences[1]!)}<w:bookmarkEnd w:id="1"/>`,
    )
    expect(found(sent, sent.replace('REF _eg_a', 'REF _eg_b'))).toEqual(['changed body 4'])
    expect(found(sent, moved)).toEqual(['retargeted body 1'])
    expect(found(sent, sent.replace(r('1'), r('2')))).toEqual(['recomputed body 4'])
  })
})

test('says what looks the same and is not, with code points', () => {
  const [one] = untrackedChanges(made(body), made(body.replace('pay', 'p\u0430y')))
  const {severity, code, message} = untrackedDiagnostic(one!, 'theirs.docx')
  expect({severity, code}).toEqual({severity: 'warning', code: 'untracked/changed'})
  expect(message).toContain('They look the same and are not: U+0430')
})

test('names the paragraph by its number and shows both texts round the place, in a long clause too', () => {
  const long = `${'word '.repeat(200)}must pay.`
  const [one] = untrackedChanges(made(p(r(long))), made(p(r(long.replace('must', 'may')))))
  const {message} = untrackedDiagnostic(one!, 'theirs.docx')
  expect(message).toMatch(/must pay\..*may pay\./)
  expect(message.length).toBeLessThan(500)
})

const seeds = Array.from({length: full ? 200 : 8}, (_, index) => index + 1)

describe.each<Example>(['brightwater-hartmann-nda', 'brightwater-hartmann'])('of %s, at random,', (example) => {
  test('every untracked edit is told once, and none that was not made', async () => {
    const {docx} = (await drafted(example)).files
    const sent = opened(docx)
    let told = 0
    for (const seed of seeds) {
      const {bytes, edits} = returned(docx, seed, 12)
      const untracked = edits.filter(({tracked}) => !tracked)
      const changes = untrackedChanges(sent, opened(bytes)).filter(({kind}) => kind !== 'recomputed')
      const count = (list: readonly {readonly part: string}[]): Readonly<Record<string, number>> =>
        Object.fromEntries(
          [...new Set(edits.map(({part}) => part))].map((part) => [
            part,
            list.filter((one) => one.part === part).length,
          ]),
        )
      expect(count(changes), `seed ${seed}: ${JSON.stringify(changes, null, 1)}`).toEqual(count(untracked))
      told += untracked.length
    }
    expect(told).toBeGreaterThan(seeds.length * 2)
  })

  test('only tracked edits leave nothing to tell', async () => {
    const {docx} = (await drafted(example)).files
    for (const seed of seeds) {
      const {bytes, edits} = returned(docx, seed, 12, {untracked: false})
      expect(edits.length).toBeGreaterThan(0)
      expect(untrackedChanges(opened(docx), opened(bytes)), `seed ${seed}`).toEqual([])
    }
  })
})

test('what a program writes when it only saves again is nothing: other ids, other runs, other marks of the editor', async () => {
  const {docx} = (await drafted('brightwater-hartmann-nda')).files
  const saved = edited(docx, (text, name) =>
    name === 'word/document.xml'
      ? text
          .replaceAll('<w:p>', '<w:p w:rsidR="00AB12CD">')
          .replaceAll(/<w:r><w:t(?: [^>]*)?>([^<]{8,})<\/w:t><\/w:r>/g, (_, words: string) => {
            const at = words.indexOf(' ', 4) + 1 || 4
            return `${r(words.slice(0, at))}<w:proofErr w:type="spellStart"/>${r(words.slice(at))}`
          })
      : text,
  )
  expect(untrackedChanges(opened(docx), opened(saved))).toEqual([])
})
