/** `mark`, `restore`, `log` and `verify --head` as a lawyer uses them over the life of a deal. */
import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {Ajv2020} from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import {describe, expect, test} from 'vitest'
import {home, revisionsOf} from '../../src/verbs/index.js'
import {change, copyOf, scratch} from '../whole/drafts.js'
import {engross, type Ran} from './terminal.js'

const ajv = new Ajv2020({strict: false, allErrors: true})
addFormats.default(ajv)
const [diagnostics, output] = ['diagnostics', 'output'].map(
  (name) => JSON.parse(readFileSync(join(home, `schemas/${name}.schema.json`), 'utf8')) as object,
)
ajv.addSchema(diagnostics!)
const valid = ajv.compile(output!)

interface Deal {
  readonly folder: string
  readonly out: string
  /** Runs a command on the deal: its name, then what follows the deal's folder. */
  readonly run: (command: string, ...more: readonly string[]) => Promise<Ran>
  readonly draft: (...more: readonly string[]) => Promise<Ran>
  readonly inputs: () => Readonly<Record<string, string>>
  readonly listed: () => readonly string[]
}

/** A deal with three revisions: a period of 36, 24 and 12 months; the second has private notes. Drafted once, then copied. */
async function deal(): Promise<Deal> {
  drafted ??= draftedThrice()
  const [known, folder, out] = [await drafted, join(scratch(), 'sensor-alliance'), scratch('out')]
  cpSync(known.folder, folder, {recursive: true})
  cpSync(known.out, out, {recursive: true})
  return dealIn(folder, out)
}

let drafted: Promise<Deal> | undefined

async function draftedThrice(): Promise<Deal> {
  const made = dealIn(copyOf('brightwater-hartmann-nda'), scratch('out'))
  const {folder, draft} = made
  await draft('--message', 'First')
  change(folder, {'/nda/termMonths': 24})
  writeFileSync(join(folder, 'private.yaml'), 'aims: [To be first.]\n')
  await draft('--message', 'Shorter')
  change(folder, {'/nda/termMonths': 12})
  rmSync(join(folder, 'private.yaml'))
  expect((await draft('--message', 'Shortest')).status).toBe(0)
  return made
}

function dealIn(folder: string, out: string): Deal {
  const run: Deal['run'] = (command, ...more) => engross([command, folder, ...more])
  return {
    folder,
    out,
    run,
    draft: (...more) => run('draft', '--format', 'docx', '--out', out, ...more),
    inputs: () => inputsOf(folder),
    listed: () => readdirSync(join(folder, 'revisions')).sort(),
  }
}

function inputsOf(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((name) => /^(deal\.yaml|private\.yaml|clauses\/[^/]+\.md)$/.test(name))
    .sort()
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

describe('mark', () => {
  test('puts a mark on the last revision, or on the one that is named, and log shows each with who, when and what', async () => {
    const {run} = await deal()
    expect(await run('mark', 'sent', '--note', 'to Hartmann')).toMatchObject({
      status: 0,
      out: expect.stringMatching(
        /^Revision 3 is marked sent \(to Hartmann\)\.\nIts hash, to keep elsewhere: 3:sha256:[0-9a-f]{64}\n$/,
      ),
    })
    await run('mark', 'agreed', 'r2', '--date', '2026-11-30', '--author', 'counsel@hartmann.example')
    const {out} = await run('log')
    expect(out.trimEnd().split('\n')).toEqual([
      'r3  2026-11-23T10:00:00.000Z  tests@engross.example  drafted  Shortest',
      '    sent  2026-11-23T10:00:00.000Z  tests@engross.example  to Hartmann',
      'r2  2026-11-23T10:00:00.000Z  tests@engross.example  drafted  Shorter',
      '    agreed  2026-11-30T00:00:00.000Z  counsel@hartmann.example',
      'r1  2026-11-23T10:00:00.000Z  tests@engross.example  drafted  First',
    ])
    expect((await run('verify')).status).toBe(0)
  })

  test('says that the mark stands already, and writes nothing; a revision may be sent to another one too', async () => {
    const {run, folder} = await deal()
    for (const [tag, note] of [
      ['sent', 'to Hartmann'],
      ['sent', 'to Aoyama'],
      ['agreed', ''],
      ['executed', ''],
    ] as const)
      expect((await run('mark', tag, '--note', note)).out).toContain(`is marked ${tag}`)
    for (const [tag, note] of [
      ['sent', 'to Aoyama'],
      ['agreed', 'again'],
      ['executed', ''],
    ] as const)
      expect(await run('mark', tag, '--note', note)).toMatchObject({
        status: 0,
        out: expect.stringContaining(`Revision 3 was marked ${tag} already, on 2026-11-23`),
      })
    expect(readdirSync(join(folder, 'revisions/tags'))).toHaveLength(4)
  })

  test.each<[string, readonly string[], number, RegExp]>([
    ['a revision that is not there', ['sent', '9'], 3, /There is no revision 9: the last is 3\./],
    ['a number that is none', ['sent', 'last'], 2, /"last" is no revision/],
    ['a mark that there is not', ['signed'], 2, /A revision is not marked "signed"\. Marks: sent, agreed, executed\./],
    ['a date that is none', ['sent', '--date', 'May'], 2, /"May" is no instant/],
  ])('refuses %s and writes nothing', async (_, args, status, words) => {
    const {run, folder} = await deal()
    const made = await run('mark', ...args)
    expect(made).toMatchObject({status, out: ''})
    expect(made.err).toMatch(words)
    expect(existsSync(join(folder, 'revisions/tags'))).toBe(false)
  })

  test('of a deal without a revision says what to do first', async () => {
    const made = await engross(['mark', copyOf('brightwater-hartmann-nda'), 'sent'])
    expect(made).toMatchObject({status: 3, out: ''})
    expect(made.err).toContain('Record one with `engross draft`.')
  })

  test('says what is doubtful: later revisions, blanks, another executed one, edits that no revision holds', async () => {
    const {run, folder, draft} = await deal()
    expect((await run('mark', 'executed', '1')).err).toContain(
      'revisions 2 to 3 were recorded after it and are no part of what was signed',
    )
    expect((await run('mark', 'executed', '2')).err).toContain('Revision 1 is marked executed too')
    change(folder, {'/nda/termMonths': 18, '/signing/date': undefined})
    expect((await run('mark', 'sent')).err).toContain('deal.yaml was changed since revision 3')
    await draft('--variation', '--message', 'Longer')
    const {err} = await run('mark', 'executed')
    expect(err).toContain('Revision 4 has a blank that was never filled in the deal.')
    expect(err).not.toContain('executed too')
  })
})

describe('once a revision is executed', () => {
  test('a draft that would change it is refused and nothing is written; the same draft again is not', async () => {
    const {run, folder, draft, out, listed} = await deal()
    await run('mark', 'executed')
    expect((await draft()).out).toContain('Revision 3: nothing changed since.')
    change(folder, {'/nda/termMonths': 18})
    const [before, made] = [readdirSync(out), await draft('--message', 'Longer')]
    expect(made).toMatchObject({status: 1, out: 'Nothing was written: the deal has errors.\n'})
    expect(made.err).toContain('Revision 3 is executed: what was signed is not changed.')
    expect([readdirSync(out), listed()]).toEqual([before, ['0001', '0002', '0003', 'tags']])
  })

  test('a variation is recorded as one, with a message; what follows carries it on until it is executed itself', async () => {
    const {run, folder, draft} = await deal()
    await run('mark', 'executed')
    change(folder, {'/nda/termMonths': 18})
    expect((await draft('--variation')).err).toContain('needs a message that says what it varies')
    expect((await draft('--variation', '--message', 'Longer')).out).toContain('Revision 4 recorded.')
    change(folder, {'/nda/termMonths': 19})
    expect((await draft()).out).toContain('Revision 5 recorded.')
    const {out} = await run('log')
    expect(out).toContain('drafted, varies r3  Longer\n')
    await run('mark', 'executed')
    change(folder, {'/nda/termMonths': 20})
    expect((await draft('--message', 'No variation')).err).toContain('Revision 5 is executed')
    await draft('--variation', '--message', 'Second variation')
    expect((await revisionsOf(folder)).list.map(({varies}) => varies)).toEqual([
      undefined,
      undefined,
      undefined,
      3,
      3,
      5,
    ])
    const verified = await run('verify')
    expect(verified.status).toBe(0)
    expect(verified.out).toContain(
      'Revision 3 is marked executed (2026-11-23T10:00:00.000Z, tests@engross.example); revisions 4, 5 vary it.',
    )
    expect(verified.out).toContain(
      'Revision 5 is marked executed (2026-11-23T10:00:00.000Z, tests@engross.example); revision 6 varies it.',
    )
  })

  test('restoring another revision is a variation too', async () => {
    const {run} = await deal()
    await run('mark', 'executed')
    const refused = await run('restore', '1')
    expect(refused).toMatchObject({status: 1, out: 'Nothing was written.\n'})
    expect(refused.err).toContain('Revision 3 is executed')
    expect((await run('restore', '1', '--variation', '--message', 'As at first')).out).toContain('Revision 4 recorded')
    expect((await run('log')).out).toContain('restored, varies r3  As at first')
  })

  test('a variation of nothing is refused', async () => {
    const {folder, draft} = await deal()
    change(folder, {'/nda/termMonths': 18})
    const made = await draft('--variation', '--message', 'Longer')
    expect(made.status).toBe(1)
    expect(made.err).toContain('No revision is marked executed, so there is nothing to vary.')
  })
})

describe('restore', () => {
  test('records the old content anew, sets the files of the deal to it, and the next draft changes nothing', async () => {
    const {run, folder, draft, inputs} = await deal()
    const made = await run('restore', '2')
    expect(made).toEqual({
      status: 0,
      err: '',
      out: [
        'deal.yaml set to what it was in revision 2\n',
        'private.yaml set to what it was in revision 2\n',
        'Revision 4 recorded: what revision 2 was.\n',
      ].join(''),
    })
    expect(inputs()).toEqual(inputsOf(join(folder, 'revisions/0002')))
    const [old, restored] = await Promise.all([2, 4].map(async (number) => (await revisionsOf(folder)).read(number)))
    expect(restored!.files).toEqual(old!.files)
    expect(restored!.note).toMatchObject({origin: 'restored', message: 'Revision 2 restored'})
    expect((await draft()).out).toContain('Revision 4: nothing changed since.')
    expect((await run('verify')).status).toBe(0)
    expect((await run('restore', '2')).out).toBe('Revision 4 is what revision 2 was; nothing was written.\n')
  })

  test('takes away a clause that the old revision had not, which its own revision keeps; other files stay', async () => {
    const {run, folder, draft, inputs} = await deal()
    mkdirSync(join(folder, 'clauses'))
    writeFileSync(join(folder, 'clauses/nda.return.md'), negotiated)
    writeFileSync(join(folder, 'clauses/notes.txt'), 'ours')
    writeFileSync(join(folder, 'mail.txt'), 'ours')
    const made = await draft('--message', 'Negotiated')
    expect(made.status, made.err).toBe(0)
    expect((await run('restore', '3')).out).toContain('clauses/nda.return.md set to what it was in revision 3')
    expect(Object.keys(inputs())).toEqual(['deal.yaml'])
    expect([existsSync(join(folder, 'clauses/notes.txt')), existsSync(join(folder, 'mail.txt'))]).toEqual([true, true])
    await run('restore', '4')
    expect(inputs()['clauses/nda.return.md']).toBe(negotiated)
  })

  test('stops before an edit that no revision holds, names the file, and writes nothing', async () => {
    const {run, folder, inputs, listed} = await deal()
    change(folder, {'/nda/termMonths': 18})
    writeFileSync(join(folder, 'private.yaml'), 'aims: [Something new.]\n')
    const before = [inputs(), listed()]
    const made = await run('restore', '1')
    expect(made).toMatchObject({status: 1, out: 'Nothing was written.\n'})
    for (const file of ['deal.yaml', 'private.yaml'])
      expect(made.err).toContain(
        `${file} is in no revision as it stands now: restoring would lose what was changed in it.`,
      )
    expect([inputs(), listed()]).toEqual(before)
  })

  test('brings back a deal.yaml that was deleted', async () => {
    const {run, folder, inputs} = await deal()
    rmSync(join(folder, 'deal.yaml'))
    expect((await run('restore', '3')).out).toBe(
      'deal.yaml set to what it was in revision 3\nRevision 3 is what revision 3 was; no new one was recorded.\n',
    )
    expect(inputs()).toEqual(inputsOf(join(folder, 'revisions/0003')))
  })

  test.each<[string, readonly string[], number]>([
    ['a revision that is not there', ['7'], 3],
    ['a number that is none', ['-1'], 2],
    ['no number', [], 2],
  ])('refuses %s', async (_, args, status) => {
    const {run, inputs} = await deal()
    const before = inputs()
    expect(await run('restore', ...args)).toMatchObject({status, out: ''})
    expect(inputs()).toEqual(before)
  })

  test('of a revision that was altered writes nothing', async () => {
    const {run, folder, inputs, listed} = await deal()
    writeFileSync(join(folder, 'revisions/0002/deal.yaml'), 'document: other\n')
    const [before, made] = [inputs(), await run('restore', '2')]
    expect(made).toMatchObject({status: 3, out: ''})
    expect(made.err).toContain('revisions/0002/deal.yaml is not what was recorded.')
    expect([inputs(), listed()]).toEqual([before, ['0001', '0002', '0003']])
  })
})

describe('verify --head', () => {
  test('is met by what mark and verify print, by the digits in a document, and by the document', async () => {
    const {run, out} = await deal()
    const said = (await run('mark', 'sent', '2')).out
    const kept = /2:sha256:[0-9a-f]{64}/.exec(said)![0]
    const document = join(out, 'mutual-confidentiality-agreement-r2.docx')
    const {identity} = JSON.parse((await engross(['verify', document, '--json'])).out) as {identity: {hash: string}}
    for (const head of [kept, kept.slice(2), document, `2:${identity.hash.slice(7, 19)}`])
      expect(await run('verify', '--head', head), head).toMatchObject({status: 0, err: ''})
    expect((await run('verify', '--head', kept)).out).toContain(
      'Revision 2 has the hash that was kept: it and everything before it is what it was then',
    )
    expect((await run('verify', '--head', document)).out).toContain(
      'agreement.json of revision 2 has the hash that was kept',
    )
  })

  test('finds a history that was cut off or written anew, which the chain alone cannot', async () => {
    const {run, folder, out} = await deal()
    const head = join(out, 'mutual-confidentiality-agreement-r3.docx')
    rmSync(join(folder, 'revisions/0003'), {recursive: true})
    const alone = await run('verify')
    expect(alone.status).toBe(0)
    expect(alone.out).toContain(
      'That cannot show that nobody wrote the whole history anew, or took away its last revisions or tags',
    )
    expect(await run('verify', '--head', head)).toMatchObject({
      status: 1,
      out: expect.stringContaining('the history was shortened or written anew'),
    })
    rmSync(join(folder, 'revisions'), {recursive: true})
    expect((await run('verify', '--head', head)).status).toBe(1)
  })

  test('takes no altered document, no other file and no half of a hash for a witness', async () => {
    const {run, folder, out} = await deal()
    const document = join(out, 'mutual-confidentiality-agreement-r3.docx')
    const bytes = readFileSync(document)
    writeFileSync(join(out, 'cut.docx'), bytes.subarray(0, bytes.length - 7))
    expect((await run('verify', '--head', join(out, 'cut.docx'))).status).toBe(3)
    expect((await run('verify', '--head', join(folder, 'deal.yaml'))).status).toBe(2)
    expect((await run('verify', '--head', '3:abc')).status).toBe(2)
    expect((await engross(['verify', document, '--head', `3:${'0'.repeat(64)}`])).status).toBe(3)
  })

  test('names what is damaged in one deal; the deal beside it opens as ever', async () => {
    const {run, folder} = await deal()
    const beside = join(folder, '..', 'beside')
    cpSync(folder, beside, {recursive: true})
    writeFileSync(join(folder, 'revisions/0003/revision.json'), 'x')
    expect((await run('verify')).status).toBe(1)
    expect((await run('log')).status).toBe(3)
    expect((await engross(['log', beside])).status).toBe(0)
    expect((await engross(['verify', beside])).status).toBe(0)
  })
})

test('what they print with --json fits the published schema', async () => {
  const {run, folder, out} = await deal()
  const lines: readonly (readonly string[])[] = [
    ['mark', 'executed', '2'],
    ['mark', 'executed', '2'],
    ['restore', '1'],
    ['restore', '1', '--variation', '--message', 'Back'],
    ['log'],
    ['verify', '--head', join(out, 'mutual-confidentiality-agreement-r2.docx')],
  ]
  for (const [command, ...more] of lines) {
    const said = await run(command!, ...more, '--json')
    valid(JSON.parse(said.out))
    expect(valid.errors, `engross ${command} ${folder} ${more.join(' ')} --json`).toBeNull()
  }
})

test.each(['mark', 'restore'])('help of %s shows its usage and examples', async (name) => {
  const {status, out, err} = await engross([name, '--help'])
  expect({status, err}).toEqual({status: 0, err: ''})
  expect(out).toMatch(new RegExp(`^Usage: engross ${name} `))
  for (const line of out.split('Examples:\n')[1]!.trim().split('\n'))
    expect(line).toMatch(new RegExp(`^ *engross ${name} `))
})

const negotiated = `---
id: nda.return.on-request
position: nda.return
title: Return
stance: control
summary: Everything goes back.
why: It is simple.
expect: They will ask for an archive copy.
---
1. {#all} Everything goes back within {{nda.returnDays}}.
`

describe('what reads a history', () => {
  test.each(['diff', 'blame', 'log'])(
    'says of a path at which no deal stands that there is none: %s',
    async (command) => {
      const folder = scratch('empty')
      const nowhere = await engross([command, join(folder, 'nope')])
      expect([nowhere.status, nowhere.err]).toEqual([
        3,
        expect.stringContaining('nope: there is no such file or folder.'),
      ])
      const elsewhere = await engross([command, folder])
      expect([elsewhere.status, elsewhere.err]).toEqual([3, expect.stringContaining('has no deal.yaml.')])
    },
  )

  test('blame has one line for a paragraph of a schedule, not one more for what holds it', async () => {
    const folder = copyOf('brightwater-hartmann')
    const draft = ['draft', folder, '--format', 'md', '--out', scratch('out')]
    await engross(draft)
    change(folder, {'/keyPeople/0/role': 'Head of optics'})
    await engross(draft)
    for (const all of [[], ['--all']]) {
      const {out} = await engross(['blame', folder, ...all])
      const lines = out.split('\n').filter((line) => line.includes('Each employer must tell'))
      expect(lines).toEqual([expect.stringContaining('paragraph 1 of Schedule 3')])
    }
  }, 60_000)
})
