/** `engross draft`: the agreement as Word, PDF, HTML or Markdown; a revision is recorded when anything changed. */
import {resolve} from 'node:path'
import {draftDeal, type Format, formats} from '../../verbs/index.js'
import {type Command, readArguments, UsageFault} from '../arguments.js'
import {type Io, type Status, status} from '../io.js'
import {counted, report} from '../report.js'
import {instantOf} from '../values.js'

const usage = `Usage: engross draft <deal-dir> [--format docx,pdf,html,md] [--out <dir>] [--message <m>] [--author <a>]
                     [--date <instant>] [--variation] [--json] [--library <dir>]

Drafts the agreement. An error in the deal writes nothing; blanks print as [●]. When the deal, its clauses or the text
changed, a revision is recorded in <deal-dir>/revisions.

  --format   which files, joined by commas; docx,pdf unless told otherwise
  --out      where to; out/<deal> unless told otherwise
  --message  what changed, for the history
  --author   who changed it; the user's name unless told otherwise
  --date     instant of a new revision (2026-11-23T10:00:00Z); now unless told otherwise
  --variation  says that what is new varies the executed revision; needs --message
  --json     prints what was written as one JSON object

Examples:
  engross draft examples/brightwater-hartmann
  engross draft deals/sensor-alliance --format docx --message "Period shortened" --author legal@brightwater.example

`

export const draftCommand: Command = {
  name: 'draft',
  purpose: 'drafts the agreement: Word, PDF, HTML, Markdown',
  usage,
  run,
}

const options = {
  format: {type: 'string'},
  out: {type: 'string'},
  message: {type: 'string'},
  author: {type: 'string'},
  date: {type: 'string'},
  variation: {type: 'boolean'},
  json: {type: 'boolean'},
  library: {type: 'string', multiple: true},
} as const

async function run(args: readonly string[], io: Io): Promise<Status> {
  const read = readArguments(args, options, [1, 1])
  const deal = read.positionals[0]!
  const out = read.text('out')
  const drafted = await draftDeal(deal, {
    formats: formatsOf(read.text('format')),
    out: out === undefined ? undefined : resolve(io.cwd, out),
    cwd: io.cwd,
    message: read.text('message') ?? '',
    author: read.text('author') ?? io.author,
    time: instantOf(read.text('date')) ?? io.now(),
    libraries: read.texts('library'),
    variation: read.flag('variation'),
    progress: io.terminal ? (step) => io.err(`\r\u001b[K${step}`) : () => {},
  })
  if (io.terminal) io.err('\r\u001b[K')
  io.err(report(drafted.diagnostics, io))
  if (read.flag('json')) io.out(`${JSON.stringify(drafted.json, null, 2)}\n`)
  else io.out(summary(drafted))
  return drafted.files.length === 0 ? status.errors : status.done
}

function summary({files, json}: Awaited<ReturnType<typeof draftDeal>>): string {
  if (files.length === 0) return 'Nothing was written: the deal has errors.\n'
  const revision = json.recorded
    ? `Revision ${json.revision} recorded.`
    : `Revision ${json.revision}: nothing changed since.`
  return `${files.map(({path}) => `${path}\n`).join('')}${revision} ${counted(json.blanks, 'blank')} open.\n`
}

function formatsOf(text: string | undefined): readonly Format[] {
  const asked = (text ?? 'docx,pdf').split(',').map((one) => one.trim())
  const unknown = asked.find((one) => !(formats as readonly string[]).includes(one))
  if (unknown !== undefined) throw new UsageFault(`There is no format "${unknown}". Formats: ${formats.join(', ')}.`)
  return formats.filter((format) => asked.includes(format))
}
