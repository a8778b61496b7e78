/** The short forms of a change memo: places as bare numbers, words cut to what a table cell takes. */
import {keysOf, type Locale, type Parameters, type Pointer} from '../model/index.js'
import type {Place, Places} from '../render/text/index.js'

/** Places that are named in one cell. */
const mostPlaces = 3

/** The longest cell, in characters. */
const longestCell = 64

/** "clauses 6.2, 11.1; Schedule 2; former clause 7.1": numbers of clauses together, then the rest, then what is gone. */
export function whereWords(places: readonly Places[], {print}: Locale, most = mostPlaces): string {
  const standing = new Set(places.flatMap(({after}) => (after ? [passageName(after)] : [])))
  const gone = places.flatMap(({before, after}) => (before && !after ? [passageName(before)] : []))
  // The key terms only repeat what a clause says; a clause that was replaced is where its replacement stands.
  const now = [...standing].filter((name) => name !== print.keyTerms || standing.size + gone.length === 1)
  const former = [...new Set(gone)].filter((name) => !standing.has(name))
  const shown = [now.slice(0, most), former.slice(0, Math.max(0, most - now.length))] as const
  const more = now.length + former.length - shown[0].length - shown[1].length
  const words = [...together(shown[0], print), ...together(shown[1], print).map((name) => `former ${name}`)]
  return words.join('; ') + (more > 0 ? ` and ${more} more` : '')
}

function together(names: readonly string[], {clause}: Locale['print']): readonly string[] {
  const numbers = names.flatMap((name) => (name.startsWith(`${clause} `) ? [name.slice(clause.length + 1)] : []))
  const rest = names.filter((name) => !name.startsWith(`${clause} `))
  return [...(numbers.length > 0 ? [`${clause}${numbers.length > 1 ? 's' : ''} ${numbers.join(', ')}`] : []), ...rest]
}

/** The number, or the heading of what has none. */
export function passageName({number, headings}: Place): string {
  return number ?? headings.at(-1) ?? 'the agreement'
}

/** The first few, and how many more. */
export function listed(names: readonly string[], most: number, between: string): string {
  const more = names.length - most
  return more > 0 ? `${names.slice(0, most).join(between)} and ${more} more` : names.join(between)
}

/** On one line, without the comma or full stop that it begins with, cut at a word. */
export function excerpt(words: string, longest = longestCell): string {
  const line = words
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:.]+(?=\S)/, '')
    .trim()
  if (line.length <= longest) return line
  const cut = line.slice(0, longest)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2)).trimEnd()} …`
}

/**
 * What people call a parameter: its title below that of what it stands in ("Gate 2: Due date"); where the schema is not at hand, its
 * pointer in words ("Gates 2, due date").
 */
export function parameterName(pointer: Pointer, parameters: Parameters): string {
  const keys = keysOf(pointer)
  const title = titleOf(keys, parameters)
  if (title === undefined) return pointerWords(keys)
  const around = keys.slice(0, -1)
  const row = Number(around.at(-1))
  const outer = titleOf(around, parameters)
  if (outer === undefined) return title
  return `${outer}${Number.isInteger(row) ? ` ${row + 1}` : ''}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`
}

// A row's number is `*` in the schema's patterns.
function titleOf(keys: readonly string[], parameters: Parameters): string | undefined {
  let pattern = ''
  for (const key of keys) pattern = parameters.has(`${pattern}/${key}`) ? `${pattern}/${key}` : `${pattern}/*`
  return parameters.get(pattern)?.title
}

function pointerWords(keys: readonly string[]): string {
  const words = keys.map((key) =>
    /^\d+$/.test(key) ? String(Number(key) + 1) : key.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase(),
  )
  const name = words.reduce((said, word) => (said === '' ? word : said + (/^\d+$/.test(word) ? ' ' : ', ') + word), '')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** An ISO 8601 instant as its day: "20 November 2026"; nothing for what is none. */
export function dateWords(instant: string, {months}: Locale): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(instant) ?? []
  const name = months[Number(month) - 1]
  return year === undefined || name === undefined ? '' : `${Number(day)} ${name} ${year}`
}
