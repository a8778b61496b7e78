/**
 * What a change memo says, by cause, before it is laid out. It is covering paper for the other side too, so it says only what the two
 * agreements print: a parameter that prints nowhere shows by the words that it changed, never by its value.
 */
import {
  type Agreement,
  type Cause,
  type Change,
  type FairCopy,
  inlinesOfAgreement,
  type Json,
  type Parameters,
  type Pointer,
  valueWords,
} from '../model/index.js'
import {accepted} from '../redline/index.js'
import {type Passage, type Places, passageByChange, passagesOf, wordsByChange} from '../render/text/index.js'
import {dateWords, excerpt, listed, parameterName, passageName, whereWords} from './memo-words.js'

/** Characters of a library's note. */
const longestNote = 120
const mostMoves = 6
const mostConsequences = 12

/** A table below a heading, or a paragraph a row where there are no columns. Cells are plain words. */
export interface MemoSection {
  readonly heading: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Everything that the sections are read from. */
export interface MemoMatter {
  readonly copy: FairCopy<Change>
  readonly changes: readonly Change[]
  readonly passages: ReadonlyMap<string, Passage>
  readonly words: ReadonlyMap<string, string>
  /** What the schema says of parameters. */
  readonly parameters: Parameters
}

export function memoMatter(copy: FairCopy<Change>, parameters: Parameters): MemoMatter {
  const {against} = copy
  if (!against) throw new RangeError('changeMemo: the fair copy is compared with nothing')
  const passages = passagesOf(copy)
  return {
    copy,
    changes: against.redline.changes,
    passages: passageByChange(passages),
    words: wordsByChange(passages),
    parameters,
  }
}

/** The sections that have rows, in the order in which a reader asks: answers, clauses, hands, moves, consequences. */
export function sectionsOf(matter: MemoMatter): readonly MemoSection[] {
  const all = [answers(matter), versions(matter), variants(matter), byHand(matter), moves(matter), consequences(matter)]
  return all.filter(({rows}) => rows.length > 0)
}

function answers(matter: MemoMatter): MemoSection {
  const groups = grouped(matter, 'parameter', ({pointer}) => pointer)
  const [old, now] = [matter.copy.against!.copy.agreement, accepted(matter.copy.agreement)]
  const blank = matter.copy.locale.print.blank
  const rows = groups.map(([{pointer, before, after}, changes]) => {
    const [was, is] = [printedAt(pointer, old, blank), printedAt(pointer, now, blank)]
    const said =
      was || is ? [inFull(was, before, pointer), inFull(is, after, pointer)] : wordsOfLongest(changes, matter)
    return [
      excerpt(parameterName(pointer, matter.parameters)),
      ...said.map((words) => excerpt(words)),
      where(changes, matter),
    ]
  })
  return {heading: 'Answers that changed', columns: ['What', 'Before', 'Now', 'Where'], rows}
}

// What an agreement prints of a parameter, or of what stands in it.
function printedAt(pointer: Pointer, agreement: Agreement, blank: string): string {
  const words = inlinesOfAgreement(agreement).flatMap((inline) => {
    if (inline.type !== 'value' && inline.type !== 'blank') return []
    if (inline.pointer !== pointer && !inline.pointer.startsWith(`${pointer}/`)) return []
    return [inline.type === 'value' ? inline.words : blank]
  })
  return listed([...new Set(words)], 3, '; ')
}

// A bare figure is printed with its unit or currency beside it, which the value itself knows.
function inFull(printed: string, value: Json, pointer: Pointer): string {
  return /^[\d.,]+$/.test(printed) ? valueWords(value, pointer) : printed || '–'
}

function versions(matter: MemoMatter): MemoSection {
  const groups = grouped(matter, 'version', ({clause, from, to}) => `${clause} ${from} ${to}`)
  const rows = groups.map(([{clause, from, to, note}, changes]) => [
    headingAt(changes, matter) ?? clause,
    `${from} → ${to}`,
    note.trim() === '' ? '–' : excerpt(note, longestNote),
    where(changes, matter),
  ])
  return {heading: 'Clauses in another version', columns: ['Clause', 'Version', 'What it changes', 'Where'], rows}
}

function variants(matter: MemoMatter): MemoSection {
  const groups = grouped(matter, 'variant', ({position, from, to}) => `${position} ${from} ${to}`)
  const rows = groups.map(([{from, to}, changes]) => {
    const [before, after] = [headingAt(changes, matter, 'before'), headingAt(changes, matter, 'after')]
    const told = before !== undefined && after !== undefined && before !== after
    return [...(told ? [before, after] : [from, to]), where(changes, matter)]
  })
  return {heading: 'Another clause chosen', columns: ['Before', 'Now', 'Where'], rows}
}

function byHand(matter: MemoMatter): MemoSection {
  const rows = halves(matter, 'hand').map((change) => [
    whereWords([placesOf(change, matter)], matter.copy.locale),
    ...wordsOfLongest([change], matter).map((words) => excerpt(words)),
    [change.author, dateWords(change.date, matter.copy.locale)].filter((word) => word !== '').join(', '),
  ])
  return {heading: 'Words changed by hand', columns: ['Where', 'Before', 'Now', 'By'], rows}
}

function moves(matter: MemoMatter): MemoSection {
  const said = halves(matter, 'moved').map((change) => {
    const {before, after} = placesOf(change, matter)
    const other = change.pair === undefined ? undefined : matter.passages.get(change.pair)?.places
    const [from, to] = [before ?? other?.before, after ?? other?.after]
    const what = headingAt([change], matter) ?? excerpt(matter.words.get(change.id) ?? '')
    return `${what} (${from ? passageName(from) : '–'}, now ${to ? passageName(to) : '–'})`
  })
  const rows = said.length === 0 ? [] : [[`${listed(said, mostMoves, '; ')}.`]]
  return {heading: 'Moved', columns: [], rows}
}

function consequences(matter: MemoMatter): MemoSection {
  const changes = matter.changes.filter(({cause}) => cause.type === 'consequential')
  const rows = changes.length === 0 ? [] : [[`Words in ${where(changes, matter, mostConsequences)}.`]]
  return {heading: 'Follows from these', columns: [], rows}
}

type CauseOf<T extends Cause['type']> = Extract<Cause, {readonly type: T}>

/** Changes of one type of cause, put together by a key, in print order. */
function grouped<T extends Cause['type']>(
  {changes}: MemoMatter,
  type: T,
  keyOf: (cause: CauseOf<T>) => string,
): readonly (readonly [CauseOf<T>, readonly Change[]])[] {
  const groups = new Map<string, readonly [CauseOf<T>, Change[]]>()
  for (const change of changes) {
    if (!isOf(change.cause, type)) continue
    const key = keyOf(change.cause)
    const group = groups.get(key)
    if (group) group[1].push(change)
    else groups.set(key, [change.cause, [change]])
  }
  return [...groups.values()]
}

function isOf<T extends Cause['type']>(cause: Cause, type: T): cause is CauseOf<T> {
  return cause.type === type
}

/** One change of each pair. */
function halves({changes}: MemoMatter, type: Cause['type']): readonly Change[] {
  const seen = new Set<string>()
  return changes.filter(({id, pair, cause}) => {
    if (cause.type !== type) return false
    seen.add(id)
    return pair === undefined || !seen.has(pair)
  })
}

// Before and after, of that of the changes which says most.
function wordsOfLongest(changes: readonly Change[], {words, changes: all}: MemoMatter): readonly [string, string] {
  const byId = new Map(all.map((change) => [change.id, change]))
  const said = changes.map((change): readonly [string, string] => {
    const pair = change.pair === undefined ? undefined : byId.get(change.pair)
    const [own, other] = [words.get(change.id) ?? '', (pair && words.get(pair.id)) ?? '']
    return isOld(change) ? [own, other] : [other, own]
  })
  const longest = said.reduce((one, other) => (other.join('').length > one.join('').length ? other : one), ['', ''])
  return [longest[0] || '–', longest[1] || '–']
}

function isOld({kind}: Change): boolean {
  return kind === 'deleted' || kind === 'movedFrom'
}

function where(changes: readonly Change[], matter: MemoMatter, most?: number): string {
  return whereWords(
    changes.map((change) => placesOf(change, matter)),
    matter.copy.locale,
    most,
  )
}

function placesOf({id}: Change, {passages}: MemoMatter): Places {
  return passages.get(id)?.places ?? {}
}

function headingAt(changes: readonly Change[], matter: MemoMatter, side?: 'before' | 'after'): string | undefined {
  for (const change of changes) {
    const {before, after} = placesOf(change, matter)
    const heading = (side === 'before' ? before : side === 'after' ? after : (after ?? before))?.headings.at(-1)
    if (heading !== undefined) return heading
  }
  return undefined
}
