/** `engross blame`: which revision brought each provision. */
import {type BlameReport, blameDeal} from '../../verbs/index.js'
import {type Command, readArguments} from '../arguments.js'
import {type Io, type Status, status} from '../io.js'

const usage = `Usage: engross blame <deal-dir> [--all] [--json] [--library <dir>]

Shows for each provision of the last revision which revision brought its present words, by whom, when and why. A clause
whose words all came with one revision is one line.

  --all   a line for every provision

Examples:
  engross blame examples/brightwater-hartmann
  engross blame deals/sensor-alliance --json

`

export const blameCommand: Command = {name: 'blame', purpose: 'tells which revision brought each provision', usage, run}

const options = {all: {type: 'boolean'}, json: {type: 'boolean'}, library: {type: 'string', multiple: true}} as const

async function run(args: readonly string[], io: Io): Promise<Status> {
  const read = readArguments(args, options, [1, 1])
  const report = await blameDeal(read.positionals[0]!, {libraries: read.texts('library')})
  if (read.flag('json')) io.out(`${JSON.stringify({format: 1, ...report}, null, 2)}\n`)
  else io.out(table(ownWords(read.flag('all') ? report.provisions : gathered(report.provisions))))
  return status.done
}

type Blamed = BlameReport['provisions'][number]

// A provision whose words, and all below it, came together is one line.
function gathered(provisions: readonly Blamed[]): readonly Blamed[] {
  return provisions.filter((one, index) => {
    const above = provisions.slice(0, index).findLastIndex(({depth}) => depth === 0)
    if (one.depth === 0 || above === -1) return true
    const end = provisions.findIndex(({depth}, at) => at > index && depth === 0)
    const clause = provisions.slice(above, end === -1 ? undefined : end)
    return !clause.every((other) => sameOrigin(other, clause[0]!))
  })
}

// What only holds others is called by the first of them, and is left out where that has a line of its own.
function ownWords(provisions: readonly Blamed[]): readonly Blamed[] {
  return provisions.filter(({number, depth, words}, index) => {
    const next = provisions[index + 1]
    return number !== '' || next === undefined || next.depth <= depth || next.words !== words
  })
}

function sameOrigin(one: Blamed, other: Blamed): boolean {
  return one.revision === other.revision && one.author === other.author && one.why === other.why
}

function table(provisions: readonly Blamed[]): string {
  const widest = (of: (one: Blamed) => string): number => Math.max(0, ...provisions.map((one) => of(one).length))
  const [revision, author, number] = [
    widest((one) => `r${one.revision}`),
    widest((one) => one.author),
    widest((one) => one.number),
  ]
  return provisions
    .map((one) => {
      const who = `r${one.revision}`.padEnd(revision) + `  ${one.date.slice(0, 10)}  ${one.author.padEnd(author)}`
      return `${who}  ${one.number.padEnd(number)}  ${one.words}${one.cause ? `  — ${one.why}` : ''}\n`
    })
    .join('')
}
