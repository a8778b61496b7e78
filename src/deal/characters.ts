/**
 * Characters that may not stand in a deal: those that nobody can see, and those that make text read otherwise than it
 * is stored (SECURITY.md P1). They are refused, never removed: what is signed is what was written.
 */
import {codePoint} from './quote.js'

const refused: readonly (readonly [RegExp, string])[] = [
  [/[\r\t]/u, 'a tab or carriage return'],
  [/(?!\n)\p{Cc}/u, 'a control character'],
  [/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/u, 'a character that turns the direction of text'],
  [/\p{Cs}/u, 'half of a character (a lone surrogate)'],
  [/\p{Co}/u, 'a private-use character, which prints differently in every font'],
  [/\p{Noncharacter_Code_Point}/u, 'a code point that is no character'],
  [/[\u2028\u2029\uFEFF\u200B\u2060\u00AD\u{E0000}-\u{E007F}]/u, 'a character that cannot be seen'],
]

/** What may not stand in a text, in words ("a control character (U+0007)"), or nothing. Joiners that scripts need may. */
export function refusedCharacter(text: string): string | undefined {
  for (const [pattern, what] of refused) {
    const match = pattern.exec(text)
    if (match) return `${what} (U+${codePoint(match[0])})`
  }
  return undefined
}
