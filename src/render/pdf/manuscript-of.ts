/** A fair copy → the manuscript that the template typesets. */
import type {ExecutionBlock, FairCopy, Inline, Part, Schedule} from '../../model/index.js'
import {blocksOf} from './blocks.js'
import type {CoverText, Heading, Manuscript, PartText, PrintedWord, SignatureBlock, Wording} from './manuscript.js'
import {openMemory, type SectionMemory, sectionsOf} from './memory.js'
import {plainHeading} from './sections.js'
import {openSurveyor} from './survey.js'
import type {Typefaces} from './typefaces.js'
import {type Setting, settingOf, wording, wordsOf} from './wording.js'

/** With the memory of copies before, sections that did not change are the same objects as then. */
export function manuscriptOf(
  copy: FairCopy<unknown>,
  typefaces: Typefaces,
  memory: SectionMemory = openMemory(openSurveyor()),
): Manuscript {
  const setting = settingOf(copy, typefaces, memory.surveyor)
  const {agreement, notices, locale} = copy
  const [language, region] = agreement.language.split('-')
  return {
    title: agreement.title,
    titleWords: wordsOf(agreement.title, setting),
    language: language!,
    ...(region ? {region} : {}),
    families: typefaces.families,
    notice: wordsOf(notices.firstPage, setting),
    description: notices.firstPage,
    running: {
      title: wordsOf(agreement.title, setting),
      state: wordsOf(stateOf(copy), setting),
      notice: wordsOf(notices.footer, setting),
      origin: wordsOf(notices.origin, setting),
      page: locale.print.page,
    },
    words: printed(setting),
    cover: coverOf(setting),
    ...(copy.contents.length === 0 ? {} : {contents: linesOf(copy)}),
    parts: agreement.parts.filter((part) => part.kind !== 'cover').map((part) => partOf(part, setting, memory)),
  }
}

function stateOf({purpose, locale, identity}: FairCopy<unknown>): string {
  const revision = locale.print.revision.replace('{n}', String(identity.revision))
  return purpose === 'draft' || purpose === 'redline' ? `${locale.print.draft} · ${revision}` : revision
}

function linesOf({contents, numerals}: FairCopy<unknown>): NonNullable<Manuscript['contents']> {
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

function printed(setting: Setting): Readonly<Record<PrintedWord, Wording>> {
  const entries = printedWords.map((word) => [word, wordsOf(setting.copy.locale.print[word], setting)] as const)
  return Object.fromEntries(entries) as Record<PrintedWord, Wording>
}

/** The parties' names on the cover are those that sign. */
function coverOf(setting: Setting): CoverText {
  const {parts} = setting.copy.agreement
  const signing = parts.flatMap((part) => (part.kind === 'execution' ? part.blocks : []))
  return {
    parties: signing.map((block) => ({name: wording(block.party, setting), ...nativeOf(block, setting)})),
    blocks: parts.flatMap((part) => (part.kind === 'cover' ? blocksOf(part.blocks, setting) : [])),
  }
}

function partOf(part: Exclude<Part<unknown>, {kind: 'cover'}>, setting: Setting, memory: SectionMemory): PartText {
  const sections = sectionsOf(part.provisions, clauseLevel(setting.copy, part), setting, memory)
  switch (part.kind) {
    case 'schedule':
      return {type: 'schedule', heading: scheduleHeading(part, setting), sections}
    case 'execution': {
      const blocks = part.blocks.map((block) => signatureBlock(block, setting))
      return {type: 'execution', heading: plainHeading(setting.copy.locale.print.signatures, setting), sections, blocks}
    }
    default:
      return {type: 'part', ...(part.heading ? {heading: partHeading(part.id, part.heading, setting)} : {}), sections}
  }
}

// Clauses stand below the headings of groups in the outline, unless no group has one.
function clauseLevel({agreement}: FairCopy<unknown>, part: Part<unknown>): number {
  const grouped = agreement.parts.some(
    ({kind, ...other}) => kind === 'group' && 'heading' in other && other.heading !== undefined,
  )
  return part.kind === 'group' && !grouped ? 1 : 2
}

function partHeading(id: string, heading: readonly Inline<unknown>[], setting: Setting): Heading {
  return {kind: 'part', level: 1, words: wording(heading, setting), listed: setting.listed.has(id)}
}

function scheduleHeading({id, heading}: Schedule<unknown>, setting: Setting): Heading {
  const numeral = setting.copy.numerals.get(id)?.label
  const words = wording(heading, setting)
  return {
    kind: 'schedule',
    level: 1,
    words,
    listed: true,
    ...(numeral === undefined ? {} : {numeral}),
    ...(setting.cited.has(id) ? {id} : {}),
  }
}

function signatureBlock(block: ExecutionBlock<unknown>, setting: Setting): SignatureBlock {
  const signatories = block.signatories.map(({name, title, authority}) => ({
    name: wording(name, setting),
    title: wording(title, setting),
    authority: wording(authority, setting),
  }))
  return {party: wording(block.party, setting), ...nativeOf(block, setting), signatories}
}

function nativeOf({native}: ExecutionBlock<unknown>, setting: Setting): {readonly native?: Wording} {
  return native ? {native: wording(native, setting)} : {}
}
