/** `engross log`: the revisions of a deal, newest first. */
import {type LogEntry, logDeal} from '../../verbs/index.js'
import {type Command, readArguments} from '../arguments.js'
import {type Io, type Status, status} from '../io.js'

const usage = `Usage: engross log <deal-dir> [--json]

Lists the revisions of a deal, newest first: number, instant, author, how it came about, message; under each, whether it was
sent, agreed or executed, by whose word.

Examples:
  engross log examples/brightwater-hartmann
  engross log deals/sensor-alliance --json

`

export const logCommand: Command = {name: 'log', purpose: 'lists the revisions of a deal', usage, run}

async function run(args: readonly string[], io: Io): Promise<Status> {
  const read = readArguments(args, {json: {type: 'boolean'}}, [1, 1])
  const entries = await logDeal(read.positionals[0]!)
  if (read.flag('json')) io.out(`${JSON.stringify({format: 1, revisions: entries}, null, 2)}\n`)
  else if (entries.length === 0) io.out('No revision yet. The first is recorded by `engross draft`.\n')
  else io.out(entries.map(lines).join(''))
  return status.done
}

function lines({number, time, author, message, origin, varies, marks}: LogEntry): string {
  const variation = varies === undefined ? '' : `, varies r${varies}`
  return [
    `r${number}  ${time}  ${author}  ${origin}${variation}${message ? `  ${message}` : ''}\n`,
    ...marks.map((mark) => `    ${mark.tag}  ${mark.time}  ${mark.author}${mark.note ? `  ${mark.note}` : ''}\n`),
  ].join('')
}
