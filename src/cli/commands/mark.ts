/** `engross mark`: tags a revision as sent, agreed or executed. */
import {markDeal, type TagName, tagNames} from '../../verbs/index.js'
import {type Command, readArguments, UsageFault} from '../arguments.js'
import {type Io, type Status, status} from '../io.js'
import {report} from '../report.js'
import {instantOf, revisionOf} from '../values.js'

const usage = `Usage: engross mark <deal-dir> sent|agreed|executed [<revision>] [--note <n>] [--author <a>] [--date <instant>] [--json]

Says what happened to a revision outside; the last one unless another is named. A mark is put beside the revision and is
never taken away. After \`executed\` (signed), what is recorded next can only be a variation of it.

  --note    to whom it was sent, where the signed copy lies
  --author  who says so; the user's name unless told otherwise
  --date    when it happened (2026-11-23 or 2026-11-23T10:00:00Z); now unless told otherwise
  --json    prints the mark that stands as one JSON object

Examples:
  engross mark deals/sensor-alliance sent --note "to Hartmann, by mail"
  engross mark deals/sensor-alliance executed 7 --date 2026-12-01 --note "signed copies in the safe"

`

export const markCommand: Command = {
  name: 'mark',
  purpose: 'says that a revision was sent, agreed or executed',
  usage,
  run,
}

const options = {
  note: {type: 'string'},
  author: {type: 'string'},
  date: {type: 'string'},
  json: {type: 'boolean'},
} as const

async function run(args: readonly string[], io: Io): Promise<Status> {
  const read = readArguments(args, options, [2, 3])
  const [deal, tag, revision] = read.positionals
  const marked = await markDeal(deal!, {
    tag: tagOf(tag!),
    revision: revisionOf(revision),
    note: read.text('note') ?? '',
    author: read.text('author') ?? io.author,
    time: instantOf(read.text('date')) ?? io.now(),
  })
  io.err(report(marked.diagnostics, io))
  io.out(read.flag('json') ? `${JSON.stringify(marked, null, 2)}\n` : sentence(marked))
  return status.done
}

function tagOf(text: string): TagName {
  const tag = tagNames.find((known) => known === text)
  if (!tag) throw new UsageFault(`A revision is not marked "${text}". Marks: ${tagNames.join(', ')}.`)
  return tag
}

function sentence({revision, hash, tag, marked, time, author, note}: Awaited<ReturnType<typeof markDeal>>): string {
  const said = note === '' ? '' : ` (${note})`
  if (!marked)
    return `Revision ${revision} was marked ${tag} already, on ${time} by ${author}${said}; nothing was written.\n`
  return `Revision ${revision} is marked ${tag}${said}.\nIts hash, to keep elsewhere: ${revision}:${hash}\n`
}
