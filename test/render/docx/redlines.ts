/** Redlines of small agreements: how one is made of another with a provision or part changed, and what comes of comparing the two. */
import type {Agreement, Change, FairCopy, Part, Provision} from '../../../src/model/index.js'
import {markedCopy} from '../../../src/verbs/marked-copy.js'
import {agreement, fairCopy} from '../sample.js'

export interface Pair {
  readonly from: FairCopy
  readonly to: FairCopy
}

export interface Redlined extends Pair {
  readonly copy: FairCopy<Change>
}

export const author = 'Emma Clarke'
export const date = '2026-11-20T09:30:15.250Z'

export function redlined({from, to}: Pair, show: {showCauses?: boolean; showRenumbering?: boolean} = {}): Redlined {
  const {copy, diagnostics} = markedCopy({
    from,
    to,
    steps: [{agreement: to.agreement, author, date, revision: 4, cause: {type: 'hand'}}],
    sides: {
      from: {label: 'Revision 3', revision: 3, hash: `sha256:${'1'.repeat(64)}`},
      to: {label: 'Revision 4', revision: 4, hash: `sha256:${'2'.repeat(64)}`},
    },
    ...show,
  })
  if (!copy) throw new Error(diagnostics.map(({message, reason}) => `${message} ${reason}`).join('\n'))
  return {from, to, copy}
}

export function pair(from: Agreement, to: Agreement, changes: Parameters<typeof fairCopy>[1] = {}): Pair {
  const {identity} = fairCopy(agreement)
  return {from: fairCopy(from), to: fairCopy(to, {identity: {...identity, revision: 4}, ...changes})}
}

export function withPart(
  id: string,
  change: (part: Part) => Part | readonly Part[],
  of: Agreement = agreement,
): Agreement {
  return {...of, parts: of.parts.flatMap((part) => (part.id === id ? change(part) : [part]))}
}

export type Edit = (provision: Provision) => Provision | readonly Provision[]

/** The agreement with one provision changed, taken away or put beside others. */
export function withProvision(id: string, change: Edit, of: Agreement = agreement): Agreement {
  const list = (provisions: readonly Provision[]): readonly Provision[] =>
    provisions.flatMap((own) => (own.id === id ? change(own) : [{...own, provisions: list(own.provisions)}]))
  const parts = of.parts.map((part) =>
    'provisions' in part ? ({...part, provisions: list(part.provisions)} as Part) : part,
  )
  return {...of, parts}
}
