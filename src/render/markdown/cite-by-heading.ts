/**
 * Citations without numbers: `clause “Who owns the Results” (together/shares)`. A heading and a label last from revision
 * to revision where a number does not, so a clause put in before it changes no line that cites it.
 */
import {
  type Agreement,
  bareWords,
  type Locale,
  type Part,
  type Provision,
  type ProvisionId,
  withDescendants,
} from '../../model/index.js'

type Print = Locale['print']

/** What each provision and schedule is cited as. */
export function headingCitations(agreement: Agreement, {print}: Locale): ReadonlyMap<ProvisionId, string> {
  return new Map(agreement.parts.flatMap((part) => citationsIn(part, print)))
}

type Entry = readonly [ProvisionId, string]

function citationsIn(part: Part, print: Print): readonly Entry[] {
  if (part.kind === 'cover') return []
  const schedule =
    part.kind === 'schedule' ? named(scheduleWord(print), bareWords(part.heading, print.blank), print) : undefined
  const own: readonly Entry[] = schedule === undefined ? [] : [[part.id, schedule]]
  const kind = kindOf(part, print)
  const tops = part.provisions.flatMap((top) => citationsBelow(top, kind, schedule, print))
  return [...own, ...tops]
}

function citationsBelow(top: Provision, kind: string, schedule: string | undefined, print: Print): readonly Entry[] {
  return [...withDescendants(top)].map(({id}): Entry => {
    // A schedule of one clause without a heading is cited as the schedule itself.
    if (schedule !== undefined && id === top.id && !top.heading) return [id, schedule]
    const paragraph = cite(id, top, kind, print)
    return [id, schedule === undefined ? paragraph : ofSchedule(paragraph, schedule, print)]
  })
}

function cite(id: ProvisionId, top: Provision, kind: string, print: Print): string {
  if (!top.heading) return `${kind} (${labelOf(id, top)})`
  const own = named(kind, bareWords(top.heading, print.blank), print)
  return id === top.id ? own : `${own} (${labelOf(id, top)})`
}

// A party by its row, an item by its labels below the clause, anything else by its whole id.
function labelOf(id: ProvisionId, top: Provision): string {
  if (id.startsWith(`${top.id}/`)) return id.slice(top.id.length + 1)
  return /[/~]([^~]+)$/.exec(id)?.[1] ?? id
}

function ofSchedule(paragraph: string, schedule: string, {paragraphOf}: Print): string {
  return paragraphOf.replace(/\{(paragraph|schedule)\}/g, (_, key) => (key === 'paragraph' ? paragraph : schedule))
}

function named(kind: string, heading: string, {openQuote, closeQuote}: Print): string {
  return `${kind} ${openQuote}${heading}${closeQuote}`
}

function kindOf({kind}: Part, print: Print): string {
  if (kind === 'schedule') return print.paragraph
  if (kind === 'parties') return print.party
  return kind === 'recitals' ? print.recital : print.clause
}

function scheduleWord({schedule}: Print): string {
  return schedule.replace('{n}', '').trim()
}
