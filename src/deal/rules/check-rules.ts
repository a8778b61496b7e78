/**
 * All rules over a deal, reported together. Errors cannot be settled: they are mended. A warning, or advice, is settled
 * by an entry of `private.yaml` that says why, who and when; it is then left out of the diagnostics and returned beside
 * them, so that nothing disappears. `ran` names every rule that ran.
 */
import type {Diagnostic, Settled} from '../../model/index.js'
import type {Matter, Rule} from './matter.js'
import {rules} from './rules.js'

/** A diagnostic that somebody accepted, and the entry that says why. */
export interface SettledDiagnostic {
  readonly diagnostic: Diagnostic
  readonly by: Settled
}

export interface RuleReport {
  readonly diagnostics: readonly Diagnostic[]
  /** Ids of the rules that ran, in order: all of them, always. */
  readonly ran: readonly string[]
  readonly settled: readonly SettledDiagnostic[]
}

/** Runs every rule. `table` is for tests of the settling itself. */
export function checkRules(matter: Matter, table: readonly Rule[] = rules): RuleReport {
  const accepted = matter.privateNotes.settled.filter((entry) => objection(entry, table, matter.today) === undefined)
  const found = table.flatMap((rule) =>
    rule.run(matter).map((diagnostic) => ({
      diagnostic,
      by: accepted.find((entry) => entry.rule === rule.id && reaches(entry, diagnostic)),
    })),
  )
  return {
    diagnostics: [
      ...found.filter(({by}) => by === undefined).map(({diagnostic}) => diagnostic),
      ...refusals(matter, table),
    ],
    ran: table.map(({id}) => id),
    settled: found.flatMap(({diagnostic, by}) => (by === undefined ? [] : [{diagnostic, by}])),
  }
}

// An entry that names a place settles that place alone: a later finding of the same rule is seen.
function reaches({at}: Settled, diagnostic: Diagnostic): boolean {
  return at === undefined || ('pointer' in diagnostic.at && diagnostic.at.pointer === at)
}

const leastReason = 30

/** Why an entry settles nothing; `undefined` for one that does. */
function objection({rule: id, reason, by, on}: Settled, table: readonly Rule[], today: string): string | undefined {
  const rule = table.find((each) => each.id === id)
  if (rule === undefined) return `there is no rule ${id}`
  if (rule.severity === 'error') return `${id} (${rule.title}) is an error: it is mended, not accepted`
  if ([...reason.trim()].length < leastReason) return `the reason has fewer than ${leastReason} characters`
  if (by.trim() === '') return 'nobody is named who accepted it'
  return on > today ? `it is dated ${on}, a day that has not come` : undefined
}

function refusals({privateNotes, today}: Matter, table: readonly Rule[]): readonly Diagnostic[] {
  return privateNotes.settled.flatMap((entry): readonly Diagnostic[] => {
    const why = objection(entry, table, today)
    if (why === undefined) return []
    return [
      {
        code: 'rule/cannot-settle',
        severity: 'advice',
        message: `The entry that settles ${entry.rule} in private.yaml has no effect: ${why}.`,
        hint: 'Correct the entry, or delete it.',
        at: {file: 'private.yaml'},
      },
    ]
  })
}
