/** `engross verify`: the history of a deal, or a file that Engross made. */
import {isWitness, verifyPath} from '../../verbs/index.js'
import {type Command, readArguments, UsageFault} from '../arguments.js'
import {type Io, type Status, status} from '../io.js'
import {report} from '../report.js'

const usage = `Usage: engross verify <deal-dir> [--head <hash|file>] [--json]
       engross verify <file.docx|file.pdf> [--json]

For a deal: walks the chain of its revisions and names every file that is changed, missing or too many. A chain alone cannot
show that all of it was written anew or that its end was cut off; a hash kept elsewhere can:

  --head  a hash that was kept: 7:sha256:… or sha256:…, as \`verify\` and \`mark\` print it; the twelve digits that a document
          bears, with the number of its revision (7:a1b2c3d4e5f6); or a .docx or .pdf that Engross made. May be repeated
  --json  prints what was found as one JSON object

For a file: says which deal, revision and clauses made it, or that it was altered since.

Examples:
  engross verify examples/brightwater-hartmann
  engross verify deals/sensor-alliance --head sent/collaboration-agreement-r7.docx
  engross verify out/brightwater-hartmann/collaboration-agreement-r1.docx

`

export const verifyCommand: Command = {
  name: 'verify',
  purpose: 'proves a history, or says what made a file',
  usage,
  run,
}

async function run(args: readonly string[], io: Io): Promise<Status> {
  const read = readArguments(args, {json: {type: 'boolean'}, head: {type: 'string', multiple: true}}, [1, 1])
  const heads = read.texts('head')
  const wrong = heads.find((head) => !isWitness(head))
  if (wrong !== undefined)
    throw new UsageFault(`"${wrong}" is no hash that was kept: write 7:sha256:…, or at least twelve of its digits.`)
  const verified = await verifyPath(read.positionals[0]!, heads)
  if (read.flag('json')) io.out(`${JSON.stringify({format: 1, ...verified}, null, 2)}\n`)
  else io.out(report(verified.diagnostics, io) + verified.lines.map((line) => `${line}\n`).join(''))
  return verified.holds ? status.done : status.errors
}
