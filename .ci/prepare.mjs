/**
 * Does what is not done yet, and nothing twice: `build` installs the packages and builds dist/, `readers` installs the
 * outside programs that the tests read our files with. Only Node's own modules: it runs before `npm ci`.
 */
import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {isBuilt, root} from './source.mjs'

/** Debian package → what it is for. */
const readers = {
  'libreoffice-writer-nogui': 'opens the Word files',
  'poppler-utils': 'reads the PDF files',
  chromium: 'shows the HTML',
  'fonts-liberation': 'stands in for Times and Arial in LibreOffice',
  'fonts-crosextra-caladea': 'stands in for Cambria in LibreOffice',
  'fonts-noto-cjk': 'shows Japanese, Chinese and Korean names',
  'python3-uno': 'drives LibreOffice',
  qpdf: 'checks the syntax of PDF files',
}

/** What stands for a package where there is no dpkg to ask. */
const commands = {
  'libreoffice-writer-nogui': 'soffice',
  'poppler-utils': 'pdftotext',
  chromium: 'chromium',
  qpdf: 'qpdf',
}

/** Installs the packages and builds, each only when it is out of date. Throws when either fails. */
export async function prepareBuild() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 20))
    throw new Error(`Engross needs Node 20.20 or later; this is ${process.version}.`)
  if (!isInstalled()) run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
  if (isBuilt()) return
  const {build} = await import('./build.mjs')
  if ((await build()) !== 0) throw new Error('The build failed.')
}

/** Installs the outside readers where that is possible; names what is left out. Throws in CI when one is. */
export function prepareReaders() {
  const wanted = missing()
  if (wanted.length > 0 && hasDpkg()) install(wanted)
  const left = missing()
  if (left.length === 0) return
  const list = left.map((name) => `  ${name} (${readers[name]})`).join('\n')
  if (process.env.CI === 'true')
    throw new Error(`These outside readers are missing, and CI=true asks for all:\n${list}`)
  console.error(`Going on without these outside readers; the tests that need them will be skipped and named:\n${list}`)
}

/** npm writes its hidden lock file last, so one that agrees with ours says that the installation is whole. */
function isInstalled() {
  const hidden = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(hidden)) return false
  const {packages: wanted} = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const {packages: found} = JSON.parse(readFileSync(hidden, 'utf8'))
  return Object.entries(wanted).every(([path, {version, optional, devOptional, integrity}]) => {
    if (path === '') return true
    if (!(path in found)) return Boolean(optional || devOptional)
    return found[path].version === version && found[path].integrity === integrity
  })
}

function missing() {
  return Object.keys(readers).filter((name) => !isPresent(name))
}

function isPresent(name) {
  if (!hasDpkg()) return !(name in commands) || quiet('which', [commands[name]]).status === 0
  return quiet('dpkg-query', ['-W', '-f=${Status}', name]).stdout?.endsWith(' installed') ?? false
}

function hasDpkg() {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
}

function install(names) {
  const asRoot = privilege()
  if (!asRoot) return console.error('Not root, and no sudo without a password: the outside readers are not installed.')
  const apt = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-o', 'DPkg::Lock::Timeout=300']
  for (const rest of [['update'], ['install', '-y', '--no-install-recommends', ...names]]) {
    const [command, ...args] = [...apt, ...rest]
    spawnSync(command, args, {stdio: ['ignore', 'ignore', 'inherit']})
  }
}

function privilege() {
  if (process.getuid?.() === 0) return []
  return quiet('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined
}

function quiet(command, args) {
  return spawnSync(command, args, {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']})
}

function run(command, args) {
  console.error(`${command} ${args.join(' ')}`)
  const {status} = spawnSync(command, args, {cwd: root, stdio: ['ignore', 2, 2]})
  if (status !== 0) throw new Error(`${command} ${args[0]} failed.`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const steps = {build: prepareBuild, readers: prepareReaders}
  const asked = process.argv.slice(2)
  try {
    for (const name of asked) {
      if (!Object.hasOwn(steps, name)) throw new Error(`prepare.mjs knows \`build\` and \`readers\`, not \`${name}\`.`)
      await steps[name]()
    }
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
