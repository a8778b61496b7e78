import fc from 'fast-check'
import {expect, test} from 'vitest'
import {runsOf} from '../../../src/render/pdf/scripts.js'

const languages = (text: string, language = 'en-GB') => runsOf(text, language).map((run) => run.language ?? 'house')

test('loses nothing, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.string({unit: 'grapheme'}),
      (text) =>
        runsOf(text, 'en')
          .map((run) => run.text)
          .join('') === text,
    ),
  )
})

test.each([
  ['東海創薬株式会社', 'ja'],
  ['ソニー', 'ja'],
  ['中山大学', 'ja'],
  ['深圳创新科技有限公司', 'zh-Hans'],
  ['中山大学有限公司', 'zh-Hans'],
  ['台灣積體電路製造股份有限公司', 'zh-Hant'],
  ['삼성전자 주식회사', 'ko'],
  ['현대自動車', 'ko'],
  ['شركة المثال المحدودة', 'ar'],
  ['חברה לדוגמה', 'he'],
  ['बजाज ऑटो', 'hi'],
])('takes %s for %s', (name, language) => {
  expect(new Set(languages(name).filter((found) => found !== 'house'))).toEqual(new Set([language]))
})

test('takes names in the language of the agreement where the characters allow it', () => {
  expect(languages('中山大学', 'zh-CN')).toEqual(['zh-Hans'])
})

test('leaves Latin, Greek and Cyrillic words, their quotes and their dashes to the house font', () => {
  for (const text of ['“Söhne” – naïve', 'Ελλάδα', 'Москва', 'a · b', 'Phạm Văn Đồng', '12 § 4'])
    expect(languages(text)).toEqual(['house'])
})

test('parts a name in two scripts where the script changes', () => {
  expect(runsOf('Haruto (酒井 陽翔), director', 'en').map(({text}) => text)).toEqual([
    'Haruto (',
    '酒井',
    ' ',
    '陽翔',
    '), director',
  ])
})
