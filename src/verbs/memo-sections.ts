/**
 * What a change memo says, by cause, before it is laid out. It is covering paper for the other side too, so it says only what the two
 * agreements print: a parameter that prints nowhere shows by the words that it changed, never by its value.
 */
import {
  type Cause,
  type Change,
  type FairCopy,
  inlinesOfAgreement,
  type Json,
  type Parameters,
  type Pointer,
  valueWords,
} from '../model/index.js'
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
  const rows = grouped(matter, 'parameter', ({pointer}) => pointer).map(([{pointer, before, after}, changes]) => {
    const {old, now} = printedOf(pointer, matter.copy)
    const prints = old.length + now.length > 0
    const said = prints ? [inFull(old, before, pointer), inFull(now, after, pointer)] : wordsOfLongest(changes, matter)
    const name = parameterName(pointer, matter.parameters)
    return [excerpt(name), ...said.map((words) => excerpt(words)), where(changes, matter)]
  })
  return {heading: 'Answers that changed', columns: ['What', 'Before', 'Now', 'Where'], rows}
}

/**
 * The changed words that are the parameter's own: values that it prints, not sentences that it chose. A row may have stood in
 * another place before, so its number is not asked.
 */
function printedOf(
  pointer: Pointer,
  {agreement, locale}: FairCopy<Change>,
): {readonly old: readonly string[]; readonly now: readonly string[]} {
  const pattern = withoutRows(pointer)
  const found = {old: new Set<string>(), now: new Set<string>()}
  for (const inline of inlinesOfAgreement(agreement)) {
    const {mark} = inline
    if (mark?.cause.type !== 'parameter' || mark.cause.pointer !== pointer) continue
    if (inline.type !== 'value' && inline.type !== 'blank') continue
    if (!`${withoutRows(inline.pointer)}/`.startsWith(`${pattern}/`)) continue
    found[isOld(mark) ? 'old' : 'now'].add(inline.type === 'value' ? inline.words : locale.print.blank)
  }
  return {old: [...found.old], now: [...found.now]}
}

function withoutRows(pointer: Pointer): string {
  return pointer.replace(/\/\d+(?=\/|$)/g, '/*')
}

// A bare figure is printed with its unit or currency beside it, which the value itself knows.
function inFull(printed: readonly string[], value: Json, pointer: Pointer): string {
  if (printed.some((words) => /^[\d.,]+$/.test(words))) return valueWords(value, pointer)
  return printed.length === 0 ? '–' : listed(printed, 3, '; ')
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

// By its headings where they differ, and else by its words: what clauses are called in a library says nothing to the other side.
function variants(matter: MemoMatter): MemoSection {
  const groups = grouped(matter, 'variant', ({position, from, to}) => `${position} ${from} ${to}`)
  const rows = groups.map(([{position}, changes]) => {
    const [before, after] = [headingAt(changes, matter, 'before'), headingAt(changes, matter, 'after')]
    const told = before !== undefined && after !== undefined && before !== after
    const said = told
      ? [before, after]
      : [longest(changes.filter(isOld), matter), longest(changes.filter(isNew), matter)]
    return [after ?? before ?? position, ...said.map((words) => excerpt(words)), where(changes, matter)]
  })
  return {heading: 'Another clause chosen', columns: ['What', 'Before', 'Now', 'Where'], rows}
}

function byHand(matter: MemoMatter): MemoSection {
  const edits = halves(matter, 'hand')
  const hands = edits.map(({author, date}) =>
    [author, dateWords(date, matter.copy.locale)].filter((word) => word !== '').join(', '),
  )
  // One person's edits of one day are said to be so once.
  const one = new Set(hands).size === 1 ? hands[0] : undefined
  const rows = edits.map((change, index) => [
    whereWords([placesOf(change, matter)], matter.copy.locale),
    ...wordsOfLongest([change], matter).map((words) => excerpt(words)),
    ...(one === undefined ? [hands[index]!] : []),
  ])
  return {
    heading: one ? `Words changed by hand (${one})` : 'Words changed by hand',
    columns: ['Where', 'Before', 'Now', ...(one === undefined ? ['By'] : [])],
    rows,
  }
}

function moves(matter: MemoMatter): MemoSection {
  const said = halves(matter, 'moved').map((change) => {
    const own = placesOf(change, matter)
    const other = (change.pair === undefined ? undefined : matter.passages.get(change.pair)?.places) ?? own
    // What words moved out of may stand on both sides, and so may what they moved into: each end is asked for its own side.
    const [left, reached] = isOld(change) ? [own, other] : [other, own]
    const [from, to] = [left.before, reached.after].map((place) => (place ? passageName(place) : '–'))
    const what = headingAt([change], matter) ?? excerpt(matter.words.get(change.id) ?? '')
    return from === to ? `${what} (within ${from})` : `${what} (${from}, now ${to})`
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
  const most = said.reduce((one, other) => (other.join('').length > one.join('').length ? other : one), ['', ''])
  return [most[0] || '–', most[1] || '–']
}

function longest(changes: readonly Change[], {words}: MemoMatter): string {
  const said = changes.map(({id}) => words.get(id) ?? '')
  return said.reduce((one, other) => (other.length > one.length ? other : one), '') || '–'
}

function isNew(change: Change): boolean {
  return !isOld(change)
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
