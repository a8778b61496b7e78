/** What every verb works with: the library (ours, and a firm's own laid over it), the schemas, the language. Opened once a run. */

import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type Assembler, createAssembler} from '../assemble/index.js'
import {type DealSchemas, parametersOf} from '../deal/index.js'
import {type Edition, type Library, openLibrary} from '../library/index.js'
import type {JsonObject, Locale, Parameters} from '../model/index.js'
import {FileFault} from './fault.js'
import {home} from './home.js'

export interface Workshop {
  /** Folders of the library, ours first. */
  readonly roots: readonly string[]
  readonly library: Library
  readonly schemas: DealSchemas
  readonly parameters: Parameters
  /** Assemblers by language; each remembers what it made. */
  readonly assembler: (locale: Locale) => Assembler
  readonly locale: (language: string) => Edition<Locale>
}

/** Opens the workshop; `libraries` are folders laid over the shipped library. */
export async function openWorkshop({libraries = []}: {readonly libraries?: readonly string[]} = {}): Promise<Workshop> {
  const schemas: DealSchemas = {deal: schema('deal'), file: schema('deal-file'), private: schema('private')}
  const parameters = parametersOf(schemas.deal)
  const roots = [home, ...libraries.map(standing)]
  const library = await openLibrary({roots, parameters})
  const assemblers = new Map<Locale, Assembler>()
  return {
    roots,
    library,
    schemas,
    parameters,
    locale: (language) => library.locale(language) ?? missingLocale(language),
    assembler: (locale) => {
      const known = assemblers.get(locale) ?? createAssembler({parameters, locale})
      assemblers.set(locale, known)
      return known
    },
  }
}

// A firm's library under a wrong name would be drafted without, and nobody told.
function standing(library: string): string {
  if (existsSync(library)) return library
  throw new FileFault(
    `There is no library at ${library}.`,
    'Name the folder that holds clause-library/, with --library.',
  )
}

function schema(name: string): JsonObject {
  return JSON.parse(readFileSync(join(home, 'schemas', `${name}.schema.json`), 'utf8')) as JsonObject
}

function missingLocale(language: string): never {
  throw new FileFault(
    `There is no table of words for the language "${language}".`,
    'Write /language/document as en-GB.',
  )
}
