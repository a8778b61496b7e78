/** Two revisions of a deal as one marked copy. */
import type {Change, Diagnostic, FairCopy} from '../model/index.js'
import {FileFault} from './fault.js'
import type {Revisions} from './history.js'
import {markedCopy} from './marked-copy.js'
import {copyOfRevision, sideOf} from './revision-copy.js'
import {knowledgeOf, wayBetween} from './steps.js'
import type {Workshop} from './workshop.js'

export interface Between {
  readonly from: number
  readonly to: number
}

export interface Showing {
  readonly showRenumbering?: boolean
  readonly showCauses?: boolean
}

/** The redline of two revisions, proved, or the reasons why there is none. Throws a FileFault where one does not stand. */
export async function compareRevisions(
  {from, to}: Between,
  revisions: Revisions,
  workshop: Workshop,
  showing: Showing = {},
): Promise<{readonly copy?: FairCopy<Change>; readonly diagnostics: readonly Diagnostic[]}> {
  const first = (await revisions.read(1)).files.get('agreement.json')!
  const [old, now] = [await revisions.read(from), await revisions.read(to)]
  const copies = {from: copyOfRevision(old, first, workshop), to: copyOfRevision(now, first, workshop)}
  const {steps} = await wayBetween(from, to, revisions, workshop)
  const sides = {from: sideOf(copies.from), to: sideOf(copies.to)}
  return markedCopy({...copies, steps, sides, knowledge: knowledgeOf(workshop), ...showing})
}

/**
 * Which two revisions are meant: by number, by tag (`sent`: the newest so tagged), or, where nothing is said, the last two; one
 * alone is compared with the last. Throws a FileFault for what there is not.
 */
export function betweenOf(asked: readonly string[], {list, tags}: Revisions): Between {
  const last = list.at(-1)?.number
  if (last === undefined) throw new FileFault('The deal has no revision yet.', 'Record one with `engross draft`.')
  const numberOf = (word: string): number => {
    const tagged = tags.filter(({tag}) => tag === word).at(-1)?.revision
    const number = tagged ?? Number(word.replace(/^r/, ''))
    if (list.some((one) => one.number === number)) return number
    throw new FileFault(
      `There is no revision "${word}".`,
      `Name one of 1 to ${last}, or a tag: sent, agreed, executed.`,
    )
  }
  const [from, to] = asked
  if (from === undefined && last === 1)
    throw new FileFault(
      'The deal has one revision: there is nothing to compare it with.',
      'Draft again when something changed.',
    )
  return {from: from === undefined ? last - 1 : numberOf(from), to: to === undefined ? last : numberOf(to)}
}
