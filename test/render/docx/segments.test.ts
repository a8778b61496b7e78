/** Reuse must not show: the same copy gives the same bytes whatever the renderer did before. */
import {crc32, inflateRawSync} from 'node:zlib'
import fc from 'fast-check'
import {unzipSync} from 'fflate'
import {expect, test} from 'vitest'
import type {Agreement} from '../../../src/model/index.js'
import {combine} from '../../../src/render/docx/crc.js'
import {createDocxRenderer} from '../../../src/render/docx/index.js'
import {columnWidths} from '../../../src/render/docx/nodes/column-widths.js'
import {partOf, segmentOf} from '../../../src/render/docx/segment.js'
import {agreement, fairCopy, notices} from '../sample.js'
import {anyAgreement, longAgreement} from './build.js'

test('finds the checksum of two pieces from theirs', () => {
  fc.assert(
    fc.property(fc.uint8Array({maxLength: 3000}), fc.uint8Array({maxLength: 3000}), (first, second) => {
      expect(combine(crc32(first), crc32(second), second.length)).toBe(crc32(Buffer.concat([first, second])))
    }),
  )
})

test('lays segments end to end in one stream', () => {
  fc.assert(
    fc.property(fc.array(fc.string({maxLength: 400}), {maxLength: 8}), (texts) => {
      const {deflated, crc, size} = partOf(
        'x',
        texts.map((text) => segmentOf(Buffer.from(text))),
      )
      const inflated = inflateRawSync(Buffer.concat(deflated))
      expect(inflated.toString()).toBe(Buffer.from(texts.join('')).toString())
      expect([crc, size]).toEqual([crc32(inflated), inflated.length])
    }),
  )
})

test('shares a width out to the last twip', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({maxLength: 80}), {minLength: 1, maxLength: 4}), {minLength: 1, maxLength: 6}),
      (columns) => {
        const widths = columnWidths(columns, 9072)
        expect(widths.reduce((sum, width) => sum + width, 0)).toBe(9072)
        expect(Math.min(...widths)).toBeGreaterThan(0)
      },
    ),
  )
})

test('gives the same bytes from memory as from nothing', () => {
  const used = createDocxRenderer()
  fc.assert(
    fc.property(fc.tuple(anyAgreement, anyAgreement, fc.boolean()), ([one, other, mixed]) => {
      // A document that shares some provisions with the one before, in another order, is where reuse could show.
      const next = mixed ? shuffled(one, other) : other
      for (const copy of [
        fairCopy(one),
        fairCopy(next),
        fairCopy(one, {notices: {...notices, footer: 'Other'}}),
        fairCopy(one),
      ]) {
        expect(Buffer.compare(used.render(copy), createDocxRenderer().render(copy))).toBe(0)
      }
    }),
    {numRuns: 12},
  )
})

function shuffled(one: Agreement, other: Agreement): Agreement {
  const parts = one.parts.map((part, index) => {
    const own = other.parts[index]
    if (part.kind !== 'group' || own?.kind !== 'group') return part
    return {...part, provisions: [own.provisions[1]!, part.provisions[0]!, part.provisions[2]!]}
  })
  return {...one, parts}
}

test('gives the same bytes when the shared provisions are cited or numbered otherwise', () => {
  const used = createDocxRenderer()
  const group = agreement.parts.filter(({kind}) => kind === 'group')
  const others = agreement.parts.filter(({kind}) => kind !== 'group')
  const copies = [
    agreement,
    {...agreement, parts: [...others, ...[...group].reverse()]},
    {...agreement, numbering: 'decimal' as const},
    {...agreement, parts: [...group, ...others.filter(({kind}) => kind !== 'cover')]},
    {
      ...agreement,
      parts: [
        ...others.filter(({kind}) => kind !== 'schedule'),
        ...group,
        ...others.filter(({kind}) => kind === 'schedule').reverse(),
      ],
    },
    agreement,
  ].map((one) => fairCopy(one))
  for (const copy of copies) expect(Buffer.compare(used.render(copy), createDocxRenderer().render(copy))).toBe(0)
})

test('changes one clause and little else when one value changes', () => {
  const [before, after] = ['EUR 100', 'EUR 20,000'].map((words) =>
    unzipSync(createDocxRenderer().render(fairCopy(longAgreement(words)))),
  )
  const changed = Object.keys(before!).filter((name) => Buffer.compare(before![name]!, after![name]!) !== 0)
  expect(changed).toEqual(['word/document.xml', 'customXml/item1.xml'])
  const [one, other] = [before, after].map((parts) => Buffer.from(parts!['word/document.xml']!).toString())
  expect(one!.replaceAll('EUR 100', 'EUR 20,000')).toBe(other)
})

test('takes its times from the revision', () => {
  const bytes = createDocxRenderer().render(fairCopy())
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  expect(view.getUint16(12, true)).toBe(((2026 - 1980) << 9) | (11 << 5) | 23)
  expect(Buffer.from(unzipSync(bytes)['docProps/core.xml']!).toString()).toContain(
    '2026-11-23T10:00:00Z</dcterms:created>',
  )
  const undated = fairCopy()
  const early = createDocxRenderer().render({...undated, identity: {...undated.identity, time: ''}})
  expect(Buffer.from(unzipSync(early)['docProps/core.xml']!).toString()).toContain('1980-01-01T00:00:00Z')
})

test('names an author only when one is given', () => {
  const core = (options: {author?: string}): string =>
    Buffer.from(unzipSync(createDocxRenderer().render(fairCopy(), options))['docProps/core.xml']!).toString()
  expect(core({})).not.toContain('creator')
  expect(core({author: 'A & B'})).toContain('<dc:creator>A &amp; B</dc:creator>')
})
