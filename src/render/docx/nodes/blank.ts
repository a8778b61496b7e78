/**
 * A parameter without a value: `[●]`, shaded, as the placeholder of a content control. One click selects it and the
 * first key replaces it; the control's name is the question, where it is short enough to be one.
 */
import type {Blank} from '../../../model/index.js'
import {controlAlias, controlTag} from '../names.js'
import type {Sheet} from '../sheet.js'
import {control} from '../slots.js'
import {escape, label} from '../xml.js'
import {type Format, run} from './run.js'

export function blank({pointer, question}: Blank, {print}: Sheet, format: Format): string {
  const name = question.length > 0 && question.length <= 64 ? question : controlAlias(pointer)
  return (
    `<w:sdt><w:sdtPr><w:alias w:val="${label(name)}"/><w:tag w:val="${escape(controlTag(pointer))}"/><w:id w:val="${control}"/>` +
    `<w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>${run(print.blank, {...format, style: 'Blank'})}</w:sdtContent></w:sdt>`
  )
}
