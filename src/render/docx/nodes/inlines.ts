/** The words of a paragraph or cell: a table of node writers. Text and uses of terms that stand side by side share a run. */
import type {Change, Inline} from '../../../model/index.js'
import type {Sheet} from '../sheet.js'
import {blank} from './blank.js'
import {definition} from './definition.js'
import {emphasis} from './emphasis.js'
import {markedInlines} from './marked-inlines.js'
import {reference} from './reference.js'
import {type Format, plain, run} from './run.js'
import {value} from './value.js'

/** All words of a paragraph, heading or cell. In a redline those that stand on one side are tracked. */
export function inlines(content: readonly Inline<Change>[], sheet: Sheet, format: Format = plain): string {
  return sheet.redline ? markedInlines(content, sheet, format, words) : words(content, sheet, format)
}

/** The words without regard to marks. */
function words(content: readonly Inline<Change>[], sheet: Sheet, format: Format): string {
  let xml = ''
  let text = ''
  for (const inline of content) {
    if (inline.type === 'text' || inline.type === 'use') {
      text += inline.text
      continue
    }
    xml += run(text, format) + write(inline, sheet, format)
    text = ''
  }
  return xml + run(text, format)
}

function write(inline: Exclude<Inline<Change>, {readonly type: 'text' | 'use'}>, sheet: Sheet, format: Format): string {
  switch (inline.type) {
    case 'emphasis':
      return emphasis(inline, sheet, format, words)
    case 'definition':
      return definition(inline, sheet, format)
    case 'reference':
      return reference(inline, sheet, format)
    case 'value':
      return value(inline, sheet, format)
    case 'blank':
      return blank(inline, sheet, format)
  }
}
