/** The schemas and the locale as the tests of this room read them. */
import {readFileSync} from 'node:fs'
import {type DealReading, type DealSchemas, parametersOf, readDeal} from '../../src/deal/index.js'
import type {JsonObject, Locale} from '../../src/model/index.js'

export const root = new URL('../..', import.meta.url).pathname

export function json(path: string): JsonObject {
  return JSON.parse(readFileSync(`${root}/${path}`, 'utf8')) as JsonObject
}

export const schemas: DealSchemas = {
  deal: json('schemas/deal.schema.json'),
  file: json('schemas/deal-file.schema.json'),
  private: json('schemas/private.schema.json'),
}

export const parameters = parametersOf(schemas.deal)
export const locale = json('clause-library/data/locale/en-GB.json') as unknown as Locale // the locale test holds its shape

/** Reads a deal from its text. */
export function read(deal: string, ours?: string): DealReading {
  return readDeal({deal, ...(ours === undefined ? {} : {private: ours})}, schemas)
}

/** Codes of what was found, with the pointer or the place. */
export function found(reading: DealReading): readonly string[] {
  return reading.diagnostics.map(
    ({code, at}) =>
      `${code} ${'pointer' in at ? at.pointer : 'file' in at ? `${at.file}:${at.line ?? ''}` : at.provision}`,
  )
}
