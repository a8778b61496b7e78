/** What is outdated in a deal: newer versions stand in a firm's own library, and the deal is assembled with each in earnest. */
import {appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {readManifest} from '../../src/render/docx/index.js'
import {
  type Effect,
  home,
  type OutdatedReport,
  type OutdatedSettings,
  openWorkshop,
  outdatedDeal,
} from '../../src/verbs/index.js'
import {engross} from '../cli/terminal.js'
import {change, changeFile, copyOf, scratch, time} from '../whole/drafts.js'
import {newFirm, publishNewer, publishText} from './firms.js'
import {misfits} from './published.js'

const duty = 'nda.duty.reasonable-care'
let firm: string
let folder: string

const settings = (more: Partial<OutdatedSettings> = {}): OutdatedSettings => ({
  libraries: [firm],
  formats: [],
  out: undefined,
  cwd: scratch('out'),
  author: 'tests@engross.example',
  time,
  showCauses: false,
  text: {colour: false, width: 400},
  ...more,
})
const outdated = (deal = folder, more: Partial<OutdatedSettings> = {}): Promise<OutdatedReport> =>
  outdatedDeal(deal, settings(more))
const effectOn = ({effects}: OutdatedReport, id: string): Effect => effects.find((one) => one.id === id)!

async function draft(deal: string, library = firm): Promise<void> {
  const {status, err} = await engross(['draft', deal, '--format', 'md', '--out', scratch('out'), '--library', library])
  if (status !== 0) throw new Error(err)
}

beforeAll(async () => {
  firm = newFirm()
  folder = copyOf('brightwater-hartmann-nda')
  const {library} = await openWorkshop({})
  mkdirSync(join(folder, 'clauses'))
  const limits = library.source('nda.limits.no-licence', '1.0.0')!
  writeFileSync(
    join(folder, 'clauses/nda.limits.md'),
    limits.replace('No Party has to agree', 'Neither Party has to agree'),
  )
  await draft(folder)
  await publishNewer(firm, duty, [
    {
      kind: 'patch',
      note: 'Says it in plainer words.',
      words: [['analyse or rebuild samples', 'analyse or copy samples']],
    },
    {
      kind: 'minor',
      note: 'Names a deputy.',
      words: [['help to limit the harm.', 'help to limit the harm, and name a deputy.']],
    },
  ])
  await publishNewer(firm, 'nda.limits.no-licence', [
    {kind: 'minor', note: 'Speaks of every Party.', words: [['Each Party keeps', 'Every Party keeps']]},
  ])
  await publishNewer(firm, 'nda.purpose.stated', [
    {
      kind: 'major',
      note: 'Cites money.',
      words: [['is {{nda.purpose}}', 'is, under [money](#money.revenue), {{nda.purpose}}']],
    },
  ])
  await publishNewer(firm, 'nda.return.on-request', [
    {
      kind: 'minor',
      note: 'Names a place.',
      words: [['{{nda.returnDays}}', '{{nda.returnDays}} (at {{facilitator.name}})']],
    },
  ])
}, 60_000)

describe('what is outdated in a deal', () => {
  test('is told for each position of the lock: the version that it is bound to, the newer ones, the kind, the notes', async () => {
    const {id, position, from, to, kind, newer, atHand} = effectOn(await outdated(), duty)
    expect({id, position, from, to, kind, atHand}).toEqual({
      id: duty,
      position: 'nda.duty',
      from: '1.0.0',
      to: '1.1.0',
      kind: 'minor',
      atHand: true,
    })
    expect(newer).toEqual([
      {version: '1.0.1', kind: 'patch', note: 'Says it in plainer words.'},
      {version: '1.1.0', kind: 'minor', note: 'Names a deputy.'},
    ])
  })

  test('names the provisions that would change, found by assembling the deal, and shows them as a redline', async () => {
    const {provisions, changes, text} = effectOn(await outdated(), duty)
    expect(provisions).toEqual([
      {id: 'nda.duty/samples', number: 'clause 3.3', headings: ['How to use and protect it']},
      {id: 'nda.duty/leak', number: 'clause 3.5', headings: ['How to use and protect it']},
    ])
    expect(text).toContain('must not analyse or [-rebuild-]{+copy+} samples')
    expect(text).toContain(', and name a deputy')
    for (const {cause} of changes)
      expect(cause).toMatchObject({type: 'version', clause: duty, from: '1.0.0', to: '1.1.0'})
  })

  test('shows the words of this deal: a parameter stands as its value', async () => {
    const {text} = effectOn(await outdated(), 'nda.return.on-request')
    expect(text).toContain('Within 30 days {+(at [●])+} after')
  })

  test('leaves out what this deal does not print, and says that no word changes', async () => {
    const library = newFirm()
    const deal = copyOf('brightwater-hartmann-nda')
    await draft(deal, library)
    const absent = 'unless the Discloser has approved the tool in writing'
    await publishNewer(library, duty, [{kind: 'patch', note: 'x', words: [[absent, `${absent} first`]]}])
    const {provisions, changes, text} = effectOn(await outdated(deal, {libraries: [library]}), duty)
    expect([provisions, changes, text]).toEqual([[], [], ''])
    expect((await engross(['outdated', deal, '--library', library])).out).toContain('Changes no word of this deal.')
  })

  test('says what a newer version would break if it were taken alone', async () => {
    const {problems, changes} = effectOn(await outdated(), 'nda.purpose.stated')
    expect(problems.map(({code}) => code)).toEqual(['reference/broken'])
    expect(changes).toEqual([])
  })

  test('says which question a newer version would open', async () => {
    const {asks, changes, problems} = effectOn(await outdated(), 'nda.return.on-request')
    expect(asks.map(({pointer}) => pointer)).toEqual(['/facilitator/name'])
    expect(changes.length).toBeGreaterThan(0)
    expect(problems).toEqual([])
  })

  test('names negotiated text with the version that it is based on, as something to compare by hand', async () => {
    const {outgrown, effects} = await outdated()
    expect(outgrown).toEqual([
      {
        position: 'nda.limits',
        file: 'clauses/nda.limits.md',
        clause: 'nda.limits.no-licence',
        from: '1.0.0',
        newer: [{version: '1.1.0', kind: 'minor', note: 'Speaks of every Party.'}],
      },
    ])
    expect(effects.map(({position}) => position)).not.toContain('nda.limits')
  })

  test('goes on to say so after another draft: the text is based on what it was written from', async () => {
    const deal = copyOf('brightwater-hartmann-nda')
    const library = newFirm()
    const source = (await openWorkshop({})).library.source('nda.limits.no-licence', '1.0.0')!
    await draft(deal, library)
    await publishNewer(library, 'nda.limits.no-licence', [
      {kind: 'minor', note: 'x', words: [['Each Party keeps', 'Every Party keeps']]},
    ])
    mkdirSync(join(deal, 'clauses'))
    writeFileSync(join(deal, 'clauses/nda.limits.md'), source.replace('No Party has', 'Neither Party has'))
    await draft(deal, library)
    change(deal, {'/nda/termMonths': 24})
    await draft(deal, library)
    const lock = JSON.parse(readFileSync(join(deal, 'revisions/0003/clauses.lock.json'), 'utf8'))
    expect(lock.positions['nda.limits'].from).toMatchObject({clause: 'nda.limits.no-licence', version: '1.0.0'})
    expect((await outdated(deal, {libraries: [library]})).outgrown).toHaveLength(1)
  })

  test('is nothing where everything is at its newest, and nothing before the first draft', async () => {
    const deal = copyOf('brightwater-hartmann-nda')
    expect(await outdated(deal)).toMatchObject({revision: 0, effects: [], diagnostics: []})
    const library = newFirm()
    await draft(deal, library)
    const report = await outdated(deal, {libraries: [library]})
    expect(report).toMatchObject({revision: 1, effects: [], outgrown: [], diagnostics: []})
    expect((await engross(['outdated', deal, '--library', library])).out).toBe(
      'Revision 1: everything is at its newest version.\n',
    )
  })

  test('leaves out a version that is not published: it can still change', async () => {
    const library = newFirm()
    const deal = copyOf('brightwater-hartmann-nda')
    await draft(deal, library)
    const text = (await openWorkshop({})).library.source(duty, '1.0.0')!.replace('rebuild', 'copy')
    mkdirSync(join(library, 'clause-library/nda', duty), {recursive: true})
    writeFileSync(join(library, 'clause-library/nda', duty, '1.0.1.md'), text)
    expect((await outdated(deal, {libraries: [library]})).effects).toEqual([])
  })

  test('writes nothing into the deal', async () => {
    const before = readdirSync(folder, {recursive: true})
    await outdated()
    expect(readdirSync(folder, {recursive: true})).toEqual(before)
  })
})

describe('what the library holds in one version only, or no longer as it was locked', () => {
  // The table of words of a firm: ours, with other words for months.
  function otherWords(library: string): void {
    const ours = JSON.parse(readFileSync(join(home, 'clause-library/data/locale/en-GB.json'), 'utf8'))
    mkdirSync(join(library, 'clause-library/data/locale'), {recursive: true})
    const periods = {...ours.periods, months: ['{n} calendar month', '{n} calendar months']}
    const words = JSON.stringify({...ours, version: '99', periods})
    writeFileSync(join(library, 'clause-library/data/locale/en-GB.json'), words)
  }

  test('is told as taken in any case, with the words that change against the revision as it is stored', async () => {
    const library = newFirm()
    const deal = copyOf('brightwater-hartmann-nda')
    await draft(deal, library)
    otherWords(library)
    const report = await outdated(deal, {libraries: [library]})
    const effect = effectOn(report, 'locale/en-GB')
    expect(effect).toMatchObject({type: 'data', atHand: false, to: '99'})
    expect(effect.text).toContain('{+calendar+} months')
    expect(effect.changes[0]?.cause).toMatchObject({type: 'version', clause: 'locale/en-GB'})
  })

  test('is told of a clause as well, where a firm replaced the text of a version', async () => {
    const library = newFirm()
    const deal = copyOf('brightwater-hartmann-nda')
    const file = join(library, 'clause-library/nda/nda.duty.ours/1.0.0.md')
    const clause = (words: string): string =>
      readFileSync(join(home, 'clause-library/nda', duty, '1.0.0.md'), 'utf8')
        .replace(`id: ${duty}`, 'id: nda.duty.ours')
        .replace('analyse or rebuild', words)
    await publishText(library, clause('analyse or rebuild'))
    changeFile(deal, {'/choices': {'nda.duty': 'nda.duty.ours'}})
    await draft(deal, library)
    const index = join(library, 'clause-library/index.json')
    const before = (await openWorkshop({libraries: [library]})).library.version('nda.duty.ours', '1.0.0')!.hash
    writeFileSync(file, readFileSync(file, 'utf8').replace('analyse or rebuild', 'analyse or copy'))
    const after = (await openWorkshop({libraries: [library]})).library.version('nda.duty.ours', '1.0.0')!.hash
    writeFileSync(index, readFileSync(index, 'utf8').replace(before, after))
    const effect = effectOn(await outdated(deal, {libraries: [library]}), 'nda.duty.ours')
    expect(effect).toMatchObject({from: '1.0.0', to: '1.0.0', atHand: false, newer: []})
    expect(effect.text).toContain('analyse or [-rebuild-]{+copy+} samples')
  })
})

describe('the files of what is outdated', () => {
  test('are one redline of all that can be taken together, and call themselves no revision', async () => {
    const out = scratch('files')
    const {files, diagnostics} = await outdated(folder, {formats: ['docx', 'html', 'pdf'], out, cwd: out})
    expect(diagnostics).toEqual([])
    expect([...files].sort()).toEqual(
      ['docx', 'html', 'pdf'].map((format) => `mutual-confidentiality-agreement-r1-outdated.${format}`),
    )
    const docx = new Uint8Array(readFileSync(join(out, 'mutual-confidentiality-agreement-r1-outdated.docx')))
    expect(readManifest(docx)?.identity.revision).toBe(0)
    const html = readFileSync(join(out, 'mutual-confidentiality-agreement-r1-outdated.html'), 'utf8')
    expect(html).toContain('name a deputy')
    expect(html).not.toContain('Revision 2')
    // What cannot be taken is not shown as if it could.
    expect(html).not.toContain('money.revenue')
  })
})

describe('engross outdated', () => {
  test('prints what is newer, the short redline, and the command that compares negotiated text', async () => {
    const {status, out} = await engross(['outdated', folder, '--library', firm])
    expect(status).toBe(0)
    expect(out).toContain('Revision 1: 3 newer versions; 1 negotiated text based on an older one.\n')
    expect(out).toContain(`${duty} 1.0.0 → 1.1.0 (minor) at nda.duty\n  1.0.1  patch  Says it in plainer words.\n`)
    expect(out).toContain('  Would change clause 3.3, clause 3.5.\n')
    expect(out).toContain('  Cannot be taken alone: Provision "nda.purpose" refers to "money.revenue"')
    expect(out).toMatch(/ {2}Would ask: .* \(\/facilitator\/name\)\n/)
    expect(out).toContain('based on nda.limits.no-licence 1.0.0; 1.1.0 is out: compare by hand.')
    expect(out).toContain('  engross library diff nda.limits.no-licence 1.0.0 1.1.0')
  })

  test('prints one JSON object where that is asked for', async () => {
    const {out} = await engross(['outdated', folder, '--json', '--library', firm])
    const report = JSON.parse(out)
    expect(misfits('outdated', out)).toBeUndefined()
    expect(misfits('outdated', JSON.stringify({...report, effects: [{}]}))).toBeDefined()
    expect(report).toMatchObject({format: 1, revision: 1, edited: []})
    expect(report.effects.map(({id}: Effect) => id)).toEqual([duty, 'nda.purpose.stated', 'nda.return.on-request'])
  })

  test('says that what follows is about the folder where the deal was edited since', async () => {
    const deal = copyOf('brightwater-hartmann-nda')
    await draft(deal, newFirm())
    appendFileSync(join(deal, 'deal.yaml'), '\n# A thought.\n')
    const {out} = await engross(['outdated', deal, '--library', firm])
    expect(out).toContain(
      'Edited since revision 1: deal.yaml. What follows is about the deal as it stands in its folder.',
    )
  })

  test('says of an executed revision that it stays as it was signed', async () => {
    const deal = copyOf('brightwater-hartmann-nda')
    await draft(deal, newFirm())
    await engross(['mark', deal, 'executed'])
    const {out, status} = await engross(['outdated', deal, '--library', firm])
    expect(status).toBe(0)
    expect(out).toContain('Revision 1 is executed: it stays as it was signed.')
    expect(out).toContain(`${duty} 1.0.0 → 1.1.0`)
  })
})
