/** Country and language data: files of facts that carry their version inside, read when they are asked for. */
import {type Diagnostic, type Hash, isObject, type JsonObject, type Locale} from '../model/index.js'
import {contentOf, type Entry} from './entry.js'
import {fault} from './fault.js'
import {misfits, number, object, type Shape, string, text} from './shape.js'
import {readJson, readYaml} from './yaml.js'

/** One version of something that is not a clause. */
export interface Edition<T> {
  readonly id: string
  readonly version: string
  readonly hash: Hash
  readonly file: string
  readonly content: T
}

export interface ReadEdition<T> {
  readonly edition?: Edition<T>
  readonly diagnostics: readonly Diagnostic[]
}

const pair: Shape = {type: 'list', of: string}
const names: Shape = {type: 'record', of: string}
const localeShape = object({
  language: text,
  version: text,
  months: {type: 'list', of: string},
  and: string,
  or: string,
  yes: string,
  no: string,
  worldwide: string,
  periods: object({hours: pair, days: pair, 'business-days': pair, weeks: pair, months: pair, years: pair}),
  countries: names,
  lawOf: names,
  languages: names,
  currencies: {
    type: 'record',
    of: object({one: string, many: string, minor: number, minorOne: string, minorMany: string}),
  },
  print: object(
    Object.fromEntries(
      [
        'clause',
        'paragraph',
        'recital',
        'party',
        'schedule',
        'paragraphOf',
        'contents',
        'parties',
        'background',
        'keyTerms',
        'schedules',
        'signatures',
        'page',
        'revision',
        'draft',
        'between',
        'blank',
        'signedFor',
        'signature',
        'name',
        'title',
        'authority',
        'date',
        'openQuote',
        'closeQuote',
      ].map((key) => [key, string]),
    ),
  ),
})

/** A language's words and forms, checked to be complete. */
export function readLocale(entry: Entry): ReadEdition<Locale> {
  const {edition, diagnostics} = readFacts(entry, 'version')
  if (!edition) return {diagnostics}
  const wrong = misfits(edition.content, localeShape).map(({message, hint}) =>
    fault('library/locale', entry.file, message, hint),
  )
  // The shape has been checked against every key of `Locale` just above.
  return wrong.length > 0
    ? {diagnostics: wrong}
    : {edition: {...edition, content: edition.content as JsonObject & Locale}, diagnostics: []}
}

/** A file of facts with its version under `versionKey`. */
export function readFacts(entry: Entry, versionKey: 'version' | 'x-version'): ReadEdition<JsonObject> {
  const {text: source, hash} = contentOf(entry)
  const {value, diagnostics} = (entry.path.endsWith('.json') ? readJson : readYaml)(source, entry.file)
  if (diagnostics.length > 0) return {diagnostics}
  const version = isObject(value) ? value[versionKey] : undefined
  if (!isObject(value) || typeof version !== 'string') {
    return {
      diagnostics: [
        fault(
          'library/version',
          entry.file,
          `The file does not say its ${versionKey}.`,
          `Add ${versionKey}, in quotes.`,
        ),
      ],
    }
  }
  return {edition: {id: entry.id, version, hash, file: entry.file, content: value}, diagnostics: []}
}
