/** Flat sequences with block tags → nested choices and repetitions. Ends that are not siblings are an error. */
import type {Choice, Choosable, Repetition} from '../model/index.js'
import type {BlockToken} from './tokens.js'

/** Something that stands in a sequence, or a tag between such things. */
export type Sequence<T> = readonly (T | BlockToken)[]

/** Thrown inside `markup` only: a tag has no partner among its siblings. */
export class CrossesStructure extends Error {}

/** Nests a sequence; throws CrossesStructure when a tag's partner is not among its siblings. */
export function nest<T extends {readonly type: string}>(sequence: Sequence<T>): readonly Choosable<T>[] {
  const [nested, rest] = run(sequence, 0)
  if (rest < sequence.length) throw new CrossesStructure()
  return nested
}

function run<T extends {readonly type: string}>(
  sequence: Sequence<T>,
  from: number,
): readonly [readonly Choosable<T>[], number] {
  const nested: Choosable<T>[] = []
  let at = from
  while (at < sequence.length) {
    const next = sequence[at]!
    if (!('kind' in next)) {
      nested.push(next)
      at += 1
    } else if (next.kind === 'if' || next.kind === 'each') {
      const [block, after] = blockFrom(sequence, at, next)
      nested.push(block)
      at = after
    } else break
  }
  return [nested, at]
}

function blockFrom<T extends {readonly type: string}>(
  sequence: Sequence<T>,
  at: number,
  open: Extract<BlockToken, {kind: 'if' | 'each'}>,
): readonly [Choice<T> | Repetition<T>, number] {
  const [held, divided] = run(sequence, at + 1)
  const [otherwise, after] = otherwiseFrom(sequence, divided)
  return [
    open.kind === 'if'
      ? {type: 'choice', test: open.test, holds: held, otherwise}
      : {type: 'repetition', over: open.over, each: held, otherwise},
    after,
  ]
}

// From `else`, `else if` or the end: what stands otherwise, and the place after the end.
function otherwiseFrom<T extends {readonly type: string}>(
  sequence: Sequence<T>,
  at: number,
): readonly [readonly Choosable<T>[], number] {
  const tag = sequence[at]
  if (!tag || !('kind' in tag)) throw new CrossesStructure()
  if (tag.kind === 'end') return [[], at + 1]
  if (tag.kind !== 'else') throw new CrossesStructure()
  const [body, divided] = run(sequence, at + 1)
  const [otherwise, after] = otherwiseFrom(sequence, divided)
  return tag.test ? [[{type: 'choice', test: tag.test, holds: body, otherwise}], after] : [body, after]
}
