/** The command line as scripts depend on it: exit statuses, JSON by its schema, help, and nothing said in the wrong stream. */
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {Ajv2020} from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import {unzipSync, zipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {home} from '../../src/verbs/index.js'
import {change, copyOf, scratch} from '../whole/drafts.js'
import {engross} from './terminal.js'

const commands = ['new', 'check', 'draft', 'log', 'verify', 'library'] as const

/** A copy of the short example, and an empty place for what is drafted. */
function deal(): {readonly folder: string; readonly out: string} {
  return {folder: copyOf('brightwater-hartmann-nda'), out: join(scratch('out'), 'files')}
}

const flipped = (bytes: Uint8Array, at: number): Uint8Array =>
  bytes.map((byte, index) => (index === at ? byte ^ 1 : byte))

const asMarkdown = (folder: string, out: string, ...more: readonly string[]): readonly string[] => [
  'draft',
  folder,
  '--format',
  'md',
  '--out',
  out,
  ...more,
]

const listed = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder, {recursive: true}).map(String).sort() : []

describe('help', () => {
  test.each(commands)(
    'of %s shows its usage and examples that begin with engross, on stdout, with status 0',
    async (name) => {
      const {status, out, err} = await engross([name, '--help'])
      expect({status, err}).toEqual({status: 0, err: ''})
      expect(out).toMatch(new RegExp(`^Usage: engross ${name} `))
      const [, examples] = out.split('Examples:\n')
      for (const line of examples!.trim().split('\n')) expect(line).toMatch(new RegExp(`^ *engross ${name} `))
      expect((await engross(['help', name])).out).toBe(out)
    },
  )

  test('without a command lists every command and the exit statuses', async () => {
    for (const args of [[], ['--help'], ['help']]) {
      const {status, out} = await engross(args)
      expect(status).toBe(0)
      for (const name of commands) expect(out).toContain(`  ${name} `)
      expect(out).toContain('Exit status: 0 done; 1 the deal has errors; 2 wrong usage; 3 a file or system fault.')
    }
  })

  test('--version prints the version of the package', async () => {
    const {version} = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {version: string}
    expect(await engross(['--version'])).toEqual({status: 0, out: `${version}\n`, err: ''})
  })
})

describe('wrong usage ends with status 2, on stderr,', () => {
  test.each<[string, readonly string[], RegExp]>([
    ['an unknown command, with the nearest', ['drfat', 'x'], /there is no command "drfat"\. Did you mean "draft"\?/],
    ['a missing argument', ['check'], /An argument is missing/],
    ['an argument too many', ['check', 'a', 'b'], /"b" is one argument too many/],
    [
      'an unknown option, with the nearest',
      ['check', 'a', '--jsno'],
      /There is no option "--jsno"\. Did you mean "--json"\?/,
    ],
    ['an option without its value', ['draft', 'a', '--message'], /"--message" needs a value after it/],
    ['a value where none belongs', ['check', 'a', '--json=1'], /"--json" stands alone: it takes no value/],
    [
      'an unknown format',
      ['draft', 'a', '--format', 'docx,odt'],
      /There is no format "odt"\. Formats: docx, pdf, html, md/,
    ],
    ['a date that is none', ['draft', 'a', '--date', 'tomorrow'], /"tomorrow" is no instant/],
    ['a document that is not named', ['new', 'a'], /--document is missing/],
    ['an unknown verb of the library', ['library', 'burn'], /The library cannot "burn"/],
    ['an unknown stance', ['library', 'list', '--stance', 'friendly'], /--stance is one of trust, balanced, control/],
    ['an inherited name as command', ['constructor'], /there is no command "constructor"/],
    ['an inherited name as verb', ['library', 'constructor'], /The library cannot "constructor"/],
  ])('%s', async (_, args, message) => {
    const {status, out, err} = await engross(args)
    expect({status, out}).toEqual({status: 2, out: ''})
    expect(err).toMatch(message)
    expect(err).toContain('Usage: engross')
  })
})

describe('what the disk refuses ends with status 3 and names the path,', () => {
  test.each<[string, (folder: string) => readonly string[]]>([
    ['a deal that is not there', (folder) => ['check', join(folder, 'nowhere')]],
    ['a folder without a deal.yaml', (folder) => ['draft', folder, '--out', join(folder, 'out')]],
    ['a file to verify that is neither Word nor PDF', (folder) => ['verify', join(folder, 'note.txt')]],
    [
      'answers that are not there',
      (folder) => ['new', join(folder, 'new'), '--document', 'nda-mutual', '--answers', join(folder, 'answers.yaml')],
    ],
    ['a clause file that is not there', (folder) => ['library', 'publish', join(folder, 'clause.md')]],
  ])('%s', async (_, argsIn) => {
    const folder = scratch('empty')
    writeFileSync(join(folder, 'note.txt'), 'hello')
    const {status, out, err} = await engross(argsIn(folder))
    expect({status, out}).toEqual({status: 3, out: ''})
    expect(err).toContain(folder)
    expect(listed(folder)).toEqual(['note.txt'])
  })
})

describe('check', () => {
  const ajv = new Ajv2020({strict: false, allErrors: true})
  addFormats.default(ajv)
  const valid = ajv.compile(JSON.parse(readFileSync(join(home, 'schemas/diagnostics.schema.json'), 'utf8')) as object)

  test('of a sound deal has status 0, of a broken one 1; both print JSON by the published schema, and write nothing', async () => {
    const {folder} = deal()
    const before = listed(folder)
    for (const status of [0, 1]) {
      if (status === 1) change(folder, {'/parties/1/shortName': 'Brightwater', '/nda/termMonths': 3})
      const found = await engross(['check', folder, '--json'])
      expect(found).toMatchObject({status, err: ''})
      valid(JSON.parse(found.out))
      expect(valid.errors).toBeNull()
    }
    expect(listed(folder)).toEqual(before)
  })

  test('says for every diagnostic what, where and what to do, and counts them', async () => {
    const {folder} = deal()
    change(folder, {'/parties/1/shortName': 'Brightwater', '/signing/date': undefined})
    const {out, status} = await engross(['check', folder])
    expect(status).toBe(1)
    expect(out).toMatch(/^error .+\n {8}at \/parties\/1\/shortName {2}\(rule\/R-001\)\n {8}why: .+\n {8}do: {2}.+/m)
    expect(out).toMatch(/^open .+\n {8}at \/signing\/date$/m)
    expect(out).toMatch(/\n1 error, 0 warnings, 0 pieces of advice, 1 blank; \d+ rules run\.\n$/)
  })

  test('paints severities only where colour is wanted', async () => {
    const {folder} = deal()
    change(folder, {'/parties/1/shortName': 'Brightwater'})
    const painted = `${String.fromCharCode(27)}[1;31merror`
    expect((await engross(['check', folder], {colour: true})).out).toContain(painted)
    expect((await engross(['check', folder])).out).not.toContain(painted)
  })
})

describe('draft', () => {
  test('of a deal with an error writes no file and records no revision', async () => {
    const {folder, out} = deal()
    change(folder, {'/parties/1/shortName': 'Brightwater'})
    const made = await engross(asMarkdown(folder, out))
    expect(made).toMatchObject({status: 1, out: 'Nothing was written: the deal has errors.\n'})
    expect(made.err).toContain('(rule/R-001)')
    expect([existsSync(out), existsSync(join(folder, 'revisions'))]).toEqual([false, false])
  })

  test('of an unchanged deal gives the same revision and the same bytes, whatever the hour and the author', async () => {
    const {folder, out} = deal()
    const first = await engross(asMarkdown(folder, out))
    expect(first.out).toContain('Revision 1 recorded.')
    const before = readFileSync(join(out, 'mutual-confidentiality-agreement-r1.md'))
    const again = await engross(asMarkdown(folder, out), {
      now: '2027-01-01T00:00:00.000Z',
      author: 'else@engross.example',
    })
    expect(again.out).toContain('Revision 1: nothing changed since.')
    expect(readFileSync(join(out, 'mutual-confidentiality-agreement-r1.md')).equals(before)).toBe(true)
    expect(listed(join(folder, 'revisions'))).toContain('0001')
    expect(listed(join(folder, 'revisions'))).not.toContain('0002')
  })

  test('with --json tells what was written, on stdout alone', async () => {
    const {folder, out} = deal()
    const made = await engross(asMarkdown(folder, out, '--json', '--message', 'First draft'), {cwd: out})
    expect(JSON.parse(made.out)).toMatchObject({
      format: 1,
      files: ['mutual-confidentiality-agreement-r1.md'],
      revision: 1,
      recorded: true,
      blanks: 0,
    })
  })

  test('without --out writes under out/ of the working folder, in a folder named like the deal', async () => {
    const {folder} = deal()
    const cwd = scratch('cwd')
    const made = await engross(['draft', folder, '--format', 'md'], {cwd})
    expect(made.out).toContain(join('out', 'brightwater-hartmann-nda', 'mutual-confidentiality-agreement-r1.md'))
    expect(existsSync(join(cwd, 'out', 'brightwater-hartmann-nda', 'mutual-confidentiality-agreement-r1.md'))).toBe(
      true,
    )
  })

  test('shows progress on a terminal and none in a pipe', async () => {
    const {folder, out} = deal()
    expect((await engross(asMarkdown(folder, out))).err).toBe('')
    expect((await engross(asMarkdown(folder, out), {terminal: true})).err).toContain('Writing md')
  })
})

test('what draft, log, verify and library print with --json fits the published schema', async () => {
  const ajv = new Ajv2020({strict: false, allErrors: true})
  addFormats.default(ajv)
  const published = ['diagnostics', 'output'].map(
    (name) => JSON.parse(readFileSync(join(home, `schemas/${name}.schema.json`), 'utf8')) as object,
  )
  ajv.addSchema(published[0]!)
  const valid = ajv.compile(published[1]!)
  const {folder, out} = deal()
  const broken = copyOf('brightwater-hartmann-nda')
  change(broken, {'/parties/1/shortName': 'Brightwater'})
  const lines: readonly (readonly string[])[] = [
    ['draft', folder, '--format', 'docx,md', '--out', out],
    ['draft', broken, '--format', 'md', '--out', out],
    ['log', folder],
    ['verify', folder],
    ['verify', join(out, 'mutual-confidentiality-agreement-r1.docx')],
    ['library', 'list', 'secrets'],
    ['library', 'show', 'nda.return.on-request'],
    ['library', 'check'],
  ]
  for (const line of lines) {
    const {out: said} = await engross([...line, '--json'])
    valid(JSON.parse(said))
    expect(valid.errors, `engross ${line.join(' ')} --json`).toBeNull()
  }
})

describe('log and verify', () => {
  test('tell of each revision, newest first, and of an unbroken chain', async () => {
    const {folder, out} = deal()
    expect((await engross(['log', folder])).out).toContain('No revision yet.')
    await engross(asMarkdown(folder, out, '--message', 'First'))
    change(folder, {'/nda/termMonths': 24})
    await engross(asMarkdown(folder, out, '--message', 'Shorter', '--author', 'b@engross.example'))
    const {out: lines} = await engross(['log', folder])
    expect(lines.trim().split('\n')).toEqual([
      'r2  2026-11-23T10:00:00.000Z  b@engross.example  drafted  Shorter',
      'r1  2026-11-23T10:00:00.000Z  tests@engross.example  drafted  First',
    ])
    const {revisions} = JSON.parse((await engross(['log', folder, '--json'])).out) as {
      revisions: readonly {number: number}[]
    }
    expect(revisions.map(({number}) => number)).toEqual([2, 1])
    expect(await engross(['verify', folder])).toMatchObject({status: 0, err: ''})
  })

  test('name the file of a revision that was altered by one byte', async () => {
    const {folder, out} = deal()
    await engross(asMarkdown(folder, out))
    const path = join(folder, 'revisions/0001/deal.yaml')
    writeFileSync(path, readFileSync(path, 'utf8').replace('termMonths: 36', 'termMonths: 35'))
    const {status, out: said} = await engross(['verify', folder])
    expect(status).toBe(1)
    expect(said).toContain('deal.yaml')
  })

  /** A drafted file and what `verify` says of its bytes when they are others. */
  async function made(format: 'docx' | 'pdf'): Promise<{
    readonly path: string
    readonly bytes: Uint8Array
    readonly verdictOn: (bytes: Uint8Array) => Promise<string>
  }> {
    const {folder, out} = deal()
    await engross(['draft', folder, '--format', format, '--out', out])
    const path = join(out, `mutual-confidentiality-agreement-r1.${format}`)
    const verdictOn = async (bytes: Uint8Array): Promise<string> => {
      writeFileSync(path, bytes)
      const {status, out: said} = await engross(['verify', path])
      return `${status} ${/\(verify\/[\w-]+\)/.exec(said)?.[0] ?? ''}`
    }
    return {path, bytes: new Uint8Array(readFileSync(path)), verdictOn}
  }

  test.each(['docx', 'pdf'] as const)('say what made a .%s', async (format) => {
    const {status, out: said} = await engross(['verify', (await made(format)).path])
    expect(status).toBe(0)
    expect(said).toMatch(
      /^Made by Engross [\d.]+ from revision 1 of deal-[0-9a-f]{16} \(2026-11-23T10:00:00.000Z\), template nda-mutual@/,
    )
    expect(said).toContain('What the file holds is as Engross wrote it.')
  })

  test('say that a .pdf was altered when one bit of it was', async () => {
    const {bytes, verdictOn} = await made('pdf')
    for (const at of [0.1, 0.3, 0.5, 0.7, 0.9].map((share) => Math.floor(bytes.length * share)))
      expect(await verdictOn(flipped(bytes, at)), `byte ${at}`).toMatch(/^1 \(verify\/(altered|not-ours)\)$/)
  })

  // Hashes are over parts as they inflate: a copy zipped again by another program is no other file.
  test('say that a .docx was altered when one bit of any part was, a part was added or one taken away', async () => {
    const {bytes, verdictOn} = await made('docx')
    const parts = unzipSync(bytes)
    const {'docProps/app.xml': _, ...fewer} = parts
    expect(await verdictOn(zipSync(parts))).toBe('0 ')
    expect(await verdictOn(zipSync(fewer))).toBe('1 (verify/altered)')
    expect(await verdictOn(zipSync({...parts, 'word/more.xml': new Uint8Array(3)}))).toBe('1 (verify/altered)')
    for (const [name, part] of Object.entries(parts))
      expect(await verdictOn(zipSync({...parts, [name]: flipped(part, Math.floor(part.length / 2))})), name).toMatch(
        /^1 \(verify\/(altered|not-ours)\)$/,
      )
  })

  test('say of a Word file of another hand that it carries no mark', async () => {
    const path = join(scratch('else'), 'else.docx')
    writeFileSync(path, 'PK no archive at all')
    const {status, out} = await engross(['verify', path])
    expect(status).toBe(1)
    expect(out).toContain('(verify/not-ours)')
  })
})

describe('library', () => {
  test('list finds by words, position and stance; show prints the text; both speak JSON', async () => {
    const {out} = await engross(['library', 'list', '--position', 'ip.results.ownership', '--json'])
    const {clauses} = JSON.parse(out) as {clauses: readonly {id: string; position: string}[]}
    expect(clauses.length).toBeGreaterThan(2)
    expect(new Set(clauses.map(({position}) => position))).toEqual(new Set(['ip.results.ownership']))
    const shown = await engross(['library', 'show', clauses[0]!.id])
    expect(shown.status).toBe(0)
    expect(shown.out).toContain(`id: ${clauses[0]!.id}`)
  })

  test('show of an unknown clause has status 1 and names the nearest', async () => {
    const {status, err} = await engross(['library', 'show', 'ip.results.each-owns-owns'])
    expect(status).toBe(1)
    expect(err).toContain('ip.results.each-owns-own')
  })

  test('publish writes into the folder laid over ours, and a deal drafted with it uses the new clause', async () => {
    const [firm, drafts] = [scratch('firm'), scratch('draft')]
    mkdirSync(join(firm, 'clause-library'), {recursive: true})
    writeFileSync(join(drafts, 'return.md'), clauseOfFirm)
    const published = await engross(['library', 'publish', join(drafts, 'return.md'), '--library', firm])
    expect(published, published.err).toMatchObject({status: 0})
    const {folder, out} = deal()
    writeFileSync(
      join(folder, 'deal.yaml'),
      `${readFileSync(join(folder, 'deal.yaml'), 'utf8')}\nchoices: {nda.return: nda.return.our-way}\n`,
    )
    const made = await engross(asMarkdown(folder, out, '--library', firm))
    expect(made.status, made.err).toBe(0)
    expect(readFileSync(join(out, 'mutual-confidentiality-agreement-r1.md'), 'utf8')).toContain(
      'Everything goes back within 30 days.',
    )
  })
})

const clauseOfFirm = `---
id: nda.return.our-way
position: nda.return
title: Return
stance: control
summary: Everything goes back.
why: It is simple.
expect: They will ask for an archive copy.
---
1. {#all} Everything goes back within {{nda.returnDays}}.
`
