/**
 * A fair copy as one HTML page that needs nothing else and runs nothing: no script, no request, no style but its own,
 * and a content security policy that says so to the browser.
 */
import {createHash} from 'node:crypto'
import type {FairCopy} from '../../model/index.js'
import {footer, openPoints} from './back.js'
import {contents, cover} from './front.js'
import {element, empty, joined, styleSheet, text} from './html.js'
import type {Page} from './page.js'
import {parts} from './parts.js'
import {style} from './style.js'

/** Only the style sheet below, known by its hash (CSP Level 3 §2.3.1); nothing is loaded, submitted or rebased. */
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`

/** The whole page, as text to be stored in UTF-8. The same fair copy gives the same page. */
export function renderHtml(copy: FairCopy): string {
  const page: Page = {copy, firsts: new Set()}
  const {agreement} = copy
  const head = element(
    'head',
    {},
    empty('meta', {charset: 'utf-8'}),
    empty('meta', {'http-equiv': 'Content-Security-Policy', content: policy}),
    empty('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
    empty('meta', {name: 'referrer', content: 'no-referrer'}),
    empty('meta', {name: 'color-scheme', content: 'light dark'}),
    element('title', {}, text(agreement.title)),
    styleSheet(style),
  )
  const body = element(
    'body',
    {},
    cover(page),
    contents(page),
    element('main', {}, parts(agreement, page)),
    openPoints(page),
    footer(page),
  )
  const direction = /^(ar|he|fa|ur)\b/.test(agreement.language) ? 'rtl' : undefined
  return `<!DOCTYPE html>\n${element('html', {lang: agreement.language, dir: direction}, joined([head, body], '\n'))}\n`
}
