/** Lines no wider than the terminal. A style never runs over a line's end, so that what stands left of the words stays unstyled. */
import type {Span} from './ink.js'

/** Words between two spaces; `space` is what stands before them when they do not begin a line. */
interface Atom {
  readonly spans: readonly Span[]
  readonly columns: number
  readonly space?: Span
}

/** Breaks at spaces, and inside a word only where that is wider than a whole line. `width` in columns, at least 1. */
export function wrapped(spans: readonly Span[], width: number): readonly (readonly Span[])[] {
  const lines: Span[][] = [[]]
  let filled = 0
  for (const atom of atomsOf(spans).flatMap((one) => broken(one, width))) {
    const line = lines.at(-1)!
    const space = filled > 0 && atom.space ? 1 : 0
    if (filled > 0 && filled + space + atom.columns > width) {
      lines.push([...atom.spans])
      filled = atom.columns
      continue
    }
    if (space > 0) line.push(atom.space!)
    line.push(...atom.spans)
    filled += space + atom.columns
  }
  return lines.map(merged)
}

/** How many columns of a terminal the words take: two for wide characters, none for combining ones. */
export function columnsOf(words: string): number {
  let columns = 0
  for (const character of words) columns += widthOf(character)
  return columns
}

// East Asian Wide and Fullwidth (UAX #11), by block; and emoji.
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u

function widthOf(character: string): number {
  if (character < '\u0300') return 1
  if (/[\p{Mn}\p{Me}\u200b-\u200f]/u.test(character)) return 0
  return wide.test(character) ? 2 : 1
}

function atomsOf(spans: readonly Span[]): readonly Atom[] {
  const atoms: Atom[] = []
  let open: Span[] = []
  let space: Span | undefined
  const close = (): void => {
    if (open.length > 0) atoms.push(atomOf(open, space))
    if (open.length > 0) space = undefined
    open = []
  }
  for (const span of spans)
    for (const piece of span.words.split(/( +)/)) {
      if (piece === '') continue
      if (!piece.startsWith(' ')) open.push({...span, words: piece})
      else {
        close()
        space = {...span, words: ' '}
      }
    }
  close()
  return atoms
}

function atomOf(spans: readonly Span[], space: Span | undefined): Atom {
  return {spans, columns: columnsOf(spans.map(({words}) => words).join('')), ...(space ? {space} : {})}
}

// A word wider than a line (Japanese has no spaces) may break after any character.
function broken(atom: Atom, width: number): readonly Atom[] {
  if (atom.columns <= width) return [atom]
  return atom.spans.flatMap((span, place) =>
    [...span.words].map((character, index) =>
      atomOf([{...span, words: character}], place === 0 && index === 0 ? atom.space : undefined),
    ),
  )
}

function merged(line: readonly Span[]): readonly Span[] {
  const found: Span[] = []
  for (const span of line) {
    const last = found.at(-1)
    if (last && last.style === span.style) found[found.length - 1] = {...last, words: last.words + span.words}
    else found.push(span)
  }
  return found
}
