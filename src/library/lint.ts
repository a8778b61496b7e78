/**
 * How our clauses speak (DRAFTING.md): the words that we do not use, sub-clauses that run on, summaries of more than one
 * sentence. Judged on the text as written, so that each finding has its line.
 */
import type {Clause, Diagnostic} from '../model/index.js'
import {fault, warning} from './fault.js'
import {itemsOf, longestText} from './text-of.js'

interface Banned {
  readonly words: RegExp
  readonly instead: string
}

/** Words that a reader whose first language is another should not have to look up, and what to write. */
const banned: readonly Banned[] = [
  {words: /\bshall(?: not)?\b/gi, instead: 'Write must, may, must not, will, or the present tense.'},
  {
    words: /\b(?:here|there)(?:in|by|of|to|under|with|upon|from|after|inafter|inbefore|tofore)\b/gi,
    instead: 'Name the thing: "in this Agreement", "of the Results".',
  },
  {words: /\b(?:witnesseth|whereas|aforesaid|in witness whereof)\b/gi, instead: 'Leave it out.'},
  {words: /\band\s?\/\s?or\b/gi, instead: 'Write "or", or "… or both".'},
  {words: /\bbest (?:endeavours|efforts)\b/gi, instead: 'Say what is to be done, or "reasonable steps", and which.'},
]

/** Words in one sub-clause before the reader loses the thread. */
const longest = 45

/** What the drafting guide would say of a clause; `source` is the text of its file. Banned words are errors. */
export function lintClause(clause: Clause, source: string): readonly Diagnostic[] {
  return [...bannedWords(clause, source), ...longItems(clause), ...loneSentence(clause)]
}

function bannedWords({file}: Clause, source: string): readonly Diagnostic[] {
  return source
    .split('\n')
    .flatMap((line, index) =>
      banned.flatMap(({words, instead}) =>
        [...line.matchAll(words)].map(([found]) =>
          fault('drafting/banned-word', file, `The library does not say "${found}".`, instead, index + 1),
        ),
      ),
    )
}

function longItems({tree, file, position}: Clause): readonly Diagnostic[] {
  const texts = [
    {path: '', words: longestText(tree.body)},
    ...itemsOf(tree).map(({path, item}) => ({path, words: longestText(item.body)})),
  ]
  return texts.flatMap(({path, words}) => {
    const count = countWords(words)
    const place = path === '' ? position : `${position}/${path}`
    return count > longest
      ? [
          warning(
            'drafting/long',
            file,
            `${place} runs to ${count} words.`,
            `Break it up: ${longest} words are the most that a sub-clause should have.`,
          ),
        ]
      : []
  })
}

// A full stop that another sentence follows. "No." and "e.g." before a small letter or a figure end none.
function loneSentence({summary, file}: Clause): readonly Diagnostic[] {
  if (!/[.?!]["”’)]?\s+["“‘(]?[A-Z]/.test(summary)) return []
  return [
    warning(
      'drafting/summary',
      file,
      'The summary is more than one sentence.',
      'Say it in the one sentence that a chief executive repeats to a colleague.',
    ),
  ]
}

/** Words as a reader counts them; a value or a citation counts as one. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}…]/u.test(word)).length
}
