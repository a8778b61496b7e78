/** The printed words of a citation. */
import {citationOf, type FairCopy, type Reference} from '../../model/index.js'

/** Throws a RangeError for a target without a citation: `engross` settles every one, so that is our own mistake. */
export function citation(copy: FairCopy, cited: Pick<Reference<unknown>, 'target' | 'bare'>): string {
  const pieces = citationOf(cited, copy)
  if (!pieces) throw new RangeError(`renderMarkdown: the fair copy has no citation for "${cited.target}"`)
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.numeral)).join('')
}
