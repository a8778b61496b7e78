/**
 * Words as they are read in a redline: neighbouring words of one change are one stretch, whatever nodes they are made of. A
 * reference prints the citation of the side that it stands in.
 */
import {
  type Change,
  type CitationPiece,
  citationAt,
  type FairCopy,
  formerCitation,
  type Inline,
  type Standing,
  standingOf,
} from '../../model/index.js'
import {visible} from './visible.js'

/** `renumbered`: not changed, but the number in it has; the former words and the present ones are two stretches. */
export interface Stretch {
  readonly words: string
  readonly change?: Change
  readonly renumbered?: 'former' | 'now'
}

/** The mark of what the words stand in, where that is marked. */
export type Around = Change | undefined

/** The words of a paragraph, heading or cell. `around` is the mark of what they stand in. */
export function stretchesOf(
  inlines: readonly Inline<Change>[],
  copy: FairCopy<Change>,
  around: Around,
): readonly Stretch[] {
  return joined(inlines.flatMap((inline) => stretch(inline, copy, around)))
}

/** Puts neighbours of one change together. */
export function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: Stretch[] = []
  for (const next of stretches) {
    const last = found.at(-1)
    if (next.words === '') continue
    if (last && last.change?.id === next.change?.id && last.renumbered === next.renumbered)
      found[found.length - 1] = {...last, words: last.words + next.words}
    else found.push(next)
  }
  return found
}

function stretch(inline: Inline<Change>, copy: FairCopy<Change>, around: Around): readonly Stretch[] {
  const change = inline.mark ?? around
  const standing = standingOf(inline.mark, standingOf(around))
  if (change === undefined && inline.type === 'reference' && copy.against?.showRenumbering) {
    const former = formerCitation(inline, copy)
    if (former)
      return [
        {words: visible(wordsOf(former)), renumbered: 'former'},
        {words: visible(printed(inline, copy, standing)), renumbered: 'now'},
      ]
  }
  return [{words: visible(printed(inline, copy, standing)), ...(change ? {change} : {})}]
}

/** The words of inlines on one side; those marked as standing in the other print nothing. */
export function wordsOn(
  inlines: readonly Inline<Change>[],
  copy: FairCopy<Change>,
  side: 'old' | 'new',
  around: Standing = 'both',
): string {
  const standing = inlines.filter(({mark}) => ['both', side].includes(standingOf(mark, around)))
  return visible(standing.map((inline) => printed(inline, copy, side)).join('')).trim()
}

function printed(inline: Inline<Change>, copy: FairCopy<Change>, standing: Standing): string {
  const {print} = copy.locale
  switch (inline.type) {
    case 'text':
    case 'use':
      return inline.text
    case 'definition':
      return print.openQuote + inline.text + print.closeQuote
    case 'value':
      return inline.words
    case 'blank':
      return print.blank
    case 'emphasis':
      return inline.content.map((inner) => printed(inner, copy, standing)).join('')
    case 'reference':
      return citation(inline, copy, standing)
  }
}

// Marked words may refer to what the other side alone has under that id, so both sides are asked.
function citation(
  reference: Extract<Inline<Change>, {type: 'reference'}>,
  copy: FairCopy<Change>,
  standing: Standing,
): string {
  const pieces = citationAt(reference, copy, standing)
  if (!pieces) throw new RangeError(`renderTextRedline: the fair copy has no citation for "${reference.target}"`)
  return wordsOf(pieces)
}

export function wordsOf(pieces: readonly CitationPiece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.numeral)).join('')
}
