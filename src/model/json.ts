/** JSON values, as deals, schemas and agreements are made of. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

/** Tells an object from the other JSON values. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Tells a list from the other JSON values (`Array.isArray` does not narrow a readonly list). */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}
