import fc from 'fast-check'
import {expect, test} from 'vitest'
import {linesOf} from '../../src/engross/index.js'
import type {Agreement, Change, FairCopy, Provision} from '../../src/model/index.js'
import {provisionsOf} from '../../src/model/index.js'
import {redlineJson} from '../../src/render/text/index.js'
import {markedCopy} from '../../src/verbs/marked-copy.js'
import {full} from '../readers.js'
import {agreementOf, cleanCopy} from './agreements.js'
import {script} from './edits.js'

const bases: readonly Agreement[] = [
  await agreementOf('brightwater-hartmann'),
  await agreementOf('brightwater-hartmann-nda'),
  await agreementOf('nuclea-tokai'),
]

const seeds = fc.record({
  base: fc.nat(bases.length - 1),
  count: fc.integer({min: 1, max: 6}),
  dice: fc.array(fc.nat(1_000_000), {minLength: 80, maxLength: 80}),
})

function diceOf(throws: readonly number[]): (bound: number) => number {
  let next = 0
  return (bound) => (throws[next++ % throws.length]! + next) % bound
}

function textOfProvision(provision: Provision, copy: FairCopy): string {
  return linesOf({
    ...copy,
    agreement: {...copy.agreement, parts: [{kind: 'group', id: 'g', provisions: [{...provision, provisions: []}]}]},
  })
    .filter(({at}) => at === provision.id)
    .map(({text}) => text.replace(/^[^\t]*\t/, ''))
    .join('\n')
}

test('every redline of random edits is proved, tells who and why, and marks nothing that is unchanged', {
  timeout: 900_000,
}, () => {
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(seeds, ({base, count, dice}) => {
      const {from, to, edits} = script(bases[base]!, count, diceOf(dice))
      if (edits.length === 0) return
      const [old, now] = [cleanCopy(from, 1), cleanCopy(to, edits.length + 1)]
      const {copy, diagnostics} = markedCopy({
        from: old,
        to: now,
        steps: edits.map(({step}) => step),
        sides: {from: {label: 'old'}, to: {label: 'new'}},
      })
      expect(diagnostics).toEqual([])
      const {changes} = copy!.against!.redline
      for (const change of changes.filter(({at}) => at !== 'furniture')) judge(change, edits, seen)
      for (const {kind, author, words} of redlineJson(copy!.against!.redline, copy!).changes)
        if (kind === 'inserted')
          expect(
            authorsIn(words.after ?? '').filter((one) => one !== author),
            words.after,
          ).toEqual([])
      unmarkedWhereUnchanged(old, now, changes)
    }),
    {numRuns: full ? 10_000 : 300, seed: full ? 1 : 20261123},
  )
  // Every kind of edit was made, and every kind of mark came of it.
  const marks = new Set([...seen.keys()].map((key) => key.replace(/^.* (\S+ \S+)$/, '$1')))
  expect(marks.size).toBeGreaterThanOrEqual(10)
})

/** The words of each edit bear its number. */
function authorsIn(words: string): readonly string[] {
  const own = /\b(?:heron|lantern|marble|quince|saffron|tundra|velvet|willow|zephyr|cobalt)(\d+)\b/g
  return [...words.matchAll(own)].map(([, serial]) => `author-${serial}`)
}

function judge(change: Change, edits: ReturnType<typeof script>['edits'], seen: Map<string, number>): void {
  const edit = edits.find(({step}) => step.author === change.author)
  expect(edit, `the author ${change.author} of ${JSON.stringify(change)}`).toBeDefined()
  const {kind, step, touched} = edit!
  const about = `${kind} → ${JSON.stringify(change)}`
  expect([...touched], about).toContain(change.at)
  expect([step.revision, step.date], about).toEqual([change.revision, change.date])
  if (change.cause.type !== 'moved' && step.cause.type !== 'unknown') expect(change.cause, about).toEqual(step.cause)
  if (step.cause.type === 'unknown') expect(change.cause.type, about).toBe('moved')
  seen.set(
    `${kind} ${change.kind} ${change.cause.type}`,
    (seen.get(`${kind} ${change.kind} ${change.cause.type}`) ?? 0) + 1,
  )
}

function unmarkedWhereUnchanged(old: FairCopy, now: FairCopy, changes: readonly Change[]): void {
  const before = new Map(provisionsOf(old.agreement).map((one) => [one.id, textOfProvision(one, old)]))
  const after = new Map(provisionsOf(now.agreement).map((one) => [one.id, one]))
  const marked = new Set(changes.filter(({cause}) => cause.type !== 'moved').map(({at}) => at))
  for (const id of marked) {
    const provision = after.get(id)
    if (!provision || !before.has(id)) continue
    expect(before.get(id) === textOfProvision(provision, {...now, citations: old.citations}), id).toBe(false)
  }
}
