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
  const stretches = stretchesOf(content, sheet.around)
  let xml = ''
  for (let index = 0; index < stretches.length; index += 1) {
    const {mark, own, inlines} = stretches[index]!
    const within = under(sheet, own)
    const runs = words(inlines, within, format)
    if (!mark) xml += runs
    else {
      const next = stretches[index + 1]
      const replaced = next?.mark && next.mark.id === mark.pair ? next : undefined
      const number = runs === '' ? undefined : sheet.redline?.comments?.take(mark, replaced?.mark)
      const first = trackedStretch(runs, own, mark, sheet)
      xml += commented(first, number, (reference) => trackedRuns(reference, mark, sheet))
    }
  }
  return xml
}

/** Words of ours, such as the label of a line, that stand where what they belong to stands. */
export function ours(runs: string, sheet: Sheet): string {
  const {around, redline} = sheet
  if (!around || runs === '') return runs
  const number = redline?.comments?.take(around)
  return commented(trackedRuns(runs, around, sheet), number, (reference) => trackedRuns(reference, around, sheet))
}

function trackedStretch(runs: string, own: Change | undefined, mark: Change, sheet: Sheet): string {
  return ranged(trackedRuns(runs, mark, sheet), own, sheet)
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
