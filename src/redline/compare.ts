/** Two agreements as one with marks, each change with who brought it and why. */
import type {Agreement, Change, Diagnostic, ProvisionId} from '../model/index.js'
import {settle} from './book.js'
import {comparing} from './comparing.js'
import {marksOf} from './marks.js'
import {joinMovedWords} from './moved-words.js'
import {compareParts} from './parts.js'
import {type Knowledge, nothingKnown, type Step} from './steps.js'

export interface Compared {
  readonly agreement: Agreement<Change>
  /** Each once, in print order. */
  readonly changes: readonly Change[]
  /** What stands in both sides under different ids. */
  readonly renamed: readonly {readonly from: ProvisionId; readonly to: ProvisionId}[]
  /** What marks cannot show. */
  readonly uncompared: readonly Diagnostic[]
}

/**
 * Compares `from` with the agreement of the last step; the steps between only say who brought what. Unmarked nodes are those of the
 * new side, the very same objects where nothing below them changed. Throws a RangeError without a step.
 */
export function compare(from: Agreement, steps: readonly Step[], knowledge: Knowledge = nothingKnown): Compared {
  const to = steps.at(-1)?.agreement
  if (!to) throw new RangeError('compare: at least one step is needed')
  const work = comparing({from, steps, knowledge})
  const parts = joinMovedWords(compareParts(from.parts, to.parts, work), work)
  const agreement = {...to, parts}
  const renamed = [...work.alignment.newOf].flatMap(([old, now]) => (old === now ? [] : [{from: old, to: now}]))
  return {
    agreement,
    changes: settle(
      marksOf(agreement, (provision) => work.made.has(provision)),
      work.book,
    ),
    renamed,
    uncompared: uncompared(from, to),
  }
}

function uncompared(from: Agreement, to: Agreement): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  if (from.numbering !== to.numbering)
    found.push({
      severity: 'error',
      code: 'redline/other-numbering',
      message: `The numbers of the two sides are made differently: ${from.numbering} before, ${to.numbering} now. Marks cannot show that.`,
      hint: 'Draft the old side again under the numbering of the new one, or send both whole.',
      at: {file: 'agreement.json'},
    })
  if (from.language !== to.language)
    found.push({
      severity: 'warning',
      code: 'redline/other-language',
      message: `The old side is in ${from.language}, the new one in ${to.language}. Words were compared as they are.`,
      at: {file: 'agreement.json'},
    })
  return found
}
