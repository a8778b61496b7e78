/** A parameter in words, inside a content control that carries its pointer, so that it can be traced and read back. */
import type {Value} from '../../../model/index.js'
import {controlAlias, controlTag} from '../names.js'
import {control} from '../slots.js'
import {escape, label} from '../xml.js'
import {type Format, run} from './run.js'

export function value({pointer, words}: Value, format: Format): string {
  if (words === '') return ''
  const lines = words.includes('\n') ? '<w:text w:multiLine="1"/>' : '<w:text/>'
  return (
    `<w:sdt><w:sdtPr><w:alias w:val="${label(controlAlias(pointer))}"/><w:tag w:val="${escape(controlTag(pointer))}"/>` +
    `<w:id w:val="${control}"/>${lines}</w:sdtPr><w:sdtContent>${run(words, format)}</w:sdtContent></w:sdt>`
  )
}
