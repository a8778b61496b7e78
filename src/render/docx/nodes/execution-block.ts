/**
 * Where a party signs. Lines are paragraphs with leaders, each kept with the next, since readers differ in how they keep
 * the rows of a table on one page.
 */
import type {Change, ExecutionBlock, Inline, Signatory} from '../../../model/index.js'
import {under} from '../redline-sheet.js'
import type {Sheet} from '../sheet.js'
import {ranged} from '../tracked.js'
import {inlines} from './inlines.js'
import {ours} from './marked-inlines.js'
import {optional} from './optional.js'
import {bookmarked, paragraph, type Setting} from './paragraph.js'
import {run} from './run.js'

const tab = '<w:r><w:tab/></w:r>'
/** To the text, and from there the line to write on. */
const line = tab + tab

export function executionBlock(block: ExecutionBlock<Change>, around: Sheet): string {
  const {id, party, native = [], signatories, mark} = block
  const sheet = under(around, mark)
  const own = optional(native, sheet)
  const xml =
    paragraph('ExecutionFor', bookmarked(id, ours(run(sheet.print.signedFor), sheet), sheet), {}, sheet) +
    paragraph('ExecutionParty', inlines(party, sheet), {}, sheet) +
    (native.length > 0 ? paragraph('ExecutionParty', inlines(native, own), {}, own) : '') +
    signatories.map((signatory, index) => signature(signatory, sheet, index === signatories.length - 1)).join('')
  return ranged(xml, mark, sheet)
}

function signature({name, title, authority, mark}: Signatory<Change>, around: Sheet, last: boolean): string {
  const sheet = under(around, mark)
  const {print} = sheet
  const keptWithNext: Setting = {keepNext: true}
  const filled = (label: string, content: readonly Inline<Change>[]): string => {
    if (content.length === 0) return ''
    const own = optional(content, sheet)
    return paragraph('ExecutionLine', ours(run(label) + tab, own) + inlines(content, own), keptWithNext, own)
  }
  const xml =
    paragraph('ExecutionSignature', ours(run(print.signature) + line, sheet), keptWithNext, sheet) +
    filled(print.name, name) +
    filled(print.title, title) +
    filled(print.authority, authority) +
    paragraph('ExecutionLine', ours(run(print.date) + line, sheet), {keepNext: !last}, sheet)
  return ranged(xml, mark, sheet)
}
