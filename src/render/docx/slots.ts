/**
 * Ids that must be unique in a whole document, written last. Node writers leave a slot (it begins with a control
 * character, which `xmlText` refuses) where an id belongs; a segment's slots are filled from its own base number, so the
 * segments of a document can be written in any order, or not at all when they are already known. Ids have eight digits
 * and slots eight characters, so that they are filled in the bytes where they stand.
 */

/** A new bookmark's id, and the same id again where that bookmark ends. Bookmarks never nest here. */
export const bookmarkStart = '\u0001start..'
export const bookmarkEnd = '\u0001end....'
/** A new content control's id. */
export const control = '\u0001control'
/** A new tracked change's id. */
export const trackedChange = '\u0001change.'

/** Where the ids of a document begin. */
export const firstId = 10_000_000

/** Ids a segment may use before it takes the next segment's room; so a blank more or less moves nobody's ids. */
const room = 1000
const digits = 8
const [slot, start, end] = [1, 's'.charCodeAt(0), 'e'.charCodeAt(0)]

/** Numbers the slots in the bytes of a segment from `base` upwards, and gives the base of the segment that follows. */
export function fillSlots(bytes: Buffer, base: number): number {
  let next = base
  let bookmark = base
  for (let at = bytes.indexOf(slot); at !== -1; at = bytes.indexOf(slot, at + digits)) {
    const kind = bytes[at + 1]
    if (kind === start) bookmark = next
    writeId(bytes, at, kind === end ? bookmark : next)
    if (kind !== end) next += 1
  }
  return base + room * Math.max(1, Math.ceil((next - base) / room))
}

/** A small part with its slots filled. */
export function filled(xml: string, base: number): string {
  if (!xml.includes('\u0001')) return xml
  const bytes = Buffer.from(xml)
  fillSlots(bytes, base)
  return bytes.toString()
}

function writeId(bytes: Buffer, at: number, id: number): void {
  let left = id
  for (let place = at + digits - 1; place >= at; place -= 1) {
    bytes[place] = 48 + (left % 10)
    left = Math.floor(left / 10)
  }
}
