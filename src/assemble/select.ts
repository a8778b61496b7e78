/** Which clause answers a position, and why: negotiated text, the deal's choice, the `when` that holds, the template's default. */
import type {Clause, Deal, Diagnostic, TemplatePosition} from '../model/index.js'
import {type Circumstances, holds, unanswered} from './evaluate.js'
import {type Found, whole} from './scope.js'

export type Because = 'negotiated' | 'choice' | 'when' | 'default' | 'only-answer'

/** A position, the clause that answers it, and the reason. */
export interface Selection {
  readonly position: string
  readonly clause: Clause
  readonly because: Because
}

/** Where clauses are looked for: the newest of each, or what the lock pins; negotiated text stands apart. */
export interface Candidates {
  readonly answersTo: (position: string) => readonly Clause[]
  readonly negotiated: readonly Clause[]
}

export interface Selected {
  readonly selection?: Selection
  readonly diagnostics: readonly Diagnostic[]
  /** Parameters without a value that the choice turned on. */
  readonly undecided: readonly Found[]
}

/** Answers one position of the template, or says why none answers it. A position whose `when` fails has no answer and no fault. */
export function select(asked: TemplatePosition, deal: Deal, candidates: Candidates, at: Circumstances): Selected {
  const undecided = asked.when ? unanswered(asked.when, whole, at) : []
  if (asked.when && !holds(asked.when, whole, at)) return {diagnostics: [], undecided}
  const answers = candidates.answersTo(asked.position)
  const found =
    negotiated(asked, candidates) ??
    chosen(asked, deal, answers) ??
    holding(asked, answers, at) ??
    fallen(asked, answers)
  if (found && 'clause' in found) return {selection: {position: asked.position, ...found}, diagnostics: [], undecided}
  return {diagnostics: [found ?? unansweredPosition(asked, answers)], undecided}
}

type Answer = {readonly clause: Clause; readonly because: Because} | Diagnostic | undefined

function negotiated({position}: TemplatePosition, candidates: Candidates): Answer {
  const clause = candidates.negotiated.find((one) => one.position === position)
  return clause && {clause, because: 'negotiated'}
}

function chosen({position}: TemplatePosition, deal: Deal, answers: readonly Clause[]): Answer {
  const wanted = deal.choices[position]
  if (wanted === undefined) return undefined
  const clause = answers.find(({id}) => id === wanted)
  return clause
    ? {clause, because: 'choice'}
    : fault(
        'position/unknown-choice',
        position,
        `"${wanted}" is no answer to the position "${position}".`,
        `Choose one of ${answers.map(({id}) => id).join(', ')}.`,
      )
}

function holding({position}: TemplatePosition, answers: readonly Clause[], at: Circumstances): Answer {
  const held = answers.filter(({when}) => when && holds(when, whole, at))
  if (held.length < 2) return held[0] && {clause: held[0], because: 'when'}
  const ids = held.map(({id}) => id).join(' and ')
  return fault(
    'position/two-answers',
    position,
    `${ids} both answer the position "${position}".`,
    `Name one under "choices" in deal.yaml: ${position}: ${held[0]!.id}.`,
  )
}

function fallen({default: wanted}: TemplatePosition, answers: readonly Clause[]): Answer {
  const clause = answers.find(({id}) => id === wanted)
  if (clause) return {clause, because: 'default'}
  const [only, second] = answers
  return only && !second && !only.when ? {clause: only, because: 'only-answer'} : undefined
}

function unansweredPosition({position}: TemplatePosition, answers: readonly Clause[]): Diagnostic {
  const hint =
    answers.length > 0
      ? `Name one of ${answers.map(({id}) => id).join(', ')} under "choices" in deal.yaml.`
      : 'Add a clause for this position to the library.'
  return fault('position/no-answer', position, `No clause answers the position "${position}".`, hint)
}

function fault(code: `${string}/${string}`, position: string, message: string, hint: string): Diagnostic {
  return {severity: 'error', code, message, hint, at: {provision: position}}
}
