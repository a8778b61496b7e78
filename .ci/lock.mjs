/**
 * Completes package-lock.json. Compilers come as one optional package a platform; npm leaves those of other platforms
 * out of the lock file when it finds node_modules in place or its registry does not serve them, and `npm ci` then refuses
 * the lock everywhere. Their versions are pinned by the package that asks for them, so an entry can be written from its name.
 *
 * Run `node .ci/lock.mjs` after every `npm install` that changes the lock.
 */
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {root} from './source.mjs'

const file = join(root, 'package-lock.json')
const libraries = {musl: 'musl', gnu: 'glibc', gnueabihf: 'glibc', gnueabi: 'glibc'}

/** Optional packages that some package asks for and the lock does not hold: path in node_modules → entry. */
export function missingFrom(lock) {
  const asked = Object.values(lock.packages).flatMap(({optionalDependencies = {}, dev}) =>
    Object.entries(optionalDependencies).map(([name, version]) => ({path: `node_modules/${name}`, name, version, dev})),
  )
  const missing = asked.filter(({path}) => !(path in lock.packages))
  return Object.fromEntries(missing.map(({path, name, version, dev}) => [path, entry(name, version, dev)]))
}

function entry(name, version, dev) {
  const platform = /-(android|darwin|freebsd|linux|netbsd|openbsd|sunos|aix|win32|openharmony)-(\w+)(?:-(\w+))?$/.exec(
    name,
  )
  if (!platform || !/^\d/.test(version)) throw new Error(`Cannot tell the platform and version of ${name}@${version}.`)
  const [, os, cpu, abi] = platform
  const libc = os === 'linux' && abi in libraries ? {libc: [libraries[abi]]} : {}
  return {version, cpu: [cpu], ...(dev ? {dev} : {}), ...libc, optional: true, os: [os]}
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const missing = missingFrom(lock)
  const sorted = Object.entries({...lock.packages, ...missing}).sort(([a], [b]) => a.localeCompare(b, 'en'))
  writeFileSync(file, `${JSON.stringify({...lock, packages: Object.fromEntries(sorted)}, null, 2)}\n`)
  console.log(`${Object.keys(missing).length} entries added.`)
}
