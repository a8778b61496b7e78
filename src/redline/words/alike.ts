/**
 * Whether two paragraphs print the same, without cutting them into words: asked of every paragraph of an agreement, and
 * nearly always true. The rule is that of the tokens' keys.
 */
import type {Inline, ProvisionId} from '../../model/index.js'
import {wordsOf} from './tokens.js'

type TargetOf = (id: ProvisionId) => ProvisionId

/** @param targetOf Under which id the target of a reference in `before` is known on the side of `after`. */
export function printedAlike(
  before: readonly Inline<unknown>[],
  after: readonly Inline<unknown>[],
  targetOf?: TargetOf,
): boolean {
  return nodesAlike(before, after, targetOf) || formOf(before, targetOf) === formOf(after)
}

function nodesAlike(
  before: readonly Inline<unknown>[],
  after: readonly Inline<unknown>[],
  targetOf?: TargetOf,
): boolean {
  if (before === after && !targetOf) return true
  if (before.length !== after.length) return false
  for (let index = 0; index < before.length; index += 1)
    if (!nodeAlike(before[index]!, after[index]!, targetOf)) return false
  return true
}

function nodeAlike(before: Inline<unknown>, after: Inline<unknown>, targetOf?: TargetOf): boolean {
  if (before === after && !targetOf) return true
  if (before.type === 'emphasis')
    return after.type === 'emphasis' && nodesAlike(before.content, after.content, targetOf)
  if (before.type === 'definition') return after.type === 'definition' && before.text === after.text
  if (before.type !== 'reference') return wordsOf(before) === wordsOf(after) && wordsOf(before) !== undefined
  if (after.type !== 'reference' || before.bare !== after.bare) return false
  return (targetOf ? targetOf(before.target) : before.target) === after.target
}

/** What is printed, in one string: control characters, which no text holds, stand for a change of manner and for atoms. */
function formOf(inlines: readonly Inline<unknown>[], targetOf?: TargetOf): string {
  const printed = {form: '', emphasised: false}
  addForm(inlines, false, printed, targetOf)
  return printed.form
}

interface Printed {
  form: string
  emphasised: boolean
}

function addForm(
  inlines: readonly Inline<unknown>[],
  emphasised: boolean,
  printed: Printed,
  targetOf?: TargetOf,
): void {
  for (const inline of inlines) {
    if (inline.type === 'emphasis') addForm(inline.content, true, printed, targetOf)
    else if (inline.type === 'reference') {
      const target = targetOf ? targetOf(inline.target) : inline.target
      printed.form += `${inline.bare ? '\u0004' : '\u0003'}${target}\u0005`
    } else addWords(inline.type === 'definition' ? `\u0002${inline.text}\u0005` : wordsOf(inline)!, emphasised, printed)
  }
}

function addWords(words: string, emphasised: boolean, printed: Printed): void {
  if (words === '') return
  if (printed.emphasised !== emphasised) printed.form += '\u0001'
  printed.emphasised = emphasised
  printed.form += words
}
