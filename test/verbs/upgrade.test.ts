/** Taking newer versions into a deal: the lock moves, a revision is recorded, and nothing else is touched. */
import {appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {home, openWorkshop, type UpgradeReport, type UpgradeSettings, upgradeDeal} from '../../src/verbs/index.js'
import {engross} from '../cli/terminal.js'
import {change, copyOf, scratch, time} from '../whole/drafts.js'
import {newFirm, publishNewer} from './firms.js'
import {misfits} from './published.js'

const duty = 'nda.duty.reasonable-care'
const giveBack = 'nda.return.on-request'
let firm: string

let drafted: string

async function draftOf(folder: string): Promise<string> {
  await run('draft', folder, '--format', 'md', '--out', scratch('out'), '--library', newFirm())
  return folder
}

/** A deal drafted before anything newer was published, each time another copy. */
async function dealOf(prepare?: (folder: string) => void): Promise<string> {
  if (!prepare) {
    const folder = join(scratch(), 'deal')
    cpSync(drafted, folder, {recursive: true})
    return folder
  }
  const folder = copyOf('brightwater-hartmann-nda')
  prepare(folder)
  return draftOf(folder)
}

async function run(...args: readonly string[]): Promise<string> {
  const {status, out, err} = await engross(args)
  if (status !== 0) throw new Error(out + err)
  return out
}

const upgrade = (folder: string, more: Partial<UpgradeSettings> = {}): Promise<UpgradeReport> =>
  upgradeDeal(folder, {
    names: [],
    onlyPatches: false,
    dryRun: false,
    libraries: [firm],
    message: '',
    author: 'legal@brightwater.example',
    time,
    text: {colour: false, width: 400},
    ...more,
  })

const readJson = (folder: string, revision: number, name: string) =>
  JSON.parse(readFileSync(join(folder, 'revisions', String(revision).padStart(4, '0'), name), 'utf8'))
const versionAt = (folder: string, revision: number, position: string): string =>
  readJson(folder, revision, 'clauses.lock.json').positions[position].version
const filesIn = (folder: string): readonly string[] => readdirSync(folder, {recursive: true, encoding: 'utf8'}).sort()

const sound = [
  [duty, 'patch', 'Says it in plainer words.', 'analyse or rebuild samples', 'analyse or copy samples'],
  [duty, 'minor', 'Names a deputy.', 'help to limit the harm.', 'help to limit the harm, and name a deputy.'],
  [giveBack, 'patch', 'Corrects a word.', 'after the Discloser asks', 'after the Discloser so asks'],
] as const

async function publishSound(library: string): Promise<void> {
  for (const [clause, kind, note, old, now] of sound)
    await publishNewer(library, clause, [{kind, note, words: [[old, now]]}])
}

beforeAll(async () => {
  drafted = await draftOf(copyOf('brightwater-hartmann-nda'))
  firm = newFirm()
  await publishSound(firm)
}, 60_000)

describe('an upgrade of everything', () => {
  test('moves the lock and records a revision of its own origin, whose message names the clauses', async () => {
    const folder = await dealOf()
    const report = await upgrade(folder)
    expect(report).toMatchObject({revision: 2, recorded: true, diagnostics: []})
    expect([versionAt(folder, 1, 'nda.duty'), versionAt(folder, 2, 'nda.duty')]).toEqual(['1.0.0', '1.1.0'])
    expect(readJson(folder, 2, 'revision.json')).toMatchObject({
      origin: 'upgraded',
      author: 'legal@brightwater.example',
      message: `Upgraded ${duty} 1.0.0 → 1.1.0, ${giveBack} 1.0.0 → 1.0.1`,
    })
    expect(await run('verify', folder)).toContain('2 revisions')
  })

  test('puts the new words into the agreement, and the next draft stays with them', async () => {
    const folder = await dealOf()
    await upgrade(folder)
    expect(readFileSync(join(folder, 'revisions/0002/agreement.md'), 'utf8')).toContain('and name a deputy')
    const again = await run('draft', folder, '--format', 'md', '--out', scratch('out'), '--library', firm)
    expect(again).toContain('Revision 2: nothing changed since.')
  })

  test('tells what changed, each change with the version that brought it and the library’s note', async () => {
    const {redline, text, taken} = await upgrade(await dealOf())
    expect(taken.map(({id, from, to, kind}) => [id, from, to, kind])).toEqual([
      [duty, '1.0.0', '1.1.0', 'minor'],
      [giveBack, '1.0.0', '1.0.1', 'patch'],
    ])
    const causes = redline!.changes.map(({cause}) => (cause.type === 'version' ? cause.clause : cause.type))
    expect(new Set(causes)).toEqual(new Set([duty, giveBack]))
    expect(text).toContain('1.0.1: Says it in plainer words. 1.1.0: Names a deputy.')
    expect(text).toContain('the Discloser {+so+} asks')
  })

  test('gives the changes the same causes as a comparison of the two revisions afterwards', async () => {
    const folder = await dealOf()
    const {redline} = await upgrade(folder)
    const later = JSON.parse(await run('diff', folder, '1', '2', '--format', 'json', '--library', firm))
    const brief = ({changes}: NonNullable<UpgradeReport['redline']>) =>
      changes.map(({kind, at, words, cause}) => ({kind, at, words, cause: {...cause, note: ''}}))
    expect(brief(redline!)).toEqual(brief(later))
  })

  test('touches neither deal.yaml nor anything else that a person wrote', async () => {
    const folder = await dealOf()
    const before = ['deal.yaml', 'private.yaml'].map((name) => readFileSync(join(folder, name), 'utf8'))
    await upgrade(folder)
    expect(['deal.yaml', 'private.yaml'].map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(before)
  })

  test('says so when there is nothing to take, and records nothing', async () => {
    const folder = await dealOf()
    await upgrade(folder)
    expect(await upgrade(folder)).toMatchObject({revision: 2, recorded: false, taken: [], diagnostics: []})
    expect(filesIn(folder)).not.toContain('revisions/0003')
  })

  test('keeps a message that was given, and adds the clauses to it', async () => {
    const folder = await dealOf()
    await upgrade(folder, {message: 'Takes the spring library', names: [giveBack]})
    expect(readJson(folder, 2, 'revision.json').message).toBe(`Takes the spring library (${giveBack} 1.0.0 → 1.0.1)`)
  })
})

describe('an upgrade of some', () => {
  test('takes the clause that is named and leaves the others', async () => {
    const folder = await dealOf()
    await upgrade(folder, {names: [giveBack]})
    expect([versionAt(folder, 2, 'nda.duty'), versionAt(folder, 2, 'nda.return')]).toEqual(['1.0.0', '1.0.1'])
  })

  test('may name the position instead', async () => {
    const folder = await dealOf()
    const {taken} = await upgrade(folder, {names: ['nda.duty']})
    expect(taken.map(({id}) => id)).toEqual([duty])
  })

  test('takes patches alone where that is asked for: the newest that is reached by patches', async () => {
    const folder = await dealOf()
    const {taken} = await upgrade(folder, {onlyPatches: true})
    expect(taken.map(({id, to}) => [id, to])).toEqual([
      [duty, '1.0.1'],
      [giveBack, '1.0.1'],
    ])
    expect(readFileSync(join(folder, 'revisions/0002/agreement.md'), 'utf8')).not.toContain('deputy')
  })

  test('refuses a name that the deal does not know, with the nearest, and writes nothing', async () => {
    const folder = await dealOf()
    const before = filesIn(folder)
    const {diagnostics, recorded} = await upgrade(folder, {names: ['nda.dutty']})
    expect(recorded).toBe(false)
    expect(diagnostics).toMatchObject([{code: 'upgrade/unknown', hint: 'Did you mean "nda.duty"?'}])
    expect(filesIn(folder)).toEqual(before)
  })

  test('says that a clause named is at its newest', async () => {
    const folder = await dealOf()
    expect(await upgrade(folder, {names: ['nda.purpose']})).toMatchObject({recorded: false, taken: [], diagnostics: []})
  })
})

describe('a trial', () => {
  test('tells the same and records nothing', async () => {
    const folder = await dealOf()
    const before = filesIn(folder)
    const trial = await upgrade(folder, {dryRun: true})
    expect(filesIn(folder)).toEqual(before)
    expect(trial).toMatchObject({revision: 1, recorded: false})
    const {redline, taken, text} = await upgrade(folder)
    expect({redline, taken, text}).toEqual({redline: trial.redline, taken: trial.taken, text: trial.text})
  })
})

describe('negotiated text', () => {
  const withText = (folder: string): void => {
    mkdirSync(join(folder, 'clauses'))
    const source = readFileSync(join(home, 'clause-library/nda', duty, '1.0.0.md'), 'utf8')
    writeFileSync(join(folder, 'clauses/nda.duty.md'), source.replace('like its own secrets', 'like a crown jewel'))
  }

  test('is named with what it is based on, and never touched', async () => {
    const folder = await dealOf(withText)
    const {taken, outgrown} = await upgrade(folder)
    expect(taken.map(({id}) => id)).toEqual([giveBack])
    expect(outgrown).toMatchObject([{file: 'clauses/nda.duty.md', clause: duty, from: '1.0.0'}])
    expect(readFileSync(join(folder, 'revisions/0002/agreement.md'), 'utf8')).toContain('crown jewel')
    expect(readJson(folder, 2, 'clauses.lock.json').positions['nda.duty'].from.version).toBe('1.0.0')
  })

  test('is refused where it is asked for by name, with the comparison to make by hand', async () => {
    const folder = await dealOf(withText)
    const {diagnostics, recorded} = await upgrade(folder, {names: [duty]})
    expect(recorded).toBe(false)
    expect(diagnostics).toMatchObject([{code: 'upgrade/negotiated'}])
    expect(diagnostics[0]?.hint).toContain(`engross library diff ${duty} 1.0.0 1.1.0`)
  })
})

describe('an executed revision', () => {
  test('is never touched: the upgrade is refused in plain words', async () => {
    const folder = await dealOf()
    await run('mark', folder, 'executed')
    const before = filesIn(folder)
    const {diagnostics, recorded} = await upgrade(folder)
    expect(recorded).toBe(false)
    expect(diagnostics).toMatchObject([
      {
        code: 'upgrade/executed',
        message: 'Revision 1 is executed: what was signed stays as it is, and no newer clause goes into it.',
      },
    ])
    expect(filesIn(folder)).toEqual(before)
  })

  test('may be followed by a variation, which may be upgraded and stays one', async () => {
    const folder = await dealOf()
    await run('mark', folder, 'executed')
    change(folder, {'/nda/termMonths': 24})
    const message = 'Shortens the period'
    await run('draft', folder, '--format', 'md', '--out', scratch('out'), '--variation', '--message', message)
    expect(await upgrade(folder)).toMatchObject({revision: 3, recorded: true})
    expect(readJson(folder, 3, 'revision.json')).toMatchObject({origin: 'upgraded', varies: 1})
    expect(versionAt(folder, 1, 'nda.duty')).toBe('1.0.0')
  })
})

describe('an upgrade that would break the deal', () => {
  const broken = async (): Promise<string> => {
    const library = newFirm()
    await publishSound(library)
    await publishNewer(library, 'nda.purpose.stated', [
      {
        kind: 'major',
        note: 'Cites money.',
        words: [['is {{nda.purpose}}', 'is, under [money](#money.revenue), {{nda.purpose}}']],
      },
    ])
    await publishNewer(library, 'nda.recipients.need-to-know', [
      {kind: 'major', note: 'Needs a list.', words: [['requires: [', 'requires: [money.contributions, ']]},
    ])
    return library
  }

  test('writes nothing and names every clause that breaks it, with what it breaks', async () => {
    const folder = await dealOf()
    const before = filesIn(folder)
    const {diagnostics, recorded} = await upgrade(folder, {libraries: [await broken()]})
    expect(recorded).toBe(false)
    expect(filesIn(folder)).toEqual(before)
    expect(diagnostics.map(({code, message}) => [code, message.split(' ')[0]])).toEqual([
      ['upgrade/breaks', 'nda.purpose.stated'],
      ['reference/broken', 'Provision'],
      ['upgrade/breaks', 'nda.recipients.need-to-know'],
      ['clause/requires', 'The'],
    ])
    expect(diagnostics[0]?.hint).toContain(`engross upgrade <deal> ${duty} ${giveBack}`)
  })

  test('does not stand in the way of the others, taken by name', async () => {
    const folder = await dealOf()
    const {recorded, taken} = await upgrade(folder, {libraries: [await broken()], names: [duty, giveBack]})
    expect(recorded).toBe(true)
    expect(taken.map(({id}) => id)).toEqual([duty, giveBack])
  })

  test('is no such thing where two newer versions need each other: they are taken together', async () => {
    const library = newFirm()
    const folder = await dealOf()
    await publishNewer(library, 'nda.purpose.stated', [
      {
        kind: 'minor',
        note: 'Cites the new paragraph.',
        words: [['is {{nda.purpose}}', 'is, under [archive](#nda.return/archive), {{nda.purpose}}']],
      },
    ])
    await publishNewer(library, giveBack, [
      {
        kind: 'minor',
        note: 'Adds an archive.',
        words: [['1. {#', '1. {#archive} Each Party may keep one copy.\n2. {#']],
      },
    ])
    expect((await upgrade(folder, {libraries: [library], names: ['nda.purpose']})).diagnostics[0]?.code).toBe(
      'upgrade/breaks',
    )
    expect(await upgrade(folder, {libraries: [library]})).toMatchObject({recorded: true, diagnostics: []})
  })

  test('is told apart from a deal that is broken already', async () => {
    const folder = await dealOf()
    change(folder, {'/nda/termMonths': -3})
    const {diagnostics, recorded} = await upgrade(folder)
    expect(recorded).toBe(false)
    expect(diagnostics.map(({code}) => code)).not.toContain('upgrade/breaks')
    expect(diagnostics.some(({at}) => 'pointer' in at && at.pointer.endsWith('/nda/termMonths'))).toBe(true)
  })
})

describe('a new parameter', () => {
  test('that nobody has answered prints a blank, and the question is told', async () => {
    const library = newFirm()
    const folder = await dealOf()
    await publishNewer(library, giveBack, [
      {
        kind: 'minor',
        note: 'Names a place.',
        words: [['{{nda.returnDays}}', '{{nda.returnDays}} (at {{facilitator.name}})']],
      },
    ])
    const {asks, recorded} = await upgrade(folder, {libraries: [library]})
    expect(recorded).toBe(true)
    expect(asks.map(({pointer}) => pointer)).toEqual(['/facilitator/name'])
  })
})

describe('edits that no revision holds yet', () => {
  test('are recorded with the upgrade, which says so', async () => {
    const folder = await dealOf()
    change(folder, {'/nda/termMonths': 24})
    const {diagnostics, redline, recorded} = await upgrade(folder)
    expect(recorded).toBe(true)
    expect(diagnostics).toMatchObject([{code: 'upgrade/edited-too', severity: 'warning', at: {file: 'deal.yaml'}}])
    // What is shown is what the newer versions do, and not what was edited.
    expect(redline?.changes.every(({cause}) => cause.type === 'version')).toBe(true)
    expect(readFileSync(join(folder, 'revisions/0002/agreement.md'), 'utf8')).toContain('24 months')
  })
})

describe('a newer template', () => {
  test('is taken with its clauses', async () => {
    const library = newFirm()
    const folder = await dealOf()
    mkdirSync(join(library, 'templates/nda-mutual'), {recursive: true})
    const ours = readFileSync(join(home, 'templates/nda-mutual/1.0.0.yaml'), 'utf8')
    const theirs = ours.replace('version: 1.0.0', 'version: 1.1.0').replace('      - nda.limits\n', '')
    writeFileSync(join(library, 'templates/nda-mutual/1.1.0.yaml'), theirs)
    const report = await upgrade(folder, {libraries: [library]})
    expect(report.taken).toMatchObject([
      {type: 'template', id: 'nda-mutual', from: '1.0.0', to: '1.1.0', kind: 'minor'},
    ])
    expect(report.recorded).toBe(true)
    expect(report.redline?.changes[0]).toMatchObject({kind: 'deleted', cause: {type: 'version', clause: 'nda-mutual'}})
    expect(readJson(folder, 2, 'clauses.lock.json').template.version).toBe('1.1.0')
  })
})

describe('engross upgrade', () => {
  test('prints the notes, the redline, and the revision', async () => {
    const folder = await dealOf()
    const out = await run('upgrade', folder, '--library', firm)
    expect(out).toContain(
      `${duty} 1.0.0 → 1.1.0 (minor)\n  1.0.1  Says it in plainer words.\n  1.1.0  Names a deputy.\n`,
    )
    expect(out).toContain('analyse or [-rebuild-]{+copy+} samples')
    expect(out).toMatch(/\nRevision 2 recorded\.\n$/)
    expect(await run('upgrade', folder, '--library', firm)).toBe('Nothing to take. Revision 2 stands.\n')
  })

  test('says of a trial that nothing was recorded', async () => {
    const out = await run('upgrade', await dealOf(), '--dry-run', '--patch', '--library', firm)
    expect(out).toMatch(/\nA trial: nothing was recorded\. Revision 1 stands\.\n$/)
  })

  test('takes the date and the author that are given', async () => {
    const folder = await dealOf()
    await run('upgrade', folder, '--library', firm, '--date', '2027-01-02', '--author', 'a@b.example')
    expect(readJson(folder, 2, 'revision.json')).toMatchObject({
      time: '2027-01-02T00:00:00.000Z',
      author: 'a@b.example',
    })
  })

  test('prints one JSON object where that is asked for', async () => {
    const out = await run('upgrade', await dealOf(), '--library', firm, '--json')
    expect(misfits('upgrade', out)).toBeUndefined()
    expect(misfits('upgrade', out.replace('"recorded"', '"record"'))).toBeDefined()
    expect(JSON.parse(out)).toMatchObject({format: 1, revision: 2, recorded: true, taken: [{id: duty}, {id: giveBack}]})
  })

  test('ends with status 1 before the first draft, and says what to do', async () => {
    const {status, err, out} = await engross(['upgrade', copyOf('brightwater-hartmann-nda'), '--library', firm])
    expect([status, out]).toEqual([1, 'Nothing was recorded.\n'])
    expect(err).toContain('the first draft takes the newest versions')
  })

  test('tells that another recorded a revision meanwhile, and writes nothing', async () => {
    const folder = await dealOf()
    appendFileSync(join(folder, 'deal.yaml'), '\n# Edited.\n')
    const both = await Promise.allSettled([upgrade(folder), upgrade(folder)])
    const recorded = both.filter((one) => one.status === 'fulfilled' && one.value.recorded)
    expect(recorded.length).toBeGreaterThanOrEqual(1)
    expect(await run('verify', folder)).toContain('revisions')
    const numbers = readdirSync(join(folder, 'revisions')).filter((name) => /^\d{4}$/.test(name))
    expect(numbers.length).toBe(1 + recorded.length)
    expect((await openWorkshop({})).library.versions(duty)).toEqual(['1.0.0'])
  })
})
