/** The bare words of inlines, where Word takes no nodes: header, contents, names of controls. */
import type {Inline} from '../../../model/index.js'

export function bareWords(content: readonly Inline<unknown>[], blank: string): string {
  return content.map((inline) => wordsOf(inline, blank)).join('')
}

function wordsOf(inline: Inline<unknown>, blank: string): string {
  switch (inline.type) {
    case 'text':
    case 'use':
    case 'definition':
      return inline.text
    case 'value':
      return inline.words
    case 'blank':
      return blank
    case 'emphasis':
      return bareWords(inline.content, blank)
    case 'reference':
      return ''
  }
}
