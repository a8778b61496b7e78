/** The words that a redline adds of its own. English only, as the first locale is; another locale must bring its own. */
import type {Change, MarkKind, Side} from '../../model/index.js'

/** "Revision 7 · redline against revision 5". A side that is no revision keeps its label as it is. */
export function againstWords(from: Side, to: Side): string {
  const label = from.revision === undefined ? from.label : from.label.charAt(0).toLowerCase() + from.label.slice(1)
  return `${to.label} · redline against ${label}`
}

export function movedLabel(away: boolean, number: string | undefined): string {
  return number === undefined ? '[moved]' : `[moved ${away ? 'to' : 'from'} ${number}]`
}

/** After a heading of the old side, where only its words are shown. */
export function goneWords(kind: MarkKind | undefined): string {
  return kind === 'movedFrom' ? '(moved away)' : '(deleted)'
}

/** What is told of marked words to who cannot see the mark. */
export const toldKind: Readonly<Record<MarkKind, string>> = {
  inserted: 'inserted',
  deleted: 'deleted',
  movedFrom: 'moved from here',
  movedTo: 'moved to here',
}

/** The legend: a sample of each mark, in the order in which a reader meets them. */
export const legendSamples: readonly (readonly [MarkKind, string])[] = [
  ['deleted', 'Deleted words'],
  ['inserted', 'inserted words'],
  ['movedFrom', 'words moved from here'],
  ['movedTo', 'words moved to here'],
]

export const legendWords = {
  bars: 'A bar stands in the margin beside each line that changed.',
  notes: 'The number beside it leads to the cause of the change, at the end.',
  renumberedMarked: 'References whose number alone has changed are marked as well.',
}

/** Renumbering is told once, since it is marked nowhere. */
export function renumberedWords(count: number): string {
  return `${count} ${count === 1 ? 'provision prints' : 'provisions print'} another number than before and ${count === 1 ? 'is' : 'are'} not marked for that.`
}

export function uncomparedWords(message: string): string {
  return `Not compared: ${message}`
}

/** Where a move began and ended. */
export function movedPlaces(from: string, to: string): string {
  return `${from}, now ${to}`
}

export const noteWords = {
  title: 'Changes and their causes',
  columns: ['No.', 'Where', 'Change', 'Cause'],
  furniture: 'Title, header and footer',
}

/** "23 November 2026", by the clock of Greenwich, as every date of a revision. */
export function dateWords(date: string, months: readonly string[]): string {
  const at = new Date(date)
  return Number.isNaN(at.getTime())
    ? date
    : [at.getUTCDate(), months[at.getUTCMonth()], at.getUTCFullYear()].join('\u00a0')
}

/** Who brought a change, when, and in which revision. */
export function byWords({author, date, revision}: Change, months: readonly string[]): string {
  return [author, dateWords(date, months), ...(revision > 0 ? [`revision ${revision}`] : [])].join(', ')
}

/** An unspaced run of so many letters, such as a pointer or an address, may be parted after a mark in it. */
const unspaced = /\S{28,}/g

/** With a zero-width space wherever a long run may be parted. */
export function breakable(text: string): string {
  return text.replace(unspaced, (run) => run.replace(/([@./_-])(?=[^\s@./_-])/g, '$1\u200b'))
}
