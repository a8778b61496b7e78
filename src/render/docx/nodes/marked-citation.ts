/**
 * The citation of an unmarked reference in a redline. A number that changed is no change: the field is live, and right on either side
 * once it is updated. But words of a heading are typed, and a bookmark that stands on one side only is gone with it: there the old
 * piece is deleted and the new one inserted, by whoever changed the target.
 */
import {type CitationPiece, citationOf, type Reference} from '../../../model/index.js'
import type {Tracking} from '../redline-sheet.js'
import type {Sheet} from '../sheet.js'
import {deletedRuns, insertedRuns} from '../tracked.js'

type Pieces = readonly CitationPiece[]
type Write = (piece: CitationPiece, from: Sheet) => string

export function markedCitation(
  inline: Pick<Reference<unknown>, 'target' | 'bare'>,
  now: Pieces,
  sheet: Sheet,
  redline: Tracking,
  write: Write,
): string {
  const {target, bare} = inline
  const {against, old} = redline
  const before = citationOf({target: formerly(target, redline), ...(bare ? {bare} : {})}, old)
  const all = (pieces: Pieces, from: Sheet): string => pieces.map((piece) => write(piece, from)).join('')
  if (!before) return all(now, sheet)
  const signedBy = changersOf(target, redline)
  const replace = (gone: Pieces, come: Pieces): string =>
    deletedRuns(all(gone, old), signedBy.gone) + insertedRuns(all(come, sheet), signedBy.come)
  if (!isShapedAlike(before, now)) return replace(before, now)
  if (against.showRenumbering && before.some((piece, index) => !readsAlike(piece, now[index]!)))
    return replace(before, now)
  return now
    .map((piece, index) => {
      const was = before[index]!
      return stands(was, piece, redline) ? write(piece, sheet) : replace([was], [piece])
    })
    .join('')
}

function formerly(target: string, {against}: Tracking): string {
  return against.formerly.get(target) ?? target
}

// Typed words must be the same; a number need only be that of something that stands in both sides.
function stands(was: CitationPiece, now: CitationPiece, redline: Tracking): boolean {
  if (typeof was === 'string' || typeof now === 'string') return was === now
  return was.target === formerly(now.target, redline) && !redline.against.gone.has(was.target)
}

function isShapedAlike(one: Pieces, other: Pieces): boolean {
  return one.length === other.length && one.every((piece, index) => typeof piece === typeof other[index])
}

function readsAlike(one: CitationPiece, other: CitationPiece): boolean {
  const text = (piece: CitationPiece): string => (typeof piece === 'string' ? piece : piece.numeral)
  return text(one) === text(other)
}

/** Who took the old citation and brought the new one. */
function changersOf(
  target: string,
  redline: Tracking,
): {readonly gone: Tracking['consequence']; readonly come: Tracking['consequence']} {
  const {goneBy, comeBy, headingBy, consequence} = redline
  const any = comeBy.get(target) ?? headingBy.get(target) ?? goneBy.get(formerly(target, redline)) ?? consequence
  return {gone: goneBy.get(formerly(target, redline)) ?? any, come: any}
}
