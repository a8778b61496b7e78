/** The engine is kept at arm's length, and its redlines are believed only when they are proved. */
import {describe, expect, test} from 'vitest'
import {align} from '../../src/intake/align.js'
import {unproved} from '../../src/intake/compare.js'
import {
  differingParts,
  doubtsOf,
  linesOf,
  markedFile,
  redlineOf,
  trackedChanges,
  type WordFile,
} from '../../src/intake/index.js'
import {appearance, disguises} from '../../src/intake/looks.js'
import {withoutControls} from '../../src/intake/rewrite.js'
import {safeName} from '../../src/verbs/received-record.js'
import {drafted} from '../whole/drafts.js'
import {by, del, ins, made, main, opened, p, partsOf, r, zipped} from './make.js'
import {returned, worked} from './returned.js'

const stamp = {author: 'Anna', date: '2026-11-20T09:00:00Z'}
const from = made(p(r('The Parties agree on secrecy.')) + p(r('The Recipient must pay within ten days.')), 'ours.docx')
const to = made(
  p(r('The Parties agree on secrecy.')) + p(r('The Recipient may pay within ten days.')) + p(r('And more.')),
  'theirs.docx',
)

function words(file: WordFile, side: 'accepted' | 'rejected'): readonly string[] {
  return linesOf(file.stories[0]!, side, file).map(({text}) => text)
}

describe('a redline of two files', () => {
  test('reads as the second when all is accepted and as the first when all is rejected; marks words, not paragraphs', async () => {
    const made = await redlineOf(from, to, stamp)
    if ('refused' in made) throw new Error(made.refused[0]!.message)
    const {engine, file} = made.redline
    expect(engine).toMatch(/^docxodus \d+\.\d+\.\d+$/)
    expect(words(file, 'accepted')).toEqual(words(to, 'accepted'))
    expect(words(file, 'rejected')).toEqual(words(from, 'accepted'))
    const changes = trackedChanges(file).filter(({words}) => words !== '')
    expect(changes.map(({kind, words, author, date}) => [kind, words, author, date.slice(0, 19)])).toEqual([
      ['inserted', 'may', 'Anna', '2026-11-20T09:00:00'],
      ['deleted', 'must', 'Anna', '2026-11-20T09:00:00'],
      ['inserted', 'And more.', 'Anna', '2026-11-20T09:00:00'],
    ])
  })

  test('is refused, with the place, when it is not what it should be', () => {
    const right = made(
      p(r('The Parties agree on secrecy.')) +
        p(r('The Recipient ') + del('must') + ins('may') + r(' pay within ten days.')) +
        p(ins('And more.'), `<w:rPr><w:ins ${by}/></w:rPr>`),
    )
    expect(unproved(right, from, to, 'our own reading')).toEqual([])
    const wrong = made(
      p(r('The Parties agree on secrecy.')) +
        p(r('The Recipient ') + del('must') + ins('shall') + r(' pay within ten days.')) +
        p(ins('And more.'), `<w:rPr><w:ins ${by}/></w:rPr>`),
    )
    const [fault, ...more] = unproved(wrong, from, to, 'our own reading')
    expect(more).toEqual([])
    expect(fault).toMatchObject({
      severity: 'error',
      code: 'compare/not-proved',
      at: {file: 'theirs.docx', part: 'body'},
    })
    expect(fault!.message).toContain(
      'paragraph 2 of the body reads “The Recipient shall pay within ten days.”, but theirs.docx has “The Recipient may pay within ten days.”',
    )
    const short = made(p(r('The Parties agree on secrecy.')))
    expect(unproved(short, from, to, 'our own reading').map(({message}) => message.includes('nothing'))).toEqual([
      true,
      true,
    ])
  })

  test('takes changes that a file holds already as accepted, and says so', async () => {
    const tracked = made(p(r('The Parties ') + del('agree') + ins('consent') + r('.')), 'theirs.docx')
    const made1 = await redlineOf(made(p(r('The Parties agree.')), 'ours.docx'), tracked, stamp)
    if ('refused' in made1) throw new Error(made1.refused[0]!.message)
    expect(words(made1.redline.file, 'accepted')).toEqual(['The Parties consent.'])
    expect(words(made1.redline.file, 'rejected')).toEqual(['The Parties agree.'])
    expect(made1.redline.notes.map(({code, at}) => [code, 'file' in at && at.file])).toEqual([
      ['compare/already-tracked', 'theirs.docx'],
    ])
  })

  test('of a draft of ours with edits everywhere is proved, headers and footers too', async () => {
    const {docx} = (await drafted('brightwater-hartmann-nda')).files
    for (const seed of [1, 2, 3]) {
      const made = await redlineOf(opened(docx), opened(returned(docx, seed, 25).bytes), stamp)
      if ('refused' in made) throw new Error(`seed ${seed}: ${made.refused[0]!.message}`)
    }
  })
})

describe('the engine', () => {
  test('is ended when it takes too long, and nothing is made of it', async () => {
    const began = performance.now()
    const made = await redlineOf(from, to, stamp, {milliseconds: 50, megabytes: 1024})
    expect(performance.now() - began).toBeLessThan(5000)
    expect('refused' in made && made.refused[0]).toMatchObject({
      code: 'compare/engine-failed',
      message: expect.stringContaining('did not finish in 0.05 seconds'),
    })
  })

  test('gets no more memory than it is given', async () => {
    const made = await redlineOf(from, to, stamp, {milliseconds: 60_000, megabytes: 16})
    expect('refused' in made && made.refused[0]!.code).toBe('compare/engine-failed')
  })

  test('says nothing on our streams', async () => {
    const said: string[] = []
    const [out, err] = [process.stdout.write, process.stderr.write]
    process.stdout.write = process.stderr.write = ((text: string) =>
      said.push(String(text)) > 0) as typeof process.stdout.write
    try {
      await redlineOf(from, to, stamp)
    } finally {
      process.stdout.write = out
      process.stderr.write = err
    }
    expect(said.join('')).not.toMatch(/MONO|WASM/i)
  })
})

describe('a file with marks as an agreement', () => {
  const file = made({
    body:
      p(r('Front')) +
      p(r('1 Money'), '<w:pStyle w:val="H1"/>') +
      p(r('Pay ') + ins('ten') + del('nine') + r(' days.')) +
      p(ins('New.'), `<w:rPr><w:ins ${by}/></w:rPr>`) +
      p(r('One.'), `<w:rPr><w:del ${by}/></w:rPr>`) +
      p(r('Two.')),
    styles: '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
  })
  const {agreement, changes} = markedFile(file, {title: 'a → b', language: 'en-GB'})

  test('groups paragraphs under headings, each with its place in the file', () => {
    const groups = agreement.parts.flatMap((part) => (part.kind === 'group' ? [part] : []))
    expect(groups.map(({id, provisions}) => [id, provisions.map(({id}) => id)])).toEqual([
      ['body/p0', ['body/p1']],
      ['body/p2', ['body/p3', 'body/p4', 'body/p5', 'body/p6']],
    ])
    expect(groups[1]!.provisions[0]!.source).toEqual({type: 'file', file: 'file.docx', paragraph: 3})
  })

  test('marks a replacement as a deletion followed by an insertion that name each other, a joined paragraph by its sign', () => {
    expect(changes.map(({id, kind, pair, at}) => [id, kind, pair, at])).toEqual([
      ['c1', 'deleted', 'c2', 'body/p3'],
      ['c2', 'inserted', 'c1', 'body/p3'],
      ['c3', 'inserted', undefined, 'body/p4'],
      ['c4', 'deleted', undefined, 'body/p5'],
    ])
    expect(JSON.stringify(agreement)).toContain('" ¶"')
  })

  test('ties the halves of a move, and takes half a move for what it is', () => {
    const range = (kind: string, name: string): string =>
      `<w:move${kind}RangeStart w:id="7" w:name="${name}" ${by.replace('w:id="1" ', '')}/>`
    const half = (kind: string, words: string): string =>
      p(`<w:move${kind} ${by}>${r(words)}</w:move${kind}>`, `<w:rPr><w:move${kind} ${by}/></w:rPr>`)
    const whole = made(range('From', 'm') + half('From', 'x') + p(r('y')) + range('To', 'm') + half('To', 'x'))
    expect(
      markedFile(whole, {title: '', language: 'en-GB'}).changes.map(({kind, pair, cause}) => [kind, pair, cause.type]),
    ).toEqual([
      ['movedFrom', 'c2', 'moved'],
      ['movedTo', 'c1', 'moved'],
    ])
    const torn = made(range('From', 'm') + half('From', 'x') + p(r('y')))
    expect(
      markedFile(torn, {title: '', language: 'en-GB'}).changes.map(({kind, pair, cause}) => [kind, pair, cause.type]),
    ).toEqual([['deleted', undefined, 'hand']])
  })
})

test('names every part that differs and is not compared, whatever its name', () => {
  const settings = {
    relationships:
      '<Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>',
    contentTypes:
      '<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>',
  }
  const one = made(
    {
      body: '',
      ...settings,
      more: {
        'word/settings.xml': '<w:settings xmlns:w="w" w:a="1" w:b="2"/>',
        'customXml/item1.xml': '<a>1</a>',
        'word/media/x.bin': 'x',
      },
    },
    'a.docx',
  )
  const same = made(
    {
      body: '',
      ...settings,
      more: {
        'word/settings.xml': '<w:settings xmlns:w="w"\n w:b="2"  w:a="1"></w:settings>',
        'customXml/item1.xml': '<a>1</a>',
        'word/media/y.bin': 'x',
      },
    },
    'b.docx',
  )
  expect(differingParts(one, same)).toEqual([])
  const other = made(
    {
      body: '',
      ...settings,
      more: {
        'word/settings.xml': '<w:settings xmlns:w="w" w:a="9"/>',
        'customXml/item1.xml': '<a>2</a>',
        'word/strange.bin': 'x',
      },
    },
    'b.docx',
  )
  const [seen, unseen, ...rest] = differingParts(one, other)
  expect(rest).toEqual([])
  expect(seen).toMatchObject({
    severity: 'warning',
    code: 'compare/part-not-compared',
    at: {file: 'b.docx', part: 'customXml/item1.xml'},
  })
  expect(unseen).toMatchObject({
    severity: 'advice',
    code: 'compare/parts-not-compared',
    message: expect.stringContaining('word/settings.xml (settings)'),
  })
  const strange = made({body: '', more: {'word/strange.bin': 'y'}}, 'b.docx')
  expect(differingParts(made({body: ''}, 'a.docx'), strange)).toMatchObject([
    {message: expect.stringContaining('word/strange.bin (other) is only in b.docx')},
  ])
})

test('tells of fields that reach outside, and of words that only older programs show', () => {
  const box = (first: string, second: string): string =>
    `<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:txbxContent>${p(r(first))}</w:txbxContent></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p(r(second))}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
  const honest = made(p(box('Pay ten.', 'Pay ten.')) + p(`<w:fldSimple w:instr="PAGE">${r('1')}</w:fldSimple>`))
  expect(doubtsOf(honest)).toEqual([])
  const other = made(
    p(box('Pay ten.', 'Pay ninety.')) + p(`<w:fldSimple w:instr="DDEAUTO c:\\x">${r('1')}</w:fldSimple>`),
  )
  expect(doubtsOf(other).map(({code}) => code)).toEqual(['package/reaching-field', 'package/two-forms'])
  expect(words(other, 'accepted')).toEqual(['', 'Pay ten.', '1'])
})

test('two lists are laid side by side in bounded time, however unlike', () => {
  const many = (name: string): readonly string[] =>
    Array.from({length: 20_000}, (_, index) => `${name} ${index % 3 === 0 ? 'same' : index}`)
  const began = worked()
  const pairs = align(many('a'), many('b'))
  expect(worked() - began).toBeLessThan(2000)
  expect(pairs.flatMap(({left}) => left ?? [])).toEqual(Array.from({length: 20_000}, (_, index) => index))
  expect(pairs.flatMap(({right}) => right ?? [])).toEqual(Array.from({length: 20_000}, (_, index) => index))
})

describe('words that are not what they look like', () => {
  test.each([
    ['USD 100', 'USD 1\u200b00'],
    ['payment', 'p\u0430yment'],
    ['10,000.1', '\u202e10,000.1\u202c'],
    ['a b', 'a\u00a0b'],
    ['fee', '\uff46ee'],
    ['ABC', '\u0391BC'],
    ['cafe\u0301', 'caf\u00e9'],
    ['tag', 'tag\u{e0061}'],
  ])('%s', (one, other) => {
    expect(one === other).toBe(false)
    expect(appearance(one)).toBe(appearance(other))
  })

  test('are told; honest text of other scripts is not', () => {
    expect(disguises('the p\u0430yment of 1\u200b00')).toEqual(['U+0430', 'U+200B'])
    expect(disguises('\u202eabc')).toEqual(['U+202E'])
    for (const honest of [
      'Договор о платеже',
      'שלום עולם',
      'اتفاقية \u200fسرية',
      '契約書',
      'συμφωνία',
      'Café Hartmann & Söhne',
    ])
      expect(disguises(honest), honest).toEqual([])
  })
})

test('a name becomes one that every disk can bear, and stays what it is when it can', () => {
  expect(safeName('Vertrag Entwurf (3).docx')).toBe('Vertrag Entwurf (3).docx')
  for (const name of [
    '../../x.docx',
    'CON.docx',
    'a:b?.docx',
    '....docx',
    '',
    'x'.repeat(500),
    'a\u0000b.docx',
    'received.json',
    'trailing. .docx',
  ]) {
    const safe = safeName(name)
    expect(safe).toMatch(/^[\p{L}\p{N}][\p{L}\p{N} ._()-]*\.docx$/u)
    expect(Buffer.byteLength(safe)).toBeLessThan(256)
    expect(safeName(safe)).toBe(safe)
  }
})

test('content controls are taken away for the engine, and what they hold stays as it was', () => {
  const inside = p(
    `${r('A &amp; B &lt; "C"', '<w:b/>')}<w:sdt><w:sdtPr><w:alias w:val="&quot;x"/></w:sdtPr><w:sdtContent>${r('D')}</w:sdtContent></w:sdt>`,
  )
  const text = `<w:document xmlns:w="${main}"><w:body><w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt></w:body></w:document>`
  const bare = new TextDecoder().decode(withoutControls(new TextEncoder().encode(text), text))
  expect(bare).not.toContain('sdt')
  expect(bare).toContain('<w:b></w:b>')
  const parts = partsOf({body: ''})
  const both = [text, bare].map((one) => words(opened(zipped({...parts, 'word/document.xml': one})), 'accepted'))
  expect(both).toEqual([['A & B < "C"D'], ['A & B < "C"D']])
  const plain = new TextEncoder().encode('<w:document/>')
  expect(withoutControls(plain, '<w:document/>')).toBe(plain)
})
