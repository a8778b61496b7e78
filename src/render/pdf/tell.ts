/**
 * Tells assistive technology what a reader sees of the marks. Typst tags struck and underlined words as such
 * (`TextDecorationType`, ISO 32000-1, 14.8.5.4.5), which few programs read out, and has no way to give them an alternate
 * description. So each run's line is drawn a trace thicker than the last, and the tag that bears its thickness is given
 * the words here: `/Alt (deleted: 36 months)` (14.9.3). Lines for the eye are all alike: a run adds two millionths of a point.
 */

/** Thickness of a line in points, and what each run adds. The template draws with the same numbers. */
export const thickness = 0.6
export const trace = 0.000002

/** The PDF with a description on the tag of every marked run. Throws where a tag names no run: that is our mistake. */
export function tell(typeset: Uint8Array, told: readonly string[]): Uint8Array {
  const bytes = Buffer.from(typeset.buffer, typeset.byteOffset, typeset.byteLength).toString('latin1')
  const insertions = [...bytes.matchAll(/\/TextDecorationThickness (\d*\.?\d+)\n/g)].map((match) => {
    const tag = bytes.lastIndexOf(structElement, match.index)
    const run = told[Math.round((Number(match[1]) - thickness) / trace)]
    if (tag < 0 || match.index - tag > 1000 || run === undefined)
      throw new Error(`tell: a marked tag of the PDF names no run of words (${match[1]})`)
    return {at: tag + structElement.length, text: `\n  /Alt ${textString(run)}`}
  })
  return Buffer.from(inserted(bytes, insertions), 'latin1')
}

const structElement = '/Type /StructElem'

interface Insertion {
  readonly at: number
  readonly text: string
}

/** A text string in UTF-16 (ISO 32000-1, 7.9.2.2). */
function textString(text: string): string {
  const units = Array.from({length: text.length}, (_, index) => text.charCodeAt(index).toString(16).padStart(4, '0'))
  return `<FEFF${units.join('').toUpperCase()}>`
}

// Typst writes one table of entries of 20 bytes (7.5.4) after all objects; every offset in it moves by what comes before it.
function inserted(bytes: string, insertions: readonly Insertion[]): string {
  const table = bytes.lastIndexOf('xref\n', bytes.lastIndexOf('trailer'))
  const added = [0]
  for (const {text} of insertions) added.push(added.at(-1)! + text.length)
  const movedBy = (at: number): number => added[countBefore(insertions, at)]!
  const entries = bytes
    .slice(table)
    .replace(
      /^(\d{10}) (\d{5} n)/gm,
      (_, at: string, rest: string) => `${offset(Number(at) + movedBy(Number(at)))} ${rest}`,
    )
    .replace(/startxref\n\d+/, `startxref\n${table + movedBy(table)}`)
  const body = insertions.map(({at, text}, index) => bytes.slice(insertions[index - 1]?.at ?? 0, at) + text)
  return [...body, bytes.slice(insertions.at(-1)?.at ?? 0, table), entries].join('')
}

function countBefore(insertions: readonly Insertion[], at: number): number {
  let [low, high] = [0, insertions.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (insertions[middle]!.at < at) low = middle + 1
    else high = middle
  }
  return low
}

function offset(at: number): string {
  return String(at).padStart(10, '0')
}
