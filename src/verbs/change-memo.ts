/**
 * The change memo: a redline on one page, by cause, in plain words. It is a small agreement itself, so that the renderers that print
 * agreements print it; what does not fit is counted, and stands in the redline.
 */
import {engross} from '../engross/index.js'
import {
  type Agreement,
  type Block,
  bareWords,
  type Change,
  countsOf,
  type FairCopy,
  type Inline,
  type Locale,
  midSentence,
  type Parameters,
  type Provision,
  type Source,
} from '../model/index.js'
import {accepted} from '../redline/index.js'
import {fitted, roomBeside} from './memo-room.js'
import {type MemoMatter, type MemoSection, memoMatter, sectionsOf} from './memo-sections.js'
import {dateWords, excerpt, listed} from './memo-words.js'

export interface MemoSettings {
  /** What the schema says of parameters, so that they can be called by their titles. */
  readonly parameters?: Parameters
}

const source: Source = {type: 'template', template: 'change-memo', version: '1.0.0'}
const unknown: Parameters = new Map()
const longestMessage = 200
const mostMessages = 3

/** The memo of a redline as an agreement without numbers. Throws a RangeError for a copy that is compared with nothing. */
export function changeMemo(copy: FairCopy<Change>, {parameters = unknown}: MemoSettings = {}): Agreement {
  const matter = memoMatter(copy, parameters)
  const [words, missing] = [summary(matter), notCompared(matter)]
  const opening: Provision = {id: 'memo.opening', source, body: words.map(paragraph), provisions: []}
  const sections = fitted(sectionsOf(matter), roomBeside(words, missing)).map((one, index) =>
    section(`memo.${index + 1}`, one.heading, bodyOf(one)),
  )
  const uncompared = missing.map((said) => section('memo.uncompared', 'Not compared', [paragraph(said)]))
  const {language} = copy.agreement
  return {
    format: 1,
    template: {id: 'change-memo', version: '1.0.0'},
    title: 'Change memo',
    language: language.startsWith('en') ? language : 'en-GB',
    numbering: 'legal',
    parts: [{kind: 'group', id: 'memo', provisions: [opening, ...sections, ...uncompared]}],
  }
}

/** The memo ready to print. Its identity is that of the new side, for whom the notices speak as well. */
export function memoCopy(copy: FairCopy<Change>, settings: MemoSettings = {}): FairCopy {
  const {from, to} = copy.against?.redline ?? {}
  const sides = from && to ? `${to.label} against ${midSentence(from.label)}` : ''
  const {locale, identity, notices} = copy
  const {copy: memo, diagnostics} = engross(changeMemo(copy, settings), {
    purpose: 'draft',
    locale: {...locale, print: {...locale.print, revision: sides}},
    identity: {...identity, clauses: []},
    notices: {
      ...notices,
      firstPage:
        'This memo is a reading aid: it is no part of the agreement and no legal advice. The redline shows every changed word.',
    },
  })
  if (!memo) throw new Error(`memoCopy: ${diagnostics.map(({message}) => message).join(' ')}`)
  // Its sections are headings and tables, not clauses: a number beside one could be taken for that of a clause.
  return {...memo, numerals: new Map(), citations: new Map(), contents: []}
}

function summary({copy, changes}: MemoMatter): readonly string[] {
  const {locale, agreement} = copy
  const {from, to, renumbered} = copy.against!.redline
  const day = (time: string | undefined): string => {
    const words = time === undefined ? '' : dateWords(time, locale)
    return words === '' ? '' : ` of ${words}`
  }
  const parties = partiesOf(accepted(agreement), locale)
  const between = parties === '' ? '' : ` ${locale.print.between} ${parties}`
  const sides = `${midSentence(to.label)}${day(to.time)} against ${midSentence(from.label)}${day(from.time)}`
  const {numbers, are} =
    renumbered.length === 1
      ? {numbers: '1 provision has', are: 'is'}
      : {numbers: `${renumbered.length} provisions have`, are: 'are'}
  const renumberings = renumbered.length === 0 ? '' : ` ${numbers} another number and ${are} otherwise the same.`
  return [`${agreement.title}${between}: ${sides}.`, `${changesInWords(changes)}${renumberings}`]
}

function partiesOf({parts}: Agreement, {and, print}: Locale): string {
  const names = parts.flatMap((part) =>
    part.kind === 'execution' ? part.blocks.map(({party}) => bareWords(party, print.blank)) : [],
  )
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`
}

function changesInWords(changes: readonly Change[]): string {
  const {parameters, upgrades, downgrades, variants, hand, moves, consequential} = countsOf(changes)
  const versions = upgrades + downgrades
  const said = [
    counted(parameters, 'answer changed', 'answers changed'),
    counted(versions, 'clause stands in another version', 'clauses stand in another version'),
    counted(variants, 'clause was replaced by another', 'clauses were replaced by others'),
    counted(hand, 'passage was changed by hand', 'passages were changed by hand'),
    counted(moves, 'passage moved', 'passages moved'),
    counted(consequential, 'change follows from these', 'changes follow from these'),
  ].filter((words) => words !== '')
  return said.length === 0 ? 'Nothing changed.' : `${said.join('; ')}.`
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : many}`
}

// What could not be compared is never left out.
function notCompared({copy}: MemoMatter): readonly string[] {
  const {uncompared} = copy.against!.redline
  const said = uncompared.map(({message}) => excerpt(message, longestMessage))
  return said.length === 0 ? [] : [listed(said, mostMessages, ' ')]
}

function bodyOf({columns, rows}: MemoSection): readonly Block[] {
  if (columns.length === 0) return rows.map(([words = '']) => paragraph(words))
  return [
    {
      type: 'table',
      columns: columns.map((heading) => ({align: 'start', heading: text(heading)})),
      rows: rows.map((cells, index) => ({id: `row${index + 1}`, cells: cells.map(text)})),
    },
  ]
}

// A provision's heading takes less room than that of a part.
function section(id: string, heading: string, body: readonly Block[]): Provision {
  return {id, source, heading: text(heading), body, provisions: []}
}

function paragraph(words: string): Block {
  return {type: 'paragraph', content: text(words)}
}

function text(words: string): readonly Inline[] {
  return words === '' ? [] : [{type: 'text', text: words}]
}
