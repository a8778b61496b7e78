/** `verify` looks at what came from the other side as well: it is part of what a deal must not lose. */
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {receiveFile, verifyPath} from '../../src/verbs/index.js'
import {copyOf, draft, scratch} from '../whole/drafts.js'

test('a received file that was altered since is named by verify', async () => {
  const folder = copyOf('brightwater-hartmann-nda')
  const back = join(scratch('theirs'), 'returned.docx')
  writeFileSync(back, (await draft(folder, {formats: ['docx']})).files.docx)
  const {json} = await receiveFile(folder, back, {
    from: 'hartmann',
    answers: undefined,
    out: undefined,
    cwd: scratch('cwd'),
    author: 'anna',
    time: '2026-12-01T09:00:00.000Z',
    libraries: [],
    text: {colour: false, width: 100},
    progress: () => {},
  })
  expect(await verifyPath(folder)).toMatchObject({holds: true, diagnostics: []})
  const kept = join(folder, 'received/0001', json!.received.file)
  const bytes = readFileSync(kept)
  bytes[100] = bytes[100]! ^ 1
  writeFileSync(kept, bytes)
  const {holds, diagnostics} = await verifyPath(folder)
  expect(holds).toBe(false)
  expect(diagnostics).toMatchObject([{severity: 'error', at: {file: `received/0001/${json!.received.file}`}}])
})
