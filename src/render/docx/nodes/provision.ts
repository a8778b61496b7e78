/**
 * A provision where it stands: numbered by the style of its level, its further words under its text, its sub-provisions
 * after them, and its closing words back at its own indent. Numbers are Word's; none is typed.
 */
import {type Block, bareWords, type Provision} from '../../../model/index.js'
import {controlTag} from '../names.js'
import {type Place, unnumbered} from '../places.js'
import type {Sheet} from '../sheet.js'
import {control} from '../slots.js'
import {label, xmlText} from '../xml.js'
import {inlines} from './inlines.js'
import {bookmarked, paragraph} from './paragraph.js'
import {type Format, plain} from './run.js'
import {table} from './table.js'

/** A top-level provision, in a content control of its own where every reader prints one rightly. */
export function clause(provision: Provision, sheet: Sheet): string {
  if (isOneParagraph(provision) || beginsFormatted(provision)) return write(provision, sheet)
  const name = provision.heading ? bareWords(provision.heading, sheet.print.blank) : provision.id
  return (
    `<w:sdt><w:sdtPr><w:alias w:val="${label(name)}"/><w:tag w:val="${xmlText(controlTag(provision.id))}"/><w:id w:val="${control}"/></w:sdtPr>` +
    `<w:sdtContent>${write(provision, sheet)}</w:sdtContent></w:sdt>`
  )
}

// LibreOffice takes a control round one paragraph for an inline one and prints the codes of the fields in it.
function isOneParagraph({heading, body, provisions, closing = []}: Provision): boolean {
  return provisions.length === 0 && (heading ? 1 : 0) + body.length + closing.length <= 1 && body[0]?.type !== 'table'
}

// LibreOffice drops the format of all runs in a control's first paragraph; a heading has its looks from its style.
function beginsFormatted({heading, body}: Provision): boolean {
  const [first] = body
  return (
    !heading &&
    first?.type === 'paragraph' &&
    first.content.some(({type}) => type === 'definition' || type === 'emphasis' || type === 'blank')
  )
}

// Loops, since this is where the time of a document goes.
function write(provision: Provision, sheet: Sheet): string {
  const {body, provisions, closing = []} = provision
  const place = placeOf(provision, sheet)
  const led = provision.heading === undefined && body[0]?.type === 'paragraph'
  let xml = lead(provision, place, sheet)
  for (let index = led ? 1 : 0; index < body.length; index += 1) {
    const block = body[index]!
    xml += follow(block, place, sheet, index === body.length - 1 && provisions.length > 0 && endsInColon(block))
  }
  for (const child of provisions) xml += write(child, sheet)
  for (const block of closing) xml += follow(block, place, sheet, false)
  return xml
}

const subHeading: Format = {bold: true}

// The first paragraph bears number and bookmark: the heading, or the first words, or nothing but the number. Without any
// of them (the one clause that a schedule is, when it begins with its paragraphs) the bookmark stands alone.
function lead({id, heading, body, provisions}: Provision, place: Place, sheet: Sheet): string {
  const {style, setting, heading: styled} = place
  if (heading) {
    const own = styled ? setting : {...setting, keepNext: true, boldMark: true}
    return paragraph(style, bookmarked(id, inlines(heading, sheet, styled ? plain : subHeading), sheet), own)
  }
  const [first] = body
  if (first?.type !== 'paragraph') {
    const mark = bookmarked(id, '', sheet)
    return place === unnumbered.plain ? mark : paragraph(style, mark, {...setting, keepNext: true})
  }
  const announces = body.length === 1 && provisions.length > 0 && endsInColon(first)
  return paragraph(
    style,
    bookmarked(id, inlines(first.content, sheet), sheet),
    announces ? {...setting, keepNext: true} : setting,
  )
}

function follow(block: Block, {text, indent}: Place, sheet: Sheet, keepNext: boolean): string {
  return block.type === 'table'
    ? table(block, sheet, indent)
    : paragraph(text, inlines(block.content, sheet), {keepNext})
}

// Words that announce a list stay with its first item.
function endsInColon(block: Block): boolean {
  const last = block.type === 'paragraph' ? block.content.at(-1) : undefined
  return last?.type === 'text' && last.text.trimEnd().endsWith(':')
}

function placeOf({id, heading}: Provision, {numerals, places}: Sheet): Place {
  const numeral = numerals.get(id)
  const levels = numeral && places.get(numeral.list)
  const {headed, plain} = levels?.[numeral?.level ?? 0] ?? unnumbered
  return heading ? headed : plain
}
