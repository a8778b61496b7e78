/** What stands in a returned file beside what we sent: tracked, not tracked, commented, disguised; and the lines that say so. */
import {
  commentsIn,
  disguises,
  linesOf,
  type TrackedChange,
  trackedChanges,
  type Untracked,
  untrackedChanges,
  untrackedDiagnostic,
  type WordComment,
  type WordFile,
} from '../intake/index.js'
import type {Diagnostic} from '../model/index.js'
import type {KnownParty} from './answered.js'
import type {ReceivedRecord} from './received-record.js'

export interface Examined {
  readonly json: {
    readonly tracked: readonly TrackedChange[]
    readonly untracked: readonly Untracked[]
    readonly comments: readonly WordComment[]
  }
  readonly diagnostics: readonly Diagnostic[]
}

/** Holds a returned file against what was sent. */
export function examine(sent: WordFile, returned: WordFile): Examined {
  const untracked = untrackedChanges(sent, returned)
  const name = returned.package.file
  return {
    json: {tracked: trackedChanges(returned), untracked, comments: commentsIn(returned)},
    diagnostics: [...untracked.map((one) => untrackedDiagnostic(one, name)), ...disguised(sent, returned)],
  }
}

// Tracked or not, words that are not what they look like are told: nobody sees them in Word.
function disguised(sent: WordFile, returned: WordFile): readonly Diagnostic[] {
  const ours = new Set(sent.stories.flatMap((story) => linesOf(story, 'accepted', sent).map(({text}) => text)))
  return returned.stories.flatMap((story) =>
    linesOf(story, 'accepted', returned).flatMap(({text}): readonly Diagnostic[] => {
      const points = ours.has(text) ? [] : disguises(text)
      if (points.length === 0) return []
      return [
        {
          severity: 'warning',
          code: 'receive/disguised',
          message: `The ${story.name} holds characters that are not seen or look like others (${points.join(', ')}): “${text.slice(0, 120)}”.`,
          hint: 'Have the words typed anew.',
          at: {file: returned.package.file, part: story.part},
        },
      ]
    }),
  )
}

/** A few lines for people. */
export function receiptWords(
  {record, recorded}: {readonly record: ReceivedRecord; readonly recorded: boolean},
  {shortName}: KnownParty,
  {json}: Examined,
): string {
  const {number, name, answers, sha256} = record
  const untracked = json.untracked.filter(({kind}) => kind !== 'recomputed').length
  const lines = [
    `${recorded ? 'Received' : 'Received before'}: ${name} from ${shortName}, number ${number}, in answer to revision ${answers.revision}.`,
    `Kept as received/${String(number).padStart(4, '0')}/${record.file} (${sha256.slice(0, 19)}…).`,
    `Tracked: ${byAuthor(json.tracked)}. Comments: ${json.comments.length}.`,
    untracked === 0
      ? 'Changed without tracking: nothing.'
      : `Changed without tracking: ${untracked} place${untracked === 1 ? '' : 's'}; each has a warning.`,
  ]
  return lines.map((line) => `${line}\n`).join('')
}

function byAuthor(tracked: readonly TrackedChange[]): string {
  if (tracked.length === 0) return 'nothing'
  const counts = new Map<string, number>()
  for (const {author} of tracked) counts.set(author, (counts.get(author) ?? 0) + 1)
  const named = [...counts].map(([author, count]) => `${count} by ${author === '' ? 'nobody named' : author}`)
  return `${tracked.length} change${tracked.length === 1 ? '' : 's'} (${named.join(', ')})`
}
