/** When two texts say the same to a reader: Unicode compatibility form (NFKC), no case, one space between words. */

/** `ＡＬＰＨＡ  Ltd` and `alpha ltd` fold to one text. Upper case first, so that ß and ss meet. */
export function fold(text: string): string {
  return text.normalize('NFKC').toUpperCase().toLowerCase().replaceAll(/\s+/g, ' ').trim()
}

/** Folded, letters and digits only: `HRB 12 345` and `hrb-12345` are one number in a register. */
export function bare(text: string): string {
  return fold(text).replaceAll(/[^\p{L}\p{N}]/gu, '')
}

const standIns: readonly RegExp[] = [
  /^(?:tbc|tbd|tba|x{3,}|n\/a|placeholder|lorem ipsum.*)$/,
  /^to be (?:agreed|confirmed|decided|determined|advised|completed)$/,
  /^(?:insert|enter|your) (?:name|text|party|company|purpose)\b.*$/,
  /^(?:party|company|legal) name$/,
]

/** True for text that only holds a place: "TBC", "[●]", "xxx", "to be agreed". */
export function isPlaceholder(text: string): boolean {
  const inner = fold(text).replaceAll(/^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu, '')
  return inner === '' || standIns.some((standIn) => standIn.test(inner))
}
