/** `diff` as a whole: what it tells besides the redline, and what it writes. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {strFromU8, unzipSync} from 'fflate'
import {expect, test} from 'vitest'
import {type DiffSettings, diffDeal, draftDeal, verifyPath} from '../../src/verbs/index.js'
import {change, copyOf, scratch} from '../whole/drafts.js'

function settings(out: string, more: Partial<DiffSettings> = {}): DiffSettings {
  return {
    revisions: [],
    formats: [],
    memo: [],
    out,
    cwd: out,
    libraries: [],
    text: {colour: false, width: 100, whole: false},
    progress: () => {},
    ...more,
  }
}

async function draft(folder: string, day: string): Promise<void> {
  const {diagnostics} = await draftDeal(folder, {
    formats: ['md'],
    out: scratch('out'),
    cwd: folder,
    message: '',
    author: 'ann',
    time: `2026-11-${day}T10:00:00.000Z`,
    libraries: [],
    progress: () => {},
  })
  expect(diagnostics.filter(({severity}) => severity === 'error')).toEqual([])
}

test('a redline is written with its memo, and tells of edits that no revision holds', async () => {
  const folder = copyOf('brightwater-hartmann-nda')
  await draft(folder, '01')
  change(folder, {'/nda/termMonths': 48})
  await draft(folder, '02')
  const out = scratch('redlines')
  const first = await diffDeal(folder, settings(out, {formats: ['html', 'docx'], memo: ['html']}))
  expect(first.diagnostics).toMatchObject([
    {code: 'redline/causes-shown', message: expect.stringContaining('the html file')},
  ])
  expect(first.text).toContain('{+48+}')
  expect(readdirSync(out).toSorted()).toEqual([
    'mutual-confidentiality-agreement-r1-to-r2-memo.html',
    'mutual-confidentiality-agreement-r1-to-r2.docx',
    'mutual-confidentiality-agreement-r1-to-r2.html',
  ])
  const redline = await verifyPath(join(out, 'mutual-confidentiality-agreement-r1-to-r2.docx'))
  expect(redline.holds).toBe(true)
  expect(redline.lines).toContain('It is a redline: Revision 2 against revision 1.')
  change(folder, {'/nda/termMonths': 60})
  const {diagnostics} = await diffDeal(folder, settings(out))
  expect(diagnostics).toMatchObject([{code: 'redline/not-recorded', at: {file: 'deal.yaml'}}])
  expect((await diffDeal(folder, settings(out, {revisions: ['1', '2']}))).diagnostics).toEqual([])
})

test('causes beside the changes come with a word of caution, and a library that is not there is no library', async () => {
  const folder = copyOf('brightwater-hartmann-nda')
  await draft(folder, '01')
  change(folder, {'/nda/termMonths': 48})
  await draft(folder, '02')
  const out = scratch('redlines')
  const {diagnostics} = await diffDeal(folder, settings(out, {formats: ['docx'], showCauses: true}))
  expect(diagnostics.map(({code}) => code)).toEqual(['redline/causes-shown'])
  const silent = await diffDeal(folder, settings(out, {formats: ['docx', 'pdf'], memo: ['pdf']}))
  expect(silent.diagnostics).toEqual([])
  const words = Object.values(unzipSync(readFileSync(join(out, 'mutual-confidentiality-agreement-r1-to-r2.docx'))))
  expect(words.some((part) => strFromU8(part).includes('/nda/termMonths:'))).toBe(false)
  await expect(diffDeal(folder, settings(out, {libraries: ['/nowhere/at/all']}))).rejects.toThrow(
    'There is no library at /nowhere/at/all.',
  )
})
