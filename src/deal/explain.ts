/** What ajv found, in sentences: what is wrong, with what, and what to write instead. One function a keyword. */
import type {ErrorObject} from 'ajv/dist/2020.js'
import {below, isObject, type Json, type JsonObject, nearest, type Pointer} from '../model/index.js'
import {nearestValue} from './nearest.js'
import {quote} from './quote.js'
import {textOf, wordsOf} from './schema.js'

/** A finding before it is given its place: pointers count from the root of the file. */
export interface Finding {
  readonly code: `deal/${string}`
  readonly pointer: Pointer
  /** Follows the name of the thing: "“Start date” is …". */
  readonly says: string
  readonly hint?: string
  readonly remedy?: Json
}

/** How a number or word was written in the file, where that is not how it was read. */
export type Written = (pointer: Pointer) => string | undefined
/** Where in the schema a key that was not expected here does belong. */
export type Elsewhere = (key: string) => string | undefined

/** The finding behind an error of ajv; nothing for one that only sums up others. */
export function explain(error: ErrorObject, written: Written, elsewhere: Elsewhere): Finding | undefined {
  const how = keywords[error.keyword]
  if (how) return how(error, written, elsewhere)
  if (error.keyword === 'propertyNames') return undefined
  return {
    code: 'deal/invalid',
    pointer: error.instancePath,
    says: `is not valid: it ${error.message ?? 'breaks the schema'}.`,
  }
}

type Explain = (error: ErrorObject, written: Written, elsewhere: Elsewhere) => Finding

const keywords: Readonly<Record<string, Explain>> = {
  additionalProperties: unknownKey,
  required: ({instancePath, params}) => ({
    code: 'deal/missing',
    pointer: below(instancePath, params.missingProperty as string),
    says: 'is missing.',
    hint: 'Add it: what stands around it means nothing without it.',
  }),
  enum: notAllowed,
  type: wrongType,
  minimum: outOfRange,
  maximum: outOfRange,
  maxLength: ({instancePath, params, data}) => ({
    code: 'deal/too-long',
    pointer: instancePath,
    says: `has ${[...String(data)].length} characters, and ${params.limit} are allowed.`,
    hint: 'Shorten it.',
  }),
  minLength: ({instancePath, params, data}) =>
    data === ''
      ? {
          code: 'deal/empty',
          pointer: instancePath,
          says: 'is empty.',
          hint: 'Fill it in, or leave the key out: the agreement then prints a blank.',
        }
      : {
          code: 'deal/too-short',
          pointer: instancePath,
          says: `has ${[...String(data)].length} characters, and at least ${params.limit} are asked for.`,
          hint: 'Say more.',
        },
  pattern: wrongForm,
  format: ({instancePath, params, data}) =>
    params.format === 'date'
      ? {
          code: 'deal/wrong-form',
          pointer: instancePath,
          says: `is ${quote(String(data))}, which is no date.`,
          hint: 'Write a day that exists as YYYY-MM-DD, for example 2026-11-23.',
        }
      : {
          code: 'deal/wrong-form',
          pointer: instancePath,
          says: `is ${quote(String(data))}, which is no e-mail address.`,
          hint: 'Write it as name@example.com.',
        },
  uniqueItems: ({instancePath, params}) => ({
    code: 'deal/repeated',
    pointer: below(instancePath, Math.max(Number(params.i), Number(params.j))),
    says: 'says the same as an earlier element of its list.',
    hint: 'Delete one of the two.',
  }),
  maxItems: ({instancePath, params}) => ({
    code: 'deal/too-many',
    pointer: instancePath,
    says: `has more than ${params.limit} elements.`,
    hint: 'Join some of them, or move some to a document of their own.',
  }),
  maxProperties: ({instancePath, params}) => ({
    code: 'deal/too-many',
    pointer: instancePath,
    says: `has more than ${params.limit} entries.`,
  }),
}

function unknownKey(
  {instancePath, params, parentSchema, data}: ErrorObject,
  _written: Written,
  elsewhere: Elsewhere,
): Finding {
  const key = params.additionalProperty as string
  const pointer = below(instancePath, key)
  const says = 'is no key that is known here.'
  if (/\s/.test(key) && (data as JsonObject)[key] === null)
    return {code: 'deal/unknown-key', pointer, says, hint: cutOff}
  const properties = parentSchema?.properties as JsonObject | undefined
  const keys = Object.keys(properties ?? {})
  const close = nearest(key, keys)
  const home = elsewhere(key)
  const hint =
    close !== undefined
      ? `Did you mean ${quote(close)}?`
      : home !== undefined
        ? `There is a ${quote(key)} at ${home}.`
        : `Known here: ${keys.join(', ')}.`
  return {code: 'deal/unknown-key', pointer, says, hint}
}

const cutOff = 'It looks like the rest of a text: between { and }, a comma ends a text. Put the whole text in quotes.'

function notAllowed({instancePath, params, data, parentSchema}: ErrorObject): Finding {
  const allowed = (params.allowedValues as readonly Json[]).map(String)
  const node = (parentSchema ?? {}) as JsonObject
  const given = typeof data === 'string' ? data : JSON.stringify(data)
  const meant = nearestValue(given, allowed, wordsOf(node, 'x-words'), wordsOf(node, 'x-also'))
  const list =
    allowed.length <= 12
      ? `Allowed: ${allowed.join(', ')}.`
      : `Allowed are the ${allowed.length} codes of the schema, such as ${allowed.slice(0, 3).join(', ')}.`
  const remedy = meant !== undefined && allowed.includes(meant) && typeof data === 'string' ? {remedy: meant} : {}
  return {
    code: 'deal/not-allowed',
    pointer: instancePath,
    says: `is ${quote(given)}, which is not allowed.`,
    hint: meant === undefined ? list : `Did you mean ${meant}? ${list}`,
    ...remedy,
  }
}

const wanted: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
}

function wrongType({instancePath, params, data}: ErrorObject, written: Written): Finding {
  const type = String(params.type)
  const source = written(instancePath)
  const says = `is ${described(data as Json, source)}, where ${wanted[type] ?? type} is wanted.`
  if (type === 'string' && source !== undefined)
    return {
      code: 'deal/wrong-type',
      pointer: instancePath,
      says,
      hint: `Put it in quotes: "${source}".`,
      remedy: source,
    }
  return {code: 'deal/wrong-type', pointer: instancePath, says, hint: hints[type] ?? 'See the schema.'}
}

const hints: Readonly<Record<string, string>> = {
  string: 'Write it as text on one line.',
  integer: 'Write a whole number without quotes and without a unit, for example 30.',
  boolean: 'Write true or false, without quotes.',
  array: 'Begin each element with "- ", on a line of its own.',
  object: 'Write its keys below it, each indented by two spaces.',
}

function described(data: Json, source: string | undefined): string {
  if (source !== undefined) return `the ${typeof data === 'boolean' ? 'yes-or-no value' : 'number'} ${source}`
  if (typeof data === 'string') return `the text ${quote(data)}`
  if (data === null) return 'empty'
  return isObject(data) ? 'a group of keys' : Array.isArray(data) ? 'a list' : String(data)
}

function outOfRange({instancePath, data, parentSchema}: ErrorObject): Finding {
  const {minimum, maximum} = (parentSchema ?? {}) as {readonly minimum?: number; readonly maximum?: number}
  return {
    code: 'deal/out-of-range',
    pointer: instancePath,
    says: `is ${String(data)}, and must be between ${minimum ?? '…'} and ${maximum ?? '…'}.`,
    hint: 'Choose a number in that range. If the deal truly needs another, ask a lawyer to change the clause instead.',
  }
}

function wrongForm({instancePath, data, parentSchema, propertyName}: ErrorObject): Finding {
  if (propertyName !== undefined)
    return {
      code: 'deal/wrong-form',
      pointer: below(instancePath, propertyName),
      says: 'is a key of a form that is not known here.',
      hint: 'Write pointers as /risk/cap, and positions as ip.background.',
    }
  const pattern = textOf((parentSchema ?? {}) as JsonObject, 'pattern') ?? ''
  const form = forms.find(([start]) => pattern.startsWith(start))
  return {
    code: 'deal/wrong-form',
    pointer: instancePath,
    says: `is ${quote(String(data))}, ${form?.[1] ?? 'which has another form than is wanted.'}`,
    ...(form ? {hint: form[2]} : {}),
  }
}

// The patterns of the schemas by how they begin, with what a value that breaks them lacks.
const forms: readonly (readonly [string, string, string])[] = [
  ['^[a-z0-9]+(-', 'which is no id.', 'Use lower-case letters, digits and single hyphens, for example gate-2.'],
  [
    '^(100',
    'which is no percentage between 0 and 100.',
    'Write a decimal number in quotes, without the sign: "50.00".',
  ],
  ['^(0|[1-9]', 'which is no amount.', 'Write digits in quotes, without commas or spaces: "250000.00".'],
  ['^[^\\n]*$', 'which runs over more than one line.', 'Write it on one line.'],
  ['^(R|A)-', 'which is no rule.', 'Rules are named like R-015.'],
  ['^[a-z0-9-]+(\\.', 'which is no clause.', 'Clauses are named like ip.background.listed.'],
]
