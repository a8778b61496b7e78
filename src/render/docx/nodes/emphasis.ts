/** Emphasised words, in italics. */
import type {Emphasis} from '../../../model/index.js'
import type {Sheet} from '../sheet.js'
import {inlines} from './inlines.js'
import type {Format} from './run.js'

export function emphasis({content}: Emphasis, sheet: Sheet, format: Format): string {
  return inlines(content, sheet, {...format, italic: true})
}
