/**
 * Which fonts a copy is set in. Every character is looked up in the fonts that will set it before anything is typeset: a
 * word is printed, or an error says which font to add; an empty box is never printed.
 */
import type {Diagnostic, FairCopy, Place} from '../../model/index.js'
import {charactersOf} from './character-map.js'
import {codesOf, type Demand, demandOf, type FontLanguage, joinedDemand} from './demand.js'
import {house, languageFonts, symbols} from './families.js'
import {type FontFiles, type FontPlaces, type FoundFamily, fontFiles} from './font-files.js'
import {wordsAfter, wordsAround, wordsBefore} from './printed-words.js'
import type {ScriptLanguage} from './scripts.js'
import {openSurveyor, type Surveyor} from './survey.js'

/** What the manuscript and the typesetter need to know of the fonts. */
export interface Typefaces {
  /** The house font and the one for its missing signs. */
  readonly families: readonly string[]
  readonly familyOf: ReadonlyMap<ScriptLanguage, string>
  readonly fonts: readonly Buffer[]
}

export type FontCase = (copy: FairCopy<unknown>) => {
  readonly typefaces?: Typefaces
  readonly diagnostics: readonly Diagnostic[]
}

/** Opens the font case. Files are read when a copy first needs them, and once. */
export function openFontCase(places: FontPlaces, surveyor: Surveyor = openSurveyor()): FontCase {
  const files = fontFiles(places)
  const known = new Map<FontLanguage, Face | undefined>()
  const met = new WeakSet<Demand>()
  const faceOf = (language: FontLanguage): Face | undefined => {
    if (!known.has(language)) known.set(language, find(files, language))
    return known.get(language)
  }
  return (copy) => {
    const demands = demandsOf(copy, surveyor)
    for (const demand of demands) if (!met.has(demand) && isMet(demand, faceOf)) met.add(demand)
    const diagnostics = demands.every((demand) => met.has(demand)) ? [] : complaintsOf(demands, faceOf)
    return diagnostics.length > 0 ? {diagnostics} : {typefaces: typefacesFor(demands, faceOf), diagnostics}
  }
}

type FaceOf = (language: FontLanguage) => Face | undefined

/** What a copy asks of fonts, piece by piece. Words of the agreement come first, then those that locale and notices add. */
function demandsOf(copy: FairCopy<unknown>, surveyor: Surveyor): readonly Demand[] {
  const {language, parts} = copy.agreement
  const ofParts = parts.flatMap((part) => [
    demandOf(wordsBefore(part), language),
    ...(part.kind === 'cover' ? [] : part.provisions.map((provision) => surveyor(provision, language).demand)),
    demandOf(wordsAfter(part), language),
  ])
  return [...ofParts, demandOf(wordsAround(copy), language)]
}

function isMet(demand: Demand, faceOf: FaceOf): boolean {
  return [...demand].every(([language, characters]) => {
    const face = faceOf(language)
    return face !== undefined && [...characters.keys()].every((code) => face.characters.has(code))
  })
}

function complaintsOf(demands: readonly Demand[], faceOf: FaceOf): readonly Diagnostic[] {
  const asked = [...joinedDemand(demands)].sort(([one], [other]) => Number(other === 'house') - Number(one === 'house'))
  return asked.flatMap(([language, characters]) => complaints(language, faceOf(language), characters))
}

// Fonts in the order in which the copy first needs them, after the house font, which the template always names.
function typefacesFor(demands: readonly Demand[], faceOf: FaceOf): Typefaces {
  const languages = [...new Set<FontLanguage>(['house', ...demands.flatMap((demand) => [...demand.keys()])])]
  const faces = languages.map((language) => ({language, face: faceOf(language)!}))
  return {
    families: [house.family.name, symbols.family],
    familyOf: new Map(faces.flatMap(({language, face}) => (language === 'house' ? [] : [[language, face.name]]))),
    fonts: faces.flatMap(({face}) => face.fonts),
  }
}

interface Face extends FoundFamily {
  /** The characters that every file of the family has. */
  readonly characters: ReadonlySet<number>
}

function find(files: FontFiles, language: FontLanguage): Face | undefined {
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

function complaints(
  language: FontLanguage,
  face: Face | undefined,
  characters: ReadonlyMap<number, Place>,
): readonly Diagnostic[] {
  if (!face) return [missingFont(language, characters)]
  const missing = [...characters].filter(([code]) => !face.characters.has(code))
  return missing.length === 0 ? [] : [missingGlyph(face.name, missing)]
}

function missingFont(language: FontLanguage, characters: ReadonlyMap<number, Place>): Diagnostic {
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
