/** The bare words of a heading, for citations by heading. A heading holds no reference, so one prints nothing here. */
import type {Inline, Locale} from '../../model/index.js'

export function words(inlines: readonly Inline[], print: Locale['print']): string {
  return inlines.map((inline) => wordsOf(inline, print)).join('')
}

function wordsOf(inline: Inline, print: Locale['print']): string {
  switch (inline.type) {
    case 'text':
    case 'use':
    case 'definition':
      return inline.text
    case 'value':
      return inline.words
    case 'blank':
      return print.blank
    case 'emphasis':
      return words(inline.content, print)
    case 'reference':
      return ''
  }
}
