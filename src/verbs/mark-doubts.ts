/** What makes a mark doubtful, in words: nobody but the user knows what was signed, so that none of it stops the mark. */
import {type Agreement, type Diagnostic, inlinesOfAgreement} from '../model/index.js'
import type {Tag} from '../revisions/index.js'
import type {Standing} from './history.js'

/** What makes it doubtful that a revision was executed. `last` is the number of the head. */
export function executionDoubts(revision: Standing, tags: readonly Tag[], last: number): readonly Diagnostic[] {
  return [...withBlanks(revision), ...beforeLast(revision, last), ...besideAnother(revision, tags)]
}

function withBlanks(revision: Standing): readonly Diagnostic[] {
  const blanks = blanksIn(revision)
  if (blanks === 0) return []
  const were = blanks === 1 ? 'a blank that was' : `${blanks} blanks that were`
  return [
    doubt(
      'executed-with-blanks',
      revision.number,
      `Revision ${revision.number} has ${were} never filled in the deal.`,
      'Look whether the copy that was signed is this revision.',
    ),
  ]
}

function beforeLast({number}: Standing, last: number): readonly Diagnostic[] {
  if (last === number) return []
  const later =
    last === number + 1
      ? `revision ${last} was recorded after it and is`
      : `revisions ${number + 1} to ${last} were recorded after it and are`
  return [
    doubt(
      'executed-before-last',
      number,
      `Revision ${number} is executed, though ${later} no part of what was signed.`,
      `To go on from what was signed: \`engross restore <deal> ${number} --variation --message "…"\`.`,
    ),
  ]
}

function besideAnother({number, note}: Standing, tags: readonly Tag[]): readonly Diagnostic[] {
  const others = tags.flatMap(({tag, revision}) => (tag === 'executed' && revision !== number ? [revision] : []))
  const [other] = others
  if (other === undefined || others.some((one) => one === note.varies)) return []
  return [
    doubt(
      'executed-twice',
      number,
      `Revision ${other} is marked executed too, and revision ${number} was not recorded as a variation of it.`,
      'Look which of the two was signed; a mark is not taken away, so say it in the message of the next revision.',
    ),
  ]
}

function blanksIn({files}: Standing): number {
  const stored = files.get('agreement.json')
  if (!stored) return 0
  const agreement = JSON.parse(new TextDecoder().decode(stored)) as Agreement
  return inlinesOfAgreement(agreement).filter(({type}) => type === 'blank').length
}

/** The mark goes on the last revision, though a file of the deal was changed since. */
export function editedSince(file: string, number: number): Diagnostic {
  return doubt(
    'edited-since',
    number,
    `${file} was changed since revision ${number}: the mark is on the revision as it was recorded.`,
    'Look at what was sent: where it bears the change, draft, then mark the new revision.',
  )
}

function doubt(code: string, number: number, message: string, hint: string): Diagnostic {
  return {
    code: `mark/${code}`,
    severity: 'warning',
    message,
    hint,
    at: {file: `revisions/${String(number).padStart(4, '0')}`},
  }
}
