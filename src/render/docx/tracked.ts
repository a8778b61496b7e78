/**
 * Word's tracked changes (ECMA-376 Part 1 §17.13.5): words, paragraph marks, table rows, moves. Words are written by the same writers as
 * anywhere and wrapped here, so that nothing can be printed in a redline that cannot be printed clean.
 */
import {type Change, standingOf} from '../../model/index.js'
import {instantOf} from './instant.js'
import type {Sheet} from './sheet.js'
import {trackedChange} from './slots.js'
import {xmlText} from './xml.js'

type By = Pick<Change, 'author' | 'date'>

/** Who and when: seconds of UTC, as Word writes them. */
export function signed({author, date}: By): string {
  return `w:author="${xmlText(author)}" w:date="${instantOf(date).toISOString().slice(0, 19)}Z"`
}

function stamp(by: By): string {
  return `w:id="${trackedChange}" ${signed(by)}`
}

type Element = 'ins' | 'del' | 'moveFrom' | 'moveTo'

function elementOf(mark: Change, {redline, plainly}: Sheet): Element {
  const moved = !plainly && redline?.moves.has(mark.id)
  if (standingOf(mark) === 'old') return moved && mark.kind === 'movedFrom' ? 'moveFrom' : 'del'
  return moved && mark.kind === 'movedTo' ? 'moveTo' : 'ins'
}

/** Runs that stand on one side; without runs nothing. */
export function trackedRuns(runs: string, mark: Change, sheet: Sheet): string {
  if (runs === '') return ''
  const element = elementOf(mark, sheet)
  return `<w:${element} ${stamp(mark)}>${element === 'del' ? struck(runs) : runs}</w:${element}>`
}

export function deletedRuns(runs: string, by: By): string {
  return runs === '' ? '' : `<w:del ${stamp(by)}>${struck(runs)}</w:del>`
}

export function insertedRuns(runs: string, by: By): string {
  return runs === '' ? '' : `<w:ins ${stamp(by)}>${runs}</w:ins>`
}

// §17.4.20 delText, §17.16.13 delInstrText: words and field codes have other names where they are deleted. No text can look like these
// tags, since `<` is escaped in it.
function struck(runs: string): string {
  return runs
    .replaceAll('<w:t xml', '<w:delText xml')
    .replaceAll('</w:t>', '</w:delText>')
    .replaceAll('w:instrText', 'w:delInstrText')
}

/** For the `w:rPr` of a paragraph mark: which change the paragraph itself came or went by. */
export function trackedMark(sheet: Sheet): string {
  return sheet.around ? `<w:${elementOf(sheet.around, sheet)} ${stamp(sheet.around)}/>` : ''
}

/** For `w:trPr`: Word knows rows inserted and deleted, but none moved. */
export function trackedRow(mark: Change | undefined): string {
  return mark ? `<w:${standingOf(mark) === 'old' ? 'del' : 'ins'} ${stamp(mark)}/>` : ''
}

/**
 * A numbered paragraph of the old side without its number: list 0 takes it out of the count (§17.9.18), and the properties that it had
 * stand in a tracked change, which Reject restores. What the list gave it as indent is given directly. The old list is named even
 * where the style names it: LibreOffice restores only what it is told.
 */
export function withoutNumber(
  own: {
    readonly before: string
    readonly numbering: string
    readonly aligned: string
    readonly after: string
    readonly left: number
  },
  by: By,
): string {
  const {before, numbering, aligned, after, left} = own
  return (
    `${before}<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr><w:ind w:left="${left}" w:hanging="0"/>${after}` +
    `<w:pPrChange ${stamp(by)}><w:pPr>${before}${numbering}${aligned}</w:pPr></w:pPrChange>`
  )
}

/** Ids of the ends of moves, away from those of slots; two a half. */
const firstRange = 90_000_000

/** What was moved, between the ends of its move (§17.13.5.24, §17.13.5.28): both halves bear one name. */
export function ranged(xml: string, mark: Change | undefined, sheet: Sheet): string {
  const ends = xml === '' ? undefined : rangeEnds(mark, sheet)
  return ends ? ends.start + xml + ends.end : xml
}

export function rangeEnds(
  mark: Change | undefined,
  {redline, plainly}: Sheet,
): {readonly start: string; readonly end: string} | undefined {
  const move = mark && !plainly ? redline?.moves.get(mark.id) : undefined
  if (!mark || move === undefined) return undefined
  const [half, id] =
    mark.kind === 'movedFrom' ? ['moveFrom', firstRange + 2 * move] : ['moveTo', firstRange + 2 * move + 1]
  return {
    start: `<w:${half}RangeStart w:id="${id}" ${signed(mark)} w:name="move${move}"/>`,
    end: `<w:${half}RangeEnd w:id="${id}"/>`,
  }
}
