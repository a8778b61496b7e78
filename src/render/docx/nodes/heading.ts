/** The headings of parts. A schedule's number is its list's: its heading holds the title alone. */
import type {Inline, Part} from '../../../model/index.js'
import type {Sheet} from '../sheet.js'
import {groupHeading} from '../styles.js'
import {inlines} from './inlines.js'
import {bookmarked, paragraph} from './paragraph.js'
import {run} from './run.js'

type Headed = Exclude<Part, {readonly kind: 'cover'}>

const styles: Readonly<Record<Headed['kind'], string>> = {
  parties: 'PartHeading',
  recitals: 'PartHeading',
  group: groupHeading,
  schedule: 'ScheduleHeading',
  execution: 'ExecutionHeading',
}

/** Nothing for a group without a heading. The signature page is headed in the words of the locale. */
export function heading(part: Headed, sheet: Sheet): string {
  const words = part.kind === 'execution' ? run(sheet.print.signatures) : headed(part.heading, sheet)
  if (words === '') return ''
  return paragraph(styles[part.kind], hasBookmark(part) ? bookmarked(part.id, words, sheet) : words)
}

/** Only what is cited or listed in the contents has a bookmark: groups and schedules. */
export function hasBookmark({kind, ...part}: Headed): boolean {
  return kind === 'schedule' || (kind === 'group' && 'heading' in part && part.heading !== undefined)
}

function headed(content: readonly Inline[] | undefined, sheet: Sheet): string {
  return content ? inlines(content, sheet) : ''
}
