/**
 * Text into XML, the only way that words of an agreement enter a part. Control characters and what else XML 1.0 §2.2 does not hold are
 * refused: the deal's reader turns them away by pointer, so one that comes here is our own mistake.
 */

// One test decides for nearly every string that there is nothing to do. Control characters, among them line breaks and
// tabs, and half surrogates are looked at closer.
const noteworthy = /[&<>"\p{Cc}\p{Cs}\ufffe\uffff]/u
const forbidden = /(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/u
const entities: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'}

/** Whether the text can stand as it is, with nothing to escape, break or refuse. */
export function isPlain(text: string): boolean {
  return !noteworthy.test(text)
}

/** For text and for attribute values alike. Throws a RangeError for a character that XML cannot hold. */
export function xmlText(text: string): string {
  if (isPlain(text)) return text
  const bad = forbidden.exec(text)
  if (bad)
    throw new RangeError(
      `xmlText: U+${bad[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')} cannot stand in XML`,
    )
  return text.replace(/[&<>"]/g, (character) => entities[character]!)
}

/** A value for an attribute that people read: white space in one line, cut to `limit` characters with an ellipsis. */
export function label(text: string, limit = 64): string {
  const line = /[\s\u00a0]/.test(text) ? text.replace(/\s+/g, ' ').trim() : text
  return xmlText(line.length <= limit ? line : `${line.slice(0, limit - 1).replace(/\p{Surrogate}$/u, '')}…`)
}

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
export const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
export const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
