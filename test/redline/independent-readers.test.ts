import {afterAll, expect, test} from 'vitest'
import {createDocxRenderer} from '../../src/render/docx/index.js'
import {markedCopy} from '../../src/verbs/marked-copy.js'
import {full, needs} from '../readers.js'
import {acceptedBy, type OutsideReader, readBy, rejectedBy, stopReaders} from '../render/docx/oracles.js'
import {agreementOf, cleanCopy} from './agreements.js'
import {type Script, script} from './edits.js'

const bases = [await agreementOf('brightwater-hartmann-nda'), await agreementOf('brightwater-hartmann')]
const many = full ? 300 : 10

afterAll(stopReaders)

/** The same throws for the same seed (mulberry32). */
function diceOf(seed: number): (bound: number) => number {
  let state = seed
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound
  }
}

/** A redline of random edits as a Word file, and both its sides as clean ones. */
function filesOf({from, to, edits}: Script): {
  readonly redline: Uint8Array
  readonly old: Uint8Array
  readonly now: Uint8Array
} {
  const [old, now] = [cleanCopy(from, 1), cleanCopy(to, edits.length + 1)]
  const {copy, diagnostics} = markedCopy({
    from: old,
    to: now,
    steps: edits.map(({step}) => step),
    sides: {from: {label: 'Revision 1', revision: 1}, to: {label: 'Revision 2', revision: edits.length + 1}},
  })
  if (!copy) throw new Error(diagnostics.map(({message}) => message).join(' '))
  return {
    redline: createDocxRenderer().render(copy),
    old: createDocxRenderer().render(old),
    now: createDocxRenderer().render(now),
  }
}

type Judge = (told: readonly string[], wanted: readonly string[], about: string) => void

async function settlesAll(reader: OutsideReader, judge: Judge): Promise<void> {
  for (let seed = 1; seed <= many; seed += 1) {
    const dice = diceOf(seed)
    const made = script(bases[seed % 3 === 0 ? 1 : 0]!, 1 + dice(5), dice)
    if (made.edits.length === 0) continue
    const {redline, old, now} = filesOf(made)
    const about = `seed ${seed}: ${made.edits.map(({kind}) => kind).join(', ')}`
    judge(await acceptedBy(reader, redline), await readBy(reader, now), `accepted, ${about}`)
    judge(await rejectedBy(reader, redline), await readBy(reader, old), `rejected, ${about}`)
  }
}

/** Words alone: no number, whether counted or cited, nothing between two of them, and no paragraph without words. */
function wordsOnly(lines: readonly string[]): readonly string[] {
  const bare = lines.map((line) => line.slice(line.lastIndexOf('\t') + 1).replace(/[\d.,]+|\([a-z]+\)/g, ''))
  return bare.map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '')
}

test(
  'docxodus accepts random redlines to the new side and rejects them to the old, numbers and all',
  {
    timeout: 3_600_000,
  },
  () => settlesAll('docxodus', (told, wanted, about) => expect(told, about).toEqual(wanted)),
)

// LibreOffice 7.4 leaves an empty numbered paragraph where it joins some moved ones, so that the numbers after it are one too high
// (src/render/docx/NOTES.md). Its words must be right always, its numbers nine times in ten.
test('LibreOffice accepts random redlines to the new side and rejects them to the old', {
  timeout: 3_600_000,
}, async () => {
  needs('soffice')
  needs('python3')
  const miscounted: string[] = []
  let settled = 0
  await settlesAll('libreoffice', (told, wanted, about) => {
    settled += 1
    if (JSON.stringify(told) !== JSON.stringify(wanted)) miscounted.push(about)
    expect(wordsOnly(told), about).toEqual(wordsOnly(wanted))
  })
  expect(settled).toBeGreaterThan(many)
  expect(miscounted.length, miscounted.join('\n')).toBeLessThanOrEqual(settled / 10)
})
