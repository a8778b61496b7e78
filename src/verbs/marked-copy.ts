/**
 * The fair copy of a redline, and the proof of it: all accepted it must read as the new side, all rejected as the old one, line
 * by line with its numbers. Without the proof there is no copy.
 */
import {engross, type Line, linesOf} from '../engross/index.js'
import {
  type Against,
  type Agreement,
  type Change,
  type Diagnostic,
  type FairCopy,
  type Furniture,
  hasErrors,
  type Part,
  type Provision,
  type ProvisionId,
  plainFurniture,
  type Redline,
  type Renumbered,
  type Side,
} from '../model/index.js'
import {
  accepted,
  acceptedFurniture,
  type Compared,
  compare,
  compareFurniture,
  type Knowledge,
  rejected,
  rejectedFurniture,
  type Step,
} from '../redline/index.js'

export interface Marking {
  /** Both sides as clean copies. */
  readonly from: FairCopy
  readonly to: FairCopy
  /** At least one; the last leads to the agreement of `to`. */
  readonly steps: readonly Step[]
  readonly sides: {readonly from: Side; readonly to: Side}
  readonly knowledge?: Knowledge
  readonly showRenumbering?: boolean
  readonly showCauses?: boolean
}

/** The marked copy, proved; or the reasons why there is none. */
export function markedCopy(marking: Marking): {
  readonly copy?: FairCopy<Change>
  readonly diagnostics: readonly Diagnostic[]
} {
  const {from, to, steps, knowledge} = marking
  const compared = compare(from.agreement, steps, knowledge)
  const {author, date, revision} = steps.at(-1)!
  const {furniture, changes} = compareFurniture(plainFurniture(from), plainFurniture(to), {author, date, revision})
  const diagnostics = [...compared.uncompared, ...prove(compared, furniture, from, to)]
  if (hasErrors(diagnostics)) return {diagnostics}
  return {copy: copyOf(marking, compared, furniture, changes), diagnostics}
}

function copyOf(
  {from, to, sides, showRenumbering = false, showCauses = false}: Marking,
  compared: Compared,
  furniture: Furniture<Change>,
  furnitureChanges: readonly Change[],
): FairCopy<Change> {
  const {agreement, renamed, uncompared} = compared
  const formerly = new Map(renamed.map((one) => [one.to, one.from]))
  const redline: Redline = {
    format: 1,
    ...sides,
    agreement,
    furniture,
    changes: [...furnitureChanges, ...compared.changes],
    renamed,
    renumbered: renumbered(agreement, from, to, formerly),
    uncompared,
  }
  const against: Against<Change> = {
    copy: from,
    furniture,
    renamed: new Map(renamed.map((one) => [one.from, one.to])),
    formerly,
    gone: goneFrom(agreement),
    redline,
    showRenumbering,
    showCauses,
  }
  return {...to, purpose: 'redline', agreement, against}
}

/** Compares what the marks say with both sides; each finding names the first place that differs. */
export function prove(
  {agreement, renamed}: Pick<Compared, 'agreement' | 'renamed'>,
  furniture: Furniture<Change>,
  from: FairCopy,
  to: FairCopy,
): readonly Diagnostic[] {
  return [
    ...proveSide('accepted', accepted(agreement), acceptedFurniture(furniture), to),
    ...proveSide('rejected', rejected(agreement, renamed), rejectedFurniture(furniture), from),
  ]
}

function proveSide(
  way: 'accepted' | 'rejected',
  agreement: Agreement,
  furniture: Furniture,
  side: FairCopy,
): readonly Diagnostic[] {
  const {copy, diagnostics} = engross(agreement, {...side, purpose: 'draft'})
  if (!copy) return diagnostics.map((one) => unproved(way, 'provision' in one.at ? one.at.provision : '', one.message))
  const lines = [...furnitureLines(furniture), ...linesOf(copy)]
  const wanted = [...furnitureLines(plainFurniture(side)), ...linesOf(side)]
  const place = firstDifference(lines, wanted)
  if (place === undefined) return []
  const [is, should] = [lines[place]?.text ?? 'nothing', wanted[place]?.text ?? 'nothing']
  return [
    unproved(
      way,
      (wanted[place] ?? lines[place])!.at,
      `It reads "${shortened(is)}" and should read "${shortened(should)}".`,
    ),
  ]
}

function furnitureLines(furniture: Furniture): readonly Line[] {
  return Object.values(furniture).map((words: Furniture['title']) => ({
    at: 'furniture',
    text: words.map((one) => (one.type === 'text' ? one.text : '')).join(''),
  }))
}

function firstDifference(lines: readonly Line[], wanted: readonly Line[]): number | undefined {
  const most = Math.max(lines.length, wanted.length)
  for (let index = 0; index < most; index += 1) if (lines[index]?.text !== wanted[index]?.text) return index
  return undefined
}

function shortened(text: string): string {
  return text.length <= 120 ? text.replace('\t', ' ') : `${text.slice(0, 119).replace('\t', ' ')}…`
}

function unproved(way: 'accepted' | 'rejected', at: ProvisionId, reason: string): Diagnostic {
  return {
    severity: 'error',
    code: 'redline/unproved',
    message: `With all changes ${way}, the redline would not be the ${way === 'accepted' ? 'new' : 'old'} side${at ? ` at "${at}"` : ''}, so it was not made.`,
    reason,
    hint: 'This is a fault of ours: please report it with both revisions. The clean copies are right.',
    at: {provision: at},
  }
}

// What stands in both sides, unmarked, under another number.
function renumbered(
  agreement: Agreement<Change>,
  from: FairCopy,
  to: FairCopy,
  formerly: ReadonlyMap<ProvisionId, ProvisionId>,
): readonly Renumbered[] {
  return unmarkedIds(agreement).flatMap((id) => {
    const [old, now] = [from.numerals.get(formerly.get(id) ?? id)?.full, to.numerals.get(id)?.full]
    return old !== undefined && now !== undefined && old !== now ? [{id, from: old, to: now}] : []
  })
}

function unmarkedIds({parts}: Agreement<Change>): readonly ProvisionId[] {
  const ids: ProvisionId[] = []
  const visit = (provision: Provision<Change>): void => {
    if (provision.mark) return
    ids.push(provision.id)
    provision.provisions.forEach(visit)
  }
  for (const part of parts) {
    if (part.mark) continue
    ids.push(part.id)
    if (part.kind !== 'cover') part.provisions.forEach(visit)
  }
  return ids
}

function goneFrom({parts}: Agreement<Change>): ReadonlySet<ProvisionId> {
  const ids = new Set<ProvisionId>()
  const isGone = (mark: Change | undefined, around: boolean): boolean =>
    mark === undefined ? around : mark.kind === 'deleted' || mark.kind === 'movedFrom'
  const visit = (provision: Provision<Change>, around: boolean): void => {
    const gone = isGone(provision.mark, around)
    if (gone) ids.add(provision.id)
    for (const child of provision.provisions) visit(child, gone)
  }
  for (const part of parts as readonly Part<Change>[]) {
    const gone = isGone(part.mark, false)
    if (gone) ids.add(part.id)
    if (part.kind === 'cover') continue
    for (const provision of part.provisions) visit(provision, gone)
    if (part.kind === 'execution') for (const block of part.blocks) if (isGone(block.mark, gone)) ids.add(block.id)
  }
  return ids
}
