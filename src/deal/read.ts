/**
 * The files of a deal → a `Deal`, or everything that is wrong with them, reported together. Missing values are no
 * error: they are blanks of the draft. Values keep their exact characters; nothing is normalised in silence.
 */
import type {ErrorObject} from 'ajv/dist/2020.js'
import {
  type Deal,
  type Diagnostic,
  hasErrors,
  isObject,
  type Json,
  type JsonObject,
  type OpenPoint,
  type Pointer,
  type PrivateNotes,
  type Settled,
} from '../model/index.js'
import {fillDefaults} from './defaults.js'
import {explain, type Finding} from './explain.js'
import {checkOpen, checkPointer} from './open.js'
import {type DealSchemas, type Judges, judgesOf} from './schemas.js'
import {diagnosticOf, refusedTexts, type SourceFile} from './source.js'
import {checkTies} from './ties.js'
import {readYaml, withoutEmpties, type YamlText} from './yaml.js'

/** The texts of `deal.yaml` and, where there is one, `private.yaml`. */
export interface DealFiles {
  readonly deal: string
  readonly private?: string
}

export interface DealReading {
  /** Not there when an error was found in `deal.yaml`. */
  readonly deal?: Deal
  readonly private: PrivateNotes
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads a deal. Nothing is thrown for what a person wrote; a schema that is not valid throws. */
export function readDeal(files: DealFiles, schemas: DealSchemas): DealReading {
  const judges = judgesOf(schemas)
  const deal = readDealFile(files.deal, judges)
  const ours = files.private === undefined ? {notes: noNotes, diagnostics: []} : readPrivateFile(files.private, judges)
  return {
    ...(deal.deal ? {deal: deal.deal} : {}),
    private: ours.notes,
    diagnostics: [...deal.diagnostics, ...ours.diagnostics],
  }
}

const noNotes: PrivateNotes = {settled: [], notes: {}, limits: {}}

function readDealFile(
  text: string,
  judges: Judges,
): {readonly deal?: Deal; readonly diagnostics: readonly Diagnostic[]} {
  const {source, value, diagnostics} = judged(text, 'deal.yaml', judges.file, judges)
  const parameters = child(value, 'parameters')
  const open = child(value, 'open') as Readonly<Record<Pointer, OpenPoint>>
  // Ties are checked even when the schema found faults, so that all are seen at once.
  const ties = checkTies(parameters, judges.parameters, judges.schema).map((finding) => ({
    ...finding,
    pointer: `/parameters${finding.pointer}`,
  }))
  const tied = [...ties, ...checkOpen(Object.keys(open), parameters, judges.parameters)]
  const all = [...diagnostics, ...tied.map((finding) => diagnosticOf(finding, source))]
  if (hasErrors(all) || !isObject(value)) return {diagnostics: all}
  const filled = fillDefaults(parameters, judges.schema, new Set(Object.keys(open)))
  const choices = child(value, 'choices') as Deal['choices']
  return {deal: {document: String(value.document), ...filled, choices, open}, diagnostics: all}
}

function readPrivateFile(
  text: string,
  judges: Judges,
): {readonly notes: PrivateNotes; readonly diagnostics: readonly Diagnostic[]} {
  const {source, value, diagnostics} = judged(text, 'private.yaml', judges.private, judges)
  const pointers = (['notes', 'limits'] as const).flatMap((list) =>
    Object.keys(child(value, list)).flatMap((pointer) => checkPointer(pointer, `/${list}`, judges.parameters)),
  )
  const all = [...diagnostics, ...pointers.map((finding) => diagnosticOf(finding, source))]
  return {notes: hasErrors(all) || !isObject(value) ? noNotes : notesOf(value), diagnostics: all}
}

function notesOf(value: JsonObject): PrivateNotes {
  const {settled, redLines, aims} = value
  return {
    settled: (settled ?? []) as unknown as readonly Settled[], // the schema has judged their shape
    notes: child(value, 'notes') as PrivateNotes['notes'],
    limits: child(value, 'limits') as PrivateNotes['limits'],
    ...(redLines === undefined ? {} : {redLines: redLines as readonly string[]}),
    ...(aims === undefined ? {} : {aims: aims as readonly string[]}),
  }
}

interface Judged {
  readonly source: SourceFile
  readonly value: JsonObject | undefined
  readonly diagnostics: readonly Diagnostic[]
}

function judged(text: string, name: string, judge: Judges['file'], judges: Judges): Judged {
  const yaml = readYaml(text, name)
  const source: SourceFile = {name, yaml, parameters: judges.parameters}
  if (hasErrors(yaml.diagnostics) || yaml.value === undefined)
    return {source, value: undefined, diagnostics: yaml.diagnostics}
  const value = withoutEmpties(yaml.value)
  const said = [...refusedTexts(yaml.value), ...found(yaml, value, judge, judges)]
  return {
    source,
    value: isObject(value) ? value : undefined,
    diagnostics: distinct(said).map((finding) => diagnosticOf(finding, source)),
  }
}

// Values are judged without empty keys, and empty keys by whether they are known at all: in `{text: 2,000 hours}` the
// words after the comma are such a key, and would otherwise be lost without a word.
function found(yaml: YamlText, value: Json, judge: Judges['file'], judges: Judges): readonly Finding[] {
  const elsewhere = homes(judges)
  const empty = judge(yaml.value ?? null).filter(isEmptyUnknown)
  return [...judge(value), ...empty]
    .map((error) => explain(error, (pointer) => yaml.written.get(pointer), elsewhere))
    .filter((finding) => finding !== undefined)
}

// An open point must say whom to ask: without that it would not be open.
function isEmptyUnknown({keyword, params, data, instancePath}: ErrorObject): boolean {
  if (keyword === 'type') return data === null && /^\/open\/[^/]+$/.test(instancePath)
  return keyword === 'additionalProperties' && (data as JsonObject)[params.additionalProperty as string] === null
}

// One place may break a schema in two ways that say the same.
function distinct(findings: readonly Finding[]): readonly Finding[] {
  return [
    ...new Map(findings.map((finding) => [`${finding.code} ${finding.pointer} ${finding.says}`, finding])).values(),
  ]
}

// Where a key that was not expected does belong: the first parameter of that name.
function homes({parameters}: Judges): (key: string) => string | undefined {
  return (key) =>
    [...parameters.keys()]
      .find((pattern) => pattern.endsWith(`/${key}`))
      ?.slice(1)
      .replaceAll('/*', '[…]')
      .replaceAll('/', '.')
}

function child(value: JsonObject | undefined, key: string): JsonObject {
  const inner = value?.[key]
  return isObject(inner) ? inner : {}
}
