/** Programs that tests run in processes of their own, and kill: compiled from src/ as it stands, each with what it imports. */
import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {afterAll} from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const known = new Map<string, string>()

afterAll(() => {
  for (const place of known.values()) rmSync(place, {recursive: true, force: true})
})

/** Path of the program `test/revisions/<name>.ts` as JavaScript. Compiled once a test file; types are checked elsewhere. */
export function compiled(name: string): string {
  const place = known.get(name) ?? compile(name)
  known.set(name, place)
  return join(place, `test/revisions/${name}.js`)
}

function compile(name: string): string {
  const place = mkdtempSync(join(tmpdir(), 'engross-compiled-'))
  const compiler = [join(root, 'node_modules/.bin/tsc'), join(root, `test/revisions/${name}.ts`)]
  const settings = ['--outDir', place, '--rootDir', root, '--noCheck', '--ignoreConfig', '--skipLibCheck']
  const shape = ['--module', 'nodenext', '--target', 'es2023', '--types', 'node']
  const {status, stdout} = spawnSync(compiler[0]!, [compiler[1]!, ...settings, ...shape], {encoding: 'utf8', cwd: root})
  if (status !== 0) throw new Error(stdout)
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'), 'junction')
  writeFileSync(join(place, 'package.json'), '{"type": "module"}')
  return place
}
