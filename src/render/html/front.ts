/** What stands before the text: the title, who contracts, the key terms, the notice that drafts carry, and the contents. */
import type {ContentsLine, Cover} from '../../model/index.js'
import {anchorOf} from './anchors.js'
import {blocks} from './blocks.js'
import {element, empty, type Html, joined, text} from './html.js'
import {spoken, written} from './inlines.js'
import type {Page} from './page.js'

export function cover(page: Page): Html {
  const {agreement, locale, notices} = page.copy
  const terms = agreement.parts.filter((part) => part.kind === 'cover').filter((part) => part.blocks.length > 0)
  const notice = notices.firstPage === '' ? [] : [element('p', {class: 'notice'}, spoken(notices.firstPage, page))]
  return element(
    'header',
    {},
    element('h1', {}, spoken(agreement.title, page)),
    ...between(page),
    ...terms.map((part) => keyTerms(part, locale.print.keyTerms, page)),
    ...notice,
  )
}

// Who signs is who contracts: the names stand in the execution blocks, settled and in their own scripts.
function between(page: Page): readonly Html[] {
  const signing = page.copy.agreement.parts.flatMap((part) => (part.kind === 'execution' ? part.blocks : []))
  if (signing.length === 0) return []
  const names = signing.map(({party, native}) =>
    element(
      'li',
      {},
      written(party, page),
      ...(native ? [empty('br'), element('span', {class: 'native'}, written(native, page))] : []),
    ),
  )
  return [
    element('p', {class: 'between'}, text(page.copy.locale.print.between)),
    element('ul', {role: 'list', class: 'names'}, ...names),
  ]
}

function keyTerms(part: Cover, title: string, page: Page): Html {
  return element(
    'section',
    {class: 'key-terms', id: anchorOf(part.id)},
    element('h2', {}, text(title)),
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
  return element('a', {href: `#${anchorOf(id)}`}, ...label, element('span', {}, written(heading, page)))
}

function list(entries: readonly Html[]): Html {
  return element('ol', {role: 'list'}, ...entries)
}
