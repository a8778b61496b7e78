/** What stands before the text: the title, who contracts, the key terms, the notice that drafts carry, and the contents. */
import type {Change, ContentsLine, Cover, ExecutionBlock} from '../../model/index.js'
import {furnitureOf} from '../../model/index.js'
import {anchorOf} from './anchors.js'
import {blocks} from './blocks.js'
import {standingLine} from './glosses.js'
import {element, empty, type Html, joined, text} from './html.js'
import {unmarked, written} from './inlines.js'
import {classes, underMark} from './marks.js'
import {below, isShown, type Page, placeOf} from './page.js'
import {isUnchangedPart, unchangedClass} from './unchanged.js'

export function cover(page: Page): Html {
  const {agreement, locale} = page.copy
  const {title, firstPage} = furnitureOf(page.copy)
  const terms = agreement.parts.filter((part) => part.kind === 'cover').filter((part) => part.blocks.length > 0)
  const notice = firstPage.length === 0 ? [] : [element('p', {class: 'notice'}, written(firstPage, page))]
  return element(
    'header',
    {},
    // A redline has a heading of its own above the text.
    element(page.redline ? 'h2' : 'h1', {class: page.redline ? 'title' : undefined}, written(title, page)),
    ...between(page),
    ...terms
      .filter((part) => isShown(part, page))
      .map((part) => keyTerms(part, locale.print.keyTerms, below(page, part))),
    ...notice,
  )
}

// Who signs is who contracts: the names stand in the execution blocks, settled and in their own scripts.
function between(page: Page): readonly Html[] {
  const signing = page.copy.agreement.parts.flatMap((part) => {
    const here = below(page, part)
    return part.kind === 'execution' && isShown(part, page)
      ? part.blocks.filter((block) => isShown(block, here)).map((block) => nameOf(block, unlisted(below(here, block))))
      : []
  })
  if (signing.length === 0) return []
  return [
    element('p', {class: 'between'}, text(page.copy.locale.print.between)),
    element('ul', {role: 'list', class: 'names'}, ...signing),
  ]
}

function nameOf({party, native}: ExecutionBlock<Change>, page: Page): Html {
  return element(
    'li',
    {},
    written(party, page),
    ...(native ? [empty('br'), element('span', {class: 'native'}, written(native, page))] : []),
  )
}

// The same names are printed again where the parties sign: there they have their numbers.
function unlisted(page: Page): Page {
  return page.redline ? {...page, redline: {...page.redline, entries: new Map()}} : page
}

function keyTerms(part: Cover<Change>, title: string, page: Page): Html {
  return element(
    'section',
    {class: classes(unchangedClass('key-terms', isUnchangedPart(part), page), part, page), id: placeOf(part.id, page)},
    standingLine(part, page),
    element('h2', {}, underMark(text(title), page)),
    blocks(part.blocks, page),
  )
}

/** The contents as a list of links; clauses are a list inside their group's line. */
export function contents(page: Page): Html {
  const {contents: lines, locale} = page.copy
  if (lines.length === 0) return joined([])
  const entries = groups(lines).map(([top, below]) => entry(top, below, page))
  return element(
    'nav',
    {'aria-labelledby': '_contents'},
    element('h2', {id: '_contents'}, text(locale.print.contents)),
    list(entries),
  )
}

type Group = readonly [ContentsLine, readonly ContentsLine[]]

function groups(lines: readonly ContentsLine[]): readonly Group[] {
  const tops = lines.flatMap((line, index) => (line.level === 0 || index === 0 ? [index] : []))
  return tops.map((top, index) => [lines[top]!, lines.slice(top + 1, tops[index + 1])])
}

function entry(line: ContentsLine, below: readonly ContentsLine[], page: Page): Html {
  const inner = below.map((one) => entry(one, [], page))
  return element('li', {}, link(line, page), ...(inner.length === 0 ? [] : [list(inner)]))
}

function link({id, numeral, heading}: ContentsLine, page: Page): Html {
  const label = numeral === undefined ? [] : [element('span', {class: 'label'}, text(numeral)), text(' ')]
  return element('a', {href: `#${anchorOf(id)}`}, ...label, element('span', {}, unmarked(heading, page)))
}

function list(entries: readonly Html[]): Html {
  return element('ol', {role: 'list'}, ...entries)
}
