/**
 * What is ours alone stays ours: canaries in every private and internal field, and none in anything that goes out. The
 * same search finds them where somebody lets them out, so that it is not blind.
 */
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir, userInfo} from 'node:os'
import {join} from 'node:path'
import {strToU8, unzipSync, zipSync} from 'fflate'
import {PDFDocument} from 'pdf-lib'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {stringify} from 'yaml'
import {renderMarkdown} from '../../src/render/markdown/index.js'
import type {FairCopy, PrivateNotes} from '../../src/model/index.js'
import {draftDeal, formats} from '../../src/verbs/index.js'
import {fairCopy} from '../render/sample.js'
import {type Changes, change, changeFile, copyOf, time} from './drafts.js'
import {type Place, placesIn, whereIs} from './inside.js'

const canaries: string[] = []
function canary(): string {
  const word = `Kanarienvogel${String(canaries.length + 1).padStart(2, '0')}`
  canaries.push(word)
  return word
}
const sentence = (): string => `Nobody else may read this word here: ${canary()}.`

const settledReason = sentence()
const notes: PrivateNotes = {
  settled: [{rule: 'R-023', reason: settledReason, by: `${canary()}@engross.example`, on: '2026-11-20'}],
  notes: {'/risk/cap': sentence(), '/ip/fields/0/years': sentence(), '/parties/1/legalName/latin': sentence()},
  limits: {'/risk/cap': sentence(), '/exit/noticeDays': sentence(), '/nda/termMonths': sentence()},
  redLines: [sentence(), sentence(), sentence()],
  aims: [sentence(), sentence(), sentence()],
}

// What a party is asked for and the document does not print, with what its conditions leave out.
const unprinted: Changes = {
  '/parties/0/group': canary(),
  '/parties/1/group': canary(),
  '/localCounsel/0/id': canary().toLowerCase(),
  '/localCounsel/0/topic': sentence(),
  '/localCounsel/0/by': canary(),
  '/compliance/exportReference': sentence(),
  '/ip/results/licenceBack': {scope: sentence()},
  '/departure/nonSolicit/months': 6,
}

const ofNda: Changes = {
  '/project/purpose': `To build and to test one thing together, and nothing more than it: ${canary()}.`,
  '/project/outcomes': [{id: canary().toLowerCase(), text: sentence()}],
  '/parties/0/aims': [{id: 'one', text: sentence()}],
  '/parties/0/group': canary(),
  '/facilitator': {name: canary(), interests: sentence()},
  '/gates': [{id: canary().toLowerCase(), name: canary(), work: sentence(), evidence: sentence(), tier: 1}],
  '/keyPeople': [{id: 'k', person: canary(), party: 'brightwater', role: canary()}],
  '/risk/insurance': sentence(),
  '/funding': {programme: canary(), reference: canary()},
  '/ip/background/items': [
    {
      id: 'b',
      owner: 'brightwater',
      kind: 'know-how',
      title: canary(),
      registration: canary(),
      basis: 'employees',
      tier: 1,
    },
  ],
  '/exit/valueMap': [{id: 'v', asset: canary(), today: canary(), onExit: 'keep', to: 'brightwater'}],
  '/localCounsel': [{id: 'c', jurisdiction: 'DE', topic: sentence(), by: canary(), status: 'open'}],
}

const folderName = canary()
const author = `${canary()}@engross.example`
const message = sentence()
const openNote = sentence()
const comments = [canary(), canary()]
const guidance = {summary: sentence(), why: sentence(), expect: sentence(), counsel: {DE: sentence()}}

interface Made {
  readonly places: readonly Place[]
  readonly folder: string
}

const outs: string[] = []
const histories: string[] = []
afterAll(() => {
  for (const out of outs) rmSync(out, {recursive: true, force: true})
})

/** A deal full of canaries, drafted in every format: all that can be read in what goes out. */
async function drafted(example: 'brightwater-hartmann' | 'brightwater-hartmann-nda', changes: Changes): Promise<Made> {
  const folder = copyOf(example, folderName)
  change(folder, changes)
  changeFile(folder, {
    '/parameters/signing/electronic': undefined,
    '/open': {'/signing/electronic': {ask: 'counsel', note: openNote}},
  })
  writeFileSync(join(folder, 'private.yaml'), `# ${comments[0]}\n${stringify(notes)}`)
  const deal = readFileSync(join(folder, 'deal.yaml'), 'utf8')
  writeFileSync(join(folder, 'deal.yaml'), `# ${comments[1]}\n${deal}`)
  mkdirSync(join(folder, 'clauses'))
  writeFileSync(join(folder, 'clauses', 'return.md'), negotiated)
  const out = mkdtempSync(join(tmpdir(), 'engross-private-'))
  outs.push(out)
  histories.push(join(folder, 'revisions'))
  const report = await draftDeal(folder, {
    formats,
    out,
    cwd: out,
    message,
    author,
    time,
    libraries: [],
    progress: () => {},
  })
  if (report.files.length === 0)
    throw new Error(report.diagnostics.map(({code, message: said}) => `${code} ${said}`).join('\n'))
  return {
    folder,
    places: report.files.flatMap(({path}) => placesIn(path, new Uint8Array(readFileSync(join(out, path))))),
  }
}

const negotiated = `---
id: nda.return.on-request
position: nda.return
title: Return and proof
stance: balanced
survives: true
${stringify(guidance)}---
1. {#back} On request each Party must return or destroy what it received, within {{nda.returnDays}}.
`

describe.each([
  ['the collaboration agreement', 'brightwater-hartmann', unprinted],
  ['the confidentiality agreement', 'brightwater-hartmann-nda', ofNda],
] as const)('%s', (_, example, changes) => {
  let made: Made
  beforeAll(async () => {
    made = await drafted(example, changes)
  })

  test('holds none of the canaries in any part, property, attachment, font name or file name', () => {
    expect(new Set(canaries).size).toBeGreaterThanOrEqual(30)
    const leaks = canaries.flatMap((word) =>
      whereIs(word, made.places)
        .concat(whereIs(word.toLowerCase(), made.places))
        .map((place) => `${word} in ${place}`),
    )
    expect(leaks).toEqual([])
  })

  test('holds no path of this machine, and its properties name no user', () => {
    for (const path of [made.folder, tmpdir(), process.cwd()]) expect(whereIs(`${path}/`, made.places)).toEqual([])
    const properties = made.places
      .filter(({name}) => /docProps|-meta|pdfinfo$/.test(name))
      .map(({bytes}) => Buffer.from(bytes).toString())
    expect(properties.length).toBeGreaterThan(4)
    for (const text of properties)
      expect(text).not.toMatch(new RegExp(`creator|lastModifiedBy|\\b${userInfo().username}\\b`))
  })

  test('prints what was planted to be printed, so that the search sees the words of every format', () => {
    for (const format of formats)
      expect(
        whereIs(
          'Brightwater',
          made.places.filter(({name}) => name.includes(`.${format}`)),
        ).length,
        format,
      ).toBeGreaterThan(0)
  })
})

test('every canary was really in what the drafts were made from: their histories, which are ours, hold them all', async () => {
  const files = histories.flatMap((folder) =>
    readdirSync(folder, {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map(({parentPath, name}) => readFileSync(join(parentPath, name), 'utf8')),
  )
  const all = files.join('\n').toLowerCase()
  expect(canaries.filter((word) => !all.includes(word.toLowerCase()))).toEqual([folderName])
})

describe('the same search finds', () => {
  const word = canaries[0]!
  const leaking = (copy: FairCopy, ours: PrivateNotes): string =>
    `${renderMarkdown(copy)}\n<!-- ${ours.redLines!.join(' ')} -->\n`

  test('what a leaking renderer appends, a canary a line', () => {
    const places = placesIn('a.md', strToU8(leaking(fairCopy(), notes)))
    const found = canaries.filter((one) => whereIs(one, places).length > 0)
    expect(found).toEqual(notes.redLines!.map((line) => /Kanarienvogel\d+/.exec(line)![0]))
  })

  test('a word in a deflated part, in the name of a part, and in a property of a Word file', async () => {
    const {createDocxRenderer} = await import('../../src/render/docx/index.js')
    const parts = unzipSync(createDocxRenderer().render(fairCopy()))
    const found = whereIs(
      word,
      placesIn(
        'a.docx',
        zipSync({...parts, 'customXml/note.xml': strToU8(`<a b="${word}"/>`), [`word/${word}.xml`]: strToU8('<a/>')}),
      ),
    )
    expect(found).toEqual(['a.docx', 'a.docx!customXml/note.xml', `a.docx!word/${word}.xml (its name)`])
  })

  test.each<[string, (pdf: PDFDocument) => Promise<void> | void]>([
    ['an attachment', (pdf) => pdf.attach(strToU8(word), 'note.txt')],
    ['the keywords', (pdf) => pdf.setKeywords([word])],
    ['the printed words', (pdf) => pdf.addPage().drawText(word)],
  ])('a word in %s of a PDF', async (_, leak) => {
    const pdf = await PDFDocument.create()
    pdf.addPage()
    await leak(pdf)
    expect(whereIs(word, placesIn('a.pdf', await pdf.save())).length).toBeGreaterThan(0)
  })

  test('a word in base64 and in UTF-16, wherever it begins', () => {
    for (const before of ['', 'x', 'xy'])
      expect(
        whereIs(word, placesIn('a.html', Buffer.from(Buffer.from(`${before}${word}tail`).toString('base64')))),
      ).toEqual(['a.html'])
    expect(whereIs(word, placesIn('a.html', Buffer.from(word, 'utf16le')))).toEqual(['a.html'])
  })
})
