/**
 * A provision where it stands: numbered by the style of its level, its further words under its text, its sub-provisions
 * after them, and its closing words back at its own indent. Numbers are Word's; none is typed.
 */
import type {Block, Numeral, Provision} from '../../../model/index.js'
import {type Family, stepsOf} from '../measures.js'
import {controlTag} from '../names.js'
import type {Sheet} from '../sheet.js'
import {control} from '../slots.js'
import {escape, label} from '../xml.js'
import {inlines} from './inlines.js'
import {bookmarked, paragraph, type Setting} from './paragraph.js'
import {bold} from './run.js'
import {table} from './table.js'
import {bareWords} from './words.js'

/**
 * A top-level provision in a content control of its own, unless it is one paragraph: LibreOffice takes a control round
 * one paragraph for an inline one and prints the codes of the fields in it.
 */
export function clause(provision: Provision, sheet: Sheet): string {
  if (isOneParagraph(provision)) return write(provision, sheet)
  const name = provision.heading ? bareWords(provision.heading, sheet.print.blank) : provision.id
  return (
    `<w:sdt><w:sdtPr><w:alias w:val="${label(name)}"/><w:tag w:val="${escape(controlTag(provision.id))}"/><w:id w:val="${control}"/></w:sdtPr>` +
    `<w:sdtContent>${write(provision, sheet)}</w:sdtContent></w:sdt>`
  )
}

function isOneParagraph({heading, body, provisions, closing = []}: Provision): boolean {
  return provisions.length === 0 && (heading ? 1 : 0) + body.length + closing.length <= 1 && body[0]?.type !== 'table'
}

/** Where a provision stands: the styles of its first paragraph and of those that follow, and its text's indent. */
interface Place {
  readonly style: string
  readonly text: string
  readonly indent: number
  readonly setting: Setting
}

function write(provision: Provision, sheet: Sheet): string {
  const {provisions, closing = []} = provision
  const place = placeOf(provision, sheet)
  const {lead, rest} = leadOf(provision, place, sheet)
  const introduces = provisions.length > 0
  return (
    lead +
    rest.map((block, index) => follow(block, place, sheet, introduces && index === rest.length - 1 && endsInColon(block))).join('') +
    provisions.map((child) => write(child, sheet)).join('') +
    closing.map((block) => follow(block, place, sheet, false)).join('')
  )
}

// The first paragraph bears number and bookmark: the heading, or the first words, or nothing but the number.
function leadOf(provision: Provision, place: Place, sheet: Sheet): {readonly lead: string; readonly rest: readonly Block[]} {
  const {id, heading, body, provisions} = provision
  const {style, setting} = place
  if (heading) {
    const own = style === sheet.clauseHeading ? setting : {...setting, keepNext: true, boldMark: true}
    return {lead: paragraph(style, bookmarked(id, inlines(heading, sheet, style === sheet.clauseHeading ? {} : bold)), own), rest: body}
  }
  const [first, ...rest] = body
  if (first?.type !== 'paragraph') return {lead: paragraph(style, bookmarked(id, ''), {...setting, keepNext: true}), rest: body}
  const keepNext = rest.length === 0 && provisions.length > 0 && endsInColon(first)
  return {lead: paragraph(style, bookmarked(id, inlines(first.content, sheet)), {...setting, keepNext}), rest}
}

function follow(block: Block, {text, indent}: Place, sheet: Sheet, keepNext: boolean): string {
  return block.type === 'table' ? table(block, sheet, indent) : paragraph(text, inlines(block.content, sheet), {keepNext})
}

// Words that announce a list stay with its first item.
function endsInColon(block: Block): boolean {
  const last = block.type === 'paragraph' ? block.content.at(-1) : undefined
  return last?.type === 'text' && last.text.trimEnd().endsWith(':')
}

function placeOf({id, heading}: Provision, sheet: Sheet): Place {
  const numeral = sheet.numerals.get(id)
  if (!numeral) return {style: heading ? 'PartHeading' : 'Normal', text: 'Normal', indent: 0, setting: {}}
  const {level} = numeral
  const family = familyOf(numeral)
  const indent = stepsOf(family, sheet.scheme)[level]!.left
  return {...styleOf(family, level, heading !== undefined, numeral, sheet), indent, text: `${textStyle[family]}${level + 1}`}
}

const textStyle: Readonly<Record<Family, string>> = {clauses: 'ClauseText', paragraphs: 'ClauseText', parties: 'PartyText', recitals: 'PartyText'}
const numberStyle: Readonly<Record<Family, string>> = {clauses: 'Clause', paragraphs: 'Paragraph', parties: 'Party', recitals: 'Recital'}

function familyOf({list}: Numeral): Family {
  if (list === 'clauses' || list === 'parties' || list === 'recitals') return list
  return 'paragraphs'
}

// A clause without a heading has its number by the list itself: the list's first level is bound to the heading style.
function styleOf(family: Family, level: number, headed: boolean, {list}: Numeral, sheet: Sheet): Pick<Place, 'style' | 'setting'> {
  if (family === 'clauses' && level === 0) {
    return headed ? {style: sheet.clauseHeading, setting: {}} : {style: 'Clause1', setting: {number: {list: 1, level}}}
  }
  const style = `${numberStyle[family]}${level + 1}`
  const restarted = sheet.paragraphs.get(list)
  return {style, setting: restarted === undefined ? {} : {number: {list: restarted, level}}}
}
