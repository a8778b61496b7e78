/** Words to HTML: values and blanks carry their pointer, citations and terms are links, foreign names say their language. */
import {
  type Blank,
  type CitationPiece,
  citationOf,
  type Definition,
  type Inline,
  type Reference,
  type Use,
  type Value,
} from '../../model/index.js'
import {anchorOf, termAnchor} from './anchors.js'
import {element, empty, type Html, joined, text} from './html.js'
import {runsOf} from './languages.js'
import type {Page} from './page.js'

/** Marks, which only a redline has, print nothing here. */
export type Words = readonly Inline<unknown>[]

export function written(inlines: Words, page: Page): Html {
  return joined(inlines.map((inline) => one(inline, page)))
}

function one(inline: Inline<unknown>, page: Page): Html {
  switch (inline.type) {
    case 'text':
      return spoken(inline.text, page)
    case 'emphasis':
      return element('em', {}, written(inline.content, page))
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
  const id = page.firsts.has(inline) ? termAnchor(inline.term) : undefined
  return joined([text(openQuote), element('dfn', {id}, spoken(inline.text, page)), text(closeQuote)])
}

function use(inline: Use<unknown>, page: Page): Html {
  const words = spoken(inline.text, page)
  const linked = page.firsts.has(inline) && page.copy.definitions.has(inline.term)
  return linked ? element('a', {class: 'use', href: `#${termAnchor(inline.term)}`}, words) : words
}

function reference(inline: Reference<unknown>, page: Page): Html {
  return element('a', {class: 'citation', href: `#${anchorOf(inline.target)}`}, spoken(citation(inline, page), page))
}

/** The printed words of a citation. Throws a RangeError for a target without one: `engross` settles them all. */
export function citation(cited: Pick<Reference<unknown>, 'target' | 'bare'>, {copy}: Page): string {
  const pieces = citationOf(cited, copy)
  if (!pieces) throw new RangeError(`renderHtml: the fair copy has no citation for "${cited.target}"`)
  return pieces.map(wordsOf).join('')
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
