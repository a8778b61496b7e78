/** What a redline says first: what is compared with what, how many changes and why, and what was not compared. */
import {type CauseCounts, countsOf, type Diagnostic, type Redline, type Side} from '../../model/index.js'
import {anchorOf} from './anchors.js'
import type {Entry} from './entries.js'
import {element, type Html, joined, text} from './html.js'
import type {Page} from './page.js'
import {dayWords, ourLanguage} from './phrases.js'

/** The heading of the page, with its figures. */
export function summary(redline: Redline, entries: readonly Entry[], page: Page): Html {
  const {from, to, uncompared} = redline
  return element(
    'header',
    {class: 'summary', lang: ourLanguage(page)},
    element(
      'p',
      {class: 'over', lang: ourLanguage(page) && page.copy.agreement.language},
      text(page.copy.agreement.title),
    ),
    element('h1', {}, text(comparedWords(redline))),
    figures(entries.length, redline.renumbered.length),
    tally(countsOf(redline.changes)),
    element('ul', {class: 'sides', role: 'list'}, sideLine('Old', from, page), sideLine('New', to, page)),
    legend(),
    notCompared(uncompared),
    renumberedList(redline),
  )
}

// The style shows which of the two words is true, as the reader switches.
function figures(changes: number, renumberings: number): Html {
  const aside = [
    text(`; ${counted(renumberings, 'renumbering')} `),
    element('span', {class: 'when-hidden'}, text('hidden')),
    element('span', {class: 'when-shown'}, text('shown')),
  ]
  const all = [text(counted(changes, 'change')), ...(renumberings === 0 ? [] : aside), text('.')]
  return element('p', {class: 'figures'}, ...all)
}

/** "Revision 7 compared with revision 5". */
export function comparedWords({from, to}: Redline): string {
  return `${to.label} compared with ${from.label.replace(/^Revision (?=\d)/, 'revision ')}`
}

function counted(count: number, one: string): string {
  return count === 0 ? `No ${one}s` : `${count} ${one}${count === 1 ? '' : 's'}`
}

const tallied: readonly (readonly [keyof CauseCounts, string, string])[] = [
  ['parameters', 'parameter', 'parameters'],
  ['upgrades', 'clause upgrade', 'clause upgrades'],
  ['downgrades', 'return to an earlier version', 'returns to earlier versions'],
  ['variants', 'other clause chosen', 'other clauses chosen'],
  ['hand', 'hand edit', 'hand edits'],
  ['moves', 'move', 'moves'],
  ['consequential', 'consequential change', 'consequential changes'],
]

function tally(counts: CauseCounts): Html {
  const items = tallied
    .filter(([cause]) => counts[cause] > 0)
    .map(([cause, one, many]) =>
      element('li', {}, element('b', {}, text(String(counts[cause]))), text(` ${counts[cause] === 1 ? one : many}`)),
    )
  return items.length === 0 ? text('') : element('ul', {class: 'tally', role: 'list'}, ...items)
}

function sideLine(which: string, {label, time, hash}: Side, page: Page): Html {
  const known = [time ? dayWords(time, page.copy.locale) : '', hash ? `${hash.slice(0, 19)}…` : '']
  const about = known.filter((words) => words !== '').join(' · ')
  return element(
    'li',
    {},
    element('span', {class: 'which'}, text(which)),
    text(' '),
    element('b', {}, text(label)),
    text(about === '' ? '' : ` · ${about}`),
  )
}

function legend(): Html {
  return element(
    'p',
    {class: 'legend'},
    element('ins', {class: 'inserted'}, text('inserted')),
    text(' '),
    element('del', {class: 'deleted'}, text('deleted')),
    text(' '),
    element('ins', {class: 'moved-to'}, text('moved here')),
    text(' '),
    element('del', {class: 'moved-from'}, text('moved away')),
  )
}

function notCompared(diagnostics: readonly Diagnostic[]): Html {
  if (diagnostics.length === 0) return text('')
  const lines = diagnostics.map(({message, reason, hint}) =>
    element('li', {}, text([message, reason, hint].filter((words) => words !== undefined).join(' '))),
  )
  const title = element('h2', {}, text(`Not compared: ${counted(diagnostics.length, 'place')}`))
  return element('section', {class: 'uncompared'}, title, element('ul', {}, ...lines))
}

function renumberedList({renumbered}: Redline): Html {
  if (renumbered.length === 0) return text('')
  const lines = renumbered.map(({id, from, to}) =>
    element('li', {}, element('s', {}, text(from)), text(' → '), element('a', {href: `#${anchorOf(id)}`}, text(to))),
  )
  const title = element('summary', {}, text(`${counted(renumbered.length, 'renumbering')}: not changes`))
  return joined([element('details', {class: 'renumberings'}, title, element('ul', {role: 'list'}, ...lines))])
}
