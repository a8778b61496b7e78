/**
 * The sheet of a redline: one for what stands on the new side or both, one for what stands on the old side only, which has the
 * numbers and citations that it had and bookmarks of its own, so that no reference breaks whichever way a change goes.
 */
import {type Against, type Change, type FairCopy, type ProvisionId, standingOf} from '../../model/index.js'
import {type CommentBook, commentBook} from './comments.js'
import {formerKey} from './names.js'
import {paragraphsId} from './numbering.js'
import {isGrouped, type Names, type Sheet, sheetOf, sheetWith} from './sheet.js'
import {type Whereabouts, whereabouts} from './standing.js'

export interface Tracking extends Whereabouts {
  readonly against: Against<Change>
  /** The sheet of each side. */
  readonly old: Sheet
  readonly now: Sheet
  /** Who signs what follows from other changes: the number of a clause that stands elsewhere now. */
  readonly consequence: Pick<Change, 'author' | 'date'>
  /** Where comments can stand, when causes are shown. */
  readonly comments?: CommentBook
}

/** For the body of any copy. */
export function bodySheet(copy: FairCopy<Change>, names: Names): Sheet {
  const {against} = copy
  if (!against) return sheetOf(copy, names)
  const [now, old] = sides(copy, against, names)
  const redline: Tracking = {
    ...whereabouts(copy.agreement),
    against,
    old,
    now,
    consequence: consequenceOf(copy, against),
    ...(against.showCauses ? {comments: commentBook(against.redline)} : {}),
  }
  return {...now, redline}
}

/** For header and footers, which print words a second time and cannot hold comments. */
export function furnitureSheet(sheet: Sheet): Sheet {
  if (!sheet.redline) return sheet
  const {comments: _, ...redline} = sheet.redline
  return {...sheet, plainly: true, redline}
}

/** The sheet for what bears this mark; without a mark the same. */
export function under(sheet: Sheet, mark: Change | undefined): Sheet {
  if (!mark || !sheet.redline) return sheet
  const {redline, plainly} = sheet
  const side = standingOf(mark) === 'old' ? redline.old : redline.now
  return {...side, redline, around: mark, ...(plainly ? {plainly} : {})}
}

export function isOld({around}: Sheet): boolean {
  return standingOf(around) === 'old'
}

// Schedules on either side have a list each; one that stands in both has the same under both its names.
function sides(copy: FairCopy<Change>, against: Against<Change>, names: Names): readonly [now: Sheet, old: Sheet] {
  const schedules = copy.agreement.parts.filter(({kind}) => kind === 'schedule')
  const [newLists, oldLists] = [new Map<`paragraphs:${string}`, number>(), new Map<`paragraphs:${string}`, number>()]
  for (const [index, {id, mark}] of schedules.entries()) {
    const standing = standingOf(mark)
    if (standing !== 'old') newLists.set(`paragraphs:${id}`, paragraphsId(index + 1))
    if (standing === 'old') oldLists.set(`paragraphs:${id}`, paragraphsId(index + 1))
    if (standing === 'both') oldLists.set(`paragraphs:${against.formerly.get(id) ?? id}`, paragraphsId(index + 1))
  }
  const grouped = isGrouped(copy)
  const now = {...sheetWith(copy, names, newLists, grouped), schedules: schedules.length}
  const former = {...against.copy, agreement: {...against.copy.agreement, numbering: copy.agreement.numbering}}
  const own = (id: ProvisionId): string => now.nameOf(formerKey(id))
  const old: Sheet = {
    ...sheetWith(former, names, oldLists, grouped),
    print: now.print,
    nameOf: own,
    pointTo: (target) => (against.gone.has(target) ? own(target) : now.nameOf(against.renamed.get(target) ?? target)),
  }
  return [now, old]
}

// The number of the revision is marked by who brought the last of its changes.
function consequenceOf({identity}: FairCopy<Change>, {furniture, redline}: Against<Change>): Tracking['consequence'] {
  const own = furniture.revision.find(({mark}) => standingOf(mark) === 'new')?.mark
  return own ?? redline.changes.at(-1) ?? {author: 'Engross', date: identity.time}
}
