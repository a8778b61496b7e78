/**
 * Sections kept between copies, by the provisions they are made of. A section is taken again when its provisions are the
 * same objects and everything else that it prints is the same text; so memory saves work and never changes a word.
 */
import type {Change, CitationPiece, Provision, ProvisionId} from '../../model/index.js'
import type {Section} from './manuscript.js'
import {type Stretch, sectionOf, stretchesOf} from './sections.js'
import type {Setting} from './setting.js'
import type {Surveyor} from './survey.js'

interface Kept {
  readonly stretch: Stretch
  readonly circumstances: string
  readonly section: Section
}

export interface SectionMemory {
  readonly surveyor: Surveyor
  /** By the first provision of the stretch. */
  readonly sections: WeakMap<Provision<Change>, Kept>
}

export function openMemory(surveyor: Surveyor): SectionMemory {
  return {surveyor, sections: new WeakMap()}
}

/** `level` is the outline level that clause headings take. A redline is printed once: its sections are not kept. */
export function sectionsOf(
  provisions: readonly Provision<Change>[],
  level: number,
  setting: Setting,
  {surveyor, sections}: SectionMemory,
): readonly Section[] {
  if (setting.redline) return stretchesOf(provisions, setting).map((stretch) => sectionOf(stretch, level, setting))
  const looks = looksOf(level, setting)
  return stretchesOf(provisions, setting).map((stretch) => {
    const circumstances = looks + circumstancesOf(stretch, setting, surveyor)
    const known = sections.get(stretch[0])
    if (known && known.circumstances === circumstances && isSame(known.stretch, stretch)) return known.section
    const section = sectionOf(stretch, level, setting)
    sections.set(stretch[0], {stretch, circumstances, section})
    return section
  })
}

function isSame(one: Stretch, other: Stretch): boolean {
  return one.length === other.length && one.every((provision, index) => provision === other[index])
}

// Control characters separate, since no text holds one but the line break (model, `Text`).
const separator = '\u0001'

function looksOf(level: number, {copy, typefaces}: Setting): string {
  const {openQuote, closeQuote, blank} = copy.locale.print
  const families = [...typefaces.familyOf].map((entry) => entry.join('='))
  return [level, copy.agreement.language, openQuote, closeQuote, blank, ...families, ''].join(separator)
}

/** What stands outside the provisions and is printed in them: numbers, citations, and which of them bear a label. */
function circumstancesOf(stretch: Stretch, setting: Setting, surveyor: Surveyor): string {
  let text = ''
  for (const provision of stretch) {
    const {ids, targets} = surveyor(provision, setting.copy.agreement.language)
    for (const id of ids) text += standing(id, setting)
    for (const target of targets) text += citedAs(setting.copy.citations.get(target))
  }
  return text
}

function standing(id: ProvisionId, {copy, cited, listed}: Setting): string {
  const numeral = copy.numerals.get(id)?.label ?? '\u0002'
  return `${numeral}${cited.has(id) ? '\u0003' : ''}${listed.has(id) ? '\u0004' : ''}${separator}`
}

function citedAs(pieces: readonly CitationPiece[] = []): string {
  let text = separator
  for (const piece of pieces)
    text += typeof piece === 'string' ? `${piece}\u0002` : `${piece.target}\u0003${piece.numeral}\u0004`
  return text
}
