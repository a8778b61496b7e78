/**
 * The schemas of a deal's files, compiled once. A schema is ours and trusted like code; what it judges is not. No
 * `$data`, no schema is ever fetched, and its patterns are linear (SECURITY.md C6).
 */
import {Ajv2020, type ErrorObject, type ValidateFunction} from 'ajv/dist/2020.js'
import {fullFormats} from 'ajv-formats/dist/formats.js'
import type {Json, JsonObject, Parameters} from '../model/index.js'
import {parametersOf} from './parameters.js'

/** What `schemas/` holds: `deal.schema.json`, `deal-file.schema.json`, `private.schema.json`. */
export interface DealSchemas {
  readonly deal: JsonObject
  readonly file: JsonObject
  readonly private: JsonObject
}

/** Schemas ready to judge. */
export interface Judges {
  readonly parameters: Parameters
  readonly schema: JsonObject
  readonly file: (value: Json) => readonly ErrorObject[]
  readonly private: (value: Json) => readonly ErrorObject[]
}

const ours = ['x-version', 'x-kind', 'x-question', 'x-why', 'x-words', 'x-also', 'x-minor', 'x-names', 'x-optional']
const known = new WeakMap<DealSchemas, Judges>()

/** Compiles the schemas; the same object of schemas is compiled once. Throws when a schema cannot be compiled. */
export function judgesOf(schemas: DealSchemas): Judges {
  const before = known.get(schemas)
  if (before) return before
  // Ours are judged against the standard by a test, not at every start; references stay calls, so that a list of 300
  // countries is compiled once. Both together make this five times faster.
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    strictTypes: false,
    $data: false,
    validateSchema: false,
    inlineRefs: false,
  })
  ajv.addVocabulary(ours)
  ajv.addFormat('date', fullFormats.date)
  ajv.addFormat('email', fullFormats.email)
  ajv.addSchema(schemas.deal)
  const judges = {
    parameters: parametersOf(schemas.deal),
    schema: schemas.deal,
    file: judge(ajv.compile(schemas.file)),
    private: judge(ajv.compile(schemas.private)),
  }
  known.set(schemas, judges)
  return judges
}

function judge(validate: ValidateFunction): (value: Json) => readonly ErrorObject[] {
  return (value) => (validate(value) ? [] : [...(validate.errors ?? [])])
}
