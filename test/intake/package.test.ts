/** Files that someone made to hurt us, each beside its honest twin: what is refused is refused by name, soon, and in little room. */
import {deflateRawSync} from 'node:zlib'
import {strToU8, unzipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {linesOf, readWordFile} from '../../src/intake/index.js'
import {full} from '../readers.js'
import {drafted} from '../whole/drafts.js'
import {type Entry, entriesOf, made, main, p, partsOf, r, rawZip, spaces, verdict, wordBytes, zipped} from './make.js'
import {randomOf, worked} from './returned.js'

const honest = partsOf({body: p(r('The Parties agree.'))})
const entries = entriesOf(honest)
const withPart = (part: Partial<Entry> & {readonly name: string}): Uint8Array =>
  rawZip([...entries, {bytes: strToU8('x'), ...part}])
const withDocument = (text: string | Uint8Array): Uint8Array => zipped({...honest, 'word/document.xml': text})
const document = (body: string): string => `<w:document ${spaces}><w:body>${body}</w:body></w:document>`

test('an honest file opens, written by a library or byte by byte', () => {
  expect(verdict(wordBytes(p(r('The Parties agree.'))))).toBe('opened')
  expect(verdict(rawZip(entries))).toBe('opened')
  expect(verdict(withPart({name: 'word/media/picture.bin'}))).toBe('opened')
})

describe('a zip that lies is refused:', () => {
  test.each<[string, string, () => Uint8Array]>([
    [
      'a part that says it is larger than all may be',
      'package/inflates-too-far',
      () => withPart({name: 'word/bomb.bin', size: 3 * 2 ** 30}),
    ],
    [
      'a part that holds more than it says',
      'package/false-size',
      () => withPart({name: 'word/bomb.bin', bytes: new Uint8Array(50 * 2 ** 20), size: 1000}),
    ],
    ['a part that holds less than it says', 'package/false-size', () => withPart({name: 'word/short.bin', size: 2000})],
    [
      'two parts of one body',
      'package/overlap',
      () =>
        rawZip([
          ...entries,
          {name: 'word/a.bin', bytes: strToU8('x')},
          {name: 'word/b.bin', bytes: strToU8('x'), localName: 'word/a.bin', sameAs: entries.length},
        ]),
    ],
    [
      'more parts than any document has',
      'package/too-many-parts',
      () =>
        rawZip([
          ...entries,
          ...Array.from({length: 2000}, (_, index) => ({name: `word/${index}.bin`, bytes: strToU8('x')})),
        ]),
    ],
    [
      'another name inside than in the directory',
      'package/two-names',
      () => withPart({name: 'word/a.bin', localName: 'word/b.bin'}),
    ],
    ['bytes that are not those that were packed', 'package/damaged', () => withPart({name: 'word/a.bin', crc: 1})],
    ['an encrypted entry', 'package/encrypted', () => withPart({name: 'word/a.bin', flags: 1})],
    [
      'a link to a file outside',
      'package/unsafe-name',
      () => withPart({name: 'word/a.bin', attributes: (0xa1ff << 16) >>> 0}),
    ],
    ['a file cut short', 'package/not-a-package', () => rawZip(entries).slice(0, -30)],
    ['bytes after its end', 'package/not-a-package', () => new Uint8Array([...rawZip(entries), 1, 2, 3])],
  ])('%s', (_, code, bytes) => {
    expect(verdict(bytes())).toBe(code)
  })

  test('a thousand names for one body, which would inflate to gigabytes, are refused before any is inflated', () => {
    const body = new Uint8Array(20 * 2 ** 20)
    const many = Array.from({length: 1000}, (_, index) => ({
      name: `word/${index}.bin`,
      bytes: body,
      ...(index === 0 ? {} : {sameAs: 5, localName: 'word/0.bin', size: 100}),
    }))
    const began = process.memoryUsage().rss
    expect(verdict(rawZip([...entries, ...many.slice(0, 40)]))).toMatch(
      /^package\/(two-names|overlap|inflates-too-far)$/,
    )
    expect(process.memoryUsage().rss - began).toBeLessThan(150 * 2 ** 20)
  })

  test('an honest bomb is refused within a second and without room for what it would be', () => {
    const zeros = deflateRawSync(new Uint8Array(2 ** 20))
    expect(zeros.length).toBeLessThan(2000)
    const began = worked()
    expect(
      verdict(rawZip([...entries, {name: 'word/bomb.bin', bytes: new Uint8Array(2 ** 20), size: 10.7e9 % 2 ** 32}])),
    ).toBe('package/inflates-too-far')
    expect(worked() - began).toBeLessThan(1000)
  })
})

describe('a name that leads astray is refused:', () => {
  test.each<[string, string]>([
    ['../../evil.xml', 'package/unsafe-name'],
    ['word/../../evil.xml', 'package/unsafe-name'],
    ['/etc/passwd', 'package/unsafe-name'],
    ['word\\document2.xml', 'package/unsafe-name'],
    ['C:/windows/evil.xml', 'package/unsafe-name'],
    ['word//document.xml', 'package/unsafe-name'],
    ['word/%2e%2e/evil.xml', 'package/unsafe-name'],
    ['word/a\u0000b.xml', 'package/unsafe-name'],
    ['__proto__/x.bin', 'package/unsafe-name'],
    ['word/document.xml', 'package/duplicate-part'],
    ['Word/Document.XML', 'package/duplicate-part'],
    ['word/%64ocument.xml', 'package/duplicate-part'],
  ])('%s', (name, code) => {
    expect(verdict(withPart({name}))).toBe(code)
  })
})

describe('XML that does harm is refused:', () => {
  const deep = (count: number): string => document(`${'<w:sdt>'.repeat(count)}${'</w:sdt>'.repeat(count)}`)
  const wide = (count: number): string =>
    document(`<w:p ${Array.from({length: count}, (_, index) => `w:a${index}="1"`).join(' ')}/>`)
  const laughs = `<!DOCTYPE d [<!ENTITY a "ha">${Array.from({length: 9}, (_, index) => `<!ENTITY ${'bcdefghij'[index]} "&${'abcdefghi'[index]};&${'abcdefghi'[index]};">`).join('')}]>`

  test.each<[string, string, string | Uint8Array]>([
    ['entities that multiply', 'package/dtd', `${laughs}${document(p(r('&j;')))}`],
    ['a file from outside', 'package/dtd', `<!DOCTYPE d SYSTEM "file:///etc/passwd">${document('')}`],
    ['a document type in UTF-16', 'package/dtd', Buffer.from(`\ufeff<!DOCTYPE d>${document('')}`, 'utf16le')],
    ['an entity that nobody defined', 'package/malformed-xml', document(p(r('&nbsp;')))],
    ['a tag that is not closed', 'package/malformed-xml', '<w:document xmlns:w="x"><w:body>'],
    ['an attribute that stands twice', 'package/malformed-xml', document('<w:p w:a="1" w:a="2"/>')],
    ['a character that XML has not', 'package/malformed-xml', document(p(r('a\u0001b')))],
    [
      'bytes that are no UTF-8',
      'package/encoding',
      Buffer.concat([Buffer.from('<a>'), Buffer.from([0xff, 0xfe, 0xfd]), Buffer.from('</a>')]),
    ],
    [
      'an encoding that Word does not write',
      'package/encoding',
      `<?xml version="1.0" encoding="windows-1252"?>${document('')}`,
    ],
    ['257 elements in one another', 'package/too-deep', deep(255)],
    ['a hundred thousand elements in one another', 'package/too-deep', deep(100_000)],
    ['513 attributes of one element', 'package/too-many-attributes', wide(513)],
  ])('%s', (_, code, text) => {
    const began = worked()
    expect(verdict(withDocument(text))).toBe(code)
    expect(worked() - began).toBeLessThan(5000)
  })

  test('though 256 elements in one another and 512 attributes are read', () => {
    expect(verdict(withDocument(deep(254)))).toBe('opened')
    expect(verdict(withDocument(wide(512)))).toBe('opened')
  })

  test('wherever it stands: a part that nothing points at is looked into too', () => {
    expect(verdict(zipped({...honest, 'customXml/item9.xml': '<!DOCTYPE a><a/>'}))).toBe('package/dtd')
  })

  test('and is named with part, line and column', () => {
    const read = readWordFile(withDocument(`<a>\n  <b>\n</a>`), 'theirs.docx')
    expect('refused' in read && read.refused).toMatchObject({
      message: expect.stringContaining('theirs.docx: its part "word/document.xml" is no XML'),
      at: {file: 'theirs.docx', part: 'word/document.xml', line: 3},
    })
  })
})

describe('what is no Word document is told for what it is:', () => {
  const compound = (more: string): Uint8Array =>
    new Uint8Array(
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from(more, 'utf16le')]),
    )

  test.each<[string, string, () => Uint8Array]>([
    ['an encrypted document', 'package/encrypted', () => compound('EncryptedPackage')],
    ['a document of Word 97', 'package/old-word', () => compound('WordDocument')],
    ['a PDF', 'package/not-a-package', () => strToU8('%PDF-1.7 and more')],
    ['an RTF file', 'package/not-a-package', () => strToU8('{\\rtf1 and more}')],
    ['an empty file', 'package/not-a-package', () => new Uint8Array()],
    ['a zip of something else', 'package/not-word', () => zipped({'a.txt': 'x'})],
    [
      'a workbook',
      'package/not-word',
      () =>
        wordBytes({body: '', mainType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'}),
    ],
    ['26 MB', 'package/too-large', () => new Uint8Array(26 * 2 ** 20)],
  ])('%s', (_, code, bytes) => {
    expect(verdict(bytes())).toBe(code)
  })
})

describe('a program inside is refused by its type, whatever the file is called:', () => {
  test.each<[string, Parameters<typeof partsOf>[0]]>([
    ['a main part with macros', {body: '', mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml'}],
    [
      'a VBA project under a harmless name',
      {
        body: '',
        more: {'word/picture.bin': 'x'},
        contentTypes: '<Override PartName="/word/picture.bin" ContentType="application/vnd.ms-office.vbaProject"/>',
      },
    ],
    [
      'a VBA project by its relationship',
      {
        body: '',
        more: {'word/x.bin': 'x'},
        relationships:
          '<Relationship Id="v" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="x.bin"/>',
      },
    ],
    [
      'an ActiveX control',
      {
        body: '',
        more: {'word/activeX1.xml': '<a/>'},
        contentTypes: '<Override PartName="/word/activeX1.xml" ContentType="application/vnd.ms-office.activeX+xml"/>',
      },
    ],
  ])('%s', (_, given) => {
    expect(verdict(wordBytes(given))).toBe('package/macros')
  })
})

test('links to places outside are told, never followed; links to web pages are not told', () => {
  const link = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/>`
  const {notes} = made({
    body: '',
    relationships:
      link('a', 'attachedTemplate', 'file:///C:/evil.dotm') +
      link('b', 'oleObject', 'http://evil.example/x') +
      link('c', 'hyperlink', 'https://example.com') +
      link('d', 'hyperlink', '\\\\server\\share'),
  }).package
  expect(notes.map(({code}) => code)).toEqual(['package/outside-link', 'package/outside-link', 'package/outside-link'])
  expect(notes[0]!.message).toContain('file:///C:/evil.dotm')
})

test('a relationship that leads out of the package is refused', () => {
  const relationships =
    '<Relationship Id="h" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="../../etc/passwd"/>'
  expect(verdict(wordBytes({body: '', relationships}))).toBe('package/unsafe-name')
})

test('elements and attributes that bear the names of what every object has are only names', () => {
  const {stories} = made(
    `<constructor/>${p(r('a'))}<__proto__/><w:p><toString><w:r><w:t>b</w:t></w:r></toString></w:p>`,
  )
  expect(stories[0]!.paragraphs.map(({pieces}) => pieces.map(({text}) => text).join(''))).toEqual(['a', 'b'])
})

test('three hundred thousand paragraphs are read in seconds, a million are refused', () => {
  const began = worked()
  expect(made('<w:p/>'.repeat(300_000)).stories[0]!.paragraphs).toHaveLength(300_000)
  expect(worked() - began).toBeLessThan(10_000)
  expect(verdict(wordBytes('<w:p/>'.repeat(1_000_000)))).toBe('package/too-many-elements')
})

test('a Strict document is read as any other', () => {
  const strict = withDocument(
    document(p(r('The Parties agree.'))).replace(main, 'http://purl.oclc.org/ooxml/wordprocessingml/main'),
  )
  expect(verdict(strict)).toBe('opened')
})

test('whatever bytes are changed in a file, it opens or is refused with a reason, and nothing else happens', async () => {
  const {docx} = (await drafted('brightwater-hartmann-nda')).files
  const parts = unzipSync(docx)
  const random = randomOf(20261124)
  const counts = {opened: 0, refused: 0}
  for (let turn = 0; turn < (full ? 5000 : 150); turn += 1) {
    // Half of them in the file, half in the XML of one part, which a checksum would hide from the reader otherwise.
    const bytes =
      turn % 2 === 0
        ? scrambled(docx, random)
        : zipped({...parts, 'word/document.xml': scrambled(parts['word/document.xml']!, random)})
    const read = readWordFile(bytes, 'file.docx')
    if ('refused' in read) expect(read.refused.code).toMatch(/^package\//)
    else
      for (const story of read.file.stories)
        for (const side of ['accepted', 'rejected'] as const) linesOf(story, side, read.file)
    counts['refused' in read ? 'refused' : 'opened'] += 1
  }
  expect(counts.opened).toBeGreaterThan(0)
  expect(counts.refused).toBeGreaterThan(0)
})

function scrambled(bytes: Uint8Array, random: () => number): Uint8Array {
  const changed = Uint8Array.from(bytes)
  for (let count = 1 + Math.floor(random() * 3); count > 0; count -= 1)
    changed[Math.floor(random() * changed.length)] = Math.floor(random() * 256)
  return random() < 0.2 ? changed.slice(0, Math.floor(random() * changed.length)) : changed
}
