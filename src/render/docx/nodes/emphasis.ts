/** Emphasised words, in italics. A redline marks the whole, never what is inside: `words` writes without regard to marks. */
import type {Change, Emphasis, Inline} from '../../../model/index.js'
import type {Sheet} from '../sheet.js'
import type {Format} from './run.js'

export type Words = (content: readonly Inline<Change>[], sheet: Sheet, format: Format) => string

export function emphasis({content}: Emphasis<Change>, sheet: Sheet, format: Format, words: Words): string {
  return words(content, sheet, {...format, italic: true})
}
