/**
 * Scans of free text. What they find is *possible*: a warning that quotes the sentence, never an edit, and settled by a
 * recorded reason. A sentence counts when every pattern of one reading matches it and nothing in it says the opposite.
 * The words are English, with a few terms of art of other languages: a scan is a net, not a proof.
 */
import {below, type Deal, isList, isObject, type Json, type Pointer} from '../../model/index.js'
import {quote} from '../quote.js'
import {type Finding, type Matter, type Rule, rule} from './matter.js'

export interface Scan extends Omit<Rule, 'run' | 'severity'> {
  /** What the words may be, after "possible": "a possible price-fixing term". */
  readonly possible: string
  /** Readings: a sentence is found when all patterns of one of them match. */
  readonly readings: readonly (readonly RegExp[])[]
  /** A sentence that matches one of these says the opposite. */
  readonly unless?: readonly RegExp[]
  readonly hint: string
  /** More to say of a place, such as the law of a key person's country. */
  readonly note?: (matter: Matter, pointer: Pointer) => string | undefined
}

/** Whole words or phrases, any of them. */
export function any(...words: readonly RegExp[]): RegExp {
  return new RegExp(`\\b(?:${words.map(({source}) => source).join('|')})\\b`)
}

/** One after the other in a sentence, with at most `between` characters between them. */
export function near(first: RegExp, second: RegExp, between = 60): RegExp {
  return new RegExp(`${first.source}.{0,${between}}${second.source}`)
}

/** Words by which somebody is kept from doing something. */
export const forbidding = any(
  /(?:shall|must|may|will|can|does|do|should) not/,
  /cannot/,
  /won't/,
  /not to/,
  /no party (?:may|shall|will|must)/,
  /neither/,
  /never/,
  /prohibit(?:s|ed|ing|ion)?/,
  /forbid(?:s|den|ding)?/,
  /barred from/,
  /refrain(?:s|ing)? from/,
  /bans?/,
  /banned/,
  /prevent(?:s|ed)? from/,
)

const opposite: readonly RegExp[] = [
  near(/\bnothing\b/, any(/prevents?/, /restricts?/, /limits?/, /stops?/, /prohibits?/, /forbids?/, /affects?/), 120),
  any(/(?:does|do|shall|will|must|may) not (?:prevent|restrict|limit|stop|prohibit|forbid|affect)/),
  any(/(?:is|are|remains?|stays?) (?:entirely )?free to/),
]

/** A rule that scans the deal's free text. */
export function scan({possible, readings, unless = [], hint, note, ...about}: Scan): Rule {
  const not = [...opposite, ...unless]
  return rule({...about, severity: 'warning'}, function* (matter): Generator<Finding> {
    for (const {pointer, text} of freeTexts(matter.deal)) {
      const words = sentencesOf(text)
        .map((sentence) => foundIn(sentence, readings, not))
        .find((found) => found !== undefined)
      if (words === undefined) continue
      const more = note?.(matter, pointer)
      yield {
        message: `The words ${quote(words)} are a possible ${possible}.`,
        at: pointer,
        hint: `${hint} If the words mean something else, record why under "settled" in private.yaml, for ${about.id}.`,
        ...(more === undefined ? {} : {reason: `${about.reason} ${more}`}),
      }
    }
  })
}

interface Sentence {
  readonly written: string
  /** As a scan reads it: no invisible characters, one kind of hyphen and apostrophe, lower case. */
  readonly plain: string
}

/** The telling words of a sentence that one of the readings matches. */
function foundIn({written, plain}: Sentence, readings: Scan['readings'], not: readonly RegExp[]): string | undefined {
  const reading = readings.find((patterns) => patterns.every((pattern) => pattern.test(plain)))
  if (reading === undefined || not.some((pattern) => pattern.test(plain))) return undefined
  const start = Math.max(0, Math.min(plain.search(reading[0]!), plain.search(reading.at(-1)!)) - 4)
  return excerpt(written, start)
}

// Short enough to be quoted whole, cut between words.
function excerpt(text: string, start: number): string {
  if (text.length <= excerptLength) return text
  const from = start === 0 ? 0 : text.lastIndexOf(' ', start) + 1
  const cut = text.slice(from, from + excerptLength).replace(/\s+\S*$/, '')
  return `${from > 0 ? '… ' : ''}${cut}${from + cut.length < text.length ? ' …' : ''}`
}

const excerptLength = 52

// Names and addresses are not terms: "No-Hire Ltd" promises nothing.
const names = new Set([
  'id',
  'legalName',
  'shortName',
  'registry',
  'address',
  'lead',
  'person',
  'email',
  'institution',
  'rules',
  'seat',
  'place',
])

/** Every text of the parameters, and the notes of open points, which print in drafts. */
export function* freeTexts({parameters, open}: Deal): Generator<FreeText> {
  yield* textsIn(parameters, '')
  for (const [pointer, {note}] of Object.entries(open)) if (note !== undefined) yield {pointer, text: note}
}

interface FreeText {
  readonly pointer: Pointer
  readonly text: string
}

function* textsIn(value: Json, pointer: Pointer): Generator<FreeText> {
  if (typeof value === 'string') yield {pointer, text: value}
  if (isList(value)) for (const [index, element] of value.entries()) yield* textsIn(element, below(pointer, index))
  if (isObject(value))
    for (const [key, inner] of Object.entries(value)) if (!names.has(key)) yield* textsIn(inner, below(pointer, key))
}

function sentencesOf(text: string): readonly Sentence[] {
  const sentences = text.split(/(?<=[.!?;。])\s+|\n+/).map((sentence) => sentence.trim())
  return sentences.map((written) => ({written, plain: plainOf(written)}))
}

function plainOf(text: string): string {
  const seen = text.normalize('NFKC').replaceAll(/\p{Cf}/gu, '')
  return seen
    .replaceAll(/[\u2010-\u2015]/g, '-')
    .replaceAll('’', "'")
    .replaceAll(/\s+/g, ' ')
    .toLowerCase()
}
