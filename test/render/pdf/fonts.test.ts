import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import fontkit from '@pdf-lib/fontkit'
import {expect, test} from 'vitest'
import {charactersOf} from '../../../src/render/pdf/character-map.js'
import {house, languageFonts, symbols} from '../../../src/render/pdf/families.js'
import {createPdfRenderer} from '../../../src/render/pdf/index.js'
import {manuscriptOf} from '../../../src/render/pdf/manuscript-of.js'
import {openFontCase} from '../../../src/render/pdf/typefaces.js'
import {openTypesetter} from '../../../src/render/pdf/typesetter.js'
import {agreement, clause, copyOf, execution, german, group, item, japanese, value} from './build.js'
import {read} from './readers.js'
import {sample} from './sample.js'

const require = createRequire(import.meta.url)
const fontOf = (path: string): Buffer => readFileSync(require.resolve(path))
const named = (name: string, pointer = '/parties/1/legalName/native') =>
  copyOf(agreement([group('g', undefined, clause('c', 'Parties', item('c/one', ['A firm: ', value(name, pointer)])))]))
/** Nothing but the house font: the tests' own packages and the system are out of reach. */
const houseOnly = {
  fontDirectories: [],
  packageRoots: [require.resolve('@expo-google-fonts/source-serif-4/package.json')],
}

test.each([
  `${house.package}/${house.family.files[0]}`,
  '@expo-google-fonts/noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf',
])('reads from %s the characters that fontkit reads', (path) => {
  const font = fontOf(path)
  expect([...charactersOf(font)].sort()).toEqual([...new Set(fontkit.create(font).characterSet)].sort())
})

test('finds a package before it looks on the system', async () => {
  const {pdf} = await createPdfRenderer({fontDirectories: []}).render(copyOf(sample()))
  expect(read('pdffonts', pdf!)).toMatch(/NotoSerifJP/)
})

test('names the words, the place and the package when no font has them', async () => {
  const {pdf, diagnostics} = await createPdfRenderer({fontDirectories: [], packageRoots: []}).render(
    named('東海創薬株式会社'),
  )
  expect(pdf).toBeUndefined()
  expect(diagnostics.map(({code}) => code)).toEqual(['pdf/missing-font', 'pdf/missing-font'])
  expect(diagnostics[0]?.hint).toContain('npm install @expo-google-fonts/source-serif-4')
  expect(diagnostics[1]).toMatchObject({severity: 'error', at: {pointer: '/parties/1/legalName/native'}})
  expect(diagnostics[1]?.message).toContain('東 U+6771')
  expect(diagnostics[1]?.hint).toContain('npm install @expo-google-fonts/noto-serif-jp')
})

test.each([
  ['深圳创新科技有限公司', 'noto-serif-sc'],
  ['台灣積體電路製造股份有限公司', 'noto-serif-tc'],
  ['삼성전자 주식회사', 'noto-serif-kr'],
  ['شركة المثال', 'noto-naskh-arabic'],
])('asks for the right package for %s', async (name, slug) => {
  const {diagnostics} = await createPdfRenderer({...houseOnly, packageRoots: [import.meta.url]}).render(named(name))
  const {diagnostics: without} = await createPdfRenderer({fontDirectories: []}).render(named(name))
  expect([...diagnostics, ...without].every(({hint}) => hint?.includes(`@expo-google-fonts/${slug}`))).toBe(true)
  expect(without).toHaveLength(1)
})

test('prints once a font is found on the system', async () => {
  const known = openFontCase({packageRoots: [require.resolve('@expo-google-fonts/source-serif-4/package.json')]})
  const {typefaces, diagnostics} = known(named('東海創薬株式会社'))
  const family = typefaces?.familyOf.get('ja')
  if (diagnostics.length > 0) return expect(diagnostics[0]?.code).toBe('pdf/missing-font')
  expect([languageFonts.ja.packaged, ...languageFonts.ja.installed].map(({name}) => name)).toContain(family)
})

test('refuses a character that its font lacks, and says where it stands', async () => {
  const {pdf, diagnostics} = await createPdfRenderer().render(named('Rocket 🚀 Ltd', '/parties/0/legalName/latin'))
  expect(pdf).toBeUndefined()
  expect(diagnostics).toEqual([
    expect.objectContaining({code: 'pdf/missing-glyph', at: {pointer: '/parties/0/legalName/latin'}}),
  ])
  expect(diagnostics[0]?.message).toContain('🚀 U+1F680')
})

// PDF/A refuses a document in which a character has no glyph; PDF/UA, which we emit, does not.
test('promises no sign that Typst cannot set', async () => {
  const {typefaces} = openFontCase({})(copyOf(sample()))
  const everything = [...charactersOf(typefaces!.fonts[0]!)]
    .filter((code) => code > 0x20 && code !== 0x7f)
    .map((code) => String.fromCodePoint(code))
  const signs = everything.filter((sign) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(sign) && !/\p{Co}/u.test(sign)).join(' ')
  const copy = named(`${signs} ${symbols.characters} x\u2011y`)
  const manuscript = manuscriptOf(copy, typefaces!)
  const pdf = await openTypesetter('a-3a').typeset({
    manuscript: {...manuscript},
    attachment: '{}',
    fonts: typefaces!.fonts,
    time: 0,
  })
  expect(pdf.length).toBeGreaterThan(1000)
})

test('sets a Japanese name beside a Latin one in its own font', async () => {
  const {pdf, diagnostics} = await createPdfRenderer().render(copyOf(agreement([execution(german, japanese)])))
  expect(diagnostics).toEqual([])
  expect(read('pdffonts', pdf!)).toMatch(/Serif(4|JP|CJKjp)/)
})
