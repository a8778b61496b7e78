/** The bare words of inlines, for headings in contents and citations. References print nothing here: headings hold none. */
import type {Inline} from '../model/index.js'

export function plainText<M>(inlines: readonly Inline<M>[]): string {
  return inlines.map(wordsOf).join('')
}

function wordsOf<M>(inline: Inline<M>): string {
  switch (inline.type) {
    case 'text':
    case 'use':
    case 'definition':
      return inline.text
    case 'value':
      return inline.words
    case 'blank':
      return '[●]'
    case 'emphasis':
      return plainText(inline.content)
    case 'reference':
      return ''
  }
}
