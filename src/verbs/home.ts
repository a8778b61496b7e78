/** Where Engross stands on disk: the folder of its own clause library, templates and schemas. The same from `src/` and `dist/`. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

export const home = fileURLToPath(new URL('../..', import.meta.url))

/** The version of Engross, from its package. */
export const engrossVersion: string = (
  JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {version: string}
).version
