/**
 * Provisions → sections of the manuscript. A clause with a heading opens a section of its own; clauses without one run
 * together as a list; words without a number stand as they are.
 */
import type {Change, Provision} from '../../model/index.js'
import {blocksOf} from './blocks.js'
import {headingOf} from './headings.js'
import type {Heading, Item, List, Piece, Section, Text, Wording} from './manuscript.js'
import {marked, moveLabel, within} from './marks.js'
import {anchorOf, numeralIn, type Setting} from './setting.js'
import {wording} from './wording.js'

/** Provisions that make one section, in order: several only where they run together as a list. */
export type Stretch = readonly [Provision<Change>, ...Provision<Change>[]]

export function stretchesOf(provisions: readonly Provision<Change>[], setting: Setting): readonly Stretch[] {
  const inList = (one: Provision<Change>): boolean => !one.heading && isNumbered(one, setting)
  const stretches: [Provision<Change>, ...Provision<Change>[]][] = []
  for (const provision of provisions) {
    const last = stretches.at(-1)
    if (last && inList(last[0]) && inList(provision)) last.push(provision)
    else stretches.push([provision])
  }
  return stretches
}

function isNumbered({id, mark}: Provision<Change>, setting: Setting): boolean {
  return numeralIn(id, within(mark, setting)) !== undefined
}

/** `level` is the outline level that clause headings take. */
export function sectionOf(stretch: Stretch, level: number, setting: Setting): Section {
  const [provision] = stretch
  if (provision.heading)
    return {type: 'clause', heading: clauseHeading(provision, level, setting), ...textOf(provision, setting)}
  if (!isNumbered(provision, setting)) return {type: 'plain', ...textOf(provision, setting)}
  return {type: 'list', list: listOf(stretch, setting)}
}

function clauseHeading({id, heading = [], mark}: Provision<Change>, level: number, setting: Setting): Heading {
  return headingOf({kind: 'clause', level, listed: setting.listed.has(id), id, inlines: heading, mark}, setting)
}

/** What stands below the heading. A move is told with the first words: those of the heading, where there is one. */
function textOf({heading, body, provisions, closing, mark}: Provision<Change>, around: Setting): Text {
  const setting = within(mark, around)
  return {
    body: blocksOf(body, setting, heading ? [] : moveLabel(mark, setting)),
    ...(provisions.length === 0 ? {} : {list: listOf(provisions, setting)}),
    closing: blocksOf(closing ?? [], setting),
  }
}

function listOf(provisions: readonly Provision<Change>[], setting: Setting): List {
  return {
    labels: provisions.map((provision) => labelOf(provision, within(provision.mark, setting))),
    items: provisions.map((provision) => itemOf(provision, setting)),
  }
}

function labelOf({id}: Provision<Change>, setting: Setting): Piece {
  return marked([numeralIn(id, setting)?.label ?? '•'], setting)[0]!
}

function itemOf(provision: Provision<Change>, setting: Setting): Item {
  const own = within(provision.mark, setting)
  return {
    ...anchorOf(provision.id, own),
    ...(provision.heading ? {heading: itemHeading(provision, own)} : {}),
    ...textOf(provision, setting),
  }
}

function itemHeading({heading = [], mark}: Provision<Change>, setting: Setting): Wording {
  return [...moveLabel(mark, setting), ...wording(heading, setting)]
}
