/** What `engross library list` and `show` tell: read from the library, judged by nothing but the words asked for. */
import type {ChangeKind, Clause, Diagnostic, Stance} from '../model/index.js'
import {didYouMean, fault} from './fault.js'
import type {Library} from './library.js'
import {wordsOfTree} from './text-of.js'

/** A clause in a list: its newest version. */
export interface Listing {
  readonly id: string
  readonly position: string
  readonly title: string
  readonly stance: Stance
  readonly version: string
  readonly versions: number
  readonly summary: string
}

export interface Query {
  /** The position, or the first words of it: `ip` finds `ip.results.ownership`. */
  readonly position?: string
  readonly stance?: Stance
  /** Every one must stand in the id, title, summary, advice or text; case does not matter. */
  readonly words?: readonly string[]
}

/** Clauses that answer a query: by position and id, or where words are asked for, those that say them earliest first. */
export function listClauses(library: Library, {position, stance, words = []}: Query = {}): readonly Listing[] {
  const wanted = words.map((word) => word.toLowerCase())
  const found = library.clauses.flatMap((id) => {
    const clause = library.newest(id)
    if (!clause || (stance && clause.stance !== stance) || !under(clause.position, position)) return []
    const rank = rankOf(clause, wanted)
    return rank === undefined ? [] : [{rank, listing: listingOf(clause, library)}]
  })
  const order = (a: Listing, b: Listing): number => compare(a.position, b.position) || compare(a.id, b.id)
  return found.sort((a, b) => a.rank - b.rank || order(a.listing, b.listing)).map(({listing}) => listing)
}

/** All that a reader wants to know of one clause. */
export interface Showing {
  readonly clause: Clause
  /** The file as it is written. */
  readonly source: string
  /** Newest first, each with what it changed. */
  readonly history: readonly {readonly version: string; readonly change?: ChangeKind; readonly changes?: string}[]
  readonly fallbacks: readonly Pick<Clause, 'id' | 'title' | 'summary'>[]
  /** Other answers to the same position. */
  readonly alternatives: readonly Pick<Clause, 'id' | 'title' | 'summary'>[]
  /** Templates that ask for the position. */
  readonly templates: readonly string[]
}

/** Shows a clause, its newest version unless one is named; what does not exist is a diagnostic with the nearest name. */
export function showClause(
  library: Library,
  id: string,
  version?: string,
): {readonly showing?: Showing; readonly diagnostics: readonly Diagnostic[]} {
  const versions = library.versions(id)
  if (versions.length === 0)
    return {
      diagnostics: [
        fault(
          'library/unknown-clause',
          'clause-library',
          `There is no clause "${id}".`,
          didYouMean(id, library.clauses, 'See `engross library list`.'),
        ),
      ],
    }
  if (version !== undefined && !versions.includes(version)) {
    return {
      diagnostics: [
        fault(
          'library/unknown-version',
          'clause-library',
          `"${id}" has no version ${version}.`,
          `It has ${versions.join(', ')}.`,
        ),
      ],
    }
  }
  const clause = version === undefined ? library.newest(id) : library.version(id, version)
  if (!clause) return {diagnostics: library.diagnostics}
  const others = library.answersTo(clause.position).filter((other) => other.id !== id)
  const fallbacks = clause.fallbacks.map((fallback) => library.newest(fallback)).filter((found) => found !== undefined)
  return {
    showing: {
      clause,
      source: library.source(id, clause.version) ?? '',
      history: [...versions].reverse().map((each) => historyOf(library.version(id, each), each)),
      fallbacks: fallbacks.map(brief),
      alternatives: others.map(brief),
      templates: library.templates.filter((template) => asksFor(library, template, clause.position)),
    },
    diagnostics: [],
  }
}

function listingOf({id, position, title, stance, version, summary}: Clause, library: Library): Listing {
  return {id, position, title, stance, version, versions: library.versions(id).length, summary}
}

function under(position: string, wanted: string | undefined): boolean {
  return wanted === undefined || position === wanted || position.startsWith(`${wanted}.`)
}

// The place where the last of the words is found decides: a title says more of a clause than a word in passing.
function rankOf(clause: Clause, words: readonly string[]): number | undefined {
  const {id, position, title, summary, why, expect, tree} = clause
  const texts = [`${id} ${position} ${title}`, summary, `${why} ${expect}`, wordsOfTree(tree)].map((text) =>
    text.toLowerCase(),
  )
  const ranks = words.map((word) => texts.findIndex((text) => text.includes(word)))
  return ranks.includes(-1) ? undefined : Math.max(0, ...ranks)
}

function brief({id, title, summary}: Clause): Pick<Clause, 'id' | 'title' | 'summary'> {
  return {id, title, summary}
}

function historyOf(clause: Clause | undefined, version: string): Showing['history'][number] {
  const {change, changes} = clause ?? {}
  return {version, ...(change ? {change} : {}), ...(changes ? {changes} : {})}
}

function asksFor(library: Library, template: string, position: string): boolean {
  const parts = library.template(template)?.parts ?? []
  return parts.some((part) => part.kind !== 'cover' && part.positions.some((asked) => asked.position === position))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
