/** What changed between two lists of tokens: the shortest script on the words alone, then made readable, then laid out in tokens. */
import {runsOf} from './myers.js'
import {readable} from './readable.js'
import {type Stretch, stretchesOf, wordsAmong} from './stretches.js'
import type {Token} from './tokens.js'

/** The stretches of both lists in order; each token of either is in exactly one. Both lists must share their `Keys`. */
export function differ(before: readonly Token[], after: readonly Token[]): readonly Stretch[] {
  if (isSame(before, after))
    return before.length === 0 ? [] : [{type: 'kept', before: 0, after: 0, length: before.length}]
  const old = wordsAmong(before)
  const now = wordsAmong(after)
  const runs = readable(runsOf(old.keys, now.keys), old, now)
  return runs ? stretchesOf(old, now, runs) : replaced(before.length, after.length)
}

/** The same, however it reads: every word that the shortest script keeps is kept. For following words, not for print. */
export function differExactly(before: readonly Token[], after: readonly Token[]): readonly Stretch[] {
  const old = wordsAmong(before)
  const now = wordsAmong(after)
  return stretchesOf(old, now, runsOf(old.keys, now.keys))
}

function isSame(before: readonly Token[], after: readonly Token[]): boolean {
  return before.length === after.length && before.every(({key}, index) => key === after[index]!.key)
}

function replaced(before: number, after: number): readonly Stretch[] {
  return [
    {type: 'deleted', from: 0, to: before},
    {type: 'inserted', from: 0, to: after},
  ]
}
