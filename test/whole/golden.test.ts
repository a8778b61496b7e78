/** The text of the first example as it stands, one sentence a line: whoever changes a clause sees here what that does to an agreement. */
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {copyOf, draft} from './drafts.js'

const golden = new URL('../golden/brightwater-hartmann.md', import.meta.url)

test('the agreement of Brightwater and Hartmann reads as it was last read by a person (UPDATE=1 writes it again)', async () => {
  const {folder} = await draft(copyOf('brightwater-hartmann'), {formats: ['md']})
  const text = readFileSync(join(folder, 'revisions/0001/agreement.md'), 'utf8')
  if (process.env.UPDATE === '1') writeFileSync(golden, text)
  expect(text).toBe(readFileSync(golden, 'utf8'))
})
