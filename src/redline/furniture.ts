/** The words round the agreement, title and notices, with their changes. They come from no clause: they follow from the revision. */
import type {Change, Furniture, Inline} from '../model/index.js'
import {newBook, type Origin, settle} from './book.js'
import {marksOfFurniture} from './marks.js'
import {differ, inlinesOf, newKeys, tokensOf} from './words/index.js'

export interface ComparedFurniture {
  readonly furniture: Furniture<Change>
  /** Those of the title and the notices; the revision's own number and origin are marked, but differ by their nature. */
  readonly changes: readonly Change[]
}

export function compareFurniture(old: Furniture, now: Furniture, by: Omit<Origin, 'cause'>): ComparedFurniture {
  const book = newBook()
  const keys = newKeys()
  const words = (before: readonly Inline[], after: readonly Inline[]): readonly Inline<Change>[] => {
    const [gone, come] = [tokensOf(before, keys), tokensOf(after, keys)]
    const origin: Origin = {...by, cause: {type: 'consequential'}}
    let last: Change | undefined
    return differ(gone, come).flatMap((stretch): readonly Inline<Change>[] => {
      if (stretch.type === 'kept') {
        last = undefined
        return inlinesOf(come, stretch.after, stretch.after + stretch.length)
      }
      const mark = book.open(stretch.type, origin, 'furniture')
      if (last) book.join(last, mark)
      last = mark
      const tokens = stretch.type === 'deleted' ? gone : come
      return inlinesOf(tokens, stretch.from, stretch.to).map((inline) => ({...inline, mark}))
    })
  }
  const furniture: Furniture<Change> = {
    title: words(old.title, now.title),
    revision: words(old.revision, now.revision),
    firstPage: words(old.firstPage, now.firstPage),
    footer: words(old.footer, now.footer),
    origin: words(old.origin, now.origin),
  }
  const all = settle(marksOfFurniture(furniture), book, 'f')
  const ofRevision = new Set([...furniture.revision, ...furniture.origin].flatMap(({mark}) => (mark ? [mark] : [])))
  return {furniture, changes: all.filter((change) => !ofRevision.has(change))}
}
