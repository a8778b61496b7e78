/**
 * The outside programs that tests read our files with. A test that needs one says so by name, so that a machine without
 * it skips that test and tells why; with `CI=true` nothing may be left out.
 */
import {accessSync, constants} from 'node:fs'
import {delimiter, join} from 'node:path'
import {TestRunner} from 'vitest'

export type Reader = 'soffice' | 'pdftotext' | 'pdftoppm' | 'pdfinfo' | 'pdffonts' | 'chromium' | 'qpdf' | 'python3'

/** True under `npm run test:full`: longer property runs, larger inputs. */
export const full = process.env.ENGROSS_FULL === '1'

/** Path of the program, or `undefined` when it is not on this machine. With `CI=true` a missing one throws. */
export function find(reader: Reader): string | undefined {
  const path = pathOf(reader)
  if (!path && process.env.CI === 'true')
    throw new Error(`\`${reader}\` is missing, and CI=true asks for every outside reader.`)
  return path
}

/**
 * Path of the program. Called inside a test: where the program is missing the test is skipped, with its name as the
 * reason. For `beforeAll` or `describe.skipIf`, use `find`.
 */
export function needs(reader: Reader): string {
  const path = find(reader)
  if (path) return path
  const running = TestRunner.getCurrentTest()
  if (!running) throw new Error(`needs('${reader}') was called outside a test.`)
  return running.context.skip(`needs \`${reader}\`, which is not on this machine`)
}

// LibreOffice ships a Python of its own on some systems; only Debian's has `uno`, so it goes before the path.
function pathOf(reader: Reader): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return (reader === 'python3' ? ['/usr/bin', ...folders] : folders).map((folder) => join(folder, reader)).find(canRun)
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
