/** What the redline says beside the text: the number of a change, what was done with a whole clause, and why. None of it is of either side. */
import type {Change} from '../../model/index.js'
import {changeAnchor, entryAnchor} from './anchors.js'
import type {Entry} from './entries.js'
import {element, type Html, joined, text} from './html.js'
import type {Page} from './page.js'
import {bylinesOf, markWords, whyWords} from './phrases.js'

/** The number of a change, small, after its words: a link to what the list says of it. Nothing for a change that is not listed. */
export function changesNumber(change: Change, page: Page): Html {
  const entry = page.redline?.entries.get(change.id)
  if (!entry) return text('')
  const moved =
    entry.kind === 'Moved' ? [text(' '), element('span', {class: 'way'}, text(way(entry, change, page)))] : []
  const number = element('a', stop(entry, change, page), text(String(entry.number)), ...moved)
  return element('sup', {class: 'gloss note'}, number)
}

/** A line before what is in or out as a whole: "3 Moved from clause 7". */
export function standingLine({mark}: {readonly mark?: Change}, page: Page, inside: 'p' | 'span' = 'p'): Html {
  const entry = mark && page.redline?.entries.get(mark.id)
  if (!entry) return text('')
  const words = markWords(mark, otherHalf(entry, mark), page.copy)
  const link = element('a', stop(entry, mark, page), text(String(entry.number)))
  return element(inside, {class: `gloss standing ${mark.kind}`}, link, text(' '), said(entry, mark, words, page))
}

function said(entry: Entry, mark: Change, words: string, page: Page): Html {
  const other = entry.kind === 'Moved' ? otherHalf(entry, mark) : undefined
  return other ? element('a', {href: `#${changeAnchor(other.id, viewOf(page))}`}, text(words)) : text(words)
}

function way(entry: Entry, change: Change, page: Page): string {
  return markWords(change, otherHalf(entry, change), page.copy).replace(/^M/, 'm')
}

function otherHalf({changes}: Entry, {id}: Change): Change | undefined {
  return changes.find((change) => change.id !== id)
}

function viewOf({redline}: Page): 'text' | 'columns' {
  return redline?.shown === 'both' ? 'text' : 'columns'
}

// A place that the keyboard steps to: its first piece bears the id.
function stop(entry: Entry, change: Change, page: Page): Readonly<Record<string, string | undefined>> {
  const id = changeAnchor(change.id, viewOf(page))
  const isFirst = page.redline?.isFirst(id) ?? false
  return {
    id: isFirst ? id : undefined,
    href: `#${entryAnchor(entry.changes[0]!.id)}`,
    'data-n': String(entry.number),
    'data-order': isFirst ? String(entry.order.get(change.id) ?? 0) : undefined,
    'aria-label': `Change ${entry.number}: ${entry.kind === 'Moved' ? markWords(change, otherHalf(entry, change), page.copy) : entry.kind}`,
  }
}

/** Why the words of a paragraph changed, printed beside it when the reader asks. */
export function causesBeside(changes: readonly Change[], page: Page): Html {
  const {redline, copy} = page
  if (redline?.shown !== 'both') return text('')
  const entries = [...new Set(changes.flatMap(({id}) => redline.entries.get(id) ?? []))]
  if (entries.length === 0) return text('')
  return element(
    'div',
    {class: 'gloss causes'},
    joined(
      entries.map((entry) => {
        const words = [whyWords(entry) || `${entry.kind}.`, bylinesOf(entry, copy.locale)]
        return element('p', {}, element('b', {}, text(String(entry.number))), text(` ${words.join(' ').trim()}`))
      }),
    ),
  )
}
