/** A file of a deal as it was read, and how findings in it become diagnostics: named, placed, said in full. */
import {
  below,
  type Diagnostic,
  isList,
  isObject,
  type Json,
  keysOf,
  type Parameters,
  type Place,
  type Pointer,
} from '../model/index.js'
import {refusedCharacter} from './characters.js'
import type {Finding} from './explain.js'
import {quote} from './quote.js'
import {patternOf} from './values.js'
import type {Spot, YamlText} from './yaml.js'

export interface SourceFile {
  readonly name: string
  readonly yaml: YamlText
  readonly parameters: Parameters
}

const inside = '/parameters'

/** The diagnostic of a finding: at a parameter by its pointer, elsewhere by file, line and column. */
export function diagnosticOf({code, pointer, says, hint, remedy}: Finding, source: SourceFile): Diagnostic {
  const local = parameterPointer(pointer)
  const spot = spotOf(pointer, source)
  const where = spot ? ` (${source.name}, line ${spot.line}, column ${spot.column})` : ` (${source.name})`
  const at: Place = local === undefined ? {file: source.name, ...spot} : {pointer: local}
  return {
    code,
    severity: 'error',
    message: `${nameOf(pointer, source)} ${says.replace(/\.$/, '')}${where}.`,
    ...(hint === undefined ? {} : {hint}),
    at,
    ...(remedy === undefined || local === undefined
      ? {}
      : {remedies: [{label: `Write ${quote(String(remedy))}`, set: {[local]: remedy}}]}),
  }
}

/** `/parameters/risk/cap` → `/risk/cap`; nothing for a place outside the parameters. */
function parameterPointer(pointer: Pointer): Pointer | undefined {
  return pointer.startsWith(`${inside}/`) ? pointer.slice(inside.length) : undefined
}

function nameOf(pointer: Pointer, {name, parameters}: SourceFile): string {
  if (pointer === '') return name
  const local = parameterPointer(pointer)
  const pattern = local === undefined ? undefined : patternOf(local, parameters)
  const title = pattern === undefined ? undefined : parameters.get(pattern)?.title
  const place = quote(pathOf(local ?? pointer))
  return title === undefined ? place : `${title}, ${place},`
}

/** `/parties/0/shortName` → `parties[0].shortName`, as a person would point at it. */
function pathOf(pointer: Pointer): string {
  return keysOf(pointer)
    .map((key, index) => (/^\d+$/.test(key) ? `[${key}]` : index === 0 ? key : `.${key}`))
    .join('')
}

// The spot of the value, or of the nearest thing around it.
function spotOf(pointer: Pointer, {yaml}: SourceFile): Spot | undefined {
  for (let place = pointer; place !== ''; place = place.slice(0, place.lastIndexOf('/'))) {
    const spot = yaml.spots.get(place)
    if (spot) return spot
  }
  return yaml.spots.get('')
}

/** Findings for every text and key of a file that holds characters which may not stand in a deal. */
export function refusedTexts(value: Json | undefined, pointer: Pointer = ''): readonly Finding[] {
  if (typeof value === 'string') return refusedText(value, pointer, 'holds')
  if (isList(value)) return value.flatMap((element, index) => refusedTexts(element, below(pointer, index)))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => [
    ...refusedText(key, below(pointer, key), 'has a key that holds'),
    ...refusedTexts(inner, below(pointer, key)),
  ])
}

function refusedText(text: string, pointer: Pointer, verb: string): readonly Finding[] {
  const what = refusedCharacter(text)
  if (what === undefined) return []
  const hint = 'Delete it and type the text again; a copy from a web page or PDF often brings such characters in.'
  return [{code: 'deal/refused-character', pointer, says: `${verb} ${what}.`, hint}]
}
