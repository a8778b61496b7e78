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

async function agrees(reader: OutsideReader): Promise<void> {
  for (let seed = 1; seed <= many; seed += 1) {
    const dice = diceOf(seed)
    const made = script(bases[seed % 3 === 0 ? 1 : 0]!, 1 + dice(5), dice)
    if (made.edits.length === 0) continue
    const {redline, old, now} = filesOf(made)
    const about = `seed ${seed}: ${made.edits.map(({kind}) => kind).join(', ')}`
    expect(await acceptedBy(reader, redline), `accepted, ${about}`).toEqual(await readBy(reader, now))
    expect(await rejectedBy(reader, redline), `rejected, ${about}`).toEqual(await readBy(reader, old))
  }
}

test('docxodus accepts random redlines to the new side and rejects them to the old', {timeout: 3_600_000}, () =>
  agrees('docxodus'),
)

test('LibreOffice accepts random redlines to the new side and rejects them to the old', {
  timeout: 3_600_000,
}, async () => {
  needs('soffice')
  needs('python3')
  await agrees('libreoffice')
})
