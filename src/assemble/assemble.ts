/**
 * Joining clauses into an agreement: each position answered, each clause filled, terms found across all of them,
 * survival lists written, parts put together as the template asks.
 */
import {
  type Agreement,
  type Deal,
  type Diagnostic,
  hasErrors,
  type Locale,
  type Parameters,
  type Provision,
  type ProvisionId,
  type Template,
  type TemplatePart,
} from '../model/index.js'
import {type Circumstances, holds, questionOf} from './evaluate.js'
import {formsOf, keptItems} from './glossary.js'
import {derive, filledClause, linkerOf, type Memory, newMemory, undecidedIn} from './memory.js'
import {blanksOf, type OpenBlank} from './open.js'
import {compose} from './parts.js'
import {type Found, whole} from './scope.js'
import {type Candidates, type Selection, select} from './select.js'
import {surveyOf} from './survey.js'
import {survivorsOf, writeSurvivors} from './survivors.js'
import {link} from './terms.js'

export interface Assembled {
  /** Missing when an error stands in the way. */
  readonly agreement?: Agreement
  /** Which clause answers each position, in print order, and why. */
  readonly selections: readonly Selection[]
  /** Provisions that outlive the agreement, in print order. */
  readonly survivors: readonly ProvisionId[]
  /** What is not answered yet: blanks that print, and conditions that fell to their else. */
  readonly open: readonly OpenBlank[]
  readonly diagnostics: readonly Diagnostic[]
}

export interface Assembler {
  /** The agreement that a deal makes of a template; the same deal gives the same tree, and unchanged provisions are the same objects. */
  readonly assemble: (deal: Deal, template: Template, candidates: Candidates) => Assembled
}

/** An assembler remembers what it made, so that a deal with one value changed costs one clause. */
export function createAssembler({
  parameters,
  locale,
}: {
  readonly parameters: Parameters
  readonly locale: Locale
}): Assembler {
  const memory = newMemory()
  return {
    assemble: (deal, template, candidates) =>
      assemble(deal, template, candidates, {root: deal.parameters, parameters, locale}, memory),
  }
}

interface Standing {
  readonly selection: Selection
  readonly provision: Provision
}

function assemble(
  deal: Deal,
  template: Template,
  candidates: Candidates,
  at: Circumstances,
  memory: Memory,
): Assembled {
  const parts = template.parts.filter((part) => part.kind !== 'schedule' || !part.when || holds(part.when, whole, at))
  const answers = parts.map((part) => positionsOf(part).map((asked) => select(asked, deal, candidates, at)))
  const flat = answers.flat()
  const selections = flat.flatMap(({selection}) => (selection ? [selection] : []))
  const unknown = unknownChoices(deal, template)
  const filled = new Map(selections.map((selection) => [selection, filledClause(selection.clause, at, memory)]))
  const settled = settle(
    selections.map((selection) => ({selection, provision: filled.get(selection)!.provision})),
    at,
    memory,
  )
  const diagnostics = [...flat.flatMap((answer) => answer.diagnostics), ...unknown, ...settled.diagnostics]
  const undecided = [
    ...flat.flatMap((answer) => answer.undecided),
    ...[...filled.values()].flatMap((one) => undecidedIn(one, at)),
  ]
  if (hasErrors(diagnostics))
    return {selections, survivors: settled.survivors, open: openConditions(undecided, deal), diagnostics}
  const provisions = answers.map((part) =>
    part.flatMap(({selection}) => (selection ? [settled.provisions.get(selection)!] : [])),
  )
  const agreement = compose(template, parts, provisions, at, memory)
  return {
    agreement,
    selections,
    survivors: settled.survivors,
    open: blanksOf(agreement, openConditions(undecided, deal), deal),
    diagnostics,
  }
}

function positionsOf(part: TemplatePart): Exclude<TemplatePart, {kind: 'cover'}>['positions'] {
  return part.kind === 'cover' ? [] : part.positions
}

function unknownChoices(deal: Deal, template: Template): readonly Diagnostic[] {
  if (Object.keys(deal.choices).length === 0) return []
  const known = new Set(template.parts.flatMap((part) => positionsOf(part).map(({position}) => position)))
  return Object.keys(deal.choices)
    .filter((position) => !known.has(position))
    .map((position) => ({
      severity: 'error',
      code: 'position/not-in-template',
      message: `"choices" names the position "${position}", which ${template.title} does not ask for.`,
      hint: `Its positions: ${[...known].join(', ')}.`,
      at: {file: 'deal.yaml'},
    }))
}

interface Settled {
  readonly provisions: ReadonlyMap<Selection, Provision>
  readonly survivors: readonly ProvisionId[]
  readonly diagnostics: readonly Diagnostic[]
}

// Terms across all clauses, then the glossary, then the survival list: each needs what the one before it settled.
function settle(standing: readonly Standing[], at: Circumstances, memory: Memory): Settled {
  const linker = linkerOf(formsOf(standing, memory.surveys), memory)
  const linked = standing.map(({selection, provision}): Standing => ({selection, provision: link(provision, linker)}))
  const kept = withoutUnusedTerms(linked, memory)
  const survivors = kept.map(({selection, provision}) =>
    survivorsOf(selection, surveyOf(provision, memory.surveys).ids),
  )
  const ids = survivors.flatMap((one) => one.ids)
  const written = kept.map(({selection, provision}): readonly [Selection, Provision] => [
    selection,
    withSurvivors(provision, ids, at, memory),
  ])
  return {provisions: new Map(written), survivors: ids, diagnostics: survivors.flatMap(({missing}) => missing)}
}

function withoutUnusedTerms(linked: readonly Standing[], memory: Memory): readonly Standing[] {
  const others = linked.filter(({selection}) => !selection.clause.glossary).map(({provision}) => provision)
  return linked.map((one) => {
    if (!one.selection.clause.glossary) return one
    const provisions = keptItems(one.provision, others, memory.surveys)
    const key = provisions.map(({id}) => id).join(' ')
    return {...one, provision: derive(one.provision, key, () => ({...one.provision, provisions}), memory)}
  })
}

function withSurvivors(
  provision: Provision,
  survivors: readonly ProvisionId[],
  at: Circumstances,
  memory: Memory,
): Provision {
  if (!surveyOf(provision, memory.surveys).listsSurvivors) return provision
  return derive(provision, survivors.join(' '), () => writeSurvivors(provision, survivors, at.locale), memory)
}

function openConditions(undecided: readonly Found[], deal: Deal): readonly OpenBlank[] {
  const once = new Map(undecided.map((found) => [found.pointer, found]))
  return [...once.values()].map((found) => ({
    pointer: found.pointer,
    question: questionOf(found),
    prints: false,
    ...ask(deal, found.pointer),
  }))
}

function ask(deal: Deal, pointer: string): Pick<OpenBlank, 'ask'> {
  const point = deal.open[pointer]
  return point ? {ask: point.ask} : {}
}
