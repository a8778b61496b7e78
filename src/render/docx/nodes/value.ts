/**
 * A parameter in words, inside a content control that carries its pointer, so that it can be traced and read back. The
 * control is of the rich kind: LibreOffice drops all formats inside a plain-text one.
 */
import type {Change, Value} from '../../../model/index.js'
import {controlAlias, controlTag} from '../names.js'
import type {Sheet} from '../sheet.js'
import {control} from '../slots.js'
import {label, xmlText} from '../xml.js'
import {type Format, run} from './run.js'

export function value({pointer, words}: Value<Change>, {around}: Sheet, format: Format): string {
  if (words === '') return ''
  // A control round words that stand on one side would stay behind, empty, on the other.
  if (around) return run(words, format)
  return (
    `<w:sdt><w:sdtPr><w:alias w:val="${label(controlAlias(pointer))}"/><w:tag w:val="${xmlText(controlTag(pointer))}"/>` +
    `<w:id w:val="${control}"/></w:sdtPr><w:sdtContent>${run(words, format)}</w:sdtContent></w:sdt>`
  )
}
