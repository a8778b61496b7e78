/** Words to Markdown: emphasis and definitions are the only markup that comes out; all else is escaped text. */
import type {Inline, Locale, Reference} from '../../model/index.js'
import {asReference, escaped} from './escape.js'

/** What the two texts, numbered and unnumbered, print differently. */
export interface Printing {
  readonly print: Locale['print']
  /** The words of a reference to a provision. */
  readonly cite: (reference: Reference<unknown>) => string
  readonly blank: (question: string) => string
}

/** Marks, which only a redline has, print nothing here. */
export type Words = readonly Inline<unknown>[]

/** Words in the ordinary face. */
export function written(inlines: Words, printing: Printing): string {
  return inlines.map((inline) => one(inline, printing)).reduce(beside, '')
}

/** Words that stand inside `**…**`, or in a heading: a definition there is quoted, and no bolder than its neighbours. */
export function plainly(inlines: Words, printing: Printing): string {
  return inlines.map((inline) => onlyWords(inline, printing)).join('')
}

function one(inline: Inline<unknown>, printing: Printing): string {
  if (inline.type === 'emphasis') return emphasised(plainly(inline.content, printing))
  // The quotes stand outside the asterisks: between a letter and a quote, Markdown would not take `**` for bold.
  if (inline.type === 'definition') return quoted(`**${escaped(inline.text)}**`, printing)
  return onlyWords(inline, printing)
}

function onlyWords(inline: Inline<unknown>, printing: Printing): string {
  switch (inline.type) {
    case 'text':
    case 'use':
      return escaped(inline.text)
    case 'value':
      return escaped(inline.words)
    case 'reference':
      return escaped(printing.cite(inline))
    case 'blank':
      return escaped(printing.blank(inline.question))
    case 'definition':
      return quoted(escaped(inline.text), printing)
    case 'emphasis':
      return plainly(inline.content, printing)
  }
}

function quoted(markdown: string, {print}: Printing): string {
  return escaped(print.openQuote) + markdown + escaped(print.closeQuote)
}

// Blanks at its ends would keep an asterisk from opening or closing (CommonMark §6.2, flanking), so they stand outside.
function emphasised(markdown: string): string {
  const [, before = '', middle = '', after = ''] = /^((?:\s|\\\n)*)(.*?)((?:\s|\\\n)*)$/s.exec(markdown) ?? []
  return middle === '' ? markdown : `${before}*${middle}*${after}`
}

// Two emphases in a row become one. A letter against an asterisk that has punctuation on its other side would undo the
// emphasis: it is written by number.
function beside(before: string, next: string): string {
  const [opens, closes] = [next.startsWith('*'), before.endsWith('*') && closing.test(before)]
  if (opens && closes) return before.slice(0, -1) + next.slice(1)
  if (opens && /^.[\p{P}\p{S}]/u.test(next)) return before.replace(/[^\s\p{P}\p{S}]$/u, asReference) + next
  if (closes && /[\p{P}\p{S}].$/u.test(before)) return before + next.replace(/^[^\s\p{P}\p{S}]/u, asReference)
  return before + next
}

// An asterisk that no backslash escapes: only emphasis ends in one.
const closing = /(?<!\\)(?:\\\\)*\*$/
