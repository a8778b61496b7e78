/** The printed words of a citation. */
import type {FairCopy, ProvisionId} from '../../model/index.js'

/** Throws a RangeError for a target without a citation: `engross` settles every one, so that is our own mistake. */
export function citation({citations}: FairCopy, target: ProvisionId): string {
  const pieces = citations.get(target)
  if (!pieces) throw new RangeError(`renderMarkdown: the fair copy has no citation for "${target}"`)
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.numeral)).join('')
}
