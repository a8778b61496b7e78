/** `engross check`: everything that is wrong, doubtful or open in a deal. */
import {checkDeal} from '../../verbs/index.js'
import {type Command, readArguments} from '../arguments.js'
import {type Io, type Status, status} from '../io.js'
import {counted, report} from '../report.js'

const usage = `Usage: engross check <deal-dir> [--positions] [--json] [--library <dir>]

Reads the deal, runs every rule, assembles the agreement and says what is wrong (errors), what needs a recorded reason
(warnings), what is worth a thought (advice) and what is still open (blanks). Writes nothing.

  --positions      lists which clause answers each position, and what decided it
  --json           prints one JSON object (schemas/diagnostics.schema.json)
  --library <dir>  lays a folder of your own clauses over the library; may be repeated

Examples:
  engross check examples/brightwater-hartmann
  engross check deals/sensor-alliance --positions
  engross check deals/sensor-alliance --json

`

export const checkCommand: Command = {
  name: 'check',
  purpose: 'says what is wrong, doubtful or open in a deal',
  usage,
  run,
}

const reasons = {
  negotiated: 'negotiated text of this deal',
  choice: 'chosen in deal.yaml',
  when: 'since its condition holds',
  default: 'the default of the document',
  'only-answer': 'the only answer that there is',
} as const

async function run(args: readonly string[], io: Io): Promise<Status> {
  const read = readArguments(
    args,
    {json: {type: 'boolean'}, positions: {type: 'boolean'}, library: {type: 'string', multiple: true}},
    [1, 1],
  )
  const found = await checkDeal(read.positionals[0]!, {libraries: read.texts('library'), now: io.now()})
  if (read.flag('json')) io.out(`${JSON.stringify(found.json, null, 2)}\n`)
  else {
    const {counts, rulesRun, positions} = found.json
    if (read.flag('positions'))
      for (const {position, clause, version, because} of positions)
        io.out(`${position}: ${clause} ${version}, ${reasons[because]}\n`)
    io.out(report(found.diagnostics, io))
    for (const {question, pointer, ask} of found.open.filter(({prints}) => prints))
      io.out(`open    ${question}\n        at ${pointer}${ask === 'counsel' ? '  (for local counsel)' : ''}\n`)
    io.out(
      `${counted(counts.errors, 'error')}, ${counted(counts.warnings, 'warning')}, ${counted(counts.advice, 'piece')} of advice, ${counted(counts.blanks, 'blank')}; ${counted(rulesRun.length, 'rule')} run.\n`,
    )
  }
  return found.json.counts.errors > 0 ? status.errors : status.done
}
