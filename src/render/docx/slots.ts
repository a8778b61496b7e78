/**
 * Ids that must be unique in a whole document, written last. Node writers leave a slot (a control character, which XML
 * cannot hold and `escape` refuses) where an id belongs; a segment's slots are filled from its own base number, so the
 * segments of a document can be written in any order, or not at all when they are already known.
 */

/** A new bookmark's id, and the same id again where that bookmark ends. Bookmarks never nest here. */
export const bookmarkStart = '\u0001'
export const bookmarkEnd = '\u0002'
/** A new content control's id. */
export const control = '\u0003'

/** Ids a segment may use before it takes the next segment's room; so a blank more or less moves nobody's ids. */
const room = 1000

export interface Filled {
  readonly xml: string
  /** The base of the segment that follows. */
  readonly next: number
}

/** Numbers the slots of a segment from `base` upwards. */
export function fillSlots(draft: string, base: number): Filled {
  let id = base - 1
  let bookmark = base
  const xml = draft.replace(/[\u0001-\u0003]/g, (slot) => {
    if (slot === bookmarkEnd) return String(bookmark)
    id += 1
    if (slot === bookmarkStart) bookmark = id
    return String(id)
  })
  return {xml, next: base + room * Math.max(1, Math.ceil((id + 1 - base) / room))}
}
