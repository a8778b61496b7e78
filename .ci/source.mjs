/** What dist/ is made from, as one hash. Contents, not times: a checkout changes the times of files that it leaves alone. */
import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

/** The repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Holds, inside dist/, the fingerprint of the source that it was built from. */
export const stampFile = '.stamp'

/** A hash of every file that dist/ is made from, with its path. */
export function fingerprintOfSource() {
  const hash = createHash('sha256')
  for (const file of ['package.json', 'package-lock.json', 'tsconfig.json', '.ci/build.mjs', ...sources()]) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

/** True when dist/ was built from src/ as it stands. */
export function isBuilt() {
  const stamp = join(root, 'dist', stampFile)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprintOfSource()
}

function sources() {
  const folders = ['src', 'clause-library', 'templates', 'schemas']
    .map((folder) => join(root, folder))
    .filter(existsSync)
  const entries = folders.flatMap((folder) => readdirSync(folder, {recursive: true, withFileTypes: true}))
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return files.map((file) => file.slice(root.length + 1)).sort()
}
