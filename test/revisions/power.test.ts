/** The power goes: whatever was not flushed by then may be lost. What was acknowledged is there, and nothing is torn. */
import {describe, expect, test} from 'vitest'
import {folderStore, verify} from '../../src/revisions/index.js'
import {full} from '../readers.js'
import {appended, draft, note} from './build.js'
import {type ForgetfulDisk, forgetfulDisk, type Neglect} from './power.js'

const deal = '/deal'

/** A history as it grows: three revisions, two tags, one more revision. */
async function written(neglect: Neglect): Promise<ForgetfulDisk> {
  const forgetful = forgetfulDisk(deal, neglect)
  const store = folderStore(deal, {disk: forgetful.disk})
  const append = async (words: string): Promise<void> =>
    forgetful.acknowledge((await appended(store, draft(words))).hash)
  const tag = async (revision: number): Promise<void> => {
    await store.tag({revision, tag: 'sent', time: note.time, author: note.author, note: ''})
    forgetful.acknowledge('tag')
  }
  for (const words of ['one', 'two', 'three']) await append(words)
  for (const revision of [2, 3]) await tag(revision)
  await append('four')
  return forgetful
}

/** What is wrong with a state found after the power went. */
async function violations({disk, acknowledged}: ReturnType<ForgetfulDisk['after']>): Promise<readonly string[]> {
  const store = folderStore(deal, {disk})
  try {
    const torn = (await verify(store)).diagnostics.filter(({severity}) => severity !== 'advice')
    const stands = [...(await store.list()).map(({hash}) => String(hash)), ...(await store.tags()).map(() => 'tag')]
    const lost = acknowledged.filter((one, index) => {
      const needed = acknowledged.slice(0, index + 1).filter((other) => other === one).length
      return stands.filter((other) => other === one).length < needed
    })
    await appended(store, draft('after'))
    return [...torn.map(({message}) => message), ...lost.map((one) => `${one} is lost`)]
  } catch (error) {
    return [String(error)]
  }
}

/** Every beginning of what was done, each found again in several states. */
async function found(
  neglect: Neglect,
  states: number,
): Promise<{readonly tried: number; readonly wrong: readonly string[]}> {
  const forgetful = await written(neglect)
  const chance = chances(20261123)
  const wrong: string[] = []
  let tried = 0
  for (let steps = 0; steps <= forgetful.steps(); steps++)
    for (let state = 0; state < states; state++, tried++)
      wrong.push(...(await violations(forgetful.after(steps, chance))).map((one) => `after ${steps} steps: ${one}`))
  return {tried, wrong}
}

describe('when the power goes at any moment', () => {
  test('every acknowledged revision and tag is there, none is torn, and the next is recorded', {
    timeout: 900_000,
  }, async () => {
    const {tried, wrong} = await found({}, full ? 150 : 10)
    expect(wrong).toEqual([])
    expect(tried).toBeGreaterThan(full ? 10_000 : 500)
  })

  test.each([
    ['files', {files: true}, /is not what was recorded|is not as it was written/],
    ['folders', {folders: true}, /is lost|is missing/],
  ] as const)('a history is seen to break when %s are not flushed', async (_, neglect, words) => {
    const {wrong} = await found(neglect, 4)
    expect(wrong.join('\n')).toMatch(words)
  })
})

/** Numbers from 0 to 1, the same from the same seed (mulberry32). */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
