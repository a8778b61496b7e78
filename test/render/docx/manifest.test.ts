/** What a file says of itself, and whether that can be believed. */
import {strToU8, unzipSync, zipSync} from 'fflate'
import {expect, test} from 'vitest'
import {
  bookmarkName,
  controlTag,
  createDocxRenderer,
  isAsWritten,
  readManifest,
} from '../../../src/render/docx/index.js'
import {agreement, agreementOf, clause, fairCopy, para, value} from '../sample.js'
import {withPart} from './office.js'

const copy = fairCopy(agreement)
const identity = {
  ...copy.identity,
  clauses: [{clause: 'ip.results.each-owns-own', version: '1.3.0', hash: `sha256:${'a'.repeat(64)}`}],
}
const bytes = createDocxRenderer().render({...copy, identity})

test('reads back which deal, revision and clauses made the file', () => {
  expect(readManifest(bytes)?.identity).toEqual(identity)
})

test('reads back which bookmark is which provision', () => {
  const {bookmarks} = readManifest(bytes)!
  expect(bookmarks.get(bookmarkName('conf.duty/period'))).toBe('conf.duty/period')
  for (const id of [...copy.numerals.keys(), 'schedule.gates', 'execution~Aoyama Instruments K.K.'])
    expect(bookmarks.get(bookmarkName(id))).toBe(id)
})

test('reads back the pointers that were too long for a tag, and no others', () => {
  const long = `/a/${'long/'.repeat(20)}"quoted" & more`
  const file = createDocxRenderer().render(
    fairCopy(agreementOf([clause('a', 'A', [para(value(long, '1'), value('/short', '2'))])])),
  )
  expect([...readManifest(file)!.controls]).toEqual([[controlTag(long), long]])
})

test('knows a file as written, and one that was altered anywhere', () => {
  expect(isAsWritten(bytes)).toBe(true)
  expect(isAsWritten(withPart(bytes, 'word/document.xml', (text) => text))).toBe(true)
  expect(isAsWritten(withPart(bytes, 'word/document.xml', (text) => text.replace('5 years', '9 years')))).toBe(false)
  expect(isAsWritten(withPart(bytes, 'word/styles.xml', (text) => `${text} `))).toBe(false)
  expect(
    isAsWritten(withPart(bytes, 'customXml/item1.xml', (text) => text.replace('revision="3"', 'revision="4"'))),
  ).toBe(false)
})

test('knows a file with a part more, a part less, or the manifest gone as altered', () => {
  const parts = {...unzipped()}
  expect(isAsWritten(zipSync({...parts, 'word/comments.xml': strToU8('<x/>')}))).toBe(false)
  const {'word/settings.xml': _, ...without} = parts
  expect(isAsWritten(zipSync(without))).toBe(false)
  const {'customXml/item1.xml': __, ...bare} = parts
  expect(isAsWritten(zipSync(bare))).toBe(false)
  expect(readManifest(zipSync(bare))).toBeUndefined()
})

test('finds the manifest under the name that Word gave it', () => {
  const {'customXml/item1.xml': own, ...others} = unzipped()
  expect(
    readManifest(zipSync({...others, 'customXml/item1.xml': strToU8('<other/>'), 'customXml/item2.xml': own!}))
      ?.identity.deal,
  ).toBe('d-4f1c')
})

test('reads nothing from what is no file of ours', () => {
  for (const other of [
    new Uint8Array(),
    strToU8('PK'),
    zipSync({'customXml/item1.xml': strToU8('<!DOCTYPE a><manifest/>')}),
    zipSync({'customXml/item1.xml': strToU8('<manifest xmlns="urn:engross:manifest:1"')}),
  ]) {
    expect(readManifest(other)).toBeUndefined()
    expect(isAsWritten(other)).toBe(false)
  }
})

test('refuses a part that is said to be enormous before inflating it', () => {
  const bomb = zipSync({'customXml/item1.xml': new Uint8Array(40 * 2 ** 20)})
  expect(readManifest(bomb)).toBeUndefined()
})

function unzipped(): Record<string, Uint8Array> {
  return unzipSync(bytes)
}
