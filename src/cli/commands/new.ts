/** `engross new`: starts a deal. */
import {newDeal} from '../../verbs/index.js'
import {type Command, readArguments, UsageFault} from '../arguments.js'
import {type Io, type Status, status} from '../io.js'
import {counted, report} from '../report.js'

const usage = `Usage: engross new <deal-dir> --document <type> [--answers <file.yaml>] [--library <dir>]

Starts a deal: a folder with a deal.yaml to go on with, the document's questions written into it in order, and a
private.yaml for what is yours alone. Nothing that exists is overwritten.

  --document  collaboration-agreement-short or nda-mutual
  --answers   a YAML file of parameters, as a tree or as pointer: value (/project/title: Rail sensors)

Examples:
  engross new deals/sensor-alliance --document nda-mutual
  engross new deals/sensor-alliance --document collaboration-agreement-short --answers answers.yaml

`

export const newCommand: Command = {name: 'new', purpose: 'starts a deal', usage, run}

async function run(args: readonly string[], io: Io): Promise<Status> {
  const options = {
    document: {type: 'string'},
    answers: {type: 'string'},
    library: {type: 'string', multiple: true},
  } as const
  const read = readArguments(args, options, [1, 1])
  const document = read.text('document')
  if (document === undefined) throw new UsageFault('--document is missing.')
  const answers = read.text('answers')
  const begun = await newDeal(read.positionals[0]!, {
    document,
    libraries: read.texts('library'),
    ...(answers === undefined ? {} : {answers}),
  })
  io.err(report(begun.diagnostics, io))
  if (begun.files.length === 0) return status.errors
  io.out(begun.files.map((file) => `${file}\n`).join(''))
  io.out(
    begun.open.length > 0
      ? `${counted(begun.open.length, 'question')} to answer; they stand in deal.yaml. Then: engross check ${read.positionals[0]}\n`
      : `Every question is answered. Next: engross draft ${read.positionals[0]}\n`,
  )
  return status.done
}
