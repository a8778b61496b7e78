/** Inlines → pieces of the manuscript: quotes round a defined term, citations in words, runs of another script apart. */
import {type Block, type CitationPiece, type FairCopy, type Inline, inlinesOfAgreement, type ProvisionId, type Table} from '../../model/index.js'
import type {BlockText, Piece, TableText, Wording} from './manuscript.js'
import {runsOf} from './scripts.js'
import type {Typefaces} from './typefaces.js'

/** What the words of one copy depend on. */
export interface Setting {
  readonly copy: FairCopy<unknown>
  readonly typefaces: Typefaces
  /** What a citation leads to: only these get a label, since every label costs Typst time in every pass. */
  readonly cited: ReadonlySet<ProvisionId>
}

export function settingOf(copy: FairCopy<unknown>, typefaces: Typefaces): Setting {
  const cited = new Set<ProvisionId>()
  for (const inline of inlinesOfAgreement(copy.agreement)) {
    if (inline.type !== 'reference') continue
    for (const piece of copy.citations.get(inline.target) ?? []) if (typeof piece !== 'string') cited.add(piece.target)
  }
  return {copy, typefaces, cited}
}

/** Bare text: line breaks and runs of another script set apart. */
export function wordsOf(text: string, {copy, typefaces}: Setting): Wording {
  return text.split('\n').flatMap((line, index) => {
    const runs = runsOf(line, copy.agreement.language).map((run): Piece => {
      if (run.language === undefined) return run.text
      return {type: 'foreign', language: run.language, family: typefaces.familyOf.get(run.language)!, text: run.text}
    })
    return index === 0 ? runs : [{type: 'break'} as const, ...runs]
  })
}

/** Inlines in order; neighbouring plain words are joined, so that Typst shapes and hyphenates them as one. */
export function wording(inlines: readonly Inline<unknown>[], setting: Setting): Wording {
  return joined(inlines.flatMap((inline) => piecesOf(inline, setting)))
}

function piecesOf(inline: Inline<unknown>, setting: Setting): Wording {
  const {print} = setting.copy.locale
  switch (inline.type) {
    case 'text':
    case 'use':
      return wordsOf(inline.text, setting)
    case 'value':
      return wordsOf(inline.words, setting)
    case 'emphasis':
      return [{type: 'emphasis', content: wording(inline.content, setting)}]
    case 'definition':
      return [{type: 'term', open: print.openQuote, content: wordsOf(inline.text, setting), close: print.closeQuote}]
    case 'blank':
      return [{type: 'blank', text: print.blank}]
    case 'reference':
      return citation(inline.target, setting)
  }
}

/** "clause 7.2" is one link; of "paragraph 1 of Schedule 2" each number is. A number is not parted from its word. */
function citation(target: string, setting: Setting): Wording {
  const pieces = setting.copy.citations.get(target)
  if (!pieces) throw new Error(`citation: "${target}" has none, though the copy refers to it`)
  const linked = pieces.filter((piece) => typeof piece !== 'string')
  if (linked.length === 1) {
    const text = pieces.map((piece, index) => plain(piece, pieces[index + 1])).join('')
    return [{type: 'citation', target: linked[0]!.target, content: wordsOf(text, setting)}]
  }
  return pieces.flatMap((piece, index): Wording => {
    const words = wordsOf(plain(piece, pieces[index + 1]), setting)
    return typeof piece === 'string' ? words : [{type: 'citation', target: piece.target, content: words}]
  })
}

function plain(piece: CitationPiece, next: CitationPiece | undefined): string {
  if (typeof piece !== 'string') return piece.numeral.replaceAll(' ', '\u00a0')
  return typeof next === 'object' ? piece.replace(/^(\S+) $/, '$1\u00a0') : piece
}

function joined(pieces: Wording): Wording {
  const whole: Piece[] = []
  for (const piece of pieces) {
    const last = whole.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') whole[whole.length - 1] = last + piece
    else whole.push(piece)
  }
  return whole
}

export function blocksOf(blocks: readonly Block<unknown>[], setting: Setting): readonly BlockText[] {
  return blocks.map((block) => {
    if (block.type === 'paragraph') return {type: 'paragraph', content: wording(block.content, setting)}
    return tableOf(block, setting)
  })
}

function tableOf({columns, rows}: Table<unknown>, setting: Setting): TableText {
  const heading = columns.map((column) => wording(column.heading as readonly Inline<unknown>[], setting))
  const cells = rows.map((row) => row.cells.map((cell) => wording(cell, setting)))
  const headed = heading.some((words) => words.length > 0)
  return {
    type: 'table',
    widths: headed ? widths([heading, ...cells]) : keyWidths(columns.length),
    aligns: columns.map(({align}) => align),
    ...(headed ? {heading} : {}),
    rows: cells,
  }
}

// A table without headings is a list of names and what they stand for.
function keyWidths(columns: number): readonly number[] {
  return columns === 2 ? [3, 5] : Array.from({length: columns}, () => 1)
}

/** Shares by the square root of the longest cell: a long column gets more, but does not starve the others. */
function widths(rows: readonly (readonly Wording[])[]): readonly number[] {
  const lengths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => lengthOf(row[column] ?? []))))
  return lengths.map((length) => Math.round(Math.sqrt(Math.min(Math.max(length, 8), 220)) * 10) / 10)
}

function lengthOf(words: Wording): number {
  return words.reduce((sum, piece) => {
    if (typeof piece === 'string') return sum + piece.length
    if (piece.type === 'foreign') return sum + piece.text.length * 2
    return sum + ('content' in piece ? lengthOf(piece.content) : 3)
  }, 0)
}
