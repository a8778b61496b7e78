/**
 * Provisions: one with a heading is a section, one without is an item of a list. The list is a real one, but its numbers
 * are printed words beside the text, so that what is read, copied and searched is what the fair copy says.
 */
import type {Provision} from '../../model/index.js'
import {anchorOf} from './anchors.js'
import {blocks} from './blocks.js'
import {element, type Html, joined, text} from './html.js'
import {written} from './inlines.js'
import {type Page, within} from './page.js'

export type HeadingLevel = 2 | 3 | 4

/** Siblings, in order. `level` is the level of the next heading. */
export function provisions(siblings: readonly Provision[], level: HeadingLevel, page: Page): Html {
  const runs = runsOfKind(siblings, page)
  return joined(runs.map((run) => (isItemOf(run[0]!, page) ? listOf(run, level, page) : sections(run, level, page))))
}

// Neighbours without headings, but with numbers, are one list.
function runsOfKind(siblings: readonly Provision[], page: Page): readonly (readonly Provision[])[] {
  const isItem = siblings.map((provision) => isItemOf(provision, page))
  const starts = siblings.flatMap((_, index) => (index === 0 || isItem[index] !== isItem[index - 1] ? [index] : []))
  return starts.map((start, index) => siblings.slice(start, starts[index + 1]))
}

function isItemOf({id, heading}: Provision, {copy}: Page): boolean {
  return !heading && copy.numerals.has(id)
}

// Safari drops the meaning of a list without markers unless its role is said (`list-style: none`).
function listOf(members: readonly Provision[], level: HeadingLevel, page: Page): Html {
  return element('ol', {role: 'list', class: 'provisions'}, ...members.map((provision) => item(provision, level, page)))
}

function item(provision: Provision, level: HeadingLevel, page: Page): Html {
  const words = element('div', {class: 'words'}, contentOf(provision, level, page))
  return element('li', {id: anchorOf(provision.id)}, label(provision, page), text(' '), words)
}

function sections(members: readonly Provision[], level: HeadingLevel, page: Page): Html {
  return joined(
    members.map((provision) =>
      provision.heading ? clause(provision, provision.heading, level, page) : plain(provision, level, page),
    ),
  )
}

function clause(
  provision: Provision,
  heading: NonNullable<Provision['heading']>,
  level: HeadingLevel,
  page: Page,
): Html {
  const words = written(heading, within(page, provision))
  const numbered = page.copy.numerals.has(provision.id)
  const title = element(
    `h${level}`,
    {},
    ...(numbered ? [label(provision, page), text(' ')] : []),
    element('span', {}, words),
  )
  const below = level === 2 ? 3 : 4
  const content = element('div', {class: 'words'}, contentOf(provision, below, page))
  return element('section', {class: numbered ? 'clause' : 'plain', id: anchorOf(provision.id)}, title, content)
}

function plain(provision: Provision, level: HeadingLevel, page: Page): Html {
  return element('div', {class: 'plain', id: anchorOf(provision.id)}, contentOf(provision, level, page))
}

function contentOf(provision: Provision, level: HeadingLevel, page: Page): Html {
  const here = within(page, provision)
  return joined([
    blocks(provision.body, here),
    provisions(provision.provisions, level, page),
    blocks(provision.closing ?? [], here),
  ])
}

function label({id}: Provision, {copy: {numerals}}: Page): Html {
  return element('span', {class: 'label'}, text(numerals.get(id)?.label ?? ''))
}
