/** A fair copy → the manuscript that the template typesets. */
import {
  type Change,
  type ExecutionBlock,
  type FairCopy,
  furnitureOf,
  type Inline,
  type Part,
  type Schedule,
  type Signatory,
} from '../../model/index.js'
import {blocksOf} from './blocks.js'
import {headingOf, plainHeading} from './headings.js'
import type {
  CoverText,
  Heading,
  Manuscript,
  PartText,
  PrintedWord,
  PrintedWords,
  SignatoryText,
  SignatureBlock,
  Wording,
} from './manuscript.js'
import {moveLabel, unbarred, unnoted, within} from './marks.js'
import {openMemory, type SectionMemory, sectionsOf} from './memory.js'
import {redlineOf, withTold} from './redline.js'
import {againstWords} from './redline-words.js'
import {type Setting, settingOf} from './setting.js'
import {openSurveyor} from './survey.js'
import type {Typefaces} from './typefaces.js'
import {wording, wordsOf} from './wording.js'

/** With the memory of copies before, sections that did not change are the same objects as then. */
export function manuscriptOf(
  copy: FairCopy<Change>,
  typefaces: Typefaces,
  memory: SectionMemory = openMemory(openSurveyor()),
): Manuscript {
  const setting = settingOf(copy, typefaces, memory.surveyor)
  const {agreement, notices} = copy
  const [language, region] = agreement.language.split('-')
  const furniture = furnitureOf(copy)
  const manuscript: Manuscript = {
    title: titleOf(copy),
    titleWords: wording(furniture.title, setting),
    language: language!,
    ...(region ? {region} : {}),
    families: typefaces.families,
    notice: wording(furniture.firstPage, setting),
    description: notices.firstPage,
    running: runningOf(copy, unbarred(setting)),
    words: printed(setting),
    cover: coverOf(setting),
    ...(copy.contents.length === 0 ? {} : {contents: linesOf(copy)}),
    parts: agreement.parts.flatMap((part) => (part.kind === 'cover' ? [] : [partOf(part, setting, memory)])),
  }
  return withTold({...manuscript, ...redlineOf(manuscript, setting)})
}

function titleOf({agreement, against}: FairCopy<Change>): string {
  return against ? `${agreement.title}: ${againstWords(against.redline.from, against.redline.to)}` : agreement.title
}

function runningOf(copy: FairCopy<Change>, setting: Setting): Manuscript['running'] {
  const {title, revision, footer, origin} = furnitureOf(copy)
  return {
    title: wording(title, setting),
    state: wording([...stateBefore(copy), ...revision], setting),
    notice: wording(footer, setting),
    origin: wording(origin, setting),
    page: copy.locale.print.page,
  }
}

function stateBefore({purpose, locale}: FairCopy<Change>): readonly Inline[] {
  return purpose === 'draft' || purpose === 'redline' ? [{type: 'text', text: `${locale.print.draft} · `}] : []
}

function linesOf({contents, numerals}: FairCopy<Change>): NonNullable<Manuscript['contents']> {
  const parts = contents.filter(({numeral}) => numeral === undefined).length
  const schedules = contents.filter(({id}) => numerals.get(id)?.list === 'schedules').length
  return {parts, clauses: contents.length - parts - schedules, schedules}
}

const printedWords: readonly PrintedWord[] = [
  'contents',
  'between',
  'keyTerms',
  'signedFor',
  'signature',
  'name',
  'title',
  'authority',
  'date',
]

function printed(setting: Setting): PrintedWords {
  const entries = printedWords.map((word) => [word, wordsOf(setting.copy.locale.print[word], setting)] as const)
  return Object.fromEntries(entries) as Record<PrintedWord, Wording>
}

/** The parties' names on the cover are those that sign. */
function coverOf(setting: Setting): CoverText {
  const {parts} = setting.copy.agreement
  return {
    parties: parts.flatMap((part) => {
      if (part.kind !== 'execution') return []
      return part.blocks.map((block) => namesOf(block, within(block.mark, within(part.mark, unnoted(setting)))))
    }),
    blocks: parts.flatMap((part) => (part.kind === 'cover' ? blocksOf(part.blocks, within(part.mark, setting)) : [])),
  }
}

function namesOf({party, native}: ExecutionBlock<Change>, setting: Setting): CoverText['parties'][number] {
  return {name: wording(party, setting), ...(native ? {native: wording(native, setting)} : {})}
}

function partOf(part: Exclude<Part<Change>, {kind: 'cover'}>, around: Setting, memory: SectionMemory): PartText {
  const setting = within(part.mark, around)
  const sections = sectionsOf(part.provisions, clauseLevel(setting.copy, part), setting, memory)
  switch (part.kind) {
    case 'schedule':
      return {type: 'schedule', heading: scheduleHeading(part, around), sections}
    case 'execution': {
      const blocks = part.blocks.map((block) => signatureBlock(block, setting))
      const heading = plainHeading(setting.copy.locale.print.signatures, part.mark, around)
      return {type: 'execution', heading, sections, blocks}
    }
    default:
      return {type: 'part', ...partHeading(part, around), sections}
  }
}

// Clauses stand below the headings of groups in the outline, unless no group has one.
function clauseLevel({agreement}: FairCopy<Change>, part: Part<Change>): number {
  const grouped = agreement.parts.some(
    ({kind, ...other}) => kind === 'group' && 'heading' in other && other.heading !== undefined,
  )
  return part.kind === 'group' && !grouped ? 1 : 2
}

function partHeading(
  {id, heading, mark}: Pick<Part<Change>, 'id' | 'mark'> & {readonly heading?: readonly Inline<Change>[]},
  setting: Setting,
): {readonly heading?: Heading} {
  if (!heading) return {}
  const listed = setting.listed.has(id)
  return {heading: headingOf({kind: 'part', level: 1, listed, id, inlines: heading, mark}, setting)}
}

function scheduleHeading({id, heading, mark}: Schedule<Change>, setting: Setting): Heading {
  return headingOf({kind: 'schedule', level: 1, listed: true, id, inlines: heading, mark}, setting)
}

function signatureBlock({party, native, signatories, mark}: ExecutionBlock<Change>, around: Setting): SignatureBlock {
  const setting = within(mark, around)
  return {
    party: [...moveLabel(mark, setting), ...wording(party, setting)],
    ...(native ? {native: wording(native, setting)} : {}),
    signatories: signatories.map((signatory) => signatoryOf(signatory, setting)),
    ...markedWords(setting),
  }
}

function signatoryOf({name, title, authority, mark}: Signatory<Change>, around: Setting): SignatoryText {
  const setting = within(mark, around)
  return {
    name: [...moveLabel(mark, setting), ...wording(name, setting)],
    title: wording(title, setting),
    authority: wording(authority, setting),
    ...markedWords(setting),
  }
}

function markedWords(setting: Setting): {readonly words?: PrintedWords} {
  return setting.redline?.around ? {words: printed(setting)} : {}
}
