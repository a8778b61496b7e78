/** `engross verify`: the history of a deal, or a file that Engross made. */
import {verifyPath} from '../../verbs/index.js'
import {type Command, readArguments} from '../arguments.js'
import {type Io, type Status, status} from '../io.js'
import {report} from '../report.js'

const usage = `Usage: engross verify <deal-dir> | <file.docx|file.pdf> [--json]

For a deal: walks the chain of its revisions and names every file that is changed, missing or too many.
For a file: says which deal, revision and clauses made it, or that it was altered since.

Examples:
  engross verify examples/brightwater-hartmann
  engross verify out/brightwater-hartmann/collaboration-agreement-r1.docx

`

export const verifyCommand: Command = {
  name: 'verify',
  purpose: 'proves a history, or says what made a file',
  usage,
  run,
}

async function run(args: readonly string[], io: Io): Promise<Status> {
  const read = readArguments(args, {json: {type: 'boolean'}}, [1, 1])
  const verified = await verifyPath(read.positionals[0]!)
  if (read.flag('json')) io.out(`${JSON.stringify({format: 1, ...verified}, null, 2)}\n`)
  else io.out(report(verified.diagnostics, io) + verified.lines.map((line) => `${line}\n`).join(''))
  return verified.holds ? status.done : status.errors
}
