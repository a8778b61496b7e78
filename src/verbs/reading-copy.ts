/**
 * A version of a clause as a fair copy of its own: the text as written, then its guidance. What an agreement says of its
 * revision in header and footer, this copy says of the version.
 */
import {engross} from '../engross/index.js'
import {asWritten, guidance, type Reading, type VersionNote} from '../library/index.js'
import type {Agreement, Clause, Cover, FairCopy, Identity, Inline, Locale, Parameters} from '../model/index.js'
import {engrossVersion} from './home.js'

export interface Printing {
  readonly locale: Locale
  /** The versions between the two that are compared, with what the library says of each: the front page of both. */
  readonly passed: readonly VersionNote[]
  /** Which of its clause's versions it is, counting from 1. */
  readonly ordinal: number
  /** ISO 8601 instant that files are dated with. */
  readonly time: string
}

/** The words of a clause as an agreement that nobody could sign: every branch of every condition stands in it. */
export function readingAgreement(
  clause: Clause,
  reading: Reading,
  {locale, passed}: Pick<Printing, 'locale' | 'passed'>,
): Agreement {
  const text = {kind: 'group', id: 'group.text', provisions: [asWritten(clause, reading)]} as const
  return {
    format: 1,
    template: {id: clause.id, version: clause.version},
    title: clause.title,
    language: locale.language,
    numbering: 'legal',
    parts: [...(passed.length > 0 ? [notesOf(passed)] : []), text, guidance(clause, reading)],
  }
}

function notesOf(passed: readonly VersionNote[]): Cover {
  const words = (text: string): readonly Inline[] => [{type: 'text', text}]
  const column = {align: 'start', heading: []} as const
  const rows = passed.map(({version, kind, note}) => ({
    id: version,
    cells: [words(kind === undefined ? version : `${version}, ${kind}`), words(note === '' ? '–' : note)],
  }))
  return {kind: 'cover', id: 'cover', blocks: [{type: 'table', columns: [column, column], rows}]}
}

/** The fair copy of it. Throws where it cannot be engrossed: the library has checked the clause, so that is our own fault. */
export function readingCopy(clause: Clause, reading: Reading, {locale, passed, ordinal, time}: Printing): FairCopy {
  const {id, version, hash} = clause
  const identity: Identity = {
    deal: `clause ${id}`,
    revision: ordinal,
    hash,
    time,
    engross: engrossVersion,
    template: `${id}@${version}`,
    clauses: [{clause: id, version, hash}],
  }
  const print = {
    ...locale.print,
    draft: 'Clause library',
    revision: `Version ${version}`,
    keyTerms: 'What the library says',
  }
  const {copy, diagnostics} = engross(readingAgreement(clause, reading, {locale, passed}), {
    purpose: 'draft',
    locale: {...locale, print},
    identity,
    notices: {
      firstPage:
        'A clause of the library as it is written: parameters stand in brackets by name, and every branch of a condition is shown with the condition. It is not legal advice.',
      footer: 'Clause library, not legal advice',
      origin: `${id} ${version} · ${hash.slice(7, 19)}`,
    },
  })
  if (!copy) throw new Error(`readingCopy: ${id} ${version}: ${diagnostics.map(({message}) => message).join(' ')}`)
  // Two entries need no list of contents.
  return {...copy, contents: []}
}

/**
 * What parameters are called where two versions are read side by side: by title, and where two that they use share a title,
 * by that of what they belong to as well. `used` are patterns.
 */
export function namesOf(used: ReadonlySet<string>, parameters: Parameters): (pattern: string) => string {
  const title = (pattern: string): string => parameters.get(pattern)?.title ?? pattern
  const bearers = new Map<string, number>()
  // A row and the one value that it is named after share a title, and nobody takes the one for the other.
  const isRow = (pattern: string): boolean => [...used].some((other) => other.startsWith(`${pattern}/`))
  for (const pattern of used) if (!isRow(pattern)) bearers.set(title(pattern), (bearers.get(title(pattern)) ?? 0) + 1)
  return (pattern) => {
    if ((bearers.get(title(pattern)) ?? 0) < 2) return title(pattern)
    const above = ancestors(pattern)
      .map(title)
      .find((name) => name !== title(pattern))
    return above === undefined ? pattern : `${above}: ${title(pattern)}`
  }
}

function ancestors(pattern: string): readonly string[] {
  const end = pattern.lastIndexOf('/')
  return end <= 0 ? [] : [pattern.slice(0, end), ...ancestors(pattern.slice(0, end))]
}
