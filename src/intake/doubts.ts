/**
 * What in a Word file is worth a second look before anyone opens it in Word: links to places outside, fields that fetch or run
 * something, words that one program shows and another does not.
 */
import type {Diagnostic} from '../model/index.js'
import {firstWord} from './fields.js'
import type {Story, WordFile} from './word-file.js'

/** Fields whose result comes from outside the file, or that run something (ECMA-376 Part 1 §17.16.5). */
const reaching = new Set([
  'DDE',
  'DDEAUTO',
  'INCLUDE',
  'INCLUDETEXT',
  'INCLUDEPICTURE',
  'IMPORT',
  'LINK',
  'DATABASE',
  'MACROBUTTON',
])

/** Everything doubtful, links and signatures included. */
export function doubtsOf(file: WordFile): readonly Diagnostic[] {
  const {stories} = file
  const name = file.package.file
  return [
    ...file.package.notes,
    ...stories.flatMap((story) => reachingFields(story, name)),
    ...stories.flatMap((story) => secondForms(story, name)),
  ]
}

function reachingFields({instructions, name, part}: Story, file: string): readonly Diagnostic[] {
  return instructions
    .filter((instruction) => reaching.has(firstWord(instruction)))
    .map((instruction) => ({
      severity: 'warning',
      code: 'package/reaching-field',
      message: `The ${name} of ${file} holds a field that fetches or runs something when it is updated: ${instruction.slice(0, 200)}`,
      hint: 'It was not followed. Do not update fields in Word before you know what it is for.',
      at: {file, part},
    }))
}

// Older programs show the second form in place of the first: two readers would read two contracts.
function secondForms({fallbacks, paragraphs, name, part}: Story, file: string): readonly Diagnostic[] {
  const bare = (text: string): string => text.replace(/[\s\ufffb\ufffc]+/g, '')
  const shown = bare(paragraphs.flatMap(({pieces}) => pieces.map(({text}) => text)).join(''))
  return fallbacks
    .filter((words) => bare(words) !== '' && !shown.includes(bare(words)))
    .map((words) => ({
      severity: 'warning',
      code: 'package/two-forms',
      message: `The ${name} of ${file} holds words that only older programs show, in place of others: “${words.slice(0, 160)}”.`,
      hint: 'Ask for the file without the text box, or read it in both programs.',
      at: {file, part},
    }))
}
