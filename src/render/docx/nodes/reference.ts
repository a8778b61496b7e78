/**
 * A reference: words as they are and numerals as REF fields (ECMA-376 Part 1 §17.16.5.51) that Word can update. `\w`
 * gives the whole number, "7.2(a)"; `\h` makes it a link. The cached result is the settled numeral.
 */
import {type Change, type CitationPiece, citationOf, type Reference} from '../../../model/index.js'
import type {Sheet} from '../sheet.js'
import {markedCitation} from './marked-citation.js'
import {type Format, run} from './run.js'

/** Throws when the citation was not settled: `engross` refuses broken references, so this would be our own mistake. */
export function reference(inline: Reference<Change>, sheet: Sheet, format: Format): string {
  const pieces = citationOf(inline, sheet)
  if (!pieces) throw new Error(`reference: "${inline.target}" has no citation`)
  const write = (piece: CitationPiece, from: Sheet): string => citation(piece, from, format)
  if (sheet.redline && !sheet.around) return markedCitation(inline, pieces, sheet, sheet.redline, write)
  return pieces.map((piece) => write(piece, sheet)).join('')
}

function citation(piece: CitationPiece, {pointTo}: Sheet, format: Format): string {
  return typeof piece === 'string'
    ? run(piece, format)
    : field(`REF ${pointTo(piece.target)} \\w \\h`, run(piece.numeral, format))
}

/** A field with its cached result. `instruction` is ours and holds no text of an agreement. */
export function field(instruction: string, result: string): string {
  return (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' +
    `<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>` +
    `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
  )
}
