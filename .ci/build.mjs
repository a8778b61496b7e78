/**
 * src/ → dist/, with the clause library compiled into it. Built aside and swapped in, so that whoever is running the old
 * build never meets half of the new one. Only Node's own modules are imported before the build: this runs right after `npm ci`.
 */
import {spawnSync} from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {fingerprintOfSource, root, stampFile} from './source.mjs'

const dist = join(root, 'dist')
const aside = join(root, `dist.${process.pid}.tmp`)

/** Compiles, copies what the compiler leaves (Typst, usage texts), and leaves a stamp. Returns an exit status. */
export async function build() {
  const fingerprint = fingerprintOfSource()
  try {
    const {status} = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', root, '--outDir', aside], {stdio: 'inherit'})
    if (status !== 0) return status ?? 1
    for (const asset of assets()) copyTo(join(root, 'src', asset), join(aside, asset))
    writeFileSync(join(aside, 'library.json'), await compiledLibrary())
    const command = join(aside, 'cli/main.js')
    if (existsSync(command)) chmodSync(command, 0o755)
    writeFileSync(join(aside, stampFile), fingerprint)
    swap()
    return 0
  } finally {
    rmSync(aside, {recursive: true, force: true})
  }
}

/** The shipped clauses and templates, compiled by what was just built. Broken ones are left out: the checks tell of them. */
async function compiledLibrary() {
  const {openLibrary, precompile} = await import(pathToFileURL(join(aside, 'library/index.js')).href)
  const {parametersOf} = await import(pathToFileURL(join(aside, 'deal/index.js')).href)
  const parameters = parametersOf(JSON.parse(readFileSync(join(root, 'schemas/deal.schema.json'), 'utf8')))
  return precompile(await openLibrary({roots: [root], parameters}), parameters)
}

/** Files of src/ that are not compiled and are not notes for its readers. */
function assets() {
  const files = readdirSync(join(root, 'src'), {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  const paths = files.map((entry) => join(entry.parentPath, entry.name).slice(join(root, 'src/').length))
  return paths.filter((path) => !/\.(tsx?|md|tmp)$/.test(path))
}

function copyTo(from, to) {
  mkdirSync(dirname(to), {recursive: true})
  copyFileSync(from, to)
}

function swap() {
  const old = `${dist}.${process.pid}.old.tmp`
  if (existsSync(dist)) renameSync(dist, old)
  renameSync(aside, dist)
  rmSync(old, {recursive: true, force: true})
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await build()
