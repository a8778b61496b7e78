/**
 * The cause of each change as a Word comment (ECMA-376 Part 1 §17.13.4), by the author of the change. It hangs on the first words that the
 * change brought or took; words and those that replace them share one. The mark in the text is tracked with the change, so that the
 * comment goes when its words go.
 */
import {type Change, causeWords, type Redline} from '../../model/index.js'
import {signed} from './tracked.js'
import {declaration, word, xmlText} from './xml.js'

export interface CommentBook {
  /** The number of a new comment on this change, when it is one to be told and has none yet. */
  readonly take: (change: Change) => number | undefined
  /** Whether the other half of a replacement tells the same and needs no comment of its own; it gets none then. */
  readonly share: (change: Change, half: Change) => boolean
  /** The changes that have comments, by number. */
  readonly taken: () => readonly Change[]
}

export function commentBook({changes}: Pick<Redline, 'changes'>): CommentBook {
  const told = new Set(changes.map(({id}) => id))
  const taken: Change[] = []
  return {
    take: (change) => {
      if (!told.delete(change.id)) return undefined
      taken.push(change)
      return taken.length - 1
    },
    share: (change, half) =>
      causeWords(half.cause) === causeWords(change.cause) && half.author === change.author && told.delete(half.id),
    taken: () => taken,
  }
}

/** Runs with their comment: the range round them, and its mark, which `tracked` puts under the change. */
export function commented(runs: string, number: number | undefined, tracked: (runs: string) => string): string {
  if (number === undefined) return runs
  const mark = tracked(`<w:r><w:commentReference w:id="${number}"/></w:r>`)
  return `<w:commentRangeStart w:id="${number}"/>${runs}<w:commentRangeEnd w:id="${number}"/>${mark}`
}

export const commentsPart = 'word/comments.xml'

export function commentsXml(book: CommentBook): string {
  const comments = book.taken().map((change, number) => {
    const words = `<w:r><w:annotationRef/></w:r><w:r><w:t xml:space="preserve">${xmlText(causeWords(change.cause).replace(/\s+/g, ' '))}</w:t></w:r>`
    const by = `${signed(change)} w:initials="${xmlText(initialsOf(change.author))}"`
    return `<w:comment w:id="${number}" ${by}><w:p><w:pPr><w:spacing w:after="0"/></w:pPr>${words}</w:p></w:comment>`
  })
  return `${declaration}<w:comments xmlns:w="${word}">${comments.join('')}</w:comments>`
}

// "Emma Clarke" is EC; "legal@firm.example" is L.
function initialsOf(author: string): string {
  const words = author.split('@')[0]!.split(/[\s._-]+/u)
  return words
    .map((one) => [...one][0] ?? '')
    .join('')
    .slice(0, 3)
    .toUpperCase()
}
