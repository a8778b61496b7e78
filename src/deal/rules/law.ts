/**
 * The law of a country as our data knows it: versioned facts, each with its day, source and confidence. Read-only, and
 * no disk: `library` loads the files. A fact marked `unsure` is kept apart from one that may be relied upon.
 */
import {isObject, type Json, type JsonObject, step} from '../../model/index.js'

export type FactId =
  | 'nonExcludableLiability'
  | 'jointPatentUse'
  | 'jointPatentLicence'
  | 'employeeNonCompete'
  | 'employeeInventionReward'
  | 'jointSignaturePractice'
  | 'noHire'
  | 'counselQuestions'

export type Confidence = 'high' | 'medium' | 'low' | 'unsure'

export interface Fact {
  readonly value: Json
  /** ISO 8601 date on which it was so. */
  readonly asOf: string
  readonly source: string
  readonly confidence: Confidence
  /** ISO 8601 date by which it must be looked at again. */
  readonly reviewBy: string
}

export interface Law {
  /** The codes for which there are facts, in order. */
  readonly codes: readonly string[]
  /** "Germany" for `DE`; the code itself where there are no facts. */
  nameOf(code: string): string
  /** "the law of Germany"; "the law coded NO" where there are no facts. */
  lawOf(code: string): string
  fact(code: string | undefined, id: FactId): Fact | undefined
}

/**
 * The law from the contents of `data/law/*.json`. Throws for content that `law.schema.json` would refuse: our own
 * mistake.
 */
export function lawFrom(files: readonly JsonObject[]): Law {
  const byCode = new Map(files.map((file) => [textIn(file, 'code'), file]))
  const nameOf = (code: string): string => textIn(byCode.get(code) ?? {name: code}, 'name')
  return {
    codes: [...byCode.keys()].sort(),
    nameOf,
    lawOf: (code) => (byCode.has(code) ? `the law of ${nameOf(code)}` : `the law coded ${code}`),
    fact(code, id) {
      const found = step(step(byCode.get(code ?? ''), 'facts'), id)
      return found === undefined ? undefined : factOf(found, `${code} ${id}`)
    },
  }
}

/** The value of a fact that may be relied upon; `undefined` where there is none, or it is marked unsure. */
export function sureValue(fact: Fact | undefined): Json | undefined {
  return fact === undefined || fact.confidence === 'unsure' ? undefined : fact.value
}

/** The country in which a legal system lies: `GB` for `GB-SCT`. */
export function countryOf(code: string): string {
  return code.split('-')[0]!
}

const confidences: readonly Confidence[] = ['high', 'medium', 'low', 'unsure']

function factOf(found: Json, what: string): Fact {
  const confidence = confidences.find((each) => each === step(found, 'confidence'))
  const value = step(found, 'value')
  if (!isObject(found) || confidence === undefined || value === undefined)
    throw new TypeError(`law: ${what} is no fact`)
  return {
    value,
    confidence,
    asOf: textIn(found, 'asOf'),
    source: textIn(found, 'source'),
    reviewBy: textIn(found, 'reviewBy'),
  }
}

function textIn(object: JsonObject, key: string): string {
  const value = object[key]
  if (typeof value !== 'string') throw new TypeError(`law: "${key}" is not text`)
  return value
}
