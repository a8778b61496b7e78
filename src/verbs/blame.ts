/** `blame`: which revision brought the present words of each provision, by whom and why. */
import {
  bareWords,
  type Cause,
  type CitationPiece,
  causeWords,
  citationOf,
  type FairCopy,
  type Inline,
  type Provision,
  type ProvisionId,
} from '../model/index.js'
import {blame, type Origin} from '../redline/index.js'
import {FileFault} from './fault.js'
import {type ReadRevision, revisionsOf} from './history.js'
import {copyOfRevision} from './revision-copy.js'
import {knowledgeOf, wayBetween} from './steps.js'
import {openWorkshop} from './workshop.js'

export interface Blamed {
  readonly id: ProvisionId
  /** As cited: `7.2(a)`, `paragraph 1 of Schedule 2`; empty for what has no number. */
  readonly number: string
  /** 0 for a clause, 1 for what stands in it, and so on. */
  readonly depth: number
  /** Heading, or the words that it begins with. */
  readonly words: string
  readonly revision: number
  readonly author: string
  readonly date: string
  /** Nothing for words that have stood since the first revision. */
  readonly cause?: Cause
  readonly why: string
}

export interface BlameReport {
  readonly revision: number
  readonly provisions: readonly Blamed[]
}

/** Every provision of the head in print order. Writes nothing. Throws a FileFault for a deal without a revision. */
export async function blameDeal(
  path: string,
  {libraries}: {readonly libraries: readonly string[]},
): Promise<BlameReport> {
  const revisions = await revisionsOf(path)
  const head = revisions.list.at(-1)?.number
  if (head === undefined) throw new FileFault('The deal has no revision yet.', 'Record one with `engross draft`.')
  const workshop = await openWorkshop({libraries})
  const first = await revisions.read(1)
  const copy = copyOfRevision(await revisions.read(head), first.files.get('agreement.json')!, workshop)
  const {from, steps} = await wayBetween(1, head, revisions, workshop)
  const origins = head === 1 ? new Map() : blame(from, steps, knowledgeOf(workshop))
  return {revision: head, provisions: blamedIn(copy, origins, first)}
}

function blamedIn(
  copy: FairCopy,
  origins: ReadonlyMap<ProvisionId, Origin | undefined>,
  first: ReadRevision,
): readonly Blamed[] {
  const found: Blamed[] = []
  const visit = (provision: Provision, depth: number): void => {
    const {id} = provision
    found.push({
      id,
      number: numberOf(id, copy),
      depth,
      words: opening(provision, copy),
      ...bringing(origins.get(id), first),
    })
    for (const child of provision.provisions) visit(child, depth + 1)
  }
  for (const part of copy.agreement.parts) if (part.kind !== 'cover') for (const one of part.provisions) visit(one, 0)
  return found
}

function bringing(
  origin: Origin | undefined,
  {number, note}: ReadRevision,
): Pick<Blamed, 'revision' | 'author' | 'date' | 'cause' | 'why'> {
  if (!origin) return {revision: number, author: note.author, date: note.time, why: 'First draft.'}
  const {revision, author, date, cause} = origin
  return {revision, author, date, cause, why: causeWords(cause)}
}

function numberOf(id: ProvisionId, {numerals, citations}: FairCopy): string {
  const numeral = numerals.get(id)
  if (!numeral?.list.startsWith('paragraphs:')) return numeral?.full ?? ''
  const pieces = citations.get(id) ?? []
  return printed(pieces)
}

function printed(pieces: readonly CitationPiece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.numeral)).join('')
}

/** In characters. */
const longest = 60

function opening({heading, body, provisions}: Provision, copy: FairCopy): string {
  const [first] = body
  const words = heading ?? (first?.type === 'paragraph' ? first.content : undefined)
  const text = words
    ? words
        .map((inline) => wordsOf(inline, copy))
        .join('')
        .trim()
    : ''
  if (text === '' && provisions[0]) return opening(provisions[0], copy)
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/\s+\S*$/, '')} …`
}

function wordsOf(inline: Inline, copy: FairCopy): string {
  return inline.type === 'reference'
    ? printed(citationOf(inline, copy) ?? [])
    : bareWords([inline], copy.locale.print.blank)
}
