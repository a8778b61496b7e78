/** The schemas that are published for what commands print, as judges. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {Ajv2020} from 'ajv/dist/2020.js'
import {home} from '../../src/verbs/index.js'

const read = (name: string): object =>
  JSON.parse(readFileSync(join(home, 'schemas', `${name}.schema.json`), 'utf8')) as object

/** What a schema has against a text that a command printed; nothing where it fits. */
export function misfits(name: 'outdated' | 'upgrade' | 'redline', printed: string): unknown {
  const ajv = new Ajv2020({strict: false, allErrors: true, logger: false})
  for (const other of ['diagnostics', 'redline', 'outdated', 'upgrade']) ajv.addSchema(read(other))
  const valid = ajv.getSchema(`${name}.schema.json`)!
  valid(JSON.parse(printed))
  return valid.errors ?? undefined
}
