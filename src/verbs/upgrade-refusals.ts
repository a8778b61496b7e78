/** `upgrade` refused: each reason as a sentence, with what to do. */
import type {Advance, LockedPosition, Outgrown} from '../library/index.js'
import {type Diagnostic, nearest} from '../model/index.js'
import type {Basis} from './basis.js'
import type {Taking} from './taking.js'

/** What stands against the names that a user gave: negotiated text, and names that this deal does not know. */
export function refusedNames(names: readonly string[], {lock, outgrown}: Basis): readonly Diagnostic[] {
  const positions = Object.entries(lock.positions)
  const known = [
    lock.template.id,
    lock.schema.id,
    ...Object.keys(lock.data),
    ...positions.flatMap(([position, locked]) => ('clause' in locked ? [position, locked.clause] : [position])),
  ]
  return names.flatMap((name): readonly Diagnostic[] => {
    const own = positions.find(([position, locked]) => isNegotiated(locked) && answersTo(name, position, locked))
    if (own && isNegotiated(own[1])) return [negotiated(name, own[1].negotiated, outgrown)]
    return known.includes(name) ? [] : [stranger(name, known)]
  })
}

type NegotiatedPosition = Extract<LockedPosition, {readonly negotiated: string}>

function isNegotiated(locked: LockedPosition): locked is NegotiatedPosition {
  return 'negotiated' in locked
}

function answersTo(name: string, position: string, {from}: NegotiatedPosition): boolean {
  return position === name || from?.clause === name
}

/** The deal's own errors, and what each version that breaks it breaks. */
export function brokenBy({current}: Basis, {refused, taken}: Taking): readonly Diagnostic[] {
  const rest = taken.map(({id}) => id)
  const blamed = refused.filter(({errors}) => errors.length > 0)
  return [...current.errors, ...blamed.flatMap(({advance, errors}) => [culprit(advance, rest), ...errors])]
}

function culprit({id, from, to, position}: Advance, rest: readonly string[]): Diagnostic {
  const others =
    rest.length > 0 ? `Take the others alone: \`engross upgrade <deal> ${rest.join(' ')}\`; or mend` : 'Mend'
  return {
    severity: 'error',
    code: 'upgrade/breaks',
    message: `${id} ${to} cannot be taken instead of ${from}: the deal would have the errors that follow. Nothing was recorded.`,
    hint: `${others} what they name, and upgrade again.`,
    at: position === undefined ? {file: id} : {provision: position},
  }
}

export function isExecuted(revision: number): Diagnostic {
  return {
    severity: 'error',
    code: 'upgrade/executed',
    message: `Revision ${revision} is executed: what was signed stays as it is, and no newer clause goes into it.`,
    hint: 'Newer clauses can come in a variation: begin one with `engross draft --variation --message "…"`, then upgrade.',
    at: {file: 'revisions'},
  }
}

export function noRevision(path: string): Diagnostic {
  return {
    severity: 'error',
    code: 'upgrade/no-revision',
    message: `${path} has no revision yet, so it is bound to no version.`,
    hint: 'Draft it: the first draft takes the newest versions.',
    at: {file: 'revisions'},
  }
}

function negotiated(name: string, file: string, outgrown: readonly Outgrown[]): Diagnostic {
  const behind = outgrown.find((one) => one.file === file)
  const newest = behind?.newer.at(-1)?.version
  const message = `"${name}" stands in this deal as negotiated text, ${file}, which no upgrade touches.`
  return {
    severity: 'error',
    code: 'upgrade/negotiated',
    message: behind ? `${message} It is based on ${behind.clause} ${behind.from}; ${newest} is out.` : message,
    hint: behind
      ? `Compare by hand: \`engross library diff ${behind.clause} ${behind.from} ${newest}\`, and change ${file} where you want to follow.`
      : `Change ${file} itself.`,
    at: {file},
  }
}

function stranger(name: string, known: readonly string[]): Diagnostic {
  const near = nearest(name, known)
  return {
    severity: 'error',
    code: 'upgrade/unknown',
    message: `"${name}" is no clause or position of this deal.`,
    hint: near ? `Did you mean "${near}"?` : 'See `engross check --positions`.',
    at: {file: 'clauses.lock.json'},
  }
}

/** Edits that nobody recorded yet go into the revision of the upgrade: it is made of the folder as it stands. */
export function editedToo(files: readonly string[], number: number): Diagnostic {
  const [were, are] = files.length === 1 ? ['was', 'is'] : ['were', 'are']
  return {
    severity: 'warning',
    code: 'upgrade/edited-too',
    message: `${files.join(', ')} ${were} edited since revision ${number}, and what was edited ${are} recorded with the upgrade.`,
    hint: 'Draft before you upgrade, and each revision has one reason.',
    at: {file: files[0]!},
  }
}
