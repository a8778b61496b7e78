/** The words of a paragraph or cell: a table of node writers. Text and uses of terms that stand side by side share a run. */
import type {Inline} from '../../../model/index.js'
import type {Sheet} from '../sheet.js'
import {blank} from './blank.js'
import {definition} from './definition.js'
import {emphasis} from './emphasis.js'
import {reference} from './reference.js'
import {type Format, plain, run} from './run.js'
import {value} from './value.js'

export function inlines(content: readonly Inline[], sheet: Sheet, format: Format = plain): string {
  let xml = ''
  let words = ''
  for (const inline of content) {
    if (inline.type === 'text' || inline.type === 'use') {
      words += inline.text
      continue
    }
    xml += run(words, format) + write(inline, sheet, format)
    words = ''
  }
  return xml + run(words, format)
}

function write(inline: Exclude<Inline, {readonly type: 'text' | 'use'}>, sheet: Sheet, format: Format): string {
  switch (inline.type) {
    case 'emphasis':
      return emphasis(inline, sheet, format)
    case 'definition':
      return definition(inline, sheet, format)
    case 'reference':
      return reference(inline, sheet, format)
    case 'value':
      return value(inline, format)
    case 'blank':
      return blank(inline, sheet, format)
  }
}
