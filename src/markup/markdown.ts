/** Markdown as the clause language uses it: CommonMark with GFM tables; no autolinks, since they break the round trip. */

import type {Root} from 'mdast'
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table'
import {gfmTable} from 'micromark-extension-gfm-table'
import {remark} from 'remark'
import {type Faults, fault} from './faults.js'

const reader = remark()
  .data('micromarkExtensions', [gfmTable()])
  .data('fromMarkdownExtensions', [gfmTableFromMarkdown()])
  .freeze()

/** Markdown's own tree, or nothing when the text is nested past what its parser can hold (SECURITY.md §3). */
export function parseMarkdown(text: string, faults: Faults): Root | undefined {
  if (/^ {0,40}(?:[>*+-] ?){9}|^(?: *\d+[.)] ){9}|(?:[*_]{2}){200}|\[{100}|(?:\[[^\]\n]{0,40}\]\(){400}/m.test(text))
    return tooDeep(faults)
  try {
    return reader.parse(text)
  } catch (error) {
    if (error instanceof RangeError) return tooDeep(faults)
    throw error
  }
}

function tooDeep(faults: Faults): undefined {
  fault(
    faults,
    'markup/too-deep',
    undefined,
    'The text is nested too deep to be a clause.',
    'Write it in plain nested lists, five levels at most.',
  )
}
