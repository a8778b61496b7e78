/** The list of changes: under each clause what was done, why, by whom and when, with a link to the place. */
import {type Change, standingOf} from '../../model/index.js'
import {changeAnchor, entryAnchor} from './anchors.js'
import {type Entry, leading, oldBeforeNew, placesOf} from './entries.js'
import {element, type Html, joined, text} from './html.js'
import type {Page} from './page.js'
import {bylinesOf, causeNames, ourLanguage, placeWords, whyWords} from './phrases.js'

/** All entries, in order. Says so when there is none. */
export function changeList(entries: readonly Entry[], page: Page): Html {
  const sections = runs(entries).map((run) => sectionOf(run, page))
  const none = entries.length === 0 ? [element('p', {}, text('Nothing has changed.'))] : []
  return element(
    'nav',
    {class: 'changes', 'aria-labelledby': '_changes', lang: ourLanguage(page)},
    element('h2', {id: '_changes'}, text('Changes')),
    ...none,
    ...sections,
  )
}

function runs(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const starts = entries.flatMap((entry, index) => (sameGroup(entry, entries[index - 1]) ? [] : [index]))
  return starts.map((start, index) => entries.slice(start, starts[index + 1]))
}

function sameGroup({group}: Entry, before: Entry | undefined): boolean {
  return before !== undefined && before.group.words === group.words && before.group.numeral === group.numeral
}

function sectionOf(run: readonly Entry[], page: Page): Html {
  const {numeral, words} = run[0]!.group
  const title = element('h3', {}, text(numeral === undefined ? words : `${numeral} ${words}`))
  return element('section', {}, title, element('ol', {role: 'list'}, ...run.map((entry) => line(entry, page))))
}

function line(entry: Entry, page: Page): Html {
  const {number, changes} = entry
  const filed = leading(entry)
  const why = whyWords(entry)
  const by = bylinesOf(entry, page.copy.locale)
  return element(
    'li',
    {
      id: entryAnchor(changes[0]!.id),
      'data-entry': String(number),
      'data-kind': entry.kind,
      'data-cause': causeNames[filed.cause.type],
      'data-author': filed.author,
    },
    joined([links(entry, 'text', page), links(entry, 'columns', page)]),
    ...(why === '' ? [] : [element('p', {class: 'why'}, text(why))]),
    ...(by === '' ? [] : [element('p', {class: 'by'}, text(by))]),
  )
}

// The same link twice: to the place in the text, and in the columns. The style shows the one whose view is open.
function links(entry: Entry, view: 'text' | 'columns', page: Page): Html {
  const [first, second] = placesOf(entry)
  const main = element(
    'a',
    {class: `to-${view}`, href: `#${changeAnchor(first!.id, view)}`},
    element('b', {}, text(String(entry.number))),
    text(' '),
    what(entry, page),
  )
  if (!second) return main
  const place = placeWords(second, page.copy) ?? 'its other place'
  const label = text(standingOf(second) === 'new' ? `to ${place}` : `from ${place}`)
  return joined([main, element('a', {class: `to-${view} other`, href: `#${changeAnchor(second.id, view)}`}, label)])
}

function what(entry: Entry, page: Page): Html {
  const {kind, changes} = entry
  const words = oldBeforeNew(entry).map((change) => quoted(change, entry, page))
  if (kind === 'Replaced') return joined([text('Replaced '), words[0]!, text(' by '), words[1]!])
  const place = kind === 'Moved' ? placeWords(changes[0]!, page.copy) : undefined
  const where = place === undefined ? '' : standingOf(changes[0]) === 'old' ? ` from ${place}` : ` to ${place}`
  return joined([text(`${kind}${where} `), words.at(-1)!])
}

function quoted({id}: Change, {said}: Entry, {copy}: Page): Html {
  const {openQuote, closeQuote} = copy.locale.print
  const words = said.get(id) ?? ''
  return words === ''
    ? text('an empty line')
    : element('span', {class: 'quoted'}, text(`${openQuote}${words}${closeQuote}`))
}
