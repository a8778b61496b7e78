/** A file comes back from the other side: it is kept, held against what was sent, and redlined at once. */
import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {readWordFile, untrackedChanges} from '../../src/intake/index.js'
import {folderStore} from '../../src/revisions/index.js'
import {FileFault, type ReceiveReport, receiveFile, verifyReceived} from '../../src/verbs/index.js'
import {by, edited, opened} from '../intake/make.js'
import {change, copyOf, draft, scratch} from '../whole/drafts.js'

const settings = {
  from: 'hartmann',
  answers: undefined,
  out: undefined,
  author: 'anna',
  time: '2026-12-01T09:00:00.000Z',
  libraries: [],
  text: {colour: false, width: 100},
  progress: () => {},
}

let folder = ''
let sent: Uint8Array = new Uint8Array()
let back = ''

/** One word tracked, one not, one word of the footer not. */
function marked(bytes: Uint8Array): Uint8Array {
  return edited(bytes, (text, name) => {
    if (/^word\/footer/.test(name)) return text.replace('not reviewed', 'reviewed')
    if (name !== 'word/document.xml') return text
    return text
      .replace('must not analyse', 'must analyse')
      .replace(
        /<w:r><w:t xml:space="preserve">The Recipient must use ([^<]*)<\/w:t><\/w:r>/,
        (_, rest: string) =>
          `<w:r><w:t xml:space="preserve">The Recipient </w:t></w:r><w:del ${by}><w:r><w:delText>must</w:delText></w:r></w:del><w:ins ${by}><w:r><w:t>may</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> use ${rest}</w:t></w:r>`,
      )
  })
}

function saved(bytes: Uint8Array, name = 'returned.docx'): string {
  const path = join(scratch('theirs'), name)
  writeFileSync(path, bytes)
  return path
}

function receive(path: string, more: Partial<Parameters<typeof receiveFile>[2]> = {}): Promise<ReceiveReport> {
  const cwd = scratch('cwd')
  return receiveFile(folder, path, {...settings, cwd, ...more})
}

beforeAll(async () => {
  folder = copyOf('brightwater-hartmann-nda')
  sent = (await draft(folder, {formats: ['docx']})).files.docx
  back = saved(marked(sent), 'Hartmann: Änderungen.docx')
})

describe('a file with one tracked and two untracked changes', () => {
  let report: ReceiveReport
  let cwd = ''
  beforeAll(async () => {
    cwd = scratch('cwd')
    report = await receiveFile(folder, back, {...settings, cwd})
  })

  test('is kept byte for byte, with its hash, its sender and the very revision that it answers', async () => {
    expect(report.refused).toBeUndefined()
    const {received, recorded} = report.json!
    const head = (await folderStore(folder).head())!
    expect(received).toMatchObject({
      number: 1,
      from: 'hartmann',
      author: 'anna',
      time: settings.time,
      answers: {revision: 1, hash: head.hash},
    })
    expect(recorded).toBe(true)
    expect(Buffer.compare(readFileSync(join(folder, 'received/0001', received.file)), readFileSync(back))).toBe(0)
    expect(await verifyReceived(folder)).toEqual([])
  })

  test('tells what was tracked, by whom', () => {
    expect(report.json!.tracked.map(({kind, author, words}) => [kind, author, words])).toEqual([
      ['deleted', 'Anna', 'must'],
      ['inserted', 'Anna', 'may'],
    ])
    expect(report.text).toContain('Tracked: 2 changes (2 by Anna).')
  })

  test('warns of what was not, with both texts', () => {
    const warnings = report.diagnostics.filter(({code}) => code.startsWith('untracked/'))
    expect(warnings.map(({severity}) => severity)).toEqual(warnings.map(() => 'warning'))
    expect(warnings[0]!.message).toMatch(
      /^3\.3, paragraph \d+ of the body, was changed without tracking: we sent “.*must not analyse.*”, it reads “.*must analyse/,
    )
    expect(warnings.slice(1).map(({at}) => 'part' in at && at.part)).toEqual(
      warnings.slice(1).map(() => expect.stringMatching(/^word\/footer\d\.xml$/)),
    )
    expect(warnings.length).toBeGreaterThan(1)
  })

  test('is redlined against what was sent, tracked or not: all accepted it is theirs, all rejected ours', () => {
    const [file] = report.files
    expect(file).toBe('out/brightwater-hartmann-nda/mutual-confidentiality-agreement-r1-received-1-redline.docx')
    const redline = opened(new Uint8Array(readFileSync(join(cwd, file!))))
    expect(untrackedChanges(opened(sent), redline).filter(({kind}) => kind !== 'retargeted')).toEqual([])
    expect(
      report.json!.redline!.changes.map(({words}) => [words.before, words.after].map((one) => one?.trim())),
    ).toEqual(
      expect.arrayContaining([
        ['must', 'may'],
        ['not', undefined],
      ]),
    )
    expect(report.json!.engine).toMatch(/^docxodus /)
    expect(new Set(report.json!.redline!.changes.map(({author}) => author))).toEqual(new Set(['Hartmann']))
  })

  test('is kept once, however often it comes', async () => {
    const again = await receive(back)
    expect(again.json).toMatchObject({recorded: false, received: {number: 1}})
    expect(again.diagnostics.map(({code}) => code)).toContain('receive/again')
    expect(readdirSync(join(folder, 'received'))).toEqual(['0001'])
  })
})

test('a file that came back as it was sent has nothing to warn of and nothing to redline', async () => {
  const report = await receive(saved(sent))
  expect(report.diagnostics.filter(({severity}) => severity !== 'advice')).toEqual([])
  expect(report.json).toMatchObject({tracked: [], untracked: [], redline: {changes: []}})
  expect(report.text).toContain('Changed without tracking: nothing.')
})

describe('which revision it answers', () => {
  const unmarked = (bytes: Uint8Array): Uint8Array =>
    edited(bytes, (text, name) => (name === 'customXml/item1.xml' ? '<gone/>' : text))

  test('is asked, when the file does not say and nothing was sent', async () => {
    const report = await receive(saved(unmarked(sent)))
    expect(report.refused).toBe('deal')
    expect(report.diagnostics.map(({code}) => code)).toEqual(['receive/answers-unknown'])
    expect(report.json).toBeUndefined()
  })

  test('is what the user says', async () => {
    const report = await receive(saved(unmarked(sent)), {answers: 1})
    expect(report.json!.received.answers.revision).toBe(1)
    await expect(receive(saved(sent), {answers: 9})).rejects.toThrow(FileFault)
  })

  test('is the last that was marked as sent, and that is told', async () => {
    const other = copyOf('brightwater-hartmann-nda', 'other')
    const first = (await draft(other, {formats: ['docx']})).files.docx
    await folderStore(other).tag({revision: 1, tag: 'sent', time: settings.time, author: 'a', note: ''})
    change(other, {'/nda/termMonths': 24})
    await draft(other, {formats: ['docx']})
    const report = await receiveFile(other, saved(unmarked(first)), {...settings, cwd: scratch('cwd')})
    expect(report.json!.received.answers.revision).toBe(1)
    expect(report.diagnostics.map(({code}) => code)).toContain('receive/answers-sent')
    // The file's own word goes before the tag.
    const own = await receiveFile(other, saved(first), {...settings, cwd: scratch('cwd')})
    expect(own.diagnostics.map(({code}) => code)).not.toContain('receive/answers-sent')
  })

  test('is not that of another deal', async () => {
    const stranger = copyOf('nuclea-tokai-nda')
    const theirs = (await draft(stranger, {formats: ['docx']})).files.docx
    const report = await receive(saved(theirs))
    expect([report.refused, ...report.diagnostics.map(({code}) => code)]).toEqual(['deal', 'receive/another-deal'])
  })
})

describe('nothing is kept', () => {
  const standing = (): readonly string[] => readdirSync(join(folder, 'received')).sort()

  test('from someone who is no party; the parties are named', async () => {
    const before = standing()
    const report = await receive(back, {from: 'hartman'})
    expect(report.diagnostics).toMatchObject([
      {code: 'receive/unknown-party', hint: 'Write one of: brightwater (Brightwater), hartmann (Hartmann).'},
    ])
    expect([report.refused, standing()]).toEqual(['deal', before])
  })

  test('of a file that is no sound Word file', async () => {
    const before = standing()
    const report = await receive(saved(sent.slice(0, 5000)))
    expect([report.refused, report.diagnostics[0]!.code, standing()]).toEqual(['file', 'package/not-a-package', before])
  })

  test('in a deal of which nothing was drafted', async () => {
    await expect(
      receiveFile(copyOf('brightwater-hartmann-nda'), back, {...settings, cwd: scratch('cwd')}),
    ).rejects.toThrow(/has no revision yet/)
  })
})

test('a short name is as good as an id, in whatever case', async () => {
  expect((await receive(back, {from: 'HARTMANN'})).json!.received.from).toBe('hartmann')
})

test('words that are tracked and disguised are told', async () => {
  const disguised = edited(marked(sent), (text) => text.replace('<w:t>may</w:t>', '<w:t>m\u0430y</w:t>'))
  const report = await receive(saved(disguised))
  expect(report.diagnostics.filter(({code}) => code === 'receive/disguised')[0]!.message).toContain('U+0430')
  expect('refused' in readWordFile(disguised, 'x')).toBe(false)
})
