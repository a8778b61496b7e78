/**
 * A parameter without a value: `[●]`, shaded, in a content control whose name is the question, where that is short
 * enough. It is not marked as a placeholder: reviewers' tools take those for forgotten ones, and ours are counted.
 */
import type {Blank, Change} from '../../../model/index.js'
import {controlAlias, controlTag} from '../names.js'
import type {Sheet} from '../sheet.js'
import {control} from '../slots.js'
import {label, xmlText} from '../xml.js'
import {type Format, run} from './run.js'

export function blank({pointer, question}: Blank<Change>, {print, around}: Sheet, format: Format): string {
  const words = run(print.blank, {...format, style: 'Blank'})
  if (around) return words
  const name = question.length > 0 && question.length <= 64 ? question : controlAlias(pointer)
  return (
    `<w:sdt><w:sdtPr><w:alias w:val="${label(name)}"/><w:tag w:val="${xmlText(controlTag(pointer))}"/><w:id w:val="${control}"/></w:sdtPr>` +
    `<w:sdtContent>${words}</w:sdtContent></w:sdt>`
  )
}
