/** Names of places on the page: a provision's own id, written so that it serves as `id`, as `#fragment` and in a selector. */
import type {ProvisionId} from '../../model/index.js'

/**
 * The `id` of a provision's element: `ip.results.ownership/own` → `ip.results.ownership:own`. Two ids never meet in one
 * name, and none meets a name of the page's own, which begins with `_` and a word.
 */
export function anchorOf(id: ProvisionId): string {
  return id
    .replace(/[^A-Za-z0-9.~/-]/gu, (character) => `_${character.codePointAt(0)!.toString(16)}_`)
    .replaceAll('/', ':')
}

/** Where a defined term gets its meaning. */
export function termAnchor(term: string): string {
  return `_term.${anchorOf(term)}`
}

/** Where a change stands in the text, or in the two columns. */
export function changeAnchor(change: string, view: 'text' | 'columns'): string {
  return `${view === 'text' ? '_change' : '_side'}.${anchorOf(change)}`
}

/** Where a change stands in the list of changes. */
export function entryAnchor(change: string): string {
  return `_entry.${anchorOf(change)}`
}
