/**
 * Provisions → sections of the manuscript. A clause with a heading opens a section of its own; clauses without one run
 * together as a list; words without a number stand as they are.
 */
import type {Provision} from '../../model/index.js'
import {blocksOf} from './blocks.js'
import type {Heading, Item, List, Section, Text} from './manuscript.js'
import {type Setting, wording, wordsOf} from './wording.js'

/** Provisions that make one section, in order: several only where they run together as a list. */
export type Stretch = readonly [Provision<unknown>, ...Provision<unknown>[]]

export function stretchesOf(provisions: readonly Provision<unknown>[], setting: Setting): readonly Stretch[] {
  const inList = ({heading, id}: Provision<unknown>): boolean => !heading && setting.copy.numerals.has(id)
  const stretches: [Provision<unknown>, ...Provision<unknown>[]][] = []
  for (const provision of provisions) {
    const last = stretches.at(-1)
    if (last && inList(last[0]) && inList(provision)) last.push(provision)
    else stretches.push([provision])
  }
  return stretches
}

/** `level` is the outline level that clause headings take. */
export function sectionOf(stretch: Stretch, level: number, setting: Setting): Section {
  const [provision] = stretch
  if (provision.heading)
    return {type: 'clause', heading: clauseHeading(provision, level, setting), ...textOf(provision, setting)}
  if (!setting.copy.numerals.has(provision.id)) return {type: 'plain', ...textOf(provision, setting)}
  return {type: 'list', list: listOf(stretch, setting)}
}

function clauseHeading(provision: Provision<unknown>, level: number, setting: Setting): Heading {
  const numeral = setting.copy.numerals.get(provision.id)?.label
  return {
    kind: 'clause',
    level,
    words: wording(provision.heading!, setting),
    listed: setting.listed.has(provision.id),
    ...(numeral === undefined ? {} : {numeral}),
    ...(setting.cited.has(provision.id) ? {id: provision.id} : {}),
  }
}

function textOf({body, provisions, closing}: Provision<unknown>, setting: Setting): Text {
  return {
    body: blocksOf(body, setting),
    ...(provisions.length === 0 ? {} : {list: listOf(provisions, setting)}),
    closing: blocksOf(closing ?? [], setting),
  }
}

function listOf(provisions: readonly Provision<unknown>[], setting: Setting): List {
  const labelOf = ({id}: Provision<unknown>): string => setting.copy.numerals.get(id)?.label ?? '•'
  return {labels: provisions.map(labelOf), items: provisions.map((provision) => itemOf(provision, setting))}
}

function itemOf(provision: Provision<unknown>, setting: Setting): Item {
  return {
    ...(setting.cited.has(provision.id) ? {id: provision.id} : {}),
    ...(provision.heading ? {heading: wording(provision.heading, setting)} : {}),
    ...textOf(provision, setting),
  }
}

/** A heading of words that the locale gives, such as "Signatures": in the outline, not on the contents page. */
export function plainHeading(words: string, setting: Setting): Heading {
  return {kind: 'part', level: 1, words: wordsOf(words, setting), listed: false}
}
