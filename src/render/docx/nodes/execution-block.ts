/**
 * Where a party signs. Lines are paragraphs with leaders, each kept with the next, since readers differ in how they keep
 * the rows of a table on one page.
 */
import type {ExecutionBlock, Inline, Signatory} from '../../../model/index.js'
import type {Sheet} from '../sheet.js'
import {inlines} from './inlines.js'
import {bookmarked, paragraph} from './paragraph.js'
import {run} from './run.js'

const tab = '<w:r><w:tab/></w:r>'
/** To the text, and from there the line to write on. */
const line = tab + tab

export function executionBlock({id, party, native = [], signatories}: ExecutionBlock, sheet: Sheet): string {
  const own = native.length > 0 ? paragraph('ExecutionParty', inlines(native, sheet)) : ''
  return (
    paragraph('ExecutionFor', bookmarked(id, run(sheet.print.signedFor), sheet)) +
    paragraph('ExecutionParty', inlines(party, sheet)) +
    own +
    signatories.map((signatory, index) => signature(signatory, sheet, index === signatories.length - 1)).join('')
  )
}

function signature({name, title, authority}: Signatory, sheet: Sheet, last: boolean): string {
  const {print} = sheet
  const filled = (label: string, content: readonly Inline[]): string =>
    content.length === 0 ? '' : paragraph('ExecutionLine', run(label) + tab + inlines(content, sheet), {keepNext: true})
  return (
    paragraph('ExecutionSignature', run(print.signature) + line, {keepNext: true}) +
    filled(print.name, name) +
    filled(print.title, title) +
    filled(print.authority, authority) +
    paragraph('ExecutionLine', run(print.date) + line, {keepNext: !last})
  )
}
