/** Changed passages put together as a reader takes them: a clause that is new, gone or moved as a whole is one entry with all below it. */
import type {Change} from '../../model/index.js'
import {isChanged, type Passage} from './passages.js'

export interface Entry {
  /** The outermost passage: its places name the entry. */
  readonly head: Passage
  /** The head and, where it is marked as a whole, those in it. */
  readonly passages: readonly Passage[]
}

/** Entries in print order; `whole`: those without a change as well. */
export function entriesOf(passages: readonly Passage[], whole: boolean): readonly Entry[] {
  const entries: {head: Passage; passages: Passage[]}[] = []
  for (const passage of passages) {
    const last = entries.at(-1)
    if (last?.head.change && belongs(passage, last.head)) last.passages.push(passage)
    else if (whole || isChanged(passage)) entries.push({head: passage, passages: [passage]})
  }
  return entries
}

function belongs(passage: Passage, head: Passage): boolean {
  return passage.depth > 0 || (passage.closing && passage.id === head.id && passage.change !== undefined)
}

/** The changes of an entry, each once, in print order. */
export function changesIn({passages}: Entry): readonly Change[] {
  const found = new Map<string, Change>()
  for (const {change, lines} of passages) {
    if (change) found.set(change.id, change)
    for (const {stretches} of lines) for (const {change: mark} of stretches) if (mark) found.set(mark.id, mark)
  }
  return [...found.values()]
}

/** Which passage the change with this id is, or stands in. */
export function passageByChange(passages: readonly Passage[]): ReadonlyMap<string, Passage> {
  const found = new Map<string, Passage>()
  const note = (change: Change | undefined, passage: Passage): void => {
    if (change && !found.has(change.id)) found.set(change.id, passage)
  }
  for (const passage of passages) {
    note(passage.change, passage)
    for (const {stretches} of passage.lines) for (const {change} of stretches) note(change, passage)
  }
  return found
}

/** The words that bear each change, by its id: several lines where it holds several. */
export function wordsByChange(passages: readonly Passage[]): ReadonlyMap<string, string> {
  const lines = new Map<string, string[]>()
  for (const passage of passages)
    for (const {stretches} of passage.lines) {
      const here = new Map<string, string>()
      for (const {words, change} of stretches) if (change) here.set(change.id, (here.get(change.id) ?? '') + words)
      for (const [id, words] of here) lines.set(id, [...(lines.get(id) ?? []), words])
    }
  return new Map([...lines].map(([id, words]) => [id, words.join('\n')]))
}
