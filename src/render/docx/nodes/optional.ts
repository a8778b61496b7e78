/** Paragraphs that one side may be without, and words that are said once for both. */
import {type Change, type Inline, standingOf} from '../../../model/index.js'
import {under} from '../redline-sheet.js'
import type {Sheet} from '../sheet.js'

type Content = readonly Inline<Change>[]

/** An optional paragraph: when all its words stand on the same one side, so does the paragraph, label and mark. */
export function optional(content: Content, sheet: Sheet): Sheet {
  const mark = content[0]?.mark
  if (!mark || sheet.around) return sheet
  return content.every((inline) => inline.mark && standingOf(inline.mark) === standingOf(mark))
    ? under(sheet, mark)
    : sheet
}

/** Whether something stands where the sheet's paragraph does: always, unless each is on another side. */
export function standsWith(mark: Change | undefined, {around}: Sheet): boolean {
  return !mark || !around || standingOf(mark) === standingOf(around)
}

/** Words of the furniture in a paragraph that has them on one side only: those of that side, as unmarked as the paragraph's others. */
export function onSide(content: Content, sheet: Sheet): Content {
  if (!sheet.around) return content
  return content.flatMap(({mark, ...inline}) => (standsWith(mark, sheet) ? [inline as Inline<Change>] : []))
}
