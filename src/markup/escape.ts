/**
 * Plain words written so that reading them again gives the same words. Braces and backslashes become character
 * references, which neither Handlebars nor the clause language reads; what Markdown alone reads is escaped by a backslash.
 */

const always = /[*_[\]<>&`~|]/g
const byReference: Readonly<Record<string, string>> = {'{': '&#123;', '}': '&#125;', '\\': '&#92;'}

/** Words inside a paragraph. */
export function escapeWords(text: string): string {
  const marked = text.replace(always, '\\$&')
  return marked.replace(/[{}]|\\(?![*_[\]<>&`~|])/g, (character) => byReference[character]!)
}

/** The first words of a paragraph, where a mark could begin a list, a heading or a rule. */
export function escapeStart(written: string): string {
  return written
    .replace(/^([#+=-]|\d{1,9}(?=[.)]))/, (mark) => (/\d/.test(mark) ? mark : `\\${mark}`))
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
}
