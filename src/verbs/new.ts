/** `new`: a folder with a deal.yaml that a person can go on with, the document's questions written into it in order. */
import {mkdir, readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {parseDocument, stringify} from 'yaml'
import {readDeal} from '../deal/index.js'
import {
  type Diagnostic,
  isObject,
  type Json,
  type JsonObject,
  keysOf,
  nestsTooDeep,
  type Template,
} from '../model/index.js'
import {writeWhole} from './deal-folder.js'
import {FileFault, onDisk} from './fault.js'
import {type Question, questionnaire, unansweredOf} from './questionnaire.js'
import {unknownDocument} from './unknown-document.js'
import {openWorkshop, type Workshop} from './workshop.js'

export interface Begun {
  /** Paths written; none when something is wrong. */
  readonly files: readonly string[]
  /** Questions that are still open, in the template's order. */
  readonly open: readonly Question[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Starts a deal. `answers` is the text of a YAML file: parameters as a tree, or pointer → value. */
export async function newDeal(
  path: string,
  {
    document,
    answers,
    libraries,
  }: {readonly document: string; readonly answers?: string; readonly libraries: readonly string[]},
): Promise<Begun> {
  const workshop = await openWorkshop({libraries})
  const template = workshop.library.template(document)
  if (!template) return refused(unknownDocument(document, workshop))
  await refuseExisting(path)
  const given =
    answers === undefined
      ? {parameters: {}}
      : readAnswers(await onDisk(answers, () => readFile(answers, 'utf8')), answers)
  if ('fault' in given) return refused(given.fault)
  const text = dealText(template, given.parameters, workshop)
  const {diagnostics} = readDeal({deal: text}, workshop.schemas)
  if (diagnostics.some(({severity}) => severity === 'error')) return {files: [], open: [], diagnostics}
  await onDisk(path, () => mkdir(path, {recursive: true}))
  await writeWhole(join(path, 'private.yaml'), new TextEncoder().encode(privateText))
  await writeWhole(join(path, 'deal.yaml'), new TextEncoder().encode(text))
  return {
    files: ['deal.yaml', 'private.yaml'].map((name) => join(path, name)),
    open: unansweredOf(template.questions, given.parameters, workshop.parameters),
    diagnostics,
  }
}

function refused(diagnostic: Diagnostic): Begun {
  return {files: [], open: [], diagnostics: [diagnostic]}
}

async function refuseExisting(path: string): Promise<void> {
  const standing: readonly string[] = await readdir(path).catch(() => [])
  if (standing.includes('deal.yaml'))
    throw new FileFault(`${path} already holds a deal.`, 'Name another folder, or edit the deal.yaml that is there.')
}

function readAnswers(text: string, file: string): {readonly parameters: JsonObject} | {readonly fault: Diagnostic} {
  if (nestsTooDeep(text)) return {fault: unreadable('The answers nest deeper than any deal needs.', file)}
  const document = parseDocument(text, {schema: 'core', uniqueKeys: true, merge: false})
  const [error] = document.errors
  const value = error ? undefined : (document.toJS({maxAliasCount: 0}) as Json)
  if (!isObject(value)) {
    return {
      fault: unreadable(error ? error.message.split('\n')[0]! : 'The answers are not a list of keys and values.', file),
    }
  }
  const pointers = Object.entries(value).filter(([key]) => key.startsWith('/'))
  const tree = Object.fromEntries(Object.entries(value).filter(([key]) => !key.startsWith('/')))
  return {
    parameters: pointers.reduce((into, [pointer, answer]) => place(into, keysOf(pointer), answer), tree as JsonObject),
  }
}

function unreadable(message: string, file: string): Diagnostic {
  const hint = 'Write parameters as in deal.yaml, or pointer: value.'
  return {severity: 'error', code: 'answers/unreadable', message, hint, at: {file}}
}

// The object with a value put at a path, objects made on the way.
function place(into: JsonObject, [key, ...rest]: readonly string[], value: Json): JsonObject {
  if (key === undefined) return into
  const inner = into[key]
  return {...into, [key]: rest.length === 0 ? value : place(isObject(inner) ? inner : {}, rest, value)}
}

function dealText(template: Template, parameters: JsonObject, workshop: Workshop): string {
  const answered = Object.keys(parameters).length > 0
  const body = stringify({document: template.id, ...(answered ? {parameters} : {})}, {lineWidth: 0})
  const open = unansweredOf(template.questions, parameters, workshop.parameters)
  const opening = `# ${template.title}. Amounts and dates are in quotes; every row of a list has an id.\n`
  if (open.length === 0) return opening + body
  const heading = answered ? stillOpen : `${stillOpen}#parameters:\n`
  return `${opening}${body}\n${heading}${questionnaire(open, workshop.schemas.deal)}`
}

const stillOpen = `# Questions still to answer, under "parameters". Take the "#" away from a line and from those above it that it belongs
# to, and write over the example. Leave out what you do not know yet: it prints as a blank, [●].
`

const privateText = `# Yours alone: read by the rules and by internal pages, never printed in a file that goes out.
# settled: [{rule: R-023, reason: "at least 30 characters on why this warning is accepted", by: you@example.com, on: "2026-11-23"}]
# notes: {/risk/cap: "Ask whether this holds in Germany."}
# limits: {/risk/cap: "Never below one year's fees."}
`
