/**
 * Provisions: one with a heading is a section, one without is an item of a list. The list is a real one, but its numbers
 * are printed words beside the text, so that what is read, copied and searched is what the fair copy says.
 */
import type {Change, Provision, ProvisionId} from '../../model/index.js'
import {blocks} from './blocks.js'
import {causesBeside, standingLine} from './glosses.js'
import {element, type Html, joined, text} from './html.js'
import {renumbered, written} from './inlines.js'
import {classes, underMark} from './marks.js'
import {below, formerLabel, numeralHere, type Page, placeOf, within} from './page.js'
import {changesOf, isUnchanged, unchangedClass, withGaps} from './unchanged.js'

export type HeadingLevel = 2 | 3 | 4

/** Siblings, in order. `level` is the level of the next heading. */
export function provisions(siblings: readonly Provision<Change>[], level: HeadingLevel, page: Page): Html {
  const runs = runsOfKind(siblings, page)
  return joined(runs.map((run) => (isItemOf(run[0]!, page) ? listOf(run, level, page) : sections(run, level, page))))
}

// Neighbours without headings, but with numbers, are one list.
function runsOfKind(siblings: readonly Provision<Change>[], page: Page): readonly (readonly Provision<Change>[])[] {
  const isItem = siblings.map((provision) => isItemOf(provision, page))
  const starts = siblings.flatMap((_, index) => (index === 0 || isItem[index] !== isItem[index - 1] ? [index] : []))
  return starts.map((start, index) => siblings.slice(start, starts[index + 1]))
}

/** Whether a provision is an item of a list: it has a number and no heading. */
export function isItemOf(provision: Provision<Change>, page: Page): boolean {
  return !provision.heading && numeralHere(provision.id, below(page, provision)) !== undefined
}

// Safari drops the meaning of a list without markers unless its role is said (`list-style: none`).
function listOf(members: readonly Provision<Change>[], level: HeadingLevel, page: Page): Html {
  const items = withGaps(
    members,
    {
      unchanged: isUnchanged,
      write: (one) => item(one, level, below(page, one)),
      name: (run) => labels(run, page),
      line: 'li',
    },
    page,
  )
  return element('ol', {role: 'list', class: 'provisions'}, ...items)
}

// "1.1 – 1.4"; nothing for what has no numbers.
function labels(run: readonly Provision<Change>[], page: Page): string {
  const ends = run.length > 1 ? [run[0]!, run.at(-1)!] : run
  return ends.map(({id}) => numeralHere(id, page)?.label ?? '').join(' – ')
}

function item(provision: Provision<Change>, level: HeadingLevel, page: Page): Html {
  const words = element('div', {class: 'words'}, standingLine(provision, page), contentOf(provision, level, page))
  const attributes = {id: placeOf(provision.id, page), class: classOf(undefined, provision, page)}
  return element('li', attributes, label(provision.id, page), text(' '), words)
}

function sections(members: readonly Provision<Change>[], level: HeadingLevel, page: Page): Html {
  const write = (provision: Provision<Change>): Html => {
    const here = below(page, provision)
    return provision.heading ? clause(provision, level, here) : plain(provision, level, here)
  }
  const run = {unchanged: isUnchanged, write, name: (left: typeof members) => labels(left, page), line: 'p'} as const
  return joined(withGaps(members, run, page))
}

function clause(provision: Provision<Change>, level: HeadingLevel, page: Page): Html {
  const numbered = numeralHere(provision.id, page) !== undefined
  const content = element('div', {class: 'words'}, contentOf(provision, level === 2 ? 3 : 4, page))
  const kind = classOf(numbered ? 'clause' : 'plain', provision, page)
  const attributes = {class: kind, id: placeOf(provision.id, page)}
  return element('section', attributes, standingLine(provision, page), headingOf(provision, level, page), content)
}

/** The heading of a provision, with its number; nothing where it has none. */
export function headingOf(provision: Provision<Change>, level: HeadingLevel, page: Page): Html {
  if (!provision.heading) return joined([])
  const words = element('span', {}, written(provision.heading, within(page, provision)))
  const numbered = numeralHere(provision.id, page) !== undefined
  return element(`h${level}`, {}, ...(numbered ? [label(provision.id, page), text(' ')] : []), words)
}

function plain(provision: Provision<Change>, level: HeadingLevel, page: Page): Html {
  const attributes = {class: classOf('plain', provision, page), id: placeOf(provision.id, page)}
  return element('div', attributes, standingLine(provision, page), contentOf(provision, level, page))
}

function classOf(own: string | undefined, provision: Provision<Change>, page: Page): string | undefined {
  return classes(unchangedClass(own, isUnchanged(provision), page), provision, page)
}

function contentOf(provision: Provision<Change>, level: HeadingLevel, page: Page): Html {
  const here = within(page, provision)
  return joined([
    causesBeside(changesOf(provision), page),
    blocks(provision.body, here),
    provisions(provision.provisions, level, page),
    blocks(provision.closing ?? [], here),
  ])
}

/** The number in its own column, with the former one where nothing else tells of it. */
export function label(id: ProvisionId, page: Page): Html {
  const now = text(numeralHere(id, page)?.label ?? '')
  const former = formerLabel(id, page)
  return element('span', {class: 'label'}, former === undefined ? underMark(now, page) : renumbered(text(former), now))
}
