/**
 * The contents page: a TOC field with its entries already in it. Page numbers are known only to whoever lays the pages
 * out, and Word fills them in only when asked, so the entries have none (`\n`) rather than wrong ones: they are numbers,
 * headings and links. Updating the field in Word gives the same entries. In a redline the field stays one, with the entries of
 * the new side, unless the page itself came or went.
 */
import {bareWords, type Change, type ContentsLine, type FairCopy} from '../../../model/index.js'
import {isOld} from '../redline-sheet.js'
import type {Sheet} from '../sheet.js'
import {control} from '../slots.js'
import {ours} from './marked-inlines.js'
import {paragraph} from './paragraph.js'
import {run} from './run.js'
import {section} from './section.js'

const begin =
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' +
  '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\n \\h \\z \\u </w:instrText></w:r>' +
  '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'

/** A page of its own, which ends its section; nothing when there is nothing to list. */
export function contents(copy: FairCopy<Change>, sheet: Sheet): string {
  const {contents: lines} = isOld(sheet) ? (copy.against?.copy ?? copy) : copy
  if (lines.length === 0) return ''
  const entries = lines.map((line, index) => entry(line, sheet, index === 0 ? ours(begin, sheet) : ''))
  const page =
    paragraph('ContentsHeading', ours(run(sheet.print.contents), sheet), {}, sheet) +
    entries.join('') +
    paragraph('AfterTable', ours(end, sheet), {}, sheet)
  return (sheet.around ? page : controlled(page)) + paragraph('AfterTable', '', {section: section('running')}, sheet)
}

// Word's own control for contents; round a page that came or went it would stay behind, empty.
function controlled(page: string): string {
  return (
    `<w:sdt><w:sdtPr><w:id w:val="${control}"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>` +
    `<w:sdtContent>${page}</w:sdtContent></w:sdt>`
  )
}

function entry({id, level, numeral, heading}: ContentsLine, sheet: Sheet, before: string): string {
  const {print, pointTo} = sheet
  const number = numeral === undefined ? '' : `${run(numeral)}<w:r><w:tab/></w:r>`
  const words = ours(number + run(bareWords(heading, print.blank)), sheet)
  const link = `<w:hyperlink w:anchor="${pointTo(id)}" w:history="1">${words}</w:hyperlink>`
  return paragraph(`TOC${level + 1}`, before + link, {}, sheet)
}
