/**
 * The manuscript: what the Typst template typesets, as plain JSON. Everything is settled here (numbers, citations, quotes,
 * which font a word takes), so the template only walks it, and every word reaches Typst as a string, never as markup.
 */

import type {MarkKind} from '../../model/index.js'

/** Words as they stand, or words that are set in their own way. */
export type Piece =
  | Leaf
  | MarkedPiece
  /** A small label at a move: "[moved to 9]". */
  | {readonly type: 'moved'; readonly kind: MarkKind; readonly text: string}
  /** A sliver of space between old words and new ones. */
  | {readonly type: 'gap'}
  /** The page on which a change begins, by its note. */
  | {readonly type: 'page'; readonly note: number}
  | {readonly type: 'quiet'; readonly content: Wording}
  | {readonly type: 'break'}
  | {readonly type: 'emphasis'; readonly content: Wording}
  | {readonly type: 'term'; readonly open: string; readonly content: Wording; readonly close: string}
  | {readonly type: 'citation'; readonly target: string; readonly content: Wording}

/** A run of words that is set in one way. */
export type Leaf =
  | string
  | {readonly type: 'blank'; readonly text: string}
  /** Words in a script that the house font lacks; `language` is a BCP 47 tag, `family` a font that Typst was given. */
  | {readonly type: 'foreign'; readonly language: string; readonly family: string; readonly text: string}

export function textOf(leaf: Leaf): string {
  return typeof leaf === 'string' ? leaf : leaf.text
}

/** Words of one side of a redline. */
export interface MarkedPiece {
  readonly type: 'marked'
  readonly kind: MarkKind
  /** Whether a bar in the margin goes with it. */
  readonly barred: boolean
  /** Id of the change that they are part of. */
  readonly change?: string
  /** Number of the note that tells the cause. */
  readonly note?: number
  readonly content: readonly [Leaf]
  /** Which of the manuscript's `told` says of them what a reader sees of the mark. */
  readonly told?: number
  /** Set where the note is met first: its page is this one's. */
  readonly first?: true
}

export type Wording = readonly Piece[]

export interface ParagraphText {
  readonly type: 'paragraph'
  readonly content: Wording
}
export interface TableText {
  readonly type: 'table'
  /** Shares of the measure, one a column. */
  readonly widths: readonly number[]
  /** Set smaller and closer, for its many columns. */
  readonly dense: boolean
  /** Ragged cells break a word only where it would not fit its column. */
  readonly hyphenate: boolean
  readonly aligns: readonly ('start' | 'center' | 'end')[]
  /** Left out where no column has a heading. */
  readonly heading?: readonly Wording[]
  readonly rows: readonly (readonly Wording[])[]
}
export type BlockText = ParagraphText | TableText

/** The words of a provision below its number and heading. */
export interface Text {
  readonly body: readonly BlockText[]
  readonly list?: List
  readonly closing: readonly BlockText[]
}

/** Sub-clauses, each with what stands in its margin. */
export interface List {
  readonly labels: readonly Piece[]
  readonly items: readonly Item[]
}
export interface Item extends Text {
  /** Set where a citation leads to it. */
  readonly id?: string
  readonly heading?: Wording
}

/** A clause under its own heading, a run of clauses without headings, or words without a number. */
export type Section =
  | ({readonly type: 'clause'; readonly heading: Heading} & Text)
  | {readonly type: 'list'; readonly list: List}
  | ({readonly type: 'plain'} & Text)

/** `id` is set where a citation leads to it; `level` is its depth in the outline; `listed` says that it stands on the contents page. */
export interface Heading {
  readonly id?: string
  readonly kind: 'part' | 'clause' | 'schedule'
  readonly level: number
  readonly numeral?: string
  readonly words: Wording
  readonly listed: boolean
  /** In a redline: what the page prints. `numeral` and `words` are those of one side, for contents and bookmarks. */
  readonly shown?: {readonly numeral?: Wording; readonly words: Wording}
}

export interface PartText {
  readonly type: 'part' | 'schedule' | 'execution'
  readonly heading?: Heading
  readonly sections: readonly Section[]
  /** Signature blocks; only where the type is `execution`. */
  readonly blocks?: readonly SignatureBlock[]
}

/** `words` stand in a block or a signatory that one side of a redline lacks: the manuscript's own, marked. */
export interface SignatureBlock {
  readonly party: Wording
  readonly native?: Wording
  readonly signatories: readonly SignatoryText[]
  readonly words?: PrintedWords
}
export interface SignatoryText {
  readonly name: Wording
  readonly title: Wording
  readonly authority: Wording
  readonly words?: PrintedWords
}

/** The first page. An agreement without a cover part has one all the same: its notice must stand on the first page. */
export interface CoverText {
  readonly parties: readonly {readonly name: Wording; readonly native?: Wording}[]
  readonly blocks: readonly BlockText[]
}

export interface Manuscript {
  readonly title: string
  readonly titleWords: Wording
  /** BCP 47 language subtag and, where the tag has one, region. */
  readonly language: string
  readonly region?: string
  /** Families of the house font, in order. */
  readonly families: readonly string[]
  readonly notice: Wording
  readonly description: string
  /** Header and footer. `page` still holds `{page}` and `{pages}`. */
  readonly running: {
    readonly title: Wording
    readonly state: Wording
    readonly notice: Wording
    readonly origin: Wording
    readonly page: string
  }
  readonly words: PrintedWords
  readonly cover: CoverText
  /** How many lines of each kind the contents page has. Left out where there is none. */
  readonly contents?: {readonly parts: number; readonly clauses: number; readonly schedules: number}
  readonly parts: readonly PartText[]
  readonly redline?: RedlineText
}

/** What a redline prints besides the agreement. */
export interface RedlineText {
  /** Under the title: "Revision 7 · redline against revision 5". */
  readonly against: Wording
  readonly legend: readonly Wording[]
  /** The causes, at the end; left out where none are shown. */
  readonly notes?: {
    readonly title: Wording
    readonly columns: readonly Wording[]
    readonly rows: readonly (readonly Wording[])[]
  }
  /** What assistive technology says of marked words ("deleted: 36 months"); filled last. */
  readonly told: readonly string[]
}

export type PrintedWords = Readonly<Record<PrintedWord, Wording>>

/** Words of the locale that the template prints of its own. */
export type PrintedWord =
  | 'contents'
  | 'between'
  | 'keyTerms'
  | 'signedFor'
  | 'signature'
  | 'name'
  | 'title'
  | 'authority'
  | 'date'
