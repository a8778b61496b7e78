/** Every duty that outlives the agreement is on one survival list. */
import {type Diagnostic, inlinesOf, type Provision, provisionsOf} from '../../model/index.js'
import type {Examined} from './check.js'

export function survivalList({agreement, survivors}: Examined): readonly Diagnostic[] {
  if (survivors.length === 0) return []
  const lists = [...provisionsOf(agreement)].map(targetsOf)
  const best = lists.reduce(
    (one, other) => (missing(other, survivors).length < missing(one, survivors).length ? other : one),
    new Set<string>(),
  )
  return missing(best, survivors).map((id) => ({
    severity: 'warning',
    code: 'survival/not-listed',
    message: `"${id}" outlives the agreement, and no survival list names it.`,
    hint: 'Bring in a clause that lists [what survives](#survivors).',
    at: {provision: id},
  }))
}

function targetsOf(provision: Provision): ReadonlySet<string> {
  return new Set([...inlinesOf(provision)].flatMap((inline) => (inline.type === 'reference' ? [inline.target] : [])))
}

function missing(listed: ReadonlySet<string>, survivors: readonly string[]): readonly string[] {
  return survivors.filter((id) => !listed.has(id))
}
