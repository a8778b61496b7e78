/**
 * Words for a terminal: what would steer it, or turn the reading order round, is shown as a replacement character. Names of
 * authors and files come from other people's documents.
 */

// Control characters, and the directional overrides and isolates of Unicode (UAX #9).
const steering = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

/** The same words without escape sequences or overrides. Line breaks and tabs become spaces. */
export function visible(words: string): string {
  return words.replace(/[\n\t]/g, ' ').replace(steering, '\ufffd')
}
