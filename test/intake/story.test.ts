/** Both texts of a Word file, for every way in which ECMA-376 Part 1 §17.13.5 lets words be changed with tracking. */
import {describe, expect, test} from 'vitest'
import {commentsIn, linesOf, type TextSide, trackedChanges} from '../../src/intake/index.js'
import {by, del, ins, type Made, made, p, r} from './make.js'

function texts(given: Made | string, side: TextSide, story = 'body'): readonly string[] {
  const file = made(given)
  return linesOf(file.places.get(story)!, side, file).map(({text}) => text)
}

const markInserted = `<w:rPr><w:ins ${by}/></w:rPr>`
const markDeleted = `<w:rPr><w:del ${by}/></w:rPr>`
const cell = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
const row = (content: string, properties = ''): string => `<w:tr><w:trPr>${properties}</w:trPr>${content}</w:tr>`
const table = (content: string): string => `<w:tbl>${content}</w:tbl>`

describe('accepted and rejected,', () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    ['words inserted', p(r('a ') + ins('b ') + r('c')), ['a b c'], ['a c']],
    ['words deleted', p(r('a ') + del('b ') + r('c')), ['a c'], ['a b c']],
    ['words replaced', p(r('a ') + del('b') + ins('c')), ['a c'], ['a b']],
    [
      'what one inserted and another deleted',
      p(`${r('a')}<w:ins ${by}><w:del ${by}><w:r><w:delText>b</w:delText></w:r></w:del></w:ins>`),
      ['a'],
      ['a'],
    ],
    [
      'words moved',
      p(`<w:moveFrom ${by}>${r('x')}</w:moveFrom>${r('a')}`) + p(`${r('b')}<w:moveTo ${by}>${r('x')}</w:moveTo>`),
      ['a', 'bx'],
      ['xa', 'b'],
    ],
    ['a paragraph inserted', p(r('a')) + p(ins('b'), markInserted) + p(r('c')), ['a', 'b', 'c'], ['a', 'c']],
    ['a paragraph deleted', p(r('a')) + p(del('b'), markDeleted) + p(r('c')), ['a', 'c'], ['a', 'b', 'c']],
    ['a paragraph split', p(r('a'), markInserted) + p(r('b')), ['a', 'b'], ['ab']],
    ['paragraphs joined', p(r('a'), markDeleted) + p(r('b')), ['ab'], ['a', 'b']],
    ['three paragraphs joined', p(r('a'), markDeleted) + p(r('b'), markDeleted) + p(r('c')), ['abc'], ['a', 'b', 'c']],
    [
      'a paragraph inserted before a table',
      p(r('a')) + p(ins('b'), markInserted) + table(row(cell(p(r('t'))))) + p(''),
      ['a', 'b', 't', ''],
      ['a', 't', ''],
    ],
    [
      'a paragraph is never joined with one in or after a table',
      p(r('a'), markDeleted) + table(row(cell(p(r('t'))))) + p(r('b')),
      ['a', 't', 'b'],
      ['a', 't', 'b'],
    ],
    ['a row inserted', table(row(cell(p(r('a')))) + row(cell(p(r('b'))), `<w:ins ${by}/>`)), ['a', 'b'], ['a']],
    ['a row deleted', table(row(cell(p(r('a')))) + row(cell(p(r('b'))), `<w:del ${by}/>`)), ['a'], ['a', 'b']],
    ['a cell inserted', table(row(cell(p(r('a'))) + cell(p(r('b')), `<w:cellIns ${by}/>`))), ['a', 'b'], ['a']],
    ['a cell deleted', table(row(cell(p(r('a'))) + cell(p(r('b')), `<w:cellDel ${by}/>`))), ['a'], ['a', 'b']],
    [
      'an inserted row in a table in a cell',
      table(row(cell(table(row(cell(p(r('x'))), `<w:ins ${by}/>`)) + p(r('y'))))),
      ['x', 'y'],
      ['y'],
    ],
    [
      'words in a control, a link and a smart tag',
      p(
        `<w:sdt><w:sdtPr/><w:sdtContent>${ins('a')}</w:sdtContent></w:sdt><w:hyperlink>${del('b')}</w:hyperlink><w:smartTag>${r('c')}</w:smartTag>`,
      ),
      ['ac'],
      ['bc'],
    ],
    [
      'tabs, breaks and hyphens',
      p('<w:r><w:t>a</w:t><w:tab/><w:br/><w:noBreakHyphen/><w:sym w:char="F0A7"/></w:r>'),
      ['a\t\n\u2011\uf0a7'],
      ['a\t\n\u2011\uf0a7'],
    ],
    ['a tab stop, which is no tab', p(r('a'), '<w:tabs><w:tab w:val="left"/></w:tabs>'), ['a'], ['a']],
    [
      'a text box',
      p(`${r('a')}<w:r><w:pict><w:txbxContent>${p(ins('b') + r('c'))}</w:txbxContent></w:pict></w:r>${r('d')}`),
      ['a\ufffcd', 'bc'],
      ['a\ufffcd', 'c'],
    ],
    [
      'a mathematical text',
      p(
        '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x</m:t></m:r></m:oMath>',
      ),
      ['x'],
      ['x'],
    ],
  ])('%s', (_, body, accepted, rejected) => {
    expect(texts(body, 'accepted')).toEqual(accepted)
    expect(texts(body, 'rejected')).toEqual(rejected)
  })

  test('the look of a change is no word: the mark of a numbering, of a former look, of a control character of math', () => {
    const body = p(
      r('a', `<w:b/><w:rPrChange ${by}><w:rPr/></w:rPrChange>`),
      `<w:numPr><w:ins ${by}/></w:numPr><w:pPrChange ${by}><w:pPr/></w:pPrChange>`,
    )
    expect([texts(body, 'accepted'), texts(body, 'rejected')]).toEqual([['a'], ['a']])
  })
})

describe('a field', () => {
  const sign = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const field = (instruction: string, result: string): string =>
    `${sign('begin')}<w:r><w:instrText>${instruction}</w:instrText></w:r>${sign('separate')}${result}${sign('end')}`
  const line = (body: string): {readonly text: string; readonly meant: string; readonly cited: string} => {
    const file = made(body)
    return linesOf(file.stories[0]!, 'accepted', file)[0]!
  }

  test('prints its result, and means its instruction where a program computes it', () => {
    const {text, meant, cited} = line(p(r('see ') + field(' REF _x \\h ', r('7.2')) + r('.')))
    expect([text, cited]).toEqual(['see 7.2.', '7.2'])
    expect(meant).not.toContain('7.2')
    expect(meant).toContain('REF _x \\h')
  })

  test('is the same however its instruction is cut up', () => {
    const whole = line(p(field('DDEAUTO c:\\\\cmd', r('x'))))
    const cut = line(
      p(
        `${sign('begin')}${['DDE', 'AUTO', ' c:\\\\', 'cmd'].map((piece) => `<w:r><w:instrText>${piece}</w:instrText></w:r>`).join('')}${sign('separate')}${r('x')}${sign('end')}`,
      ),
    )
    expect(cut.meant).toBe(whole.meant)
    expect(whole.meant).toContain('DDEAUTO')
  })

  test('means its result where nobody computes that', () => {
    expect(line(p(field('MERGEFIELD name', r('Anna')))).meant).toContain('Anna')
  })

  test('inside another is that one’s result', () => {
    const {text, meant} = line(p(field('TOC \\o "1-2"', r('1 Terms ') + field('PAGEREF _t', r('4')))))
    expect(text).toBe('1 Terms 4')
    expect(meant).not.toMatch(/Terms|PAGEREF/)
  })
})

describe('words that are not seen are words, and told apart:', () => {
  const styles =
    '<w:style w:type="character" w:styleId="Ghost"><w:rPr><w:vanish/></w:rPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Child"><w:basedOn w:val="Base"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Round"><w:basedOn w:val="Round"/></w:style>'
  test.each<[string, string, string]>([
    ['hidden directly', p(r('pay ') + r('not ', '<w:vanish/>')), 'hidden'],
    ['hidden by a style of characters', p(r('pay ') + r('not ', '<w:rStyle w:val="Ghost"/>')), 'hidden'],
    ['hidden by what the paragraph’s style is based on', p(r('not '), '<w:pStyle w:val="Child"/>'), 'hidden'],
    ['white', p(r('not ', '<w:color w:val="FFFFFF"/>')), 'hidden'],
    ['one point high', p(r('not ', '<w:sz w:val="2"/>')), 'hidden'],
    ['struck by hand', p(r('not ', '<w:strike/>')), 'struck'],
  ])('%s', (_, body, disguise) => {
    const pieces = made({body, styles}).stories[0]!.paragraphs[0]!.pieces
    expect(pieces.find(({text}) => text === 'not ')?.disguise).toBe(disguise)
    expect(texts({body, styles}, 'accepted')[0]).toContain('not ')
  })

  test('not what says that it is not hidden, nor what a circle of styles says', () => {
    const body = p(r('a', '<w:vanish w:val="0"/>') + r('b', '<w:strike w:val="false"/>'), '<w:pStyle w:val="Round"/>')
    expect(made({body, styles}).stories[0]!.paragraphs[0]!.pieces.map(({disguise}) => disguise)).toEqual([
      undefined,
      undefined,
    ])
  })
})

describe('numbers', () => {
  const level = (at: number, format: string, text: string, more = ''): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`
  const numbering =
    `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1')}${level(1, 'decimal', '%1.%2')}${level(2, 'lowerLetter', '(%3)')}${level(3, 'lowerRoman', '(%4)')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="1">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%1.%2', '<w:isLgl/>')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
  const at = (list: number, depth: number): string =>
    `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`
  const styles = `<w:style w:type="paragraph" w:styleId="Clause"><w:pPr>${at(1, 0)}</w:pPr></w:style>`
  const labels = (body: string, side: TextSide = 'accepted'): readonly string[] => {
    const file = made({body, numbering, styles})
    return linesOf(file.stories[0]!, side, file).map(({label, full}) => (label === full ? label : `${label} ${full}`))
  }

  test('are counted as Word counts them', () => {
    const depths = [0, 1, 2, 2, 3, 1, 2, 0, 1]
    expect(labels(depths.map((depth) => p(r('x'), at(1, depth))).join(''))).toEqual([
      '1',
      '1.1',
      '(a) 1.1(a)',
      '(b) 1.1(b)',
      '(i) 1.1(b)(i)',
      '1.2',
      '(a) 1.2(a)',
      '2',
      '2.1',
    ])
  })

  test('begin where the list says, and go on', () => {
    expect(labels([3, 3, 1].map((list) => p(r('x'), at(list, 0))).join(''))).toEqual(['5', '6', '7'])
  })

  test('are plain where the level asks for it, and come from the style', () => {
    expect(labels(p(r('x'), at(2, 0)) + p(r('y'), at(2, 1)))).toEqual(['I. I', '1.1'])
    expect(labels(p(r('x'), '<w:pStyle w:val="Clause"/>') + p(r('y')))).toEqual(['1', ''])
    expect(labels(p(r('x'), '<w:pStyle w:val="Clause"/><w:numPr><w:numId w:val="0"/></w:numPr>'))).toEqual([''])
  })

  test('pass over what is not there on a side', () => {
    const body = p(r('a'), at(1, 0)) + p(ins('b'), at(1, 0) + markInserted) + p(r('c'), at(1, 0))
    expect(labels(body)).toEqual(['1', '2', '3'])
    expect(labels(body, 'rejected')).toEqual(['1', '2'])
  })

  test('are those of before a tracked change of the look, when that is rejected', () => {
    const body = p(
      r('a'),
      `<w:numPr><w:numId w:val="0"/></w:numPr><w:pPrChange ${by}><w:pPr>${at(1, 0)}</w:pPr></w:pPrChange>`,
    )
    expect([labels(body), labels(body, 'rejected')]).toEqual([[''], ['1']])
  })
})

test('headers, footers and notes are stories by where they are printed, whatever their parts are called', () => {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  const part = (element: string, content: string): string =>
    `<w:${element} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${content}</w:${element}>`
  const related = (id: string, type: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${id}.xml"/>`
  const typed = (id: string, type: string): string =>
    `<Override PartName="/word/${id}.xml" ContentType="${wordType}.${type}+xml"/>`
  const reference = (kind: string, type: string, id: string): string =>
    `<w:${kind}Reference w:type="${type}" r:id="${id}"/>`
  const file = made({
    body:
      p(r('one'), `<w:sectPr>${reference('header', 'first', 'x1')}${reference('footer', 'default', 'x2')}</w:sectPr>`) +
      p(r('two'), `<w:sectPr>${reference('header', 'default', 'x1')}</w:sectPr>`),
    more: {
      'word/x1.xml': part('hdr', p(ins('Head') + r('er'))),
      'word/x2.xml': part('ftr', p(r('Footer'))),
      'word/x3.xml': part(
        'footnotes',
        `<w:footnote w:id="0" w:type="separator">${p(r('____'))}</w:footnote><w:footnote w:id="1">${p(r('Note'), markDeleted)}</w:footnote><w:footnote w:id="2">${p(r('Other'))}</w:footnote>`,
      ),
      'word/x4.xml': part(
        'comments',
        `<w:comment w:id="1" w:author="Anna" w:date="2026-11-20T09:00:00Z">${p(r('Why?'))}${p(r('Really?'))}</w:comment>`,
      ),
    },
    relationships:
      related('x1', 'header') + related('x2', 'footer') + related('x3', 'footnotes') + related('x4', 'comments'),
    contentTypes: typed('x1', 'header') + typed('x2', 'footer') + typed('x3', 'footnotes') + typed('x4', 'comments'),
  })
  expect([...file.places.keys()]).toEqual([
    'body',
    'header (first page)',
    'footer',
    'header of section 2',
    'footnotes',
    'comments',
  ])
  expect(file.stories.map(({name}) => name)).toEqual(['body', 'header (first page)', 'footer', 'footnotes', 'comments'])
  expect(linesOf(file.places.get('header of section 2')!, 'rejected', file).map(({text}) => text)).toEqual(['er'])
  expect(linesOf(file.places.get('footnotes')!, 'accepted', file).map(({text}) => text)).toEqual(['Note', 'Other'])
  expect(commentsIn(file)).toEqual([{author: 'Anna', date: '2026-11-20T09:00:00Z', words: 'Why?\nReally?'}])
})

test('lists tracked changes in print order, with who, when and which words', () => {
  const bob = 'w:id="2" w:author="Bob" w:date="2026-11-21T09:00:00Z"'
  const rows = table(row(cell(p(r('a'))) + cell(p(r('b'))), `<w:del ${bob}/>`))
  const found = trackedChanges(
    made(
      p(`${r('x ')}<w:ins ${by}>${r('one ')}${r('two')}</w:ins>${del('three', bob)}`, markInserted) +
        rows +
        p(r('y', `<w:rPrChange ${bob}/>`)),
    ),
  )
  expect(found.map(({kind, author, words, paragraph, of}) => [kind, author, words, paragraph, of])).toEqual([
    ['inserted', 'Anna', 'one two', 1, undefined],
    ['deleted', 'Bob', 'three', 1, undefined],
    ['inserted', 'Anna', '', 1, 'paragraph'],
    ['deleted', 'Bob', '', 2, 'row'],
    ['formatted', 'Bob', '', 4, undefined],
  ])
  expect(found[0]!.date).toBe('2026-11-20T09:00:00Z')
})
