/** The clean copy of any revision, from what is stored: the same words, numbers and identity as when it was drafted. */
import {engross} from '../engross/index.js'
import {readLock} from '../library/index.js'
import {
  type Agreement,
  type ClauseRef,
  type Diagnostic,
  type FairCopy,
  hasErrors,
  type Identity,
  type Side,
} from '../model/index.js'
import {hashOf} from '../revisions/index.js'
import {FileFault} from './fault.js'
import type {Standing} from './history.js'
import {storedAgreement, textOf} from './making.js'
import {lockFile} from './matter.js'
import {noticesOf} from './notices.js'
import {dealIdOf} from './recording.js'
import type {Workshop} from './workshop.js'

/** Throws a FileFault where the stored agreement can no longer be engrossed. */
export function copyOfRevision(
  {number, files, note}: Standing,
  /** Stored `agreement.json` of the first revision. */
  first: Uint8Array,
  workshop: Workshop,
): FairCopy {
  const agreement = storedAgreement(files)
  const {content: locale} = workshop.locale(agreement.language)
  const bytes = files.get('agreement.json')!
  const identity: Identity = {
    deal: dealIdOf(first),
    revision: number,
    hash: hashOf(bytes),
    time: note.time,
    engross: note.engross,
    template: `${agreement.template.id}@${agreement.template.version}`,
    clauses: clausesIn(files, agreement),
  }
  const {copy, diagnostics} = engross(agreement, {
    purpose: 'draft',
    locale,
    identity,
    notices: noticesOf(identity, locale),
  })
  if (!copy || hasErrors(diagnostics)) throw unreadable(number, diagnostics)
  return copy
}

// Those that stand, in print order, negotiated text by what it came from.
function clausesIn(files: Standing['files'], {parts}: Agreement): readonly ClauseRef[] {
  const {lock} = readLock(textOf(files, lockFile) ?? '', lockFile)
  const standing = parts.flatMap((part) =>
    part.kind === 'cover' ? [] : part.provisions.map(({id}) => id.split('/')[0]!),
  )
  const positions = [...new Set([...standing, ...Object.keys(lock?.positions ?? {})])]
  return positions.flatMap((position) => {
    const locked = lock && Object.hasOwn(lock.positions, position) ? lock.positions[position] : undefined
    return locked && 'clause' in locked ? [locked] : []
  })
}

/** How a revision is named in a redline. */
export function sideOf({identity}: FairCopy): Side {
  const {revision, hash, time} = identity
  return {label: `Revision ${revision}`, revision, hash, time}
}

function unreadable(number: number, [first]: readonly Diagnostic[]): FileFault {
  return new FileFault(
    `Revision ${number} can no longer be printed: ${first?.message ?? 'its agreement is not whole.'}`,
    'Run `engross verify`; it tells whether the files are those that were recorded.',
  )
}
