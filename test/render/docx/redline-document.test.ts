/** What stands in the parts of a redline: each id once, each change with its author and date, live references, comments on demand. */
import {unzipSync} from 'fflate'
import {expect, test} from 'vitest'
import {type Change, causeWords, type FairCopy} from '../../../src/model/index.js'
import {createDocxRenderer, isAsWritten, readManifest} from '../../../src/render/docx/index.js'
import {xmlText} from '../../../src/render/docx/xml.js'
import {agreement, blank, para, value} from '../sample.js'
import {part} from './office.js'
import {pairs} from './redline-pairs.js'
import {author, pair, redlined, withProvision} from './redlines.js'
import {wordLines} from './word-lines.js'

const renderer = createDocxRenderer()
const stories = ['document', 'header1', 'footer1', 'footer2']
const all = (xml: string, pattern: RegExp): readonly string[] => [...xml.matchAll(pattern)].map((match) => match[1]!)
const documentOf = (copy: FairCopy<Change>): string => part(renderer.render(copy), 'word/document.xml')
const moved = pairs['a clause moved and edited, cited from elsewhere']!

test.each(Object.entries(pairs))('uses every id and name once: %s', (_, make) => {
  const bytes = renderer.render(redlined(make(), {showCauses: true, showRenumbering: true}).copy)
  const whole = stories.map((name) => part(bytes, `word/${name}.xml`)).join('')
  expect(whole).not.toContain('\u0001')
  const ids = all(
    whole,
    /<w:(?:ins|del|moveFrom|moveTo|pPrChange|bookmarkStart|moveFromRangeStart|moveToRangeStart) w:id="(\d+)"/g,
  )
  expect(new Set(ids).size).toBe(ids.length)
  const names = all(whole, /<w:bookmarkStart [^>]*w:name="([^"]+)"/g)
  expect(new Set(names).size).toBe(names.length)
  for (const name of [...all(whole, / REF (\S+) /g), ...all(whole, /w:anchor="([^"]+)"/g)])
    expect(names).toContain(name)
  expect(all(whole, /<w:moveFromRangeStart [^>]*w:name="([^"]+)"/g).toSorted()).toEqual(
    all(whole, /<w:moveToRangeStart [^>]*w:name="([^"]+)"/g).toSorted(),
  )
  expect(all(whole, /<w:move(?:From|To)RangeStart w:id="(\d+)"/g)).toEqual(
    all(whole, /<w:move(?:From|To)RangeEnd w:id="(\d+)"/g),
  )
  expect(isAsWritten(bytes)).toBe(true)
})

test('signs every change with its author, and its time in seconds of UTC', () => {
  const bytes = renderer.render(redlined(moved()).copy)
  const changes = stories.flatMap((name) => all(part(bytes, `word/${name}.xml`), /(w:author="[^"]*" w:date="[^"]*")/g))
  expect(new Set(changes)).toEqual(new Set([`w:author="${author}" w:date="2026-11-20T09:30:15Z"`]))
})

test('gives the same bytes again, whatever was rendered before', () => {
  const used = createDocxRenderer()
  for (const make of Object.values(pairs)) {
    const {copy, from, to} = redlined(make())
    used.render(from)
    expect(Buffer.compare(used.render(copy), createDocxRenderer().render(copy))).toBe(0)
    expect(Buffer.compare(used.render(to), createDocxRenderer().render(to))).toBe(0)
  }
})

test('moves a clause as Word does, and deletes what was dropped on the way', () => {
  const xml = documentOf(redlined(moved()).copy)
  expect(xml).toMatch(
    /<w:moveFromRangeStart .*<w:moveFrom .*Price.*<w:moveFromRangeEnd .*<w:moveToRangeStart .*<w:moveTo .*Price.*<w:moveToRangeEnd /,
  )
  const from = /<w:moveFromRangeStart .*?<w:moveFromRangeEnd /.exec(xml)![0]
  expect(from).toMatch(/<w:del [^>]*><w:r><w:delText xml:space="preserve">[^<]*250,000/)
  expect(from).not.toMatch(/<w:ins w:id="[^"]*" [^>]*[^/]>/)
  expect(from).toMatch(/<w:trPr><w:cantSplit\/><w:tblHeader\/><w:del /)
})

test('prints a reference to what moved as a deleted field beside an inserted one, and any other as it was', () => {
  const xml = documentOf(redlined(moved()).copy)
  const unpaid = /a sum due under .*? has not been paid/.exec(xml)![0]
  expect(all(unpaid, /<w:(ins|del) /g)).toEqual(['del', 'ins'])
  expect(unpaid).toMatch(
    /<w:delInstrText xml:space="preserve"> REF (_eg_\S+) .*<w:instrText xml:space="preserve"> REF (?!\1)_eg_/,
  )
  const period = /has had the period in .*?<\/w:p>/.exec(xml)![0]
  expect(period).not.toMatch(/<w:(ins|del) /)
})

test('marks consequential renumbering only when it is asked to', () => {
  const make = pairs['sub-clauses that come first and last']!
  const cited = (xml: string): string => /has had the period in .*?<\/w:p>/.exec(xml)![0]
  const inside = pair(
    withProvision('conf.duty/keep', () => []),
    agreement,
  )
  expect(cited(documentOf(redlined(inside).copy))).not.toContain('<w:del ')
  const shown = cited(documentOf(redlined(inside, {showRenumbering: true}).copy))
  expect(shown).toMatch(/<w:del .*4\.1.*<w:ins .*4\.2/)
  expect(documentOf(redlined(make()).copy)).toContain('<w:ins ')
})

test('types no number and hides that of what is gone', () => {
  const xml = documentOf(redlined(pairs['a schedule that goes']!()).copy)
  const heading = /<w:pPr><w:pStyle w:val="ScheduleHeading"\/><w:numPr>.*?<\/w:pPrChange>/.exec(xml)![0]
  expect(heading).toContain('<w:numId w:val="0"/></w:numPr><w:ind w:left="1985" w:hanging="0"/>')
  expect(heading).toMatch(
    /<w:pPrChange [^>]*><w:pPr><w:pStyle w:val="ScheduleHeading"\/><w:numPr><w:ilvl w:val="0"\/><w:numId w:val="4"\/>/,
  )
})

test('puts controls round whole unmarked values only', () => {
  const words = (cap: string) =>
    withProvision('conf.duty/keep', (own) => ({
      ...own,
      body: [para('At most ', value('/cap', cap), ' or ', value('/floor', 'EUR 5'), ' or ', blank('/x', 'What?'), '.')],
    }))
  const xml = documentOf(redlined(pair(words('EUR 1,000 a year'), words('EUR 2,000 a year'))).copy)
  expect(xml).toContain('<w:tag w:val="/floor"/>')
  expect(xml).toContain('<w:tag w:val="/x"/>')
  expect(xml).not.toContain('<w:tag w:val="/cap"/>')
  expect(xml).not.toContain('<w:tag w:val="conf.duty"/>')
})

test('tells causes in comments only when it is asked to, replaced words in one', () => {
  const make = pairs['words, values, blanks, emphasis and definitions']!
  expect(Object.keys(unzipSync(renderer.render(redlined(make()).copy)))).not.toContain('word/comments.xml')
  const bytes = renderer.render(redlined(make(), {showCauses: true}).copy)
  const comments = part(bytes, 'word/comments.xml')
  const xml = part(bytes, 'word/document.xml')
  const ids = all(comments, /<w:comment w:id="(\d+)"/g)
  expect(ids.length).toBeGreaterThan(1)
  for (const pattern of [
    /<w:commentRangeStart w:id="(\d+)"/g,
    /<w:commentRangeEnd w:id="(\d+)"/g,
    /<w:commentReference w:id="(\d+)"/g,
  ])
    expect(all(xml, pattern)).toEqual(ids)
  expect(comments).toContain(`w:author="${author}" w:date="2026-11-20T09:30:15Z" w:initials="EC"`)
  for (const {cause} of redlined(make()).copy.against!.redline.changes.filter(({at}) => at !== 'furniture'))
    expect(comments).toContain(xmlText(causeWords(cause)))
  expect(part(bytes, '[Content_Types].xml')).toContain('/word/comments.xml')
  expect(xml).toMatch(
    /<w:commentRangeStart w:id="0"\/><w:del .*?<\/w:del><w:ins .*?<\/w:ins><w:commentRangeEnd w:id="0"\/><w:ins /,
  )
})

test('keeps tracking on, so that what the other side changes is marked as well', () => {
  const {copy, to} = redlined(moved())
  expect(part(renderer.render(copy), 'word/settings.xml')).toContain('<w:trackRevisions/>')
  expect(part(renderer.render(to), 'word/settings.xml')).not.toContain('trackRevisions')
})

test('says in its manifest what was compared, and which bookmark stands on the old side', () => {
  const manifest = readManifest(renderer.render(redlined(moved()).copy))!
  expect(manifest.redline?.from).toEqual({label: 'Revision 3', revision: 3, hash: `sha256:${'1'.repeat(64)}`})
  expect(manifest.redline?.to.revision).toBe(4)
  expect([...manifest.bookmarks.values()].filter((id) => id === 'money.price')).toHaveLength(2)
  expect(readManifest(renderer.render(redlined(moved()).to))?.redline).toBeUndefined()
})

test('names in header and cover the parties of both sides, with what stands between them', () => {
  const {copy, to, from} = redlined(pairs['parties that sign in another order, and a signatory less']!())
  const header = part(renderer.render(copy), 'word/header1.xml')
  const words = (side: 'ins' | 'del'): string =>
    header.replace(new RegExp(`<w:${side} .*?</w:${side}>`, 'g'), '').replace(/<[^>]+>/g, '')
  const clean = (one: FairCopy): string => part(renderer.render(one), 'word/header1.xml').replace(/<[^>]+>/g, '')
  expect(words('del')).toBe(clean(to))
  expect(words('ins')).toBe(clean(from))
})

test('prints nothing twice that stands in both sides', () => {
  const {copy, to} = redlined(pairs['title, notices and revision']!())
  const [marked, clean] = [copy, to].map((one) => wordLines(renderer.render(one)))
  expect(marked!.length).toBe(clean!.length)
  expect(documentOf(copy)).not.toContain('pPrChange')
})
