/**
 * What a renderer keeps between copies: segments of provisions by the provision itself (a tree shared by many deals is
 * written and deflated once, and forgotten with its owner), and of everything else by its place. It saves work only: a
 * copy comes out byte for byte the same from an empty memory.
 */
import type {Change, CitationPiece, Numeral, Provision, ProvisionId} from '../../model/index.js'
import type {LoosePiece, Piece, ProvisionPiece} from './plan.js'
import {type Segment, segmentOf} from './segment.js'
import type {Sheet} from './sheet.js'
import {fillSlots} from './slots.js'
import {type Survey, surveyProvision} from './survey.js'

export interface Written {
  readonly bytes: Buffer
  readonly survey: Survey
  /** Where the ids of the next segment begin. */
  readonly next: number
}

interface WrittenProvision extends Written {
  readonly base: number
  readonly looks: string
  readonly numerals: readonly (Numeral | undefined)[]
  readonly citations: readonly (readonly CitationPiece[] | undefined)[]
}

interface WrittenText {
  readonly text: string
  readonly base: number
  readonly bytes: Buffer
  readonly next: number
}

interface Span {
  readonly members: readonly Buffer[]
  readonly segment: Segment
}

export interface Memory {
  readonly provisions: WeakMap<Provision<Change>, WrittenProvision>
  readonly texts: Map<string, WrittenText>
  /** Stretches of pieces deflated together, by the bytes of the first. */
  readonly spans: WeakMap<Buffer, Span>
  readonly names: Map<ProvisionId, string>
}

export function emptyMemory(): Memory {
  return {provisions: new WeakMap(), texts: new Map(), spans: new WeakMap(), names: new Map()}
}

/** A piece of the document, from memory where that still holds. */
export function write(piece: Piece, base: number, sheet: Sheet, memory: Memory): Written {
  return 'provision' in piece ? writeProvision(piece, base, sheet, memory) : writeLoose(piece, base, memory)
}

function writeProvision(
  {provision, around, write}: ProvisionPiece,
  base: number,
  sheet: Sheet,
  memory: Memory,
): Written {
  const {looks} = sheet
  const known = memory.provisions.get(provision)
  if (known && known.base === base && known.looks === looks && stillHolds(known, sheet)) return known
  const survey = known?.survey ?? surveyProvision(provision, around)
  const bytes = Buffer.from(write())
  const next = fillSlots(bytes, base)
  const written: WrittenProvision = {
    bytes,
    survey,
    next,
    base,
    looks,
    numerals: survey.ids.map((id) => sheet.numerals.get(id)),
    citations: survey.targets.map((target) => sheet.citations.get(target)),
  }
  memory.provisions.set(provision, written)
  return written
}

function stillHolds({survey, numerals, citations}: WrittenProvision, sheet: Sheet): boolean {
  return (
    survey.ids.every((id, index) => standsAlike(sheet.numerals.get(id), numerals[index])) &&
    survey.targets.every((target, index) => citesAlike(sheet.citations.get(target), citations[index]))
  )
}

// Ordinals do not matter: Word counts.
function standsAlike(one: Numeral | undefined, other: Numeral | undefined): boolean {
  return (
    one === other || (one !== undefined && other !== undefined && one.list === other.list && one.level === other.level)
  )
}

function citesAlike(one: readonly CitationPiece[] | undefined, other: readonly CitationPiece[] | undefined): boolean {
  if (one === other || one === undefined || other === undefined) return one === other
  return one.length === other.length && one.every((piece, index) => samePiece(piece, other[index]!))
}

function samePiece(one: CitationPiece, other: CitationPiece): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other
  return one.target === other.target && one.numeral === other.numeral
}

function writeLoose({place, xml, survey}: LoosePiece, base: number, memory: Memory): Written {
  const known = memory.texts.get(place)
  if (known && known.base === base && known.text === xml) return {...known, survey}
  const bytes = Buffer.from(xml)
  const next = fillSlots(bytes, base)
  const written = {text: xml, base, bytes, next}
  memory.texts.set(place, written)
  return {...written, survey}
}

/** A text without ids, such as a whole small part. */
export function keep(place: string, text: string, memory: Memory): Segment {
  const known = memory.texts.get(place)
  const bytes = known?.text === text ? known.bytes : Buffer.from(text)
  if (known?.bytes !== bytes) memory.texts.set(place, {text, base: 0, bytes, next: 0})
  return spanOf([bytes], memory)
}

/** Bytes of XML that are worth a deflating of their own: fewer, larger calls cost less than many small ones. */
const spanSize = 16 * 1024

/** Pieces laid together into segments. Where they are cut depends on their sizes alone, so history leaves no trace. */
export function spansOf(pieces: readonly Buffer[], memory: Memory): readonly Segment[] {
  const spans: Segment[] = []
  let members: Buffer[] = []
  let size = 0
  for (const piece of pieces) {
    members.push(piece)
    size += piece.length
    if (size < spanSize) continue
    spans.push(spanOf(members, memory))
    members = []
    size = 0
  }
  return members.length > 0 ? [...spans, spanOf(members, memory)] : spans
}

function spanOf(members: readonly Buffer[], memory: Memory): Segment {
  const first = members[0]!
  const known = memory.spans.get(first)
  if (known && known.members.length === members.length && members.every((one, index) => one === known.members[index]))
    return known.segment
  const segment = segmentOf(members.length === 1 ? first : Buffer.concat(members))
  memory.spans.set(first, {members, segment})
  return segment
}
