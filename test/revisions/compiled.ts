/** Programs that tests run in processes of their own, and kill: compiled from src/ as it stands, each with what it imports. */
import {spawnSync} from 'node:child_process'
import {mkdtempSync, readdirSync, rmSync, symlinkSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {afterAll} from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const known = new Map<string, string>()

afterAll(() => {
  for (const place of known.values()) rmSync(place, {recursive: true, force: true})
})

/** Path of a program, such as `test/revisions/doomed.ts`, as JavaScript. Compiled once a test file; types are checked elsewhere. */
export function compiled(path: string): string {
  const place = known.get(path) ?? compile(path)
  known.set(path, place)
  return join(place, path.replace(/\.ts$/, '.js'))
}

function compile(path: string): string {
  const place = mkdtempSync(join(tmpdir(), 'engross-compiled-'))
  const settings = ['--outDir', place, '--rootDir', root, '--noCheck', '--ignoreConfig', '--skipLibCheck']
  const shape = ['--module', 'nodenext', '--target', 'es2023', '--types', 'node', '--resolveJsonModule']
  const compiler = join(root, 'node_modules/.bin/tsc')
  const {status, stdout} = spawnSync(compiler, [join(root, path), ...settings, ...shape], {encoding: 'utf8', cwd: root})
  if (status !== 0) throw new Error(stdout)
  // The clause library, the schemas and the packages are where they are beside src/.
  for (const name of readdirSync(root))
    if (!/^(src|test|dist.*|out|\..*)$/.test(name)) symlinkSync(join(root, name), join(place, name), 'junction')
  return place
}
