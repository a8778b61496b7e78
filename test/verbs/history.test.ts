/** Drafts over time: the head's lock pins what was used, whatever the library learns; a deal keeps its id, a file tells no name. */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {readManifest} from '../../src/render/docx/index.js'
import {engross} from '../cli/terminal.js'
import {change, changeFile, copyOf, draft, scratch} from '../whole/drafts.js'

const clause = (text: string): string => `---
id: nda.return.our-way
position: nda.return
title: Return
stance: control
summary: Everything goes back.
why: It is simple.
expect: They will ask for an archive copy.
---
1. {#all} ${text}
`

describe('a deal drafted with a firm’s clause', () => {
  async function drafted(): Promise<{
    readonly firm: string
    readonly folder: string
    readonly again: () => ReturnType<typeof engross>
    readonly text: () => string
    readonly publish: (text: string) => Promise<void>
  }> {
    const [firm, drafts, out] = [scratch('firm'), scratch('drafts'), scratch('out')]
    mkdirSync(join(firm, 'clause-library'))
    const publish = async (text: string): Promise<void> => {
      writeFileSync(join(drafts, 'return.md'), clause(text))
      const change = text.includes('now') ? ['--change', 'minor', '--note', 'Said otherwise'] : []
      const {status, err} = await engross([
        'library',
        'publish',
        join(drafts, 'return.md'),
        '--library',
        firm,
        ...change,
      ])
      if (status !== 0) throw new Error(err)
    }
    await publish('Everything goes back.')
    const folder = copyOf('brightwater-hartmann-nda')
    changeFile(folder, {'/choices': {'nda.return': 'nda.return.our-way'}})
    const again = () => engross(['draft', folder, '--format', 'md', '--out', out, '--library', firm])
    const made = await again()
    if (made.status !== 0) throw new Error(made.err)
    return {
      firm,
      folder,
      again,
      publish,
      text: () => readFileSync(join(out, 'mutual-confidentiality-agreement-r1.md'), 'utf8'),
    }
  }

  test('stays with its version when a newer one is published: no new revision, the same words', async () => {
    const {again, publish, text} = await drafted()
    await publish('Everything goes back now.')
    expect((await again()).out).toContain('Revision 1: nothing changed since.')
    expect(text()).toContain('Everything goes back.')
  })

  test('is refused when the text of that version was edited, and the clause is named', async () => {
    const {firm, again} = await drafted()
    const path = join(firm, 'clause-library/nda/nda.return.our-way/1.0.0.md')
    writeFileSync(path, readFileSync(path, 'utf8').replace('goes back', 'stays'))
    const {status, err} = await again()
    expect(status).toBe(1)
    expect(err).toContain('nda.return.our-way 1.0.0 is not the text that the deal was made from.')
  })

  test('a new deal takes the newest version', async () => {
    const {firm, publish} = await drafted()
    await publish('Everything goes back now.')
    const folder = copyOf('brightwater-hartmann-nda')
    changeFile(folder, {'/choices': {'nda.return': 'nda.return.our-way'}})
    const out = scratch('out')
    await engross(['draft', folder, '--format', 'md', '--out', out, '--library', firm])
    expect(readFileSync(join(out, 'mutual-confidentiality-agreement-r1.md'), 'utf8')).toContain(
      'Everything goes back now.',
    )
  })
})

const identityIn = (docx: Uint8Array) => readManifest(docx)!.identity

test('a deal keeps its opaque id from revision to revision, another deal has another, and no file name tells a party', async () => {
  const folder = copyOf('brightwater-hartmann-nda')
  const first = await draft(folder, {formats: ['docx']})
  change(folder, {'/nda/termMonths': 24})
  const second = await draft(folder, {formats: ['docx'], time: '2026-12-01T00:00:00.000Z'})
  const other = await draft(copyOf('nuclea-tokai-nda'), {formats: ['docx']})
  const [one, two, else_] = [first, second, other].map(({files}) => identityIn(files.docx))
  expect(two!.deal).toBe(one!.deal)
  expect(two!.hash).not.toBe(one!.hash)
  expect([one!.revision, two!.revision]).toEqual([1, 2])
  expect(else_!.deal).not.toBe(one!.deal)
  expect([...first.names, ...second.names]).toEqual([
    'mutual-confidentiality-agreement-r1.docx',
    'mutual-confidentiality-agreement-r2.docx',
  ])
})

test('a change that prints nowhere is recorded too, and the agreement that goes out stays the same but for its revision', async () => {
  const folder = copyOf('brightwater-hartmann-nda')
  const first = await draft(folder, {formats: ['docx', 'md']})
  writeFileSync(join(folder, 'private.yaml'), 'aims: [To be first.]\n')
  const second = await draft(folder, {formats: ['docx', 'md']})
  expect(identityIn(second.files.docx)).toMatchObject({revision: 2, hash: identityIn(first.files.docx).hash})
  expect(second.agreement).toEqual(first.agreement)
})

test('a revision stands on its own: the agreement of the first can be read after the deal was changed and its clauses edited', async () => {
  const folder = copyOf('brightwater-hartmann-nda')
  const {agreement} = await draft(folder, {formats: ['md']})
  change(folder, {'/nda/termMonths': 24, '/parties/0/shortName': 'Clearwater'})
  await draft(folder, {formats: ['md']})
  expect(JSON.parse(readFileSync(join(folder, 'revisions/0001/agreement.json'), 'utf8'))).toEqual(agreement)
})
