/** Which characters words ask of which font. Lists are read once: the demand of a clause is kept, and joined with others'. */
import type {Place} from '../../model/index.js'
import type {PrintedWords} from './printed-words.js'
import {runsOf, type ScriptLanguage} from './scripts.js'

/** A language that has a font of its own, or `house` for what the house font is for: Latin, Greek, Cyrillic. */
export type FontLanguage = ScriptLanguage | 'house'

/** By the font they are for: characters, and where each was first met. */
export type Demand = ReadonlyMap<FontLanguage, ReadonlyMap<number, Place>>

/** `language` is the agreement's own. */
export function demandOf(words: readonly PrintedWords[], language: string): Demand {
  const demand = new Map<FontLanguage, Map<number, Place>>()
  for (const {text, at} of words) {
    for (const run of runsOf(text, language)) {
      const characters = charactersFor(run.language ?? 'house', demand)
      for (const code of codesOf(run.text)) if (!characters.has(code)) characters.set(code, at)
    }
  }
  return demand
}

/** The demands as one, in their order. */
export function joinedDemand(demands: readonly Demand[]): Demand {
  const whole = new Map<FontLanguage, Map<number, Place>>()
  for (const demand of demands) {
    for (const [language, asked] of demand) {
      const characters = charactersFor(language, whole)
      for (const [code, at] of asked) if (!characters.has(code)) characters.set(code, at)
    }
  }
  return whole
}

function charactersFor(language: FontLanguage, demand: Map<FontLanguage, Map<number, Place>>): Map<number, Place> {
  const known = demand.get(language) ?? new Map<number, Place>()
  demand.set(language, known)
  return known
}

/** Code points that print: a joiner does not, nor does a line break; a non-breaking hyphen is set as a hyphen. */
export function codesOf(text: string): readonly number[] {
  const printed = text.replace(/[\p{Default_Ignorable_Code_Point}\n]/gu, '').replaceAll('\u2011', '\u2010')
  return [...printed].map((character) => character.codePointAt(0)!)
}
