/** A program in which many tasks append to one history at once, each from the head that it saw; it prints what came of each attempt. */
import {folderStore} from '../../src/revisions/index.js'

/** What a task is to do, and from which instant on. */
export interface Crowd {
  readonly deal: string
  readonly name: string
  readonly tasks: number
  readonly turns: number
  /** All programs begin together. Milliseconds since 1970. */
  readonly at: number
}

/** Words of the revisions that were recorded; how often someone else was first; how often the loser was not told who. */
export interface Outcome {
  readonly accepted: readonly string[]
  readonly conflicts: number
  readonly untold: number
}

const {deal, name, tasks, turns, at} = JSON.parse(process.argv[2]!) as Crowd
const note = {time: '2026-11-23T10:00:00Z', author: name, message: '', origin: 'drafted', engross: '0.1.0'} as const
const accepted: string[] = []
let [conflicts, untold] = [0, 0]

async function task(number: number): Promise<void> {
  const store = folderStore(deal)
  for (let turn = 0; turn < turns; turn++) {
    const words = `${name}.${number}.${turn}`
    const parent = (await store.head())?.hash
    const files = new Map([
      ['deal.yaml', Buffer.from(`words: ${words}\n`)],
      ['agreement.json', Buffer.from(`{"words": "${words}"}\n`.repeat(20))],
    ])
    const outcome = await store.append(parent, files, {...note, message: words})
    if (outcome.type === 'appended') accepted.push(words)
    else if (outcome.head === undefined || outcome.head.hash === parent) untold++
    else conflicts++
  }
}

await new Promise((resolve) => setTimeout(resolve, Math.max(0, at - Date.now())))
await Promise.all(Array.from({length: tasks}, (_, number) => task(number)))
process.stdout.write(JSON.stringify({accepted, conflicts, untold} satisfies Outcome))
