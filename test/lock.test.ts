/** The lock file must serve every platform: an entry that npm left out makes `npm ci` refuse the whole file. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'

interface Lock {
  readonly packages: Readonly<Record<string, {readonly optionalDependencies?: Readonly<Record<string, string>>}>>
}

test('package-lock.json names the optional packages of every platform (else run `node .ci/lock.mjs`)', () => {
  const lock = JSON.parse(readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8')) as Lock
  const asked = Object.values(lock.packages).flatMap(({optionalDependencies}) =>
    Object.keys(optionalDependencies ?? {}),
  )
  expect(asked.length).toBeGreaterThan(0)
  expect(asked.filter((name) => !(`node_modules/${name}` in lock.packages))).toEqual([])
})
