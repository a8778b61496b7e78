import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import type {Json} from '../../src/model/index.js'
import {type ChangeJson, redlineJson} from '../../src/render/text/index.js'
import {blameDeal} from '../../src/verbs/blame.js'
import {memoCopy} from '../../src/verbs/change-memo.js'
import {betweenOf, compareRevisions} from '../../src/verbs/compare-revisions.js'
import {createRenderers} from '../../src/verbs/formats.js'
import {type Revisions, revisionsOf} from '../../src/verbs/history.js'
import {draftDeal, home, openWorkshop} from '../../src/verbs/index.js'
import {change, changeFile, copyOf, scratch} from '../whole/drafts.js'

const workshop = await openWorkshop()

async function draft(folder: string, author: string, day: number): Promise<void> {
  const report = await draftDeal(folder, {
    formats: ['md'],
    out: scratch('out'),
    cwd: folder,
    message: `By ${author}`,
    author,
    time: `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`,
    libraries: [],
    progress: () => {},
  })
  expect(report.diagnostics.filter(({severity}) => severity === 'error')).toEqual([])
}

const compared = new Map<string, Promise<readonly ChangeJson[]>>()

function changesBetween(from: number, to: number, revisions: Revisions): Promise<readonly ChangeJson[]> {
  const known = compared.get(`${from} ${to}`) ?? compareTwo(from, to, revisions)
  compared.set(`${from} ${to}`, known)
  return known
}

async function compareTwo(from: number, to: number, revisions: Revisions): Promise<readonly ChangeJson[]> {
  const {copy, diagnostics} = await compareRevisions({from, to}, revisions, workshop)
  expect(diagnostics).toEqual([])
  return redlineJson(copy!.against!.redline, copy!).changes
}

async function memoBetween(from: number, to: number, revisions: Revisions): Promise<string> {
  const {copy} = await compareRevisions({from, to}, revisions, workshop)
  const {bytes} = await createRenderers().render(memoCopy(copy!), 'md')
  return new TextDecoder().decode(bytes)
}

describe('a deal of four revisions', () => {
  const folder = copyOf('brightwater-hartmann')
  let revisions: Revisions

  beforeAll(async () => {
    await draft(folder, 'ann', 1)
    change(folder, {
      '/project/title': 'Sensor Partners',
      '/ip/results/regime': 'own-own',
      '/ip/results/registerDays': 45,
    })
    await draft(folder, 'bob', 2)
    change(folder, {'/facilitator/changeDays': 30, '/ip/background/items/5': undefined})
    mkdirSync(join(folder, 'clauses'))
    const shipped = readFileSync(join(home, 'clause-library/disputes/disputes.talk-first.ladder/1.0.0.md'), 'utf8')
    writeFileSync(join(folder, 'clauses/talk.md'), shipped.replace('in writing', 'in writing and by email'))
    await draft(folder, 'cleo', 3)
    changeFile(folder, {'/open/~1exit~1noticeDays': {ask: 'counsel'}, '/parameters/exit/noticeDays': undefined})
    await draft(folder, 'dan', 4)
    revisions = await revisionsOf(folder)
  }, 60_000)

  test('each change names the parameter, with its value before and after', async () => {
    const changes = await changesBetween(1, 2, revisions)
    const register = changes.filter(({at}) => at === 'ip.creators/record')
    expect(register.map(({words}) => words)).toEqual([
      {before: '30', after: '45'},
      {before: '30', after: '45'},
    ])
    for (const {cause} of register)
      expect(cause).toEqual({type: 'parameter', pointer: '/ip/results/registerDays', before: 30, after: 45})
  })

  test('a clause that another parameter chose is a variant, and the schedule that went with it names the parameter', async () => {
    const changes = await changesBetween(1, 2, revisions)
    const causes = new Set(changes.filter(({at}) => at.startsWith('ip.results.ownership')).map(({cause}) => cause.type))
    expect([...causes].toSorted()).toEqual(['moved', 'variant'])
    const schedule = changes.find(({at}) => at === 'schedule.fields')
    expect(schedule).toMatchObject({kind: 'deleted', cause: {type: 'parameter', pointer: '/ip/results/regime'}})
  })

  test('the memo names both ends of words that left a provision which stands on', async () => {
    expect(await memoBetween(1, 2, revisions)).toContain('Who owns the Results (clause 10.1, now clause 10.2)')
  })

  test('words of a person’s own are changed by hand', async () => {
    const changes = (await changesBetween(2, 3, revisions)).filter(({at}) => at.startsWith('disputes.talk-first'))
    expect(changes).toMatchObject([{kind: 'inserted', cause: {type: 'hand'}, author: 'cleo', revision: 3}])
    expect(changes[0]!.words.after!.trim()).toBe('and by email')
  })

  test('a row that went is one change with the rows as its parameter', async () => {
    const rows = (await changesBetween(2, 3, revisions)).filter(({at}) => at.startsWith('schedules.background'))
    expect(rows).toMatchObject([{kind: 'deleted', cause: {type: 'parameter', pointer: '/ip/background/items'}}])
  })

  test('an answer that was taken back is a blank again', async () => {
    const changes = (await changesBetween(3, 4, revisions)).filter(({at}) => at.startsWith('exit.ending'))
    expect(changes.map(({kind, words}) => [kind, words.before, words.after])).toEqual([
      ['deleted', '90 days', '[●]'],
      ['inserted', '90 days', '[●]'],
    ])
    expect(changes[0]!.cause).toEqual({type: 'parameter', pointer: '/exit/noticeDays', before: 90, after: null})
  })

  test('over many revisions every change keeps its own author, date and cause', async () => {
    const changes = await changesBetween(1, 4, revisions)
    const by = (author: string): readonly ChangeJson[] => changes.filter((one) => one.author === author)
    expect(by('ann')).toEqual([])
    expect(new Set(by('bob').map(({revision, date}) => `${revision} ${date}`))).toEqual(
      new Set(['2 2026-11-02T10:00:00.000Z']),
    )
    expect(by('bob').some(({cause}) => cause.type === 'parameter' && cause.pointer === '/project/title')).toBe(true)
    expect(by('cleo').some(({cause}) => cause.type === 'hand')).toBe(true)
    expect(
      by('cleo').some(({cause}) => cause.type === 'parameter' && cause.pointer === '/facilitator/changeDays'),
    ).toBe(true)
    const dan = by('dan').map(({cause}) => (cause.type === 'parameter' ? cause.pointer : cause.type))
    expect(new Set(dan)).toEqual(new Set(['/exit/noticeDays']))
  })

  test('the way back is a redline as well', async () => {
    const [forth, back] = [await changesBetween(1, 4, revisions), await changesBetween(4, 1, revisions)]
    const count = (changes: readonly ChangeJson[], kind: string): number =>
      changes.filter((one) => one.kind === kind).length
    expect(count(back, 'inserted')).toBe(count(forth, 'deleted'))
    // What is undone was done by those who recorded it.
    expect(new Set(back.map(({author}) => author))).toEqual(new Set(forth.map(({author}) => author)))
    const undone = back.filter(({at}) => at.startsWith('exit.ending'))
    expect(undone.map(({author, revision}) => `${author} ${revision}`)).toEqual(['dan 4', 'dan 4'])
  })

  test('blame names the revision, author and cause of each provision’s present words', async () => {
    const {provisions, revision} = await blameDeal(folder, {libraries: []})
    expect(revision).toBe(4)
    const of = (id: string): unknown => {
      const {revision: number, author, why} = provisions.find((one) => one.id === id)!
      return [number, author, why]
    }
    expect(of('ip.creators/record')).toEqual([2, 'bob', 'Parameter /ip/results/registerDays: 30 days → 45 days.'])
    expect(of('disputes.talk-first/managers')).toEqual([3, 'cleo', 'Changed by hand.'])
    expect(of('general.notices')).toEqual([1, 'ann', 'First draft.'])
    expect(provisions.find(({id}) => id === 'exit.ending')?.author).toBe('ann')
  })

  test('revisions are named by number or tag, and the last two are meant where nothing is said', () => {
    const tags = [{tag: 'sent', revision: 2}] as unknown as Revisions['tags'] // only these two are read
    expect(betweenOf([], revisions)).toEqual({from: 3, to: 4})
    expect(betweenOf(['1'], revisions)).toEqual({from: 1, to: 4})
    expect(betweenOf(['sent', 'r3'], {...revisions, tags})).toEqual({from: 2, to: 3})
    expect(() => betweenOf(['9'], revisions)).toThrow('There is no revision "9".')
    expect(() => betweenOf(['agreed'], revisions)).toThrow('There is no revision "agreed".')
  })
})

test('a row is moved by who moved it, not by who changed a word in its table after or before', async () => {
  const folder = copyOf('brightwater-hartmann')
  await draft(folder, 'ann', 1)
  change(folder, {'/keyPeople/0/role': 'Head of optics'})
  await draft(folder, 'bob', 2)
  const {parameters} = parse(readFileSync(join(folder, 'deal.yaml'), 'utf8')) as {parameters: {keyPeople: Json[]}}
  const people = parameters.keyPeople
  change(folder, {'/keyPeople': [people[3]!, ...people.slice(0, 3)]})
  await draft(folder, 'cleo', 3)
  change(folder, {'/keyPeople/2/tier': 2, '/parties/0/shortName': 'BWP'})
  await draft(folder, 'dan', 4)
  const revisions = await revisionsOf(folder)
  expect(await memoBetween(2, 3, revisions)).toContain('Key People (within paragraph 1 of Schedule 3)')
  const changes = await compareTwo(1, 4, revisions)
  const moves = changes.filter(({kind}) => kind.startsWith('moved'))
  expect(moves.map(({kind, author, revision}) => [kind, author, revision])).toEqual([
    ['movedTo', 'cleo', 3],
    ['movedFrom', 'cleo', 3],
  ])
}, 60_000)
