/**
 * A fair copy as one HTML page that needs nothing else: no request, no style but its own, and a content security policy that says
 * so to the browser. A clean copy runs nothing; a redline runs the one script that the policy names by its hash.
 */
import {createHash} from 'node:crypto'
import type {Change, FairCopy} from '../../model/index.js'
import {footer, openPoints} from './back.js'
import {contents, cover} from './front.js'
import {element, empty, type Html, joined, styleSheet, text} from './html.js'
import type {Page} from './page.js'
import {parts} from './parts.js'
import {redlinePage} from './redline-page.js'
import {style} from './style.js'

/** Only what is known by its hash (CSP Level 3 §2.3.1); nothing is loaded, submitted or rebased. */
function policyOf(css: string, script: string | undefined): string {
  const scripts = script === undefined ? '' : ` script-src '${hashOf(script)}';`
  return `default-src 'none'; style-src '${hashOf(css)}';${scripts} base-uri 'none'; form-action 'none'`
}

function hashOf(source: string): string {
  return `sha256-${createHash('sha256').update(source).digest('base64')}`
}

/**
 * The whole page, as text to be stored in UTF-8. The same fair copy gives the same page. A copy with `against` prints its redline,
 * in one text and side by side.
 */
export function renderHtml(copy: FairCopy<Change>): string {
  const {agreement, against} = copy
  const {title, style: css, script, body} = against ? redlinePage(copy, against) : cleanPage(copy)
  const head = element(
    'head',
    {},
    empty('meta', {charset: 'utf-8'}),
    empty('meta', {'http-equiv': 'Content-Security-Policy', content: policyOf(css, script)}),
    empty('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
    empty('meta', {name: 'referrer', content: 'no-referrer'}),
    empty('meta', {name: 'color-scheme', content: 'light dark'}),
    element('title', {}, text(title)),
    styleSheet(css),
  )
  const direction = /^(ar|he|fa|ur)\b/.test(agreement.language) ? 'rtl' : undefined
  return `<!DOCTYPE html>\n${element('html', {lang: agreement.language, dir: direction}, joined([head, body], '\n'))}\n`
}

interface Printed {
  readonly title: string
  readonly style: string
  readonly script?: string
  readonly body: Html
}

function cleanPage(copy: FairCopy<Change>): Printed {
  const page: Page = {copy, firsts: new Set()}
  const {agreement} = copy
  const main = element('main', {}, parts(agreement, page))
  const body = element('body', {}, cover(page), contents(page), main, openPoints(page), footer(page))
  return {title: agreement.title, style, body}
}
