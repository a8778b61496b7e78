/**
 * A Word file with tracked changes as an agreement with marks, so that everything that prints a redline prints this one too.
 * A paragraph becomes a provision that knows its place in the file; a heading begins a group. Where only a paragraph's mark
 * is inserted or deleted (a paragraph was split or joined), a pilcrow says so.
 */
import type {Agreement, Change, Group, Inline, Numeral, Provision, ProvisionId} from '../model/index.js'
import {ChangeBook} from './change-book.js'
import {type Mark, type Piece, type Side, type StoryParagraph, stands} from './story.js'
import {said} from './styles.js'
import {linesOf, type Story, type WordFile} from './word-file.js'

export interface MarkedFile {
  readonly agreement: Agreement<Change>
  readonly changes: readonly Change[]
  /** What stands in the margins, with all accepted and with all rejected. */
  readonly numerals: Readonly<Record<Side, ReadonlyMap<ProvisionId, Numeral>>>
}

/** `title` is printed; `language` is a BCP 47 tag. */
export function markedFile(
  file: WordFile,
  {title, language}: {readonly title: string; readonly language: string},
): MarkedFile {
  const book = new ChangeBook(file.stories)
  const parts = file.stories.flatMap((story) => groupsOf(story, file, book))
  return {
    agreement: {format: 1, template: {id: 'word-file', version: '1'}, title, language, numbering: 'legal', parts},
    changes: book.finished(),
    numerals: {accepted: numerals(file, 'accepted'), rejected: numerals(file, 'rejected')},
  }
}

function idOf(story: Story, index: number): ProvisionId {
  return `${story.name.replace(/[^a-z0-9]+/g, '-').replace(/-$/, '')}/p${index + 1}`
}

function numerals(file: WordFile, side: Side): ReadonlyMap<ProvisionId, Numeral> {
  const found = new Map<ProvisionId, Numeral>()
  for (const story of file.stories)
    for (const {index, label, full} of linesOf(story, side, file))
      if (full !== '')
        found.set(idOf(story, index), {list: 'paragraphs:word-file', level: 0, ordinal: index + 1, label, full})
  return found
}

type Building = Omit<Group<Change>, 'provisions'> & {provisions: Provision<Change>[]}

function groupsOf(story: Story, file: WordFile, book: ChangeBook): readonly Group<Change>[] {
  const top = story.name === 'body' ? 'Opening' : story.name.charAt(0).toUpperCase() + story.name.slice(1)
  const groups: Building[] = [
    {kind: 'group', id: idOf(story, -1), heading: [{type: 'text', text: top}], provisions: []},
  ]
  for (const [index, paragraph] of story.paragraphs.entries()) {
    const id = idOf(story, index)
    const mark = wholeMark(paragraph)
    const content = inlines(paragraph, mark, id, book)
    if (content.length === 0) continue
    if (mark === undefined && isHeading(paragraph, file)) {
      groups.push({kind: 'group', id, heading: content, provisions: []})
      continue
    }
    const change = mark && book.change(mark, id)
    groups.at(-1)!.provisions.push({
      id,
      source: {type: 'file', file: file.package.file, paragraph: index + 1},
      body: [{type: 'paragraph', content}],
      provisions: [],
      ...(change ? {mark: change} : {}),
    })
  }
  return groups.filter(({provisions}, index) => index > 0 || provisions.length > 0)
}

// Headings of tables of contents are no headings, and words in a table never are.
function isHeading({look}: StoryParagraph, {styles}: WordFile): boolean {
  const level = look.outline ?? said(styles, look.style ?? styles.standard, 'outline')
  return level !== undefined && level < 9
}

/** The mark that leaves nothing of a paragraph on one side. */
function wholeMark({pieces, mark, around}: StoryParagraph): Mark | undefined {
  const row = around.find((one) => !stands([one], 'accepted') || !stands([one], 'rejected'))
  if (row) return row
  const own = mark.find((one) => stands([one], 'accepted') !== stands([one], 'rejected'))
  if (!own) return undefined
  const side: Side = stands([own], 'accepted') ? 'rejected' : 'accepted'
  return pieces.some((piece) => piece.text !== '' && stands(piece.marks, side)) ? undefined : own
}

interface Stretch {
  readonly text: string
  readonly mark?: Mark
}

function inlines(
  paragraph: StoryParagraph,
  whole: Mark | undefined,
  id: ProvisionId,
  book: ChangeBook,
): readonly Inline<Change>[] {
  const stretches = whole ? [{text: shown(paragraph.pieces)}] : replacementsInOrder(stretchesOf(paragraph))
  const written: Inline<Change>[] = []
  let before: {readonly mark: Mark; readonly change: Change} | undefined
  for (const {text, mark} of stretches) {
    if (text === '') continue
    const change =
      mark &&
      book.change(mark, id, before?.mark.kind === 'deleted' && mark.kind === 'inserted' ? before.change : undefined)
    written.push({type: 'text', text, ...(change ? {mark: change} : {})})
    before = mark && change && {mark, change}
  }
  return written
}

function stretchesOf({pieces, mark}: StoryParagraph): readonly Stretch[] {
  const sign = mark.find((one) => stands([one], 'accepted') !== stands([one], 'rejected'))
  const stretches: {text: string; mark?: Mark}[] = []
  for (const piece of [...pieces, ...(sign ? [{text: ' ¶', marks: [sign]}] : [])]) {
    const own = piece.marks.filter(({kind}) => kind !== 'formatted')
    // What one person inserted and another deleted again stands on neither side.
    if (!stands(own, 'accepted') && !stands(own, 'rejected')) continue
    const last = stretches.at(-1)
    const now = own.at(-1)
    if (last && sameMark(last.mark, now)) last.text += shown([piece])
    else if (piece.text !== '') stretches.push({text: shown([piece]), ...(now ? {mark: now} : {})})
  }
  return stretches
}

function sameMark(one: Mark | undefined, other: Mark | undefined): boolean {
  if (!one || !other) return one === other
  return one.kind === other.kind && one.author === other.author && one.date === other.date && one.move === other.move
}

// Words that replace others stand behind them, whichever a program wrote first.
function replacementsInOrder(stretches: readonly Stretch[]): readonly Stretch[] {
  const ordered = [...stretches]
  for (let index = 0; index + 1 < ordered.length; index += 1) {
    const [first, second] = [ordered[index]!, ordered[index + 1]!]
    if (first.mark?.kind !== 'inserted' || second.mark?.kind !== 'deleted') continue
    ordered.splice(index, 2, second, first)
    index += 1
  }
  return ordered
}

/** Words as they may stand in an agreement: no tabs, no marks of things that are no words. */
function shown(pieces: readonly Piece[]): string {
  const words = pieces
    .map(({text, disguise}) => (disguise && text.trim() !== '' ? `[${disguise}: ${text}]` : text))
    .join('')
  return words
    .replaceAll('\t', ' ')
    .replaceAll('\ufffc', '[object]')
    .replaceAll('\ufffb', '[note]')
    .replace(/[^\n\P{Cc}]|[\ufffe\uffff]/gu, '\ufffd')
    .toWellFormed()
}
