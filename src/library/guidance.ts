/**
 * What a clause says of itself to people (why it stands, what to expect, what to ask counsel) as a schedule, so that it is read
 * and compared beside the text that it explains. The key of its front matter names each entry.
 */
import type {Clause, Inline, Provision, Schedule, Source} from '../model/index.js'
import type {Reading} from './as-written.js'
import {conditionWords} from './condition-words.js'

/** One entry: words, or words by name (a term, a country). Nothing where the clause does not say it. */
type Said = string | Readonly<Record<string, string>> | undefined

const headings = {
  summary: 'Summary',
  why: 'Why',
  expect: 'What to expect',
  counsel: 'Questions for local counsel',
  stance: 'Stance',
  mechanism: 'Mechanism',
  position: 'Position that it answers',
  when: 'When it is chosen',
  requires: 'Requires',
  conflicts: 'Cannot stand with',
  terms: 'Other forms of its terms',
  survives: 'Outlives the agreement',
  glossary: 'Leaves out unused terms',
  fallbacks: 'Fallbacks, in order',
} as const

type Entry = keyof typeof headings

/** The schedule of everything that the front matter says, but for id, version and note: those are what is compared. */
export function guidance(clause: Clause, reading: Reading): Schedule {
  const {id, version, hash} = clause
  const source: Source = {type: 'clause', clause: id, version, hash}
  const said = entries(clause, reading)
  return {
    kind: 'schedule',
    id: 'schedule.guidance',
    heading: words('Guidance'),
    provisions: (Object.keys(headings) as readonly Entry[]).flatMap((entry) => provision(entry, said[entry], source)),
  }
}

function entries(clause: Clause, reading: Reading): Readonly<Record<Entry, Said>> {
  const {summary, why, expect, counsel, stance, mechanism, position, when} = clause
  const {requires, conflicts, terms, survives, glossary, fallbacks} = clause
  return {
    summary,
    why,
    expect,
    counsel,
    stance,
    mechanism,
    position,
    when: when && `If ${conditionWords(when, [''], reading)}.`,
    requires: listed(requires),
    conflicts: listed(conflicts),
    terms: Object.fromEntries(Object.entries(terms).map(([term, forms]) => [term, forms.join(', ')])),
    survives: survives === true ? 'All of it.' : survives === false ? undefined : listed(survives),
    glossary: glossary ? 'Yes.' : undefined,
    fallbacks: listed(fallbacks),
  }
}

function listed(names: readonly string[]): Said {
  return names.length === 0 ? undefined : names.join(', ')
}

function provision(entry: Entry, said: Said, source: Source): readonly Provision[] {
  if (said === undefined || said === '' || (typeof said === 'object' && Object.keys(said).length === 0)) return []
  const id = `guidance/${entry}`
  const named = typeof said === 'object' ? Object.entries(said) : []
  const body = typeof said === 'string' ? paragraph(said) : []
  const provisions = named.map(([name, text]) => ({
    id: `${id}/${name}`,
    source,
    body: paragraph(`${name}: ${text}`),
    provisions: [],
  }))
  return [{id, source, heading: words(headings[entry]), body, provisions}]
}

function paragraph(text: string): Provision['body'] {
  return text
    .trim()
    .split(/\n{2,}/)
    .map((part) => ({type: 'paragraph', content: words(part.replace(/\s*\n\s*/g, ' '))}))
}

function words(text: string): readonly Inline[] {
  return [{type: 'text', text}]
}
