/** What a deal has not answered yet, once each: blanks in print order, then conditions that fell to their else. */
import {type Agreement, type Deal, inlinesOfAgreement, type Pointer} from '../model/index.js'

export interface OpenBlank {
  readonly pointer: Pointer
  readonly question: string
  /** True when a [●] stands for it; false when only a condition asked for it. */
  readonly prints: boolean
  /** Whom it waits for, where the deal says. */
  readonly ask?: 'counsel' | 'unknown'
}

export function blanksOf(agreement: Agreement, conditions: readonly OpenBlank[], deal: Deal): readonly OpenBlank[] {
  const found = new Map<Pointer, OpenBlank>()
  for (const inline of inlinesOfAgreement(agreement)) {
    if (inline.type !== 'blank' || found.has(inline.pointer)) continue
    const point = deal.open[inline.pointer]
    found.set(inline.pointer, {
      pointer: inline.pointer,
      question: inline.question,
      prints: true,
      ...(point ? {ask: point.ask} : {}),
    })
  }
  for (const condition of conditions) if (!found.has(condition.pointer)) found.set(condition.pointer, condition)
  return [...found.values()]
}
