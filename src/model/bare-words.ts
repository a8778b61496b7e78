/** The bare words of inlines, where nothing but text can stand: contents, citations, headers. A reference prints nothing there. */
import type {Inline} from './text.js'

/** `blank` is what stands for a value that nobody has given yet. */
export function bareWords(inlines: readonly Inline<unknown>[], blank: string): string {
  return inlines.map((inline) => wordsOf(inline, blank)).join('')
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
