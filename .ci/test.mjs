/**
 * `npm test`: set up, lint, type-check, test. Every step runs even when one before it failed, so that one run tells all;
 * the last line is always `N passed, N failed`, where the lint and the type check count as one test each.
 */
import {spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {prepareBuild, prepareReaders} from './prepare.mjs'
import {root} from './source.mjs'

const full = process.argv.includes('--full')
const only = process.argv.slice(2).filter((argument) => argument !== '--full')

/** Runs a program of node_modules/.bin; true when it exits with 0. */
function succeeds(name, args, env = {}) {
  const program = join(root, 'node_modules/.bin', name)
  return spawnSync(program, args, {cwd: root, stdio: 'inherit', env: {...process.env, ...env}}).status === 0
}

function check(title, name, args) {
  const passed = succeeds(name, args)
  console.log(`${passed ? '✓' : '✗'} ${title}`)
  return {passed: passed ? 1 : 0, failed: passed ? 0 : 1}
}

function lint() {
  const folders = ['src', 'test', 'bench'].filter((folder) => existsSync(join(root, folder)))
  return check('lint', 'biome', ['lint', '--config-path=.ci', '--error-on-warnings', ...folders])
}

/** vitest's own exit status decides with the counts: a run that ends without counts is a failure. */
function tests() {
  const folder = mkdtempSync(join(tmpdir(), 'engross-test-'))
  const file = join(folder, 'counts.json')
  const reporters = ['--reporter=default', `--reporter=${join(root, '.ci/reporter.mjs')}`]
  const env = {ENGROSS_TEST_COUNTS: file, ...(full ? {ENGROSS_FULL: '1'} : {})}
  const passed = succeeds('vitest', ['run', '--config', 'test/vitest.config.ts', ...reporters, ...only], env)
  const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {passed: 0, failed: 1}
  rmSync(folder, {recursive: true, force: true})
  return passed || counts.failed > 0 ? counts : {...counts, failed: 1}
}

async function all() {
  try {
    await prepareBuild()
    prepareReaders()
  } catch (error) {
    console.error(error.message)
    return [{passed: 0, failed: 1}]
  }
  return [lint(), check('types', 'tsc', ['-p', 'test', '--noEmit']), tests()]
}

const results = await all()
const sum = (key) => results.reduce((total, result) => total + result[key], 0)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0
