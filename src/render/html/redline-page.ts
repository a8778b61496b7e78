/**
 * A redline as one page: what is compared, the list of changes, and the agreement twice, in one text and side by side. The
 * style sheet shows the one that is asked for; one script, known by its hash, steps from change to change.
 */

import type {Against, Change, FairCopy} from '../../model/index.js'
import {footer, openPoints} from './back.js'
import {changeList} from './change-list.js'
import {sideBySide} from './columns.js'
import {controls} from './controls.js'
import {entriesById, entriesOf} from './entries.js'
import {contents, cover} from './front.js'
import {element, type Html, inlineScript, joined, text} from './html.js'
import {newSide} from './new-side.js'
import type {Marking, Page} from './page.js'
import {parts} from './parts.js'
import {redlineStyle} from './redline-style.js'
import {script} from './script.js'
import {style} from './style.js'
import {comparedWords, summary} from './summary.js'

/** What the page of a redline is made of: its title, style and policy differ from those of a clean copy. */
export interface RedlinePage {
  readonly title: string
  readonly style: string
  /** Absent where nothing has changed: there is nothing to step through. */
  readonly script?: string
  readonly body: Html
}

export function redlinePage(copy: FairCopy<Change>, against: Against<Change>): RedlinePage {
  const {redline} = against
  const entries = entriesOf(copy, redline)
  const marking: Marking = {against, shown: 'both', entries: entriesById(entries), isFirst: remember()}
  const page = {copy, firsts: new Set<never>(), redline: marking}
  const body = element(
    'body',
    {class: 'redline'},
    element('a', {class: 'skip', href: '#_text'}, text('To the text')),
    summary(redline, entries, page),
    controls(entries, page),
    changeList(entries, page),
    element(
      'main',
      {id: '_text', tabindex: '-1'},
      element('div', {class: 'text-view'}, inOneText(page)),
      element('div', {class: 'columns-view'}, sideBySide(page, redline.from, redline.to)),
    ),
    ...(entries.length === 0 ? [] : [inlineScript(script)]),
  )
  return {
    title: `${copy.agreement.title}: ${comparedWords(redline)}`,
    style: `${style}\n${redlineStyle}`,
    ...(entries.length === 0 ? {} : {script}),
    body,
  }
}

function inOneText(page: Page): Html {
  const {copy} = page
  const clean: Page = {copy: {...copy, agreement: newSide(copy.agreement)}, firsts: new Set()}
  return joined([
    cover(page),
    contents(clean),
    element('div', {class: 'parts'}, parts(copy.agreement, page)),
    openPoints(clean),
    footer(page),
  ])
}

// The names asked for so far, while one page is written.
function remember(): (name: string) => boolean {
  const names = new Set<string>()
  return (name) => {
    const isNew = !names.has(name)
    names.add(name)
    return isNew
  }
}
