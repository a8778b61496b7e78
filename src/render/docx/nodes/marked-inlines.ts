/** The words of a redline: cut into stretches of one change, each written as anywhere and tracked as a whole. */
import type {Change, Inline} from '../../../model/index.js'
import {commented} from '../comments.js'
import {under} from '../redline-sheet.js'
import type {Sheet} from '../sheet.js'
import {ranged, trackedRuns} from '../tracked.js'
import type {Words} from './emphasis.js'
import type {Format} from './run.js'

type Content = readonly Inline<Change>[]

/** `words` writes inlines without regard to marks. */
export function markedInlines(content: Content, sheet: Sheet, format: Format, words: Words): string {
  const write = ({own, mark, inlines}: Stretch): string => {
    const runs = words(inlines, under(sheet, own), format)
    return mark ? ranged(trackedRuns(runs, mark, sheet), own, sheet) : runs
  }
  const stretches = stretchesOf(content, sheet.around)
  let xml = ''
  for (let index = 0; index < stretches.length; index += 1) {
    const stretch = stretches[index]!
    const runs = write(stretch)
    const number = stretch.mark && runs !== '' ? sheet.redline?.comments?.take(stretch.mark) : undefined
    if (!stretch.mark || number === undefined) {
      xml += runs
      continue
    }
    const other = replacement(stretch.mark, stretches[index + 1], sheet)
    if (other) index += 1
    const last = other?.mark ?? stretch.mark
    xml += commented(runs + (other ? write(other) : ''), number, (own) => trackedRuns(own, last, sheet))
  }
  return xml
}

// Words and those that replace them share a comment. It hangs on the latter, and goes when they are rejected.
function replacement(mark: Change, next: Stretch | undefined, {redline}: Sheet): Stretch | undefined {
  if (!next?.mark || next.mark.id !== mark.pair) return undefined
  return redline?.comments?.share(mark, next.mark) ? next : undefined
}

/** Words of ours, such as the label of a line, that stand where what they belong to stands. */
export function ours(runs: string, sheet: Sheet): string {
  const {around, redline} = sheet
  if (!around || runs === '') return runs
  const number = redline?.comments?.take(around)
  return commented(trackedRuns(runs, around, sheet), number, (reference) => trackedRuns(reference, around, sheet))
}

interface Stretch {
  /** The change that it stands by, its own or that of what it stands in; and only its own. */
  readonly mark: Change | undefined
  readonly own: Change | undefined
  readonly inlines: Inline<Change>[]
}

function stretchesOf(content: Content, around: Change | undefined): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (const [index, inline] of content.entries()) {
    const {mark: own} = inline
    const last = stretches.at(-1)
    const whole = isPiece(inline, content, index) ? {type: 'text' as const, text: inline.words} : inline
    if (last && last.own === own) last.inlines.push(whole)
    else stretches.push({mark: own ?? around, own, inlines: [whole]})
  }
  return stretches
}

// A value of which a piece was changed has no control: it would hold one side's piece of it.
function isPiece(
  inline: Inline<Change>,
  content: Content,
  index: number,
): inline is Extract<Inline<Change>, {type: 'value'}> {
  if (inline.type !== 'value') return false
  return [content[index - 1], content[index + 1]].some(
    (other) => other?.type === 'value' && other.pointer === inline.pointer && other.mark !== inline.mark,
  )
}
