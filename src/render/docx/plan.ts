/** A fair copy cut into pieces in print order, each written without knowing the others. */
import {type Change, type FairCopy, type Part, type Provision, type Standing, standingOf} from '../../model/index.js'
import {contents} from './nodes/contents.js'
import {cover, titleHead} from './nodes/cover.js'
import {executionBlock} from './nodes/execution-block.js'
import {hasBookmark, heading} from './nodes/heading.js'
import {clause} from './nodes/provision.js'
import {section} from './nodes/section.js'
import {under} from './redline-sheet.js'
import type {Sheet} from './sheet.js'
import {empty, keyOf, type Survey, surveyBlocks, surveyExecution, surveyWords} from './survey.js'
import {rangeEnds} from './tracked.js'

/** A top-level provision, whose segment holds as long as the same object is cited and numbered alike. */
export interface ProvisionPiece {
  readonly provision: Provision<Change>
  /** Where its part stands. */
  readonly around: Standing
  readonly write: () => string
}

/** Anything else: written each time, deflated only when it came out otherwise than before in its place. */
export interface LoosePiece {
  readonly place: string
  readonly xml: string
  readonly survey: Survey
}

export type Piece = ProvisionPiece | LoosePiece

export interface Plan {
  readonly pieces: readonly Piece[]
  /** What the body ends with: its last section. */
  readonly end: LoosePiece
}

export function planOf(copy: FairCopy<Change>, sheet: Sheet): Plan {
  const {parts} = copy.agreement
  const covers = parts.filter(({kind}) => kind === 'cover')
  const covered = covers.some(({mark}) => standingOf(mark) !== 'old')
  const end = loose('end', section(covered ? 'running' : 'with-title'), empty)
  const pieces = parts.flatMap((part, index) => piecesOf(part, index, copy, sheet))
  return {pieces: [...titlePieces(copy, covers, sheet), ...pieces], end}
}

// A document without a cover begins with its title: in a redline also one that had none, or has none any more.
function titlePieces(
  copy: FairCopy<Change>,
  [cover]: readonly {readonly mark?: Change}[],
  sheet: Sheet,
): readonly LoosePiece[] {
  if (cover && !cover.mark) return []
  const mark = cover?.mark && opposite(cover.mark)
  return [loose('title', titleHead(copy, under(sheet, mark)), empty)]
}

function opposite(mark: Change): Change {
  const {pair: _, ...change} = mark
  return {...change, id: `${mark.id}-title`, kind: standingOf(mark) === 'old' ? 'inserted' : 'deleted'}
}

function piecesOf(part: Part<Change>, index: number, copy: FairCopy<Change>, around: Sheet): readonly Piece[] {
  const sheet = under(around, part.mark)
  const standing = standingOf(part.mark)
  if (part.kind === 'cover') {
    return [
      loose('cover', cover(part, copy, sheet), surveyBlocks(part.blocks)),
      loose('contents', contents(copy, sheet), empty),
    ]
  }
  const words = heading(part, sheet)
  const head = words === '' ? [] : [loose(`heading ${index}`, words, headingSurvey(part, standing))]
  const provisions = part.provisions.map((provision) => ({
    provision,
    around: standing,
    write: () => clause(provision, sheet),
  }))
  const blocks = part.kind === 'execution' ? part.blocks : []
  const signing = blocks.map((block, place) =>
    loose(`execution ${index} ${place}`, executionBlock(block, sheet), surveyExecution(block, standing)),
  )
  return moved(part.mark, index, sheet, [...head, ...provisions, ...signing])
}

/** Pieces of a part between the ends of its move. */
function moved(mark: Change | undefined, index: number, sheet: Sheet, pieces: readonly Piece[]): readonly Piece[] {
  const ends = rangeEnds(mark, sheet)
  if (!ends) return pieces
  return [loose(`start ${index}`, ends.start, empty), ...pieces, loose(`end ${index}`, ends.end, empty)]
}

function headingSurvey(part: Exclude<Part<Change>, {readonly kind: 'cover'}>, standing: Standing): Survey {
  const content = part.kind === 'execution' ? [] : (part.heading ?? [])
  return surveyWords(hasBookmark(part) ? [keyOf(part.id, standing)] : [], content)
}

function loose(place: string, xml: string, survey: Survey): LoosePiece {
  return {place, xml, survey}
}
