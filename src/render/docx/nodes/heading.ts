/** The headings of parts. A schedule's number is its list's: its heading holds the title alone. */
import type {Change, Part} from '../../../model/index.js'
import {scheduleStep} from '../measures.js'
import {listId} from '../numbering.js'
import {isOld} from '../redline-sheet.js'
import type {Sheet} from '../sheet.js'
import {groupHeading} from '../styles.js'
import {inlines} from './inlines.js'
import {ours} from './marked-inlines.js'
import {optional} from './optional.js'
import {bookmarked, paragraph, type Setting} from './paragraph.js'
import {run} from './run.js'

type Headed = Exclude<Part<Change>, {readonly kind: 'cover'}>

const styles: Readonly<Record<Headed['kind'], string>> = {
  parties: 'PartHeading',
  recitals: 'PartHeading',
  group: groupHeading,
  schedule: 'ScheduleHeading',
  execution: 'ExecutionHeading',
}

const scheduleNumber = {list: listId('schedules'), level: 0, left: scheduleStep.left} as const

/** Nothing for a group without a heading. The signature page is headed in the words of the locale. */
export function heading(part: Headed, around: Sheet): string {
  const content = part.kind === 'execution' ? [] : (part.heading ?? [])
  // A group's heading is an optional paragraph; the others stand as long as their part.
  const sheet = part.kind === 'group' ? optional(content, around) : around
  const words = part.kind === 'execution' ? ours(run(sheet.print.signatures), sheet) : inlines(content, sheet)
  if (words === '') return ''
  const setting: Setting = part.kind === 'schedule' && isOld(sheet) ? {unnumbered: scheduleNumber} : {}
  const style = styles[part.kind]
  return paragraph(style, hasBookmark(part) ? bookmarked(part.id, words, sheet) : words, setting, sheet)
}

/** Only what is cited or listed in the contents has a bookmark: groups and schedules. */
export function hasBookmark({kind, ...part}: Headed): boolean {
  return kind === 'schedule' || (kind === 'group' && 'heading' in part && part.heading !== undefined)
}
