/** `engross restore`: a new revision with the content of an old one. */
import {type RestoreReport, restoreDeal} from '../../verbs/index.js'
import {type Command, readArguments} from '../arguments.js'
import {type Io, type Status, status} from '../io.js'
import {report} from '../report.js'
import {instantOf, revisionOf} from '../values.js'

const usage = `Usage: engross restore <deal-dir> <revision> [--message <m>] [--author <a>] [--date <instant>] [--variation] [--json]

Records a new revision with everything that the old one holds, and sets deal.yaml, private.yaml and clauses/ to it. Nothing
is lost: what stands now is in a revision already, or the command stops and says which file is not.

  --message    why, for the history
  --author     who restores; the user's name unless told otherwise
  --date       instant of the new revision (2026-11-23T10:00:00Z); now unless told otherwise
  --variation  says that it varies the executed revision; needs --message
  --json       prints what was done as one JSON object

Examples:
  engross restore deals/sensor-alliance 5
  engross restore deals/sensor-alliance 5 --message "Back to what was agreed in May"

`

export const restoreCommand: Command = {
  name: 'restore',
  purpose: 'records an old revision anew',
  usage,
  run,
}

const options = {
  message: {type: 'string'},
  author: {type: 'string'},
  date: {type: 'string'},
  variation: {type: 'boolean'},
  json: {type: 'boolean'},
} as const

async function run(args: readonly string[], io: Io): Promise<Status> {
  const read = readArguments(args, options, [2, 2])
  const [deal, revision] = read.positionals
  const restored = await restoreDeal(deal!, revisionOf(revision)!, {
    message: read.text('message') ?? '',
    author: read.text('author') ?? io.author,
    time: instantOf(read.text('date')) ?? io.now(),
    variation: read.flag('variation'),
  })
  io.err(report(restored.diagnostics, io))
  io.out(read.flag('json') ? `${JSON.stringify(restored, null, 2)}\n` : summary(restored))
  return restored.diagnostics.length > 0 ? status.errors : status.done
}

function summary({restored, revision, recorded, files, diagnostics}: RestoreReport): string {
  if (diagnostics.length > 0) return 'Nothing was written.\n'
  const set = files.map((file) => `${file} set to what it was in revision ${restored}\n`).join('')
  if (recorded) return `${set}Revision ${revision} recorded: what revision ${restored} was.\n`
  return `${set}Revision ${revision} is what revision ${restored} was; ${files.length > 0 ? 'no new one was recorded' : 'nothing was written'}.\n`
}
