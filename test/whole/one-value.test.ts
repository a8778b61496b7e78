/** One value changed in deal.yaml changes that value in every format, where it prints, and nothing else but what follows from it. */
import {beforeAll, describe, expect, test} from 'vitest'
import type {Agreement, Json} from '../../src/model/index.js'
import {isList, isObject} from '../../src/model/index.js'
import type {Format} from '../../src/verbs/index.js'
import {type Changes, change, copyOf, type Drafted, draft, type Example} from './drafts.js'
import {ask, bodyWords, squeezed, wordParagraphs} from './words.js'

const later = '2026-12-01T09:00:00.000Z'

interface Twice {
  readonly before: Drafted
  readonly after: Drafted
}

async function changed(example: Example, changes: Changes): Promise<Twice> {
  const folder = copyOf(example)
  const before = await draft(folder)
  change(folder, changes)
  return {before, after: await draft(folder, {time: later})}
}

// Furniture says the revision, its day and its hash; those may differ, and nothing of them is compared.
const stamp = /\b(Revision |r)\d+\b|2026-1[12]-\d\d|\b[0-9a-f]{12}\b/g

/** What a format prints, in lines or words that a change of one value leaves apart. */
function printed({files}: Drafted, format: Format): readonly string[] {
  switch (format) {
    case 'docx':
      return wordParagraphs(files.docx).map((line) => line.replace(stamp, '…'))
    case 'pdf':
      return ask('pdftotext', files.pdf, ['-raw'], ['-'])
        .replace(/\u00ad\n/g, '')
        .replace(stamp, '…')
        .split(/\s+/)
    case 'html':
      return bodyWords(files.html)
        .split('\n')
        .map((line) => line.replace(stamp, '…'))
    case 'md':
      return new TextDecoder()
        .decode(files.md)
        .split('\n')
        .map((line) => line.replace(stamp, '…'))
  }
}

/** Lines that differ, old → new. Texts of different length differ by more than a value: then all of both is shown. */
function differences(before: readonly string[], after: readonly string[]): readonly (readonly [string, string])[] {
  expect(after.length).toBe(before.length)
  return before.flatMap((line, index) => (line === after[index] ? [] : [[line, after[index]!] as const]))
}

/** How often a value stands in the agreement as it is stored. */
function valuesAt(agreement: Agreement, pointer: string): number {
  const count = (node: Json): number => {
    if (isList(node)) return node.reduce<number>((sum, one) => sum + count(one), 0)
    if (!isObject(node)) return 0
    return Number(node.type === 'value' && node.pointer === pointer) + count(Object.values(node))
  }
  return count(agreement as unknown as Json) // an agreement is JSON: it was just read from a file
}

describe('the months of confidentiality, 60 → 48', () => {
  let twice: Twice
  beforeAll(async () => {
    twice = await changed('brightwater-hartmann', {'/nda/termMonths': 48})
  })

  test.each(['docx', 'pdf', 'html', 'md'] as const)(
    'change in %s wherever they print, and nothing else does',
    (format) => {
      const found = differences(printed(twice.before, format), printed(twice.after, format))
      expect(found.length).toBe(valuesAt(twice.before.agreement, '/nda/termMonths'))
      expect(found.length).toBeGreaterThan(1)
      for (const [old, now] of found)
        expect(now).toBe(format === 'pdf' ? old.replace('60', '48') : old.replace('60 months', '48 months'))
    },
  )

  test('change nothing else in the stored agreement, and the revision after is the second', () => {
    const text = (drafted: Drafted): readonly string[] => JSON.stringify(drafted.agreement, null, 1).split('\n')
    const found = differences(text(twice.before), text(twice.after))
    expect(found.every(([old, now]) => old.replace('60 months', '48 months') === now)).toBe(true)
    expect(found.length).toBe(valuesAt(twice.before.agreement, '/nda/termMonths'))
    expect(twice.after.names).toEqual(
      expect.arrayContaining(['collaboration-agreement-r2.docx', 'collaboration-agreement-r2.pdf']),
    )
  })
})

describe('the registered name of a party', () => {
  const [old, now] = ['Brightwater Sensing Ltd', 'Clearwater Sensing Ltd'] as const
  let twice: Twice
  beforeAll(async () => {
    twice = await changed('brightwater-hartmann-nda', {'/parties/0/legalName/latin': now})
  })

  test.each(['docx', 'html', 'md'] as const)('changes in %s wherever it prints, and nothing else does', (format) => {
    const found = differences(printed(twice.before, format), printed(twice.after, format))
    expect(found.length).toBeGreaterThan(1)
    for (const [was, is] of found) expect(is).toBe(was.replaceAll(old, now))
    expect(printed(twice.after, format).join('\n')).not.toContain(old)
  })

  // Lines may end elsewhere, so that words are compared without white space.
  test('changes in PDF wherever it prints, and nothing else does', () => {
    const [was, is] = [twice.before, twice.after].map((drafted) => squeezed(printed(drafted, 'pdf').join('')))
    expect(is).toBe(was!.replaceAll(squeezed(old), squeezed(now)))
    expect(is).not.toBe(was)
  })
})

test('taking a value away leaves a blank with its question in every format, and the draft is still made', async () => {
  const {before, after} = await changed('brightwater-hartmann-nda', {
    '/nda/termMonths': undefined,
    '/signing/date': undefined,
  })
  for (const format of ['docx', 'pdf', 'html', 'md'] as const) {
    const blanks = (drafted: Drafted): number => printed(drafted, format).join(' ').split('[●').length - 1
    expect(blanks(after), format).toBeGreaterThan(blanks(before))
  }
})
