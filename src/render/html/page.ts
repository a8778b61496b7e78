/** What every part of the page is written from. */
import type {FairCopy, Inline, Provision} from '../../model/index.js'
import {inlinesOf} from '../../model/index.js'

export interface Page {
  readonly copy: FairCopy
  /** The definitions and uses that stand first in their provision: a link a term is enough for a paragraph. */
  readonly firsts: ReadonlySet<Inline<unknown>>
}

/** The page as it is seen from one provision. */
export function within(page: Page, provision: Provision): Page {
  const firsts = new Map<string, Inline>()
  for (const inline of inlinesOf(provision)) {
    if (inline.type !== 'use' && inline.type !== 'definition') continue
    const definesHere = page.copy.definitions.get(inline.term) === provision.id
    // A term is defined where the fair copy says, and is no link to itself there.
    if (definesHere !== (inline.type === 'definition')) continue
    if (!firsts.has(inline.term)) firsts.set(inline.term, inline)
  }
  return {...page, firsts: new Set(firsts.values())}
}
