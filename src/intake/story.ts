/**
 * The words of one part of a Word file (a story: body, header, note …), paragraph by paragraph, with the tracked changes
 * on them; and the two texts that come of it: all accepted, all rejected. ECMA-376 Part 1 §17.13.5.
 */
import type {MarkKind} from '../model/index.js'
import {firstWord} from './fields.js'

/** Who marked something, and when. */
export interface Mark {
  readonly kind: MarkKind | 'formatted'
  readonly author: string
  /** ISO 8601, or empty: Word may leave it out. */
  readonly date: string
  /** Name that the two halves of a move share. */
  readonly move?: string
}

/** Shown otherwise than as plain words: not seen at all, or struck by hand without tracking. */
export type Disguise = 'hidden' | 'struck'

/** A run of characters. What stands in a field's result says so. */
export interface Piece {
  readonly text: string
  /** Every tracked change that it stands in, outermost first. */
  readonly marks: readonly Mark[]
  readonly disguise?: Disguise | undefined
  /** The disguise before a tracked change of its look. */
  readonly formerDisguise?: Disguise | 'none'
  /** The instruction of a field, where the field's result begins; its text is empty. */
  readonly instruction?: string
  /** First word of the instruction whose result this is, where a program computes it (`REF`, `PAGE`). */
  readonly computed?: string
}

export interface ParagraphLook {
  readonly style?: string
  /** Direct numbering. A missing `list` or `level` is that of the style. */
  readonly list?: string
  readonly level?: number
  /** 0 for a heading of the first level; none for what is no heading. */
  readonly outline?: number
}

export interface StoryParagraph {
  /** Paragraphs of one number follow one another with nothing between: only those can be joined. */
  readonly sequence: number
  readonly pieces: readonly Piece[]
  /** Changes on the paragraph's own mark. */
  readonly mark: readonly Mark[]
  /** Changes on the rows and cells that it stands in. */
  readonly around: readonly Mark[]
  /** Changes of its look, and of its characters' look. */
  readonly formatted: readonly Mark[]
  readonly look: ParagraphLook
  readonly formerLook?: ParagraphLook
  readonly bookmarks: readonly string[]
}

export type Side = 'accepted' | 'rejected'

/** A paragraph as it stands on one side. */
export interface SeenParagraph {
  /** Its place in the story, counting from 0; of several that are joined here, that of the first. */
  readonly index: number
  /** What is printed, results of fields as they were last computed. */
  readonly text: string
  /** What counts: instructions of fields in place of their results, hidden and struck words between signs. */
  readonly meant: string
  /** Results of fields that cite something, as last computed. */
  readonly cited: string
  readonly look: ParagraphLook
  readonly bookmarks: readonly string[]
}

const gone: Readonly<Record<Side, readonly Mark['kind'][]>> = {
  accepted: ['deleted', 'movedFrom'],
  rejected: ['inserted', 'movedTo'],
}

/** True when nothing that bears these marks is left out on that side. */
export function stands(marks: readonly Mark[], side: Side): boolean {
  return !marks.some(({kind}) => gone[side].includes(kind))
}

interface Open {
  readonly index: number
  pieces: Piece[]
  paragraph: StoryParagraph
  bookmarks: string[]
}

/** The paragraphs of a story with every change accepted, or rejected. */
export function seen(story: readonly StoryParagraph[], side: Side): readonly SeenParagraph[] {
  const entries: Open[] = []
  const unfinished = new Map<number, Open>()
  for (const [index, paragraph] of story.entries()) {
    if (!stands(paragraph.around, side)) continue
    const pieces = paragraph.pieces.filter(({marks}) => stands(marks, side))
    const before = unfinished.get(paragraph.sequence)
    const closed = stands(paragraph.mark, side)
    if (before) {
      before.pieces.push(...pieces)
      before.bookmarks.push(...paragraph.bookmarks)
      // The mark that is left gives the joined paragraph its look.
      before.paragraph = paragraph
    } else if (closed || hasWords(pieces)) {
      const entry = {index, pieces, paragraph, bookmarks: [...paragraph.bookmarks]}
      entries.push(entry)
      if (!closed) unfinished.set(paragraph.sequence, entry)
    }
    if (closed) unfinished.delete(paragraph.sequence)
  }
  return entries.map((entry) => seenOf(entry, side))
}

function hasWords(pieces: readonly Piece[]): boolean {
  return pieces.some(({text, instruction}) => text !== '' || instruction !== undefined)
}

const pages = new Set(['PAGE', 'PAGEREF', 'NUMPAGES', 'SECTIONPAGES', 'TOC', 'INDEX', 'TOA'])

function seenOf({index, pieces, paragraph, bookmarks}: Open, side: Side): SeenParagraph {
  const cited = pieces.filter(({computed}) => computed !== undefined && !pages.has(computed))
  return {
    index,
    text: textOf(pieces),
    meant: pieces
      .map((piece) => meant(piece, side))
      .join('')
      .replace(/\u{e001}\u{e000}|\u{e003}\u{e002}/gu, ''),
    cited: textOf(cited),
    look: (side === 'rejected' ? paragraph.formerLook : undefined) ?? paragraph.look,
    bookmarks,
  }
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({text}) => text).join('')
}

/** Signs round words that are not seen as plain words; `plainly` puts them into words. */
const signs = {
  hidden: ['\u{e000}', '\u{e001}'],
  struck: ['\u{e002}', '\u{e003}'],
  field: ['\u{e004}', '\u{e005}'],
} as const

function meant({text, instruction, computed, disguise, formerDisguise}: Piece, side: Side): string {
  if (instruction !== undefined) return signs.field[0] + aimOf(instruction) + signs.field[1]
  if (computed !== undefined || text === '') return ''
  const worn = side === 'rejected' && formerDisguise ? formerDisguise : (disguise ?? 'none')
  return worn === 'none' ? text : signs[worn][0] + text + signs[worn][1]
}

// Of a field that prints pages or contents only its name counts: its switches say how it looks.
function aimOf(instruction: string): string {
  const name = firstWord(instruction)
  return pages.has(name) && name !== 'PAGEREF' ? name : instruction
}

/** The words that count, for people: `[hidden: …]`, `[struck: …]`, `[field: …]`. */
export function plainly(meantWords: string): string {
  return Object.entries(signs).reduce(
    (words, [name, [open, close]]) => words.replaceAll(open, `[${name}: `).replaceAll(close, ']'),
    meantWords,
  )
}
