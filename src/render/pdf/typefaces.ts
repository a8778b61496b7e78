/**
 * Which fonts a copy is set in. Every character is looked up in the fonts that will set it before anything is typeset: a
 * word is printed, or an error says which font to add; an empty box is never printed.
 */
import type {Diagnostic, FairCopy, Place} from '../../model/index.js'
import {charactersOf} from './character-map.js'
import {house, languageFonts, symbols} from './families.js'
import {type FontFiles, type FontPlaces, type FoundFamily, fontFiles} from './font-files.js'
import {printedWords} from './printed-words.js'
import {runsOf, type ScriptLanguage} from './scripts.js'

/** What the manuscript and the typesetter need to know of the fonts. */
export interface Typefaces {
  /** The house font and the one for its missing signs. */
  readonly families: readonly string[]
  readonly familyOf: ReadonlyMap<ScriptLanguage, string>
  readonly fonts: readonly Buffer[]
}

/** What a copy asks of one font: characters, and where each was first met. `house` is the font for Latin text. */
type Demand = ReadonlyMap<ScriptLanguage | 'house', ReadonlyMap<number, Place>>

export type FontCase = (copy: FairCopy<unknown>) => {
  readonly typefaces?: Typefaces
  readonly diagnostics: readonly Diagnostic[]
}

/** Opens the font case. Files are read when a copy first needs them, and once. */
export function openFontCase(places: FontPlaces): FontCase {
  const files = fontFiles(places)
  const known = new Map<ScriptLanguage | 'house', Face | undefined>()
  return (copy) => {
    const demand = demandOf(copy)
    const diagnostics: Diagnostic[] = []
    const familyOf = new Map<ScriptLanguage, string>()
    const fonts: Buffer[] = []
    for (const [language, characters] of demand) {
      if (!known.has(language)) known.set(language, find(files, language))
      const face = known.get(language)
      diagnostics.push(...complaints(language, face, characters))
      if (face) fonts.push(...face.fonts)
      if (face && language !== 'house') familyOf.set(language, face.name)
    }
    if (diagnostics.length > 0) return {diagnostics}
    return {typefaces: {families: [house.family.name, symbols.family], familyOf, fonts}, diagnostics}
  }
}

interface Face extends FoundFamily {
  /** The characters that every file of the family has. */
  readonly characters: ReadonlySet<number>
}

function find(files: FontFiles, language: ScriptLanguage | 'house'): Face | undefined {
  const found = language === 'house' ? files.packaged(house.package, house.family) : findFor(files, language)
  if (!found) return undefined
  const [first, ...rest] = found.fonts.map(charactersOf)
  const signs = language === 'house' ? codesOf(symbols.characters) : []
  const shared = [...first!].filter((code) => rest.every((characters) => characters.has(code)))
  return {...found, characters: new Set([...shared, ...signs])}
}

function findFor(files: FontFiles, language: ScriptLanguage): FoundFamily | undefined {
  const fonts = languageFonts[language]
  const packaged = files.packaged(fonts.package, fonts.packaged)
  if (packaged) return packaged
  for (const family of fonts.installed) {
    const found = files.installed(family)
    if (found) return found
  }
  return undefined
}

function demandOf(copy: FairCopy<unknown>): Demand {
  const demand = new Map<ScriptLanguage | 'house', Map<number, Place>>([['house', new Map()]])
  for (const {text, at} of printedWords(copy)) {
    for (const run of runsOf(text, copy.agreement.language)) {
      const language = run.language ?? 'house'
      const characters = demand.get(language) ?? new Map<number, Place>()
      demand.set(language, characters)
      for (const code of codesOf(run.text)) if (!characters.has(code)) characters.set(code, at)
    }
  }
  return demand
}

// Controls such as the zero-width joiner print nothing; a line break is not a glyph; a non-breaking hyphen is set as a hyphen.
function codesOf(text: string): readonly number[] {
  const printed = text.replace(/[\p{Default_Ignorable_Code_Point}\n]/gu, '').replaceAll('\u2011', '\u2010')
  return [...printed].map((character) => character.codePointAt(0)!)
}

function complaints(
  language: ScriptLanguage | 'house',
  face: Face | undefined,
  characters: ReadonlyMap<number, Place>,
): readonly Diagnostic[] {
  if (!face) return [missingFont(language, characters)]
  const missing = [...characters].filter(([code]) => !face.characters.has(code))
  return missing.length === 0 ? [] : [missingGlyph(face.name, missing)]
}

function missingFont(language: ScriptLanguage | 'house', characters: ReadonlyMap<number, Place>): Diagnostic {
  const wanted = language === 'house' ? {language: 'Latin', package: house.package} : languageFonts[language]
  const system = language === 'house' ? '' : `, or install the font "${languageFonts[language].installed[0]!.name}"`
  return {
    severity: 'error',
    code: 'pdf/missing-font',
    message: `The PDF needs a font for ${wanted.language} text (${quoted([...characters.keys()])}), and none was found.`,
    reason: 'Every font is embedded in the PDF, so that the other side sees the same letters.',
    hint: `Run \`npm install ${wanted.package}\`${system}.`,
    at: placeOf([...characters]),
  }
}

function missingGlyph(family: string, missing: readonly (readonly [number, Place])[]): Diagnostic {
  return {
    severity: 'error',
    code: 'pdf/missing-glyph',
    message: `The font "${family}" cannot print ${quoted(missing.map(([code]) => code))}.`,
    hint: 'Write it with other characters. Emoji and private signs have no place in an agreement.',
    at: placeOf(missing),
  }
}

function placeOf(characters: readonly (readonly [number, Place])[]): Place {
  return characters[0]![1]
}

function quoted(codes: readonly number[]): string {
  const shown = codes
    .slice(0, 12)
    .map((code) => `${String.fromCodePoint(code)} U+${code.toString(16).toUpperCase().padStart(4, '0')}`)
  return shown.join(', ') + (codes.length > shown.length ? ` and ${codes.length - shown.length} more` : '')
}
