/** What putting a value into words needs to know; passed in, so that the same value gives the same words anywhere. */
import type {Json, JsonObject, Locale, Parameter, ParameterKind} from '../../model/index.js'

export interface About {
  readonly locale: Locale
  /** All parameters of the deal: a party is printed by its short name, a row by its own. */
  readonly parameters: JsonObject
  /** What the schema says of the value, where it says something. */
  readonly parameter?: Parameter
}

/** A helper of the clause language that puts a value into words: `{{words risk.cap}}`. */
export interface Helper {
  /** Fewest and most arguments. */
  readonly arity: readonly [number, number]
  /** Kinds of parameter that the first argument may be. */
  readonly kinds: readonly ParameterKind[]
  /** The words. Throws a `TypeError` for a value that the schema would have refused. */
  readonly phrase: (args: readonly Json[], about: About) => string
}

/** Our own mistake: a value reached the words that the schema should have stopped. */
export function misfit(kind: string, value: Json | undefined): TypeError {
  return new TypeError(`inWords: ${JSON.stringify(value) ?? 'nothing'} is no ${kind}`)
}
