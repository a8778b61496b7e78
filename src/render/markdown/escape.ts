/**
 * Keeping words words: what Markdown (CommonMark and GitHub's) would read is put out of its reach, and every viewer
 * prints the same characters back. Names and amounts are a stranger's; a clause's own text gets no other treatment.
 */

/** Words that stand inside a line. A line break becomes a hard one: a backslash before it (CommonMark §6.7). */
export function escaped(words: string): string {
  return words
    .replace(/[\\`*_[\]{}<>|~#$]/g, '\\$&')
    .replace(/&(?=[#a-z])/gi, '\\&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}\\.`)
    .replace(/(?<=\S)@(?=\S)/g, '\\@')
    .replaceAll('\n', '\\\n')
}

/**
 * A whole paragraph: what Markdown would read at the beginning of a line (a list, a heading's underline, an indented
 * code block) is escaped there, and blanks at a line's ends are kept.
 */
export function asParagraph(markdown: string): string {
  const kept = markdown.replace(/(\\\n)+$/, (breaks) => '&#10;'.repeat(breaks.length / 2))
  return kept.split('\n').map(asLine).join('\n')
}

function asLine(line: string): string {
  return line
    .replace(/^[-+=:]/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^[ \t]|[ \t]$/g, asReference)
}

/** A heading's or a table cell's words: they cannot break over lines, so a line break is written as a character or a tag. */
export function onOneLine(markdown: string, lineBreak: '&#10;' | '<br>'): string {
  return markdown.replaceAll('\\\n', lineBreak).replace(/^[ \t]|[ \t]$/g, asReference)
}

/** A character written by its number, which Markdown reads as words and as nothing else. */
export function asReference(character: string): string {
  return `&#${character.codePointAt(0)};`
}
