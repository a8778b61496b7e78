/** What stands after the text: the questions still open, and what the file says of its origin. */
import {
  type Agreement,
  type Blank,
  type Change,
  furnitureOf,
  inlinesOf,
  inlinesOfAgreement,
  type Provision,
  provisionsOf,
} from '../../model/index.js'
import {anchorOf} from './anchors.js'
import {element, type Html, joined, text} from './html.js'
import {citation, spoken, written} from './inlines.js'
import type {Page} from './page.js'

/** Each blank's question once, with a link to where it is first asked. Nothing when nothing is open. */
export function openPoints(page: Page): Html {
  const {agreement, locale} = page.copy
  const asked = new Map<string, Blank<Change>>()
  for (const inline of inlinesOfAgreement(agreement)) {
    if (inline.type === 'blank' && !asked.has(inline.pointer)) asked.set(inline.pointer, inline)
  }
  if (asked.size === 0) return joined([])
  const places = firstPlaces(agreement)
  const questions = [...asked.values()].map((blank) => question(blank, places.get(blank.pointer), page))
  return element(
    'section',
    {class: 'open-points'},
    element('h2', {}, text(locale.print.blank)),
    element('ul', {}, ...questions),
  )
}

function question({pointer, question: words}: Blank<Change>, place: Provision<Change> | undefined, page: Page): Html {
  const cited = place !== undefined && page.copy.citations.has(place.id)
  const link = cited
    ? [
        element(
          'a',
          {class: 'citation', href: `#${anchorOf(place.id)}`},
          spoken(citation({target: place.id}, page), page),
        ),
        text(': '),
      ]
    : []
  return element('li', {'data-pointer': pointer}, ...link, spoken(words, page))
}

function firstPlaces(agreement: Agreement<Change>): ReadonlyMap<string, Provision<Change>> {
  const places = new Map<string, Provision<Change>>()
  for (const provision of provisionsOf(agreement)) {
    for (const inline of inlinesOf(provision)) {
      if (inline.type === 'blank' && !places.has(inline.pointer)) places.set(inline.pointer, provision)
    }
  }
  return places
}

export function footer(page: Page): Html {
  const {footer: state, origin} = furnitureOf(page.copy)
  const lines = [state, origin].filter((words) => words.length > 0)
  return lines.length === 0
    ? joined([])
    : element('footer', {}, ...lines.map((words) => element('p', {}, written(words, page))))
}
