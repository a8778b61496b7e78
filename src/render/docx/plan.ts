/** A fair copy cut into pieces in print order, each written without knowing the others. */
import type {FairCopy, Part, Provision} from '../../model/index.js'
import {contents} from './nodes/contents.js'
import {cover, titleHead} from './nodes/cover.js'
import {executionBlock} from './nodes/execution-block.js'
import {hasBookmark, heading} from './nodes/heading.js'
import {clause} from './nodes/provision.js'
import {section} from './nodes/section.js'
import type {Sheet} from './sheet.js'
import {empty, type Survey, surveyBlocks, surveyExecution, surveyWords} from './survey.js'

/** A top-level provision, whose segment holds as long as the same object is cited and numbered alike. */
export interface ProvisionPiece {
  readonly provision: Provision
  readonly write: () => string
}

/** Anything else: written each time, deflated only when it came out otherwise than before in its place. */
export interface LoosePiece {
  readonly place: string
  readonly xml: string
  readonly survey: Survey
}

export type Piece = ProvisionPiece | LoosePiece

export function planOf(copy: FairCopy, sheet: Sheet): readonly Piece[] {
  const {parts} = copy.agreement
  const covered = parts.some(({kind}) => kind === 'cover')
  const first: readonly Piece[] = covered ? [] : [loose('title', titleHead(copy), empty)]
  const end = loose('end', section(covered ? 'running' : 'with-title'), empty)
  return [...first, ...parts.flatMap((part, index) => piecesOf(part, index, copy, sheet)), end]
}

function piecesOf(part: Part, index: number, copy: FairCopy, sheet: Sheet): readonly Piece[] {
  if (part.kind === 'cover') {
    return [
      loose('cover', cover(part, copy, sheet), surveyBlocks(part.blocks)),
      loose('contents', contents(copy, sheet), empty),
    ]
  }
  const words = heading(part, sheet)
  const head = words === '' ? [] : [loose(`heading ${index}`, words, headingSurvey(part))]
  const provisions = part.provisions.map((provision) => ({provision, write: () => clause(provision, sheet)}))
  if (part.kind !== 'execution') return [...head, ...provisions]
  const blocks = part.blocks.map((block, place) =>
    loose(`execution ${index} ${place}`, executionBlock(block, sheet), surveyExecution(block)),
  )
  return [...head, ...provisions, ...blocks]
}

function headingSurvey(part: Exclude<Part, {readonly kind: 'cover'}>): Survey {
  const content = part.kind === 'execution' ? [] : (part.heading ?? [])
  return surveyWords(hasBookmark(part) ? [part.id] : [], content)
}

function loose(place: string, xml: string, survey: Survey): LoosePiece {
  return {place, xml, survey}
}
