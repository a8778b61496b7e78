/**
 * The contents page: a TOC field with its entries already in it. Page numbers are known only to whoever lays the pages
 * out, and Word fills them in only when asked, so the entries have none (`\n`) rather than wrong ones: they are numbers,
 * headings and links. Updating the field in Word gives the same entries.
 */
import {bareWords, type ContentsLine, type FairCopy} from '../../../model/index.js'
import type {Sheet} from '../sheet.js'
import {control} from '../slots.js'
import {paragraph} from './paragraph.js'
import {run} from './run.js'
import {section} from './section.js'

const begin =
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' +
  '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\n \\h \\z \\u </w:instrText></w:r>' +
  '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'

/** A page of its own, which ends its section; nothing when there is nothing to list. */
export function contents({contents: lines}: FairCopy, sheet: Sheet): string {
  if (lines.length === 0) return ''
  const entries = lines.map((line, index) => entry(line, sheet, index === 0 ? begin : ''))
  return (
    `<w:sdt><w:sdtPr><w:id w:val="${control}"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>` +
    `${paragraph('ContentsHeading', run(sheet.print.contents))}${entries.join('')}${paragraph('AfterTable', end)}</w:sdtContent></w:sdt>` +
    paragraph('AfterTable', '', {section: section('running')})
  )
}

function entry({id, level, numeral, heading}: ContentsLine, {print, nameOf}: Sheet, before: string): string {
  const number = numeral === undefined ? '' : `${run(numeral)}<w:r><w:tab/></w:r>`
  const link = `<w:hyperlink w:anchor="${nameOf(id)}" w:history="1">${number}${run(bareWords(heading, print.blank))}</w:hyperlink>`
  return paragraph(`TOC${level + 1}`, before + link)
}
