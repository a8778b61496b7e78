/**
 * Ids that must be unique in a whole document, written last. Node writers leave a slot (a control character, which XML
 * cannot hold and `xmlText` refuses) where an id belongs; a segment's slots are filled from its own base number, so the
 * segments of a document can be written in any order, or not at all when they are already known.
 */

/** A new bookmark's id, and the same id again where that bookmark ends. Bookmarks never nest here. */
export const bookmarkStart = '\u0001s'
export const bookmarkEnd = '\u0001e'
/** A new content control's id. */
export const control = '\u0001c'

/** Ids a segment may use before it takes the next segment's room; so a blank more or less moves nobody's ids. */
const room = 1000

export interface Filled {
  readonly xml: string
  /** The base of the segment that follows. */
  readonly next: number
}

/** Numbers the slots of a segment from `base` upwards. */
export function fillSlots(draft: string, base: number): Filled {
  const [head = '', ...pieces] = draft.split('\u0001')
  let next = base
  let bookmark = base
  let xml = head
  for (const piece of pieces) {
    const kind = piece.charAt(0)
    if (kind === 's') bookmark = next
    xml += (kind === 'e' ? bookmark : next++) + piece.slice(1)
  }
  return {xml, next: base + room * Math.max(1, Math.ceil((next - base) / room))}
}
