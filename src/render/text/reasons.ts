/** Why, by whom, when: the lines below an entry. Where an entry has several reasons, a small figure ties words to theirs. */
import {type Change, causeWords} from '../../model/index.js'
import type {Passage} from './passages.js'
import type {Places} from './place.js'
import {visible} from './visible.js'

export interface Reasons {
  /** One line each, in print order. */
  readonly lines: readonly string[]
  /** What stands behind words of a change: `²`; nothing where there is but one reason. */
  readonly sign: (change: Change) => string
}

export function reasonsOf(changes: readonly Change[], passages: ReadonlyMap<string, Passage>): Reasons {
  const lines = [...new Set(changes.map((change) => reasonOf(change, passages)))]
  if (lines.length < 2) return {lines, sign: () => ''}
  const sign = (change: Change): string => raised(lines.indexOf(reasonOf(change, passages)) + 1)
  return {lines: lines.map((line, index) => `${raised(index + 1)} ${line}`), sign}
}

function reasonOf(change: Change, passages: ReadonlyMap<string, Passage>): string {
  const {cause, author, date, revision} = change
  const words = [movedWords(change, passages), cause.type === 'moved' ? '' : causeWords(cause)]
  const by = [author, date.slice(0, 10), revision > 0 ? `revision ${revision}` : ''].filter((word) => word !== '')
  return visible([...words, by.length > 0 ? `${by.join(', ')}.` : ''].filter((word) => word !== '').join(' '))
}

function movedWords({kind, pair}: Change, passages: ReadonlyMap<string, Passage>): string {
  if (kind !== 'movedFrom' && kind !== 'movedTo') return ''
  const other = pair === undefined ? undefined : passages.get(pair)
  const place = kind === 'movedFrom' ? other?.places.after : other?.places.before
  return place ? `Moved ${kind === 'movedFrom' ? 'to' : 'from'} ${nameOf(place)}.` : 'Moved.'
}

/** "clause 7.2", or the innermost heading of what has no number. */
export function nameOf({number, headings}: NonNullable<Places['after']>): string {
  return number ?? headings.at(-1) ?? 'another place'
}

function raised(count: number): string {
  return [...String(count)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')
}
