/** Words to HTML: values and blanks carry their pointer, citations and terms are links, foreign names say their language. */
import type {Blank, Change, CitationPiece, Definition, Inline, Reference, Use, Value} from '../../model/index.js'
import {termAnchor} from './anchors.js'
import {element, empty, type Html, joined, text} from './html.js'
import {runsOf} from './languages.js'
import {markedWords} from './marks.js'
import {citationHere, formerCitationHere, type Page, sideOf, targetOf} from './page.js'

export type Words = readonly Inline<Change>[]

/** Words, with their marks on the page of a redline. */
export function written(inlines: Words, page: Page): Html {
  return page.redline ? markedWords(inlines, page, unmarked) : unmarked(inlines, page)
}

/** Words, whatever marks they have. */
export function unmarked(inlines: readonly Inline<unknown>[], page: Page): Html {
  return joined(inlines.map((inline) => one(inline, page)))
}

function one(inline: Inline<unknown>, page: Page): Html {
  switch (inline.type) {
    case 'text':
      return spoken(inline.text, page)
    case 'emphasis':
      return element('em', {}, unmarked(inline.content, page))
    case 'definition':
      return definition(inline, page)
    case 'use':
      return use(inline, page)
    case 'reference':
      return reference(inline, page)
    case 'value':
      return printedValue(inline, page)
    case 'blank':
      return blankOf(inline, page)
  }
}

/** Words with their line breaks, and with the language of what is in another script. */
export function spoken(words: string, {copy: {agreement}}: Page): Html {
  const lines = words
    .split('\n')
    .map((line) =>
      joined(
        runsOf(line, agreement.language).map(({words: run, language, rightToLeft}) =>
          language === undefined
            ? text(run)
            : element('span', {lang: language, dir: rightToLeft ? 'rtl' : undefined}, text(run)),
        ),
      ),
    )
  return lines.reduce((before, line) => joined([before, empty('br'), line]))
}

function definition(inline: Definition<unknown>, page: Page): Html {
  const {openQuote, closeQuote} = page.copy.locale.print
  const id = page.firsts.has(inline) && sideOf(page) !== 'old' ? termAnchor(inline.term) : undefined
  return joined([text(openQuote), element('dfn', {id}, spoken(inline.text, page)), text(closeQuote)])
}

function use(inline: Use<unknown>, page: Page): Html {
  const words = spoken(inline.text, page)
  const linked = page.firsts.has(inline) && page.copy.definitions.has(inline.term)
  return linked ? element('a', {class: 'use', href: `#${termAnchor(inline.term)}`}, words) : words
}

function reference(inline: Reference<unknown>, page: Page): Html {
  const former = formerCitationHere(inline, page)
  const words = spoken(citation(inline, page), page)
  const printed = former ? renumbered(spoken(former.map(wordsOf).join(''), page), words) : words
  return element('a', {class: 'citation', href: `#${targetOf(inline.target, page)}`}, printed)
}

/** A number or citation that reads otherwise than before, although nothing changed: the former one is there to be asked for. */
export function renumbered(former: Html, now: Html): Html {
  const inside = [element('s', {class: 'former'}, former), element('span', {class: 'latter'}, now)]
  return element('span', {class: 'renumbered'}, ...inside)
}

/** The printed words of a citation. */
export function citation(cited: Pick<Reference<unknown>, 'target' | 'bare'>, page: Page): string {
  return citationHere(cited, page).map(wordsOf).join('')
}

function wordsOf(piece: CitationPiece): string {
  return typeof piece === 'string' ? piece : piece.numeral
}

/** A date, an amount or a period is not broken over lines. In characters. */
const short = 18

// `value` is what the element means to a machine (https://html.spec.whatwg.org/#the-data-element): the words, undecorated.
function printedValue({pointer, words}: Value<unknown>, page: Page): Html {
  const kind = words.length <= short ? 'value short' : 'value'
  return element('data', {class: kind, value: words, 'data-pointer': pointer}, spoken(words, page))
}

function blankOf({pointer, question}: Blank<unknown>, page: Page): Html {
  return element('mark', {class: 'blank', title: question, 'data-pointer': pointer}, text(page.copy.locale.print.blank))
}
