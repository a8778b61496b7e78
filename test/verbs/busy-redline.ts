/** A redline with as many changes of each cause as asked for, for what must fit a page. */
import type {Cause, Change, FairCopy, Inline, Provision} from '../../src/model/index.js'
import {agreement, clause} from '../render/sample.js'
import {changeOf, copyOf} from '../render/text/marked.js'

export interface Counts {
  readonly parameters: number
  readonly versions: number
  readonly variants: number
  readonly hand: number
  readonly consequential: number
}

/** `words` stand in each change, before and after; `note` is what the library says of a version. */
export function busyRedline(counts: Counts, words: string, note = words): FairCopy<Change> {
  const causes: readonly Cause[] = [
    ...many(counts.parameters, (n): Cause => ({type: 'parameter', pointer: `/p${n}/value`, before: n, after: n + 1})),
    ...many(counts.versions, (n): Cause => ({type: 'version', clause: `c${n}`, from: '1.0.0', to: '1.1.0', note})),
    ...many(counts.variants, (n): Cause => ({type: 'variant', position: `v${n}`, from: `v${n}.a`, to: `v${n}.b`})),
    ...many(counts.hand, (): Cause => ({type: 'hand'})),
    ...many(counts.consequential, (): Cause => ({type: 'consequential'})),
  ]
  const pairs = causes.map((cause, index) => pairOf(cause, index))
  const provisions = pairs.map((pair, index) => changed(pair, index, words))
  const marked = {...agreement, parts: [{kind: 'group', id: 'group.busy', provisions} as const]}
  return copyOf(marked, pairs.flat())
}

function many(count: number, make: (n: number) => Cause): readonly Cause[] {
  return Array.from({length: count}, (_, index) => make(index + 1))
}

function pairOf(cause: Cause, index: number): readonly [Change, Change] {
  const [out, come] = [`c${2 * index + 1}`, `c${2 * index + 2}`]
  const over = {at: `busy.${index}`, author: 'legal.department@brightwater-sensing.example'}
  return [
    changeOf(out, 'deleted', cause, {...over, pair: come}),
    changeOf(come, 'inserted', cause, {...over, pair: out}),
  ]
}

function changed([out, come]: readonly [Change, Change], index: number, words: string): Provision<Change> {
  const content: readonly Inline<Change>[] = [
    {type: 'text', text: 'It is so that '},
    {type: 'value', pointer: `/p${index + 1}/value`, words: `${words} once`, mark: out},
    {type: 'value', pointer: `/p${index + 1}/value`, words: `${words} now`, mark: come},
  ]
  return {
    ...clause(`busy.${index}`, `What the Parties do about point ${index + 1}`, []),
    body: [{type: 'paragraph', content}],
  }
}
