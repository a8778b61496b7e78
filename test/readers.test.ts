import {chmodSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {find, needs} from './readers.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'engross-readers-'))
  vi.stubEnv('PATH', folder)
  vi.stubEnv('CI', '')
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, {recursive: true})
})

test('finds a program on the path, if it may be run', () => {
  writeFileSync(join(folder, 'qpdf'), '')
  expect(find('qpdf')).toBeUndefined()
  chmodSync(join(folder, 'qpdf'), 0o755)
  expect(find('qpdf')).toBe(join(folder, 'qpdf'))
  expect(needs('qpdf')).toBe(join(folder, 'qpdf'))
})

test('with CI=true a missing program is a failure', () => {
  vi.stubEnv('CI', 'true')
  expect(() => find('soffice')).toThrow('`soffice` is missing')
  expect(() => needs('soffice')).toThrow('`soffice` is missing')
})

test('a missing program skips the test that needs it, by name', ({task}) => {
  // The test's own `skip` stands aside for a moment, so that this test is not itself skipped.
  const skip = vi.spyOn(task.context, 'skip').mockImplementation((note?: unknown) => {
    throw new Error(String(note))
  })
  expect(() => needs('soffice')).toThrow('needs `soffice`, which is not on this machine')
  expect(skip).toHaveBeenCalledOnce()
})
