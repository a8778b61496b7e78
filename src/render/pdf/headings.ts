/**
 * Headings. In a redline a heading stands twice in the manuscript: as the page prints it, marked, and in the words of one
 * side, since the contents page and a reader's bookmarks would run the words of both sides together.
 */
import type {Change, Inline} from '../../model/index.js'
import type {Heading, Piece, Wording} from './manuscript.js'
import {marked, moveLabel, standingIn, within} from './marks.js'
import {goneWords} from './redline-words.js'
import {anchorOf, numeralIn, type Setting} from './setting.js'
import {wording, wordsOf} from './wording.js'

export interface Headed extends Pick<Heading, 'kind' | 'level' | 'listed'> {
  readonly id: string
  readonly inlines: readonly Inline<Change>[]
  /** The mark of the part or provision that it heads. */
  readonly mark: Change | undefined
}

export function headingOf({id, inlines, mark, ...headed}: Headed, around: Setting): Heading {
  const setting = within(mark, around)
  const numeral = headed.kind === 'part' ? undefined : numeralIn(id, setting)?.label
  const numbered = {
    ...(numeral === undefined ? {} : {numeral}),
    ...(headed.kind === 'part' ? {} : anchorOf(id, setting)),
  }
  const words = wording(inlines, setting)
  if (!setting.redline) return {...headed, words, ...numbered}
  const label = moveLabel(mark, setting)
  return {
    ...headed,
    listed: headed.listed && standingIn(setting) !== 'old',
    words: ofOneSide(inlines, setting, mark),
    ...numbered,
    shown: {
      ...(numeral === undefined ? {} : {numeral: marked([numeral], setting)}),
      words: label.length === 0 ? words : [...words, ' ', label[0]!],
    },
  }
}

/** A heading of words that the locale gives, such as "Signatures": in the outline, not on the contents page. */
export function plainHeading(words: string, mark: Change | undefined, setting: Setting): Heading {
  return headingOf(
    {kind: 'part', level: 1, listed: false, id: '', inlines: [{type: 'text', text: words}], mark},
    setting,
  )
}

function ofOneSide(inlines: readonly Inline<Change>[], setting: Setting, mark: Change | undefined): Wording {
  const {redline, ...clean} = setting
  const gone = standingIn(setting) === 'old'
  const standing = inlines.filter((inline) => gone || standingIn(within(inline.mark, setting)) !== 'old')
  const copy = gone && redline ? redline.against.copy : clean.copy
  const words = unlinked(wording(standing, {...clean, copy}))
  return gone ? [...words, ...wordsOf(` ${goneWords(mark?.kind)}`, clean)] : words
}

// What stands on one side only may lead to nothing.
function unlinked(words: Wording): readonly Piece[] {
  return words.flatMap((piece) => (typeof piece !== 'string' && piece.type === 'citation' ? piece.content : [piece]))
}
