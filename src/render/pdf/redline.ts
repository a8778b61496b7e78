/**
 * What a redline prints besides the agreement: against what, what the marks mean, what is not marked, and the causes. And
 * what is told of each run of marked words to who cannot see the mark, found last, when every run stands where it prints.
 */
import {type Change, causeWords} from '../../model/index.js'
import {excerptsOf} from './excerpts.js'
import {type Manuscript, type MarkedPiece, type RedlineText, textOf, type Wording} from './manuscript.js'
import {type Mark, marked, unbarred, under} from './marks.js'
import {type Note, notesOf} from './notes.js'
import {placesOf} from './places.js'
import * as words from './redline-words.js'
import type {Setting} from './setting.js'
import {wordsOf} from './wording.js'

/** `manuscript` is that of the agreement, from which the notes quote. Nothing for a clean copy. */
export function redlineOf(manuscript: Manuscript, setting: Setting): {readonly redline?: RedlineText} {
  const against = setting.redline?.against
  if (!against) return {}
  const plain = unbarred(setting)
  const {redline} = against
  const notes = notesOf(against)
  const lines = [
    legend(plain),
    ...remarks(plain, notes.length > 0).map((remark) => wordsOf(remark, plain)),
    ...redline.uncompared.map(({message}) => wordsOf(words.uncomparedWords(message), plain)),
  ]
  return {
    redline: {
      against: wordsOf(words.againstWords(redline.from, redline.to), plain),
      legend: lines,
      ...(notes.length > 0 ? {notes: notesText(notes, manuscript, plain)} : {}),
      told: [],
    },
  }
}

function legend(setting: Setting): Wording {
  return words.legendSamples.flatMap(([kind, sample], index) => [
    ...(index > 0 ? ['   '] : []),
    ...inMark({kind}, sample, setting),
  ])
}

function remarks({redline}: Setting, noted: boolean): readonly string[] {
  const {bars, notes, renumberedMarked} = words.legendWords
  const {showRenumbering, redline: found} = redline!.against
  const count = found.renumbered.length
  return [
    [bars, ...(noted ? [notes] : []), ...(showRenumbering ? [renumberedMarked] : [])].join(' '),
    ...(count > 0 ? [words.renumberedWords(count)] : []),
  ]
}

function notesText(
  notes: readonly Note[],
  manuscript: Manuscript,
  setting: Setting,
): NonNullable<RedlineText['notes']> {
  const quoted = {excerpts: excerptsOf(manuscript), places: placesOf(notes, setting.copy)}
  return {
    title: wordsOf(words.noteWords.title, setting),
    columns: words.noteWords.columns.map((column) => wordsOf(column, setting)),
    rows: notes.map((note) => noteRow(note, quoted, setting)),
  }
}

interface Quoted {
  readonly excerpts: ReadonlyMap<string, string>
  readonly places: ReadonlyMap<Change, string>
}

function noteRow({number, halves}: Note, {excerpts, places}: Quoted, setting: Setting): readonly Wording[] {
  const [first] = halves
  // The words of a move are the same twice.
  const told = first.kind === 'movedFrom' ? halves.slice(-1) : halves
  const quotes = told.flatMap((half): Wording[] => {
    const quoted = excerpts.get(half.id)
    return quoted === undefined ? [] : [inMark({kind: half.kind}, quoted, setting)]
  })
  return [
    [String(number)],
    [...wordsOf(places.get(first) ?? '', setting), {type: 'page', note: number}],
    quotes.flatMap((quote, index) => (index > 0 ? [' ', ...quote] : quote)),
    [
      ...wordsOf(words.breakable(causeWords(first.cause)), setting),
      {type: 'break'},
      {type: 'quiet', content: wordsOf(words.breakable(words.byWords(first, setting.copy.locale.months)), setting)},
    ],
  ]
}

function inMark(mark: Mark, text: string, setting: Setting): Wording {
  return marked(wordsOf(text, setting), under(mark, setting))
}

/** Gives each run of marked words the number of what is told of it, and the first of each note the note's page. */
export function withTold(manuscript: Manuscript): Manuscript {
  if (!manuscript.redline) return manuscript
  const told = new Map<string, number>()
  const noted = new Set<number>()
  // Written and read again, values come by in print order, those inside a run before the run.
  const whole: Manuscript = JSON.parse(JSON.stringify(manuscript), (_, value: unknown) => {
    if (!isMarked(value)) return value
    const text = toldOf(value)
    if (!told.has(text)) told.set(text, told.size)
    const first =
      value.note !== undefined && value.barred && !noted.has(value.note) && /\S/.test(textOf(value.content[0]))
    if (first) noted.add(value.note!)
    return {...value, told: told.get(text)!, ...(first ? {first} : {})}
  })
  return {...whole, redline: {...whole.redline!, told: [...told.keys()]}}
}

function isMarked(value: unknown): value is MarkedPiece {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'marked'
}

function toldOf({kind, note, content: [leaf]}: MarkedPiece): string {
  return `${words.toldKind[kind]}${note === undefined ? '' : `, note ${note}`}: ${textOf(leaf)}`
}
