/**
 * Two Word files of any origin, compared: a redline with tracked changes, and the proof that it says what it should. The
 * redline is believed only when our own reader and the engine's both get the second file from accepting all, and the first
 * from rejecting all.
 */
import type {Diagnostic} from '../model/index.js'
import {trackedChanges} from './changes.js'
import {type Compared, compareByEngine, type EngineLimits, type Stamp, usual} from './engine.js'
import {differingParts} from './parts.js'
import type {Side} from './story.js'
import {linesOf, readWordFile, type WordFile} from './word-file.js'

export interface WordRedline {
  readonly engine: string
  readonly bytes: Uint8Array
  /** The redline as our reader reads it. */
  readonly file: WordFile
  /** What the redline does not show: parts that hold no words, numbers that come out otherwise. */
  readonly uncompared: readonly Diagnostic[]
  /** Changes that a file held before, and that were taken as accepted. */
  readonly notes: readonly Diagnostic[]
}

/** The redline from one file to another, or why there is none. Changes that either file holds already are accepted first. */
export async function redlineOf(
  from: WordFile,
  to: WordFile,
  stamp: Stamp,
  limits: EngineLimits = usual,
): Promise<{readonly redline: WordRedline} | {readonly refused: readonly Diagnostic[]}> {
  const compared = await compareByEngine(from, to, stamp, limits)
  if ('failed' in compared) return {refused: [engineFailed(compared.failed, to)]}
  const read = readWordFile(compared.redline, 'the redline')
  if ('refused' in read)
    return {refused: [engineFailed(`it wrote a file that cannot be read (${read.refused.message})`, to)]}
  const refused = [...unproved(read.file, from, to, 'our own reading'), ...engineDisagrees(compared, from, to)]
  if (refused.length > 0) return {refused}
  const uncompared = [...otherNumbers(read.file, to), ...differingParts(from, to)]
  const notes = [...alreadyTracked(from), ...alreadyTracked(to)]
  return {redline: {engine: compared.engine, bytes: compared.redline, file: read.file, uncompared, notes}}
}

function alreadyTracked(file: WordFile): readonly Diagnostic[] {
  const {length} = trackedChanges(file)
  if (length === 0) return []
  const name = file.package.file
  return [
    {
      severity: 'advice',
      code: 'compare/already-tracked',
      message: `${name} holds ${length} tracked change${length === 1 ? '' : 's'} of its own; it was compared as if all were accepted.`,
      hint: 'Reject or accept them in Word first, if you want to compare something else.',
      at: {file: name},
    },
  ]
}

// Lists are defined beside the words. Where the redline counts otherwise than the file, its words are right and its numbers are not.
function otherNumbers(redline: WordFile, wanted: WordFile): readonly Diagnostic[] {
  const [got, due] = [labelled(redline), labelled(wanted)]
  const place = due.findIndex((line, index) => line !== got[index])
  if (place === -1) return []
  const name = wanted.package.file
  return [
    {
      severity: 'warning',
      code: 'compare/numbers',
      message: `The redline numbers its paragraphs otherwise than ${name} does, first at “${got[place]?.slice(0, 80)}”, which is “${due[place]?.slice(0, 80)}” there.`,
      hint: 'The words are right; take numbers from the two files.',
      at: {file: name},
    },
  ]
}

function labelled(file: WordFile): readonly string[] {
  const lines = linesOf(file.stories[0]!, 'accepted', file)
  return lines.filter(({text}) => text !== '').map(({label, text}) => `${label} ${text}`.trim())
}

function engineFailed(reason: string, to: WordFile): Diagnostic {
  return {
    severity: 'error',
    code: 'compare/engine-failed',
    message: `The engine that compares Word files (docxodus) gave no redline: ${reason}.`,
    hint: 'Save both files anew in Word and try again.',
    at: {file: to.package.file},
  }
}

/** What shows that a redline is not what it should be; nothing when it is. `reader` is told with it. */
export function unproved(redline: WordFile, from: WordFile, to: WordFile, reader: string): readonly Diagnostic[] {
  return [...differing(redline, 'accepted', to, reader), ...differing(redline, 'rejected', from, reader)]
}

function engineDisagrees({accepted, rejected}: Compared, from: WordFile, to: WordFile): readonly Diagnostic[] {
  const sides = [
    [accepted, 'accepted', to],
    [rejected, 'rejected', from],
  ] as const
  return sides.flatMap(([bytes, side, wanted]) => {
    const read = readWordFile(bytes, `the redline with all ${side}`)
    return 'refused' in read
      ? [engineFailed(`its own reading of it is no sound file (${read.refused.message})`, to)]
      : differing(read.file, side, wanted, 'the reading of docxodus')
  })
}

/** The first paragraph of each story that is not as it should be. */
function differing(redline: WordFile, side: Side, wanted: WordFile, reader: string): readonly Diagnostic[] {
  const [got, due] = [textsOf(redline, side), textsOf(wanted, 'accepted')]
  const names = [...new Set([...due.keys(), ...got.keys()])]
  return names.flatMap((name) => {
    const [mine, right] = [got.get(name) ?? [], due.get(name) ?? []]
    const at = right.findIndex((text, index) => text !== mine[index])
    const first = at === -1 ? right.length : at
    if (at === -1 && mine.length === right.length) return []
    return [unprovedAt(name, first, mine[first], right[first], side, wanted, reader)]
  })
}

/** The words of each story, without empty paragraphs. Comments and pictures are no words: they are told, not proved. */
function textsOf(file: WordFile, side: Side): ReadonlyMap<string, readonly string[]> {
  const texts = file.stories
    .filter(({name}) => name !== 'comments')
    .map((story) => {
      const lines = linesOf(story, side, file).map(({text}) => text.replaceAll('\ufffc', ''))
      return [story.name, lines.filter((text) => text !== '')] as const
    })
  return new Map(texts.filter(([, lines]) => lines.length > 0))
}

function unprovedAt(
  story: string,
  index: number,
  got: string | undefined,
  due: string | undefined,
  side: Side,
  wanted: WordFile,
  reader: string,
): Diagnostic {
  const shown = (text: string | undefined): string => (text === undefined ? 'nothing' : `“${text}”`)
  return {
    severity: 'error',
    code: 'compare/not-proved',
    message: `The redline is wrong, so nothing is written: with all ${side}, by ${reader}, paragraph ${index + 1} of the ${story} reads ${shown(got)}, but ${wanted.package.file} has ${shown(due)}.`,
    hint: 'Tell us of it with both files, if you may. Meanwhile compare them in Word.',
    at: {file: wanted.package.file, part: story},
  }
}
