/**
 * Provisions → sections of the manuscript. A clause with a heading opens a section of its own; clauses without one run
 * together as a list; words without a number stand as they are.
 */
import type {Provision} from '../../model/index.js'
import {blocksOf} from './blocks.js'
import type {Heading, Item, List, Section, Text} from './manuscript.js'
import {type Setting, wording, wordsOf} from './wording.js'

/** `level` is the outline level that clause headings take. */
export function sectionsOf(
  provisions: readonly Provision<unknown>[],
  level: number,
  setting: Setting,
): readonly Section[] {
  const sections: Section[] = []
  for (const provision of provisions) {
    const numeral = setting.copy.numerals.get(provision.id)
    const last = sections.at(-1)
    if (provision.heading)
      sections.push({type: 'clause', heading: clauseHeading(provision, level, setting), ...textOf(provision, setting)})
    else if (!numeral) sections.push({type: 'plain', ...textOf(provision, setting)})
    else if (last?.type === 'list')
      sections[sections.length - 1] = {type: 'list', list: joined(last.list, listOf([provision], setting))}
    else sections.push({type: 'list', list: listOf([provision], setting)})
  }
  return sections
}

function joined(before: List, after: List): List {
  return {labels: [...before.labels, ...after.labels], items: [...before.items, ...after.items]}
}

function clauseHeading(provision: Provision<unknown>, level: number, setting: Setting): Heading {
  const numeral = setting.copy.numerals.get(provision.id)?.label
  return {
    kind: 'clause',
    level,
    words: wording(provision.heading!, setting),
    listed: setting.copy.contents.some(({id}) => id === provision.id),
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
