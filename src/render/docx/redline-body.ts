/**
 * The body of a redline, and two paragraphs without words that readers need in it. A paragraph whose mark goes is joined to the next:
 *
 * - The last mark of a document cannot go, so words that may go at its end are followed by a paragraph that stays.
 * - LibreOffice 7.4 gives the joined paragraph the looks of the first one when that had a change of its own, such as the number it lost
 *   (it settles changes from the last to the first). After a run of such paragraphs comes one that is gone on either side, inserted and
 *   deleted at once, to take that blow.
 */
import {paragraph} from './nodes/paragraph.js'
import type {LoosePiece, Piece} from './plan.js'
import {trackedChange} from './slots.js'
import {type Survey, surveyProvision} from './survey.js'

/** All pieces in one: nothing of a redline is kept for other copies. */
export function redlineBody(pieces: readonly Piece[]): LoosePiece {
  const written = pieces.map((piece) => ('provision' in piece ? piece.write() : piece.xml))
  const surveys = pieces.map((piece) =>
    'provision' in piece ? surveyProvision(piece.provision, piece.around) : piece.survey,
  )
  return {place: 'redline', xml: settled(written.join('')), survey: joined(surveys)}
}

function joined(surveys: readonly Survey[]): Survey {
  return {
    ids: surveys.flatMap(({ids}) => ids),
    targets: surveys.flatMap(({targets}) => targets),
    pointers: surveys.flatMap(({pointers}) => pointers),
  }
}

function settled(xml: string): string {
  const paragraphs = xml.split(/(?<=<\/w:p>)/)
  const marks = paragraphs.map(markOf)
  let body = ''
  let unnumbered = false
  for (const [index, own] of paragraphs.entries()) {
    const [mark, next] = [marks[index], marks[index + 1]]
    unnumbered = isOld(mark) && (unnumbered || mark.numberLost)
    body += own
    if (mark && unnumbered && !isOld(next) && !paragraphs[index + 1]?.includes('<w:tbl>')) body += goneEitherWay(mark)
  }
  const last = xml.endsWith('</w:p>') ? marks.at(-1) : marks.at(-2)
  return last ? body + paragraph('AfterTable', '') : body
}

interface ParagraphMark {
  /** How the mark is tracked. */
  readonly element: string
  /** By whom, and when. */
  readonly by: string
  readonly numberLost: boolean
}

// Runs have no such elements in their properties, and no text can look like one.
function markOf(xml: string): ParagraphMark | undefined {
  const own = xml.slice(xml.lastIndexOf('<w:p>'))
  const found = /<w:rPr><w:(ins|del|moveFrom|moveTo) w:id="[^"]*" ([^>]*)\/>/.exec(own)
  return found ? {element: found[1]!, by: found[2]!, numberLost: own.includes('<w:pPrChange ')} : undefined
}

function isOld(mark: ParagraphMark | undefined): mark is ParagraphMark {
  return mark?.element === 'del' || mark?.element === 'moveFrom'
}

function goneEitherWay({element, by}: ParagraphMark): string {
  const mark = `<w:ins w:id="${trackedChange}" ${by}/><w:${element} w:id="${trackedChange}" ${by}/>`
  return `<w:p><w:pPr><w:pStyle w:val="AfterTable"/><w:rPr>${mark}</w:rPr></w:pPr></w:p>`
}
