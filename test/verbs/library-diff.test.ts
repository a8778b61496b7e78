/** Two versions of a clause, compared as they are written; newer versions stand in a firm's own library only. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {type Agreement, type Change, type Inline, inlinesOfAgreement} from '../../src/model/index.js'
import {accepted, rejected} from '../../src/redline/index.js'
import {readManifest} from '../../src/render/docx/index.js'
import {diffLibrary, type LibraryDiffSettings, openWorkshop} from '../../src/verbs/index.js'
import {compareClauses} from '../../src/verbs/library-diff.js'
import {namesOf} from '../../src/verbs/reading-copy.js'
import {engross} from '../cli/terminal.js'
import {scratch, time} from '../whole/drafts.js'
import {newFirm, publishNewer} from './firms.js'
import {misfits} from './published.js'

const duty = 'nda.duty.reasonable-care'
let firm: string

beforeAll(async () => {
  firm = newFirm()
  await publishNewer(firm, duty, [
    {
      kind: 'patch',
      note: 'Says “rebuild” in plainer words.',
      words: [['analyse or rebuild samples', 'analyse or copy samples']],
    },
    {
      kind: 'minor',
      note: 'Counts the hours from suspicion where residual memory is agreed.',
      words: [
        ['{{#if nda.residuals}}', '{{#if (eq nda.marking "marked")}}'],
        ['The other side may find the hours', 'A large firm may find the hours'],
        ['DE: Reverse', 'CH: Does the law protect a secret without a contract?\n  DE: Reverse'],
      ],
    },
  ])
})

const settings = (more: Partial<LibraryDiffSettings> = {}): LibraryDiffSettings => ({
  libraries: [firm],
  formats: [],
  memo: [],
  out: undefined,
  cwd: scratch('out'),
  time,
  showCauses: false,
  text: {colour: false, width: 400},
  ...more,
})
const diff = (from: string, to: string, more: Partial<LibraryDiffSettings> = {}) =>
  diffLibrary({clause: duty, from, to}, settings(more))

describe('two versions of a clause', () => {
  test('are compared word by word, each change with the version for its cause and the library’s note', async () => {
    const {json} = await diff('1.0.0', '1.0.1')
    expect(json?.summary).toBe(`${duty} 1.0.1 against ${duty} 1.0.0: 1 clause upgrade.`)
    expect(json?.changes.map(({kind, words, at}) => [kind, words.before, words.after, at])).toEqual([
      ['deleted', 'rebuild', 'copy', 'nda.duty/samples'],
      ['inserted', 'rebuild', 'copy', 'nda.duty/samples'],
    ])
    const note = 'Says “rebuild” in plainer words.'
    for (const {cause} of json!.changes)
      expect(cause).toEqual({type: 'version', clause: duty, from: '1.0.0', to: '1.0.1', note})
  })

  test('show conditions as drafting notes, so that a changed condition is a changed word', async () => {
    const {text} = await diff('1.0.1', '1.1.0')
    expect(text).toContain(
      '[If [-“Memory clause” is yes-]{+“What is confidential” is “what is marked confidential”+}:] Its people may',
    )
  })

  test('compare the guidance as well: what to expect, and the questions for counsel country by country', async () => {
    const {text, json} = await diff('1.0.1', '1.1.0')
    expect(text).toContain('[-The other side-]{+A large firm+} may find the hours')
    expect(text).toContain('{+CH: Does the law protect a secret without a contract?+}')
    expect(json?.changes.map(({at}) => at)).toContain('guidance/counsel/CH')
  })

  test('carry the notes of every version passed, and tell the kind of each', async () => {
    const {passed, json} = await diff('1.0.0', '1.1.0')
    expect(passed.map(({version, kind}) => [version, kind])).toEqual([
      ['1.0.1', 'patch'],
      ['1.1.0', 'minor'],
    ])
    const [change] = json!.changes
    expect(change?.why).toContain('1.0.1: Says “rebuild” in plainer words. 1.1.0: Counts the hours')
  })

  test('can be asked for backwards: what came is gone, and the note says that it is taken back', async () => {
    const {json, passed} = await diff('1.0.1', '1.0.0')
    expect(json?.changes.map(({words}) => [words.before, words.after])[0]).toEqual(['copy', 'rebuild'])
    expect(json?.changes[0]?.cause).toMatchObject({from: '1.0.1', to: '1.0.0'})
    expect(json?.changes[0]?.why).toContain('Takes back: Says “rebuild” in plainer words.')
    expect(passed.map(({version}) => version)).toEqual(['1.0.1'])
  })

  test('say plainly that nothing changed where both are the same', async () => {
    const {json, text, passed, diagnostics} = await diff('1.0.1', '1.0.1')
    expect(json?.changes).toEqual([])
    expect(text).toBe(`${duty} 1.0.1 against ${duty} 1.0.1: no change.\n`)
    expect([passed, diagnostics]).toEqual([[], []])
  })

  test('name the versions that exist where one does not, and write nothing', async () => {
    const cwd = scratch('out')
    const {json, files, diagnostics} = await diff('1.0.0', '2.0.0', {cwd, formats: ['html']})
    expect([json, files]).toEqual([undefined, []])
    expect(diagnostics).toMatchObject([
      {
        code: 'library/unknown-version',
        message: `"${duty}" has no version 2.0.0.`,
        hint: 'It has 1.0.0, 1.0.1, 1.1.0.',
      },
    ])
    expect(readdirSync(cwd)).toEqual([])
  })

  test('name the nearest clause where there is none of that name, once', async () => {
    const {diagnostics} = await diffLibrary(
      {clause: 'nda.duty.reasonable-caer', from: '1.0.0', to: '1.0.1'},
      settings(),
    )
    expect(diagnostics).toMatchObject([{code: 'library/unknown-clause', hint: `Did you mean "${duty}"?`}])
  })
})

describe('the marked copy of two versions', () => {
  test('gives the new version when all is accepted, the old one when all is rejected', async () => {
    const workshop = await openWorkshop({libraries: [firm]})
    const [from, to] = ['1.0.0', '1.1.0'].map((version) => workshop.library.version(duty, version)!)
    const {copy} = compareClauses(from!, to!, workshop, {time})
    const unchanged = compareClauses(to!, to!, workshop, {time}).copy!.agreement as Agreement<Change>
    // The front page tells the versions passed, and belongs to the comparison.
    const words = (agreement: Agreement): string =>
      inlinesOfAgreement({...agreement, parts: agreement.parts.filter(({kind}) => kind !== 'cover')})
        .map(textOf)
        .join('')
    expect(words(accepted(copy!.agreement))).toBe(words(accepted(unchanged)))
    expect(words(rejected(copy!.agreement, []))).toContain('analyse or rebuild samples')
    expect(words(rejected(copy!.agreement, []))).not.toContain('CH: Does the law')
  })

  test('is written as Word, HTML and PDF, under a name that tells both versions', async () => {
    const out = scratch('files')
    const {files, diagnostics} = await diff('1.0.0', '1.1.0', {out, cwd: out, formats: ['docx', 'html', 'pdf']})
    expect(diagnostics).toEqual([])
    expect(files).toEqual(['docx', 'html', 'pdf'].map((format) => `${duty}-1.0.0-to-1.1.0.${format}`))
    const bytes = (format: string): Uint8Array =>
      new Uint8Array(readFileSync(join(out, `${duty}-1.0.0-to-1.1.0.${format}`)))
    expect(readManifest(bytes('docx'))?.identity.clauses).toMatchObject([{clause: duty, version: '1.1.0'}])
    expect(new TextDecoder().decode(bytes('html'))).toMatch(/<ins[^>]*>[\s\S]*copy/)
    expect(new TextDecoder().decode(bytes('pdf').slice(0, 5))).toBe('%PDF-')
  })

  test('comes with a change memo where that is asked for', async () => {
    const out = scratch('files')
    const {files} = await diff('1.0.0', '1.1.0', {out, cwd: out, memo: ['md']})
    expect(files).toEqual([`${duty}-1.0.0-to-1.1.0-memo.md`])
    const memo = readFileSync(join(out, files[0]!), 'utf8')
    expect(memo).toContain('rebuild')
    expect(memo).toContain('Says “rebuild” in plainer words')
  })

  test('is the same bytes for the same date', async () => {
    const made = async (): Promise<Buffer> => {
      const out = scratch('files')
      const {files} = await diff('1.0.0', '1.1.0', {out, cwd: out, formats: ['docx']})
      return readFileSync(join(out, files[0]!))
    }
    expect((await made()).equals(await made())).toBe(true)
  })
})

describe('a clause as it is written', () => {
  test('can be read and compared whichever clause of the library it is', async () => {
    const workshop = await openWorkshop({})
    for (const id of workshop.library.clauses) {
      const clause = workshop.library.newest(id)!
      const changed = {...clause, version: '1.0.1', summary: `${clause.summary} Nothing else.`}
      const {copy, diagnostics} = compareClauses(clause, changed, workshop, {time})
      expect(diagnostics, id).toEqual([])
      expect(
        copy?.against?.redline.changes.map(({at}) => at),
        id,
      ).toEqual(['guidance/summary'])
    }
  })

  test('shows both branches, repetitions, values by name, and references outside it by theirs', async () => {
    const words = await readWords('ip.joint.full-rules')
    expect(words).toContain('[if “Shares” has entries: in these shares:; otherwise: in equal shares.]')
    expect(words).toContain('; else if “Licences to others” is “consent for every licence”: only with')
    expect(words).toContain('Income is shared under [the revenue clause: money.revenue].')
    expect(await readWords('schedule.background.table')).toContain('[For each “Background item”:] [Owner]')
    expect(await readWords('nda.duration.from-receipt')).toContain('clauses [the provisions that survive]')
    expect(await readWords('nda.duty.reasonable-care')).toContain('within [Notice of a leak] after')
  })

  test('tells apart two parameters of one title that it uses, by what they belong to', async () => {
    const {parameters} = await openWorkshop({})
    const both = namesOf(new Set(['/parties/*/legalName/latin', '/parties/*/lead/name', '/nda/purpose']), parameters)
    expect(both('/nda/purpose')).toBe('Purpose of sharing')
    const twice = ['/ip/joint/shares/*/party', '/ip/fields/*/party']
    const named = twice.map(namesOf(new Set(twice), parameters))
    expect(new Set(named).size).toBe(2)
    expect(named[0]).toMatch(/: Party$/)
  })
})

async function readWords(id: string): Promise<string> {
  const workshop = await openWorkshop({})
  const clause = workshop.library.newest(id)!
  const {copy} = compareClauses(clause, clause, workshop, {time})
  return inlinesOfAgreement(accepted(copy!.agreement)).map(textOf).join('')
}

function textOf(inline: Inline): string {
  if (inline.type === 'value') return inline.words
  return 'text' in inline ? inline.text : ''
}

describe('engross library diff', () => {
  const run = (...args: readonly string[]) => engross(['library', 'diff', ...args, '--library', firm])

  test('prints the notes of the versions passed and the redline', async () => {
    const {status, out} = await run(duty, '1.0.0', '1.0.1')
    expect(status).toBe(0)
    expect(out).toContain('1.0.1  patch  Says “rebuild” in plainer words.\n')
    expect(out).toContain('analyse or [-rebuild-]{+copy+} samples')
  })

  test('prints JSON alone where that is asked for, and files are named beside it', async () => {
    const dir = scratch('files')
    const {status, out, err} = await run(duty, '1.0.0', '1.0.1', '--format', 'json,html', '--out', dir)
    expect(status).toBe(0)
    expect(misfits('redline', out)).toBeUndefined()
    expect(JSON.parse(out)).toMatchObject({format: 1, from: {label: `${duty} 1.0.0`}, to: {label: `${duty} 1.0.1`}})
    expect(err).toContain(`${duty}-1.0.0-to-1.0.1.html`)
  })

  test('answers a wrong version with status 1 and those that exist, a wrong format with its usage', async () => {
    const missing = await run(duty, '1.0.0', '1.5.0')
    expect([missing.status, missing.out]).toEqual([1, ''])
    expect(missing.err).toContain('It has 1.0.0, 1.0.1, 1.1.0.')
    expect((await run(duty, '1.0.0', '1.0.1', '--format', 'rtf')).status).toBe(2)
    expect((await run(duty, '1.0.0')).status).toBe(2)
  })
})
