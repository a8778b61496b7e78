/** For each rule: deals that break it and no other, and deals that nearly do. One line says what the deal does. */
import type {Json} from '../../../src/model/index.js'
import type {Changes, Circumstances} from './build.js'

export interface Case {
  readonly does: string
  readonly changes: Changes
  readonly circumstances?: Circumstances
  /** What must be said, as `said` prints it; nothing for a deal that nearly breaks the rule. */
  readonly says?: readonly string[]
}

export type Cases = Readonly<Record<string, readonly Case[]>>

/** A case in which something is said. */
export function breaks(does: string, changes: Changes, says: readonly string[], circumstances?: Circumstances): Case {
  return {does, changes, says, ...(circumstances ? {circumstances} : {})}
}

/** A case in which nothing is. */
export function nearly(does: string, changes: Changes, circumstances?: Circumstances): Case {
  return {does, changes, ...(circumstances ? {circumstances} : {})}
}

export const nda: Circumstances = {document: 'nda-mutual'}

export function open(...pointers: readonly string[]): Circumstances {
  return {open: Object.fromEntries(pointers.map((pointer) => [pointer, {ask: 'counsel' as const}]))}
}

export const equal = (...rows: readonly (readonly [party: string, percent: string])[]): Json =>
  rows.map(([party, percent]) => ({id: `${party}-share`, party, percent}))
