/** `compare` and `receive` as scripts depend on them: streams, exit statuses, JSON by its schema, and files whole or not at all. */
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {Ajv2020} from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import {beforeAll, describe, expect, test} from 'vitest'
import {linesOf} from '../../src/intake/index.js'
import {home} from '../../src/verbs/index.js'
import {opened, p, r, wordBytes} from '../intake/make.js'
import {returned} from '../intake/returned.js'
import {copyOf, draft, scratch} from '../whole/drafts.js'
import {engross} from './terminal.js'

let cwd = ''
beforeAll(() => {
  cwd = scratch('cwd')
  writeFileSync(join(cwd, 'a.docx'), wordBytes(p(r('The Recipient must pay.')) + p(r('It ends.'))))
  writeFileSync(join(cwd, 'b.docx'), wordBytes(p(r('The Recipient may pay.')) + p(r('It ends.'))))
  writeFileSync(join(cwd, 'bad.docx'), 'no Word file')
})

function validator(name: string): (value: unknown) => readonly unknown[] {
  const ajv = addFormats.default(new Ajv2020({strict: false}))
  for (const one of ['diagnostics', 'redline'])
    ajv.addSchema(JSON.parse(readFileSync(join(home, `schemas/${one}.schema.json`), 'utf8')))
  const validate = ajv.compile(JSON.parse(readFileSync(join(home, `schemas/${name}.schema.json`), 'utf8')))
  return (value) => (validate(value) ? [] : (validate.errors ?? []))
}

describe('compare', () => {
  test('prints what changed, and which engine found it; writes nothing unless told', async () => {
    const {status, out, err} = await engross(['compare', 'a.docx', 'b.docx'], {cwd})
    expect({status, err}).toEqual({status: 0, err: ''})
    expect(out).toContain('b.docx against a.docx')
    expect(out).toContain('[-must-]{+may+}')
    expect(out).toMatch(/Compared by docxodus \d+\.\d+\.\d+\.\n$/)
    expect(readdirSync(cwd).sort()).toEqual(['a.docx', 'b.docx', 'bad.docx'])
  })

  test('writes a Word file whose two readings are the two files, and pages beside it; the same bytes each time', async () => {
    const args = [
      'compare',
      'a.docx',
      'b.docx',
      '--out',
      'made/redline.docx',
      '--format',
      'text,html,pdf',
      '--date',
      '2026-11-23',
      '--author',
      'Anna',
    ]
    const {status, out} = await engross(args, {cwd})
    expect(status).toBe(0)
    expect(out.split('\n').slice(-4)).toEqual(['made/redline.docx', 'made/redline.html', 'made/redline.pdf', ''])
    const file = opened(new Uint8Array(readFileSync(join(cwd, 'made/redline.docx'))))
    const words = (side: 'accepted' | 'rejected'): readonly string[] =>
      linesOf(file.stories[0]!, side, file).map(({text}) => text)
    expect([words('accepted')[0], words('rejected')[0]]).toEqual(['The Recipient may pay.', 'The Recipient must pay.'])
    expect(readFileSync(join(cwd, 'made/redline.html'), 'utf8')).toContain('docxodus')
    const first = readFileSync(join(cwd, 'made/redline.docx'))
    await engross(args, {cwd})
    expect(Buffer.compare(readFileSync(join(cwd, 'made/redline.docx')), first)).toBe(0)
  })

  test('prints JSON by its schema', async () => {
    const {status, out} = await engross(['compare', 'a.docx', 'b.docx', '--json'], {cwd})
    expect(status).toBe(0)
    const json = JSON.parse(out) as {readonly redline: {readonly counts: unknown; readonly changes: readonly unknown[]}}
    expect(validator('comparison')(json)).toEqual([])
    expect(json.redline.changes).toHaveLength(2)
  })

  test.each<[string, readonly string[], number, RegExp]>([
    [
      'a file that is no Word file',
      ['compare', 'a.docx', 'bad.docx'],
      3,
      /package\/not-a-package[\s\S]*Nothing was written/,
    ],
    ['a file that is not there', ['compare', 'a.docx', 'c.docx'], 3, /c\.docx: there is no such file/],
    ['one file', ['compare', 'a.docx'], 2, /An argument is missing/],
    ['a format that is none', ['compare', 'a.docx', 'b.docx', '--format', 'odt'], 2, /There is no format "odt"/],
    ['pages without a place', ['compare', 'a.docx', 'b.docx', '--format', 'pdf'], 2, /needs --out/],
    ['an --out that is no Word file', ['compare', 'a.docx', 'b.docx', '--out', 'x.pdf'], 2, /does not end in \.docx/],
  ])('ends as it should for %s', async (_, args, expected, message) => {
    const {status, out, err} = await engross(args, {cwd})
    expect({status, out}).toEqual({status: expected, out: ''})
    expect(err).toMatch(message)
    expect(existsSync(join(cwd, 'x.pdf'))).toBe(false)
  })
})

describe('receive', () => {
  test('prints JSON by its schema, warnings and all, with status 0', async () => {
    const folder = copyOf('brightwater-hartmann-nda')
    const {docx} = (await draft(folder, {formats: ['docx']})).files
    const {bytes, edits} = returned(docx, 5, 10)
    writeFileSync(join(cwd, 'back.docx'), bytes)
    const {status, out} = await engross(
      ['receive', folder, 'back.docx', '--from', 'hartmann', '--json', '--out', 'out'],
      {cwd},
    )
    expect(status).toBe(0)
    const json = JSON.parse(out) as {readonly untracked: readonly unknown[]; readonly files: readonly string[]}
    expect(validator('received')(json)).toEqual([])
    expect(json.untracked.length).toBeGreaterThanOrEqual(edits.filter(({tracked}) => !tracked).length)
    expect(json.files.every((file) => existsSync(join(cwd, file)))).toBe(true)
  })

  test.each<[string, readonly string[], number, RegExp]>([
    ['no party', ['a.docx'], 2, /--from is missing/],
    [
      'a party that is none',
      ['a.docx', '--from', 'nobody', '--answers', '1'],
      1,
      /receive\/unknown-party[\s\S]*Nothing was kept/,
    ],
    [
      'a file that is no Word file',
      ['bad.docx', '--from', 'hartmann'],
      3,
      /package\/not-a-package[\s\S]*Nothing was kept/,
    ],
    ['a revision that is none', ['a.docx', '--from', 'hartmann', '--answers', 'x'], 2, /"x" is no revision/],
  ])('ends as it should for %s', async (_, args, expected, message) => {
    const folder = copyOf('brightwater-hartmann-nda')
    await draft(folder, {formats: ['md']})
    const {status, out, err} = await engross(['receive', folder, ...args], {cwd})
    expect({status, out}).toEqual({status: expected, out: ''})
    expect(err).toMatch(message)
    expect(existsSync(join(folder, 'received'))).toBe(false)
  })
})
