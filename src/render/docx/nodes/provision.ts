/**
 * A provision where it stands: numbered by the style of its level, its further words under its text, its sub-provisions
 * after them, and its closing words back at its own indent. Numbers are Word's; none is typed.
 */
import {type Block, bareWords, type Change, type Paragraph, type Provision, standingOf} from '../../../model/index.js'
import {controlTag} from '../names.js'
import {type Place, unnumbered} from '../places.js'
import {isOld, under} from '../redline-sheet.js'
import type {Sheet} from '../sheet.js'
import {control} from '../slots.js'
import {ranged} from '../tracked.js'
import {label, xmlText} from '../xml.js'
import {inlines} from './inlines.js'
import {bookmarked, paragraph, type Setting} from './paragraph.js'
import {type Format, plain} from './run.js'
import {table} from './table.js'

/** A top-level provision, in a content control of its own where every reader prints one rightly; in a redline without. */
export function clause(provision: Provision<Change>, sheet: Sheet): string {
  if (sheet.redline || isOneParagraph(provision) || beginsFormatted(provision)) return write(provision, sheet)
  const name = provision.heading ? bareWords(provision.heading, sheet.print.blank) : provision.id
  return (
    `<w:sdt><w:sdtPr><w:alias w:val="${label(name)}"/><w:tag w:val="${xmlText(controlTag(provision.id))}"/><w:id w:val="${control}"/></w:sdtPr>` +
    `<w:sdtContent>${write(provision, sheet)}</w:sdtContent></w:sdt>`
  )
}

// LibreOffice takes a control round one paragraph for an inline one and prints the codes of the fields in it.
function isOneParagraph({heading, body, provisions, closing = []}: Provision<Change>): boolean {
  return provisions.length === 0 && (heading ? 1 : 0) + body.length + closing.length <= 1 && body[0]?.type !== 'table'
}

// LibreOffice drops the format of all runs in a control's first paragraph; a heading has its looks from its style.
function beginsFormatted({heading, body}: Provision<Change>): boolean {
  const [first] = body
  return (
    !heading &&
    first?.type === 'paragraph' &&
    first.content.some(({type}) => type === 'definition' || type === 'emphasis' || type === 'blank')
  )
}

// Loops, since this is where the time of a document goes.
function write(provision: Provision<Change>, around: Sheet): string {
  const {mark, body, provisions, closing = []} = provision
  const sheet = under(around, mark)
  const place = placeOf(provision, sheet)
  const leading = provision.heading === undefined ? leadingBlocks(body, sheet) : 0
  let xml = lead(provision, leading, place, sheet)
  for (let index = leading; index < body.length; index += 1) {
    const block = body[index]!
    xml += follow(block, place, sheet, index === body.length - 1 && provisions.length > 0 && endsInColon(block))
  }
  for (const child of provisions) xml += write(child, sheet)
  for (const block of closing) xml += follow(block, place, sheet, false)
  return mark ? ranged(xml, mark, sheet) : xml
}

// How many blocks are set as the paragraph that bears the number: one; or two where a redline has another one on either side.
function leadingBlocks(body: readonly Block<Change>[], sheet: Sheet): 0 | 1 | 2 {
  const [first, second] = body
  if (first?.type !== 'paragraph') return 0
  if (!first.mark || sheet.around || second?.type !== 'paragraph' || !second.mark) return 1
  return standingOf(first.mark) === standingOf(second.mark) ? 1 : 2
}

const subHeading: Format = {bold: true}

// The first paragraph bears number and bookmark: the heading, or the first words, or nothing but the number. Without any
// of them (the one clause that a schedule is, when it begins with its paragraphs) the bookmark stands alone.
function lead(provision: Provision<Change>, leading: number, place: Place, sheet: Sheet): string {
  const {id, heading, body, provisions} = provision
  const {style, heading: styled} = place
  const setting = settingOf(place, sheet)
  if (heading) {
    const own = styled ? setting : {...setting, keepNext: true, boldMark: true}
    const words = bookmarked(id, inlines(heading, sheet, styled ? plain : subHeading), sheet)
    return paragraph(style, words, own, sheet)
  }
  if (leading === 0) {
    const mark = bookmarked(id, '', sheet)
    return place === unnumbered.plain ? mark : paragraph(style, mark, {...setting, keepNext: true}, sheet)
  }
  const first = body[0] as Paragraph<Change>
  const words =
    leading === 1 && !first.mark ? inlines(first.content, sheet) : changedLead(body.slice(0, leading), sheet)
  const announces = body.length === leading && provisions.length > 0 && endsInColon(body[leading - 1]!)
  return paragraph(style, bookmarked(id, words, sheet), announces ? {...setting, keepNext: true} : setting, sheet)
}

// The provision stands in both sides and its paragraph with it, number and all; what came and went are its words.
function changedLead(blocks: readonly Block<Change>[], sheet: Sheet): string {
  return blocks
    .map((block) => (block.type === 'paragraph' ? inlines(block.content, under(sheet, block.mark)) : ''))
    .join('')
}

function settingOf({setting, indent, number}: Place, sheet: Sheet): Setting {
  return number && isOld(sheet) ? {...setting, unnumbered: {...number, left: indent}} : setting
}

function follow(block: Block<Change>, {text, indent}: Place, around: Sheet, keepNext: boolean): string {
  if (block.type === 'table') return table(block, around, indent)
  const sheet = under(around, block.mark)
  const xml = paragraph(text, inlines(block.content, sheet), {keepNext}, sheet)
  return block.mark ? ranged(xml, block.mark, sheet) : xml
}

// Words that announce a list stay with its first item.
function endsInColon(block: Block<Change>): boolean {
  const last = block.type === 'paragraph' ? block.content.at(-1) : undefined
  return last?.type === 'text' && last.text.trimEnd().endsWith(':')
}

function placeOf({id, heading}: Provision<Change>, {numerals, places}: Sheet): Place {
  const numeral = numerals.get(id)
  const levels = numeral && places.get(numeral.list)
  const {headed, plain} = levels?.[numeral?.level ?? 0] ?? unnumbered
  return heading ? headed : plain
}
