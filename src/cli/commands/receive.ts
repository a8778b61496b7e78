/** `engross receive`: the other side's file, kept and redlined against what was sent. */
import {resolve} from 'node:path'
import {receiveFile} from '../../verbs/index.js'
import {type Command, readArguments, UsageFault} from '../arguments.js'
import {type Io, type Status, status} from '../io.js'
import {report} from '../report.js'
import {instantOf, revisionOf} from '../values.js'

const usage = `Usage: engross receive <deal-dir> <file.docx> --from <party> [--answers <revision>] [--out <dir>]
                       [--author <a>] [--date <instant>] [--whole] [--json] [--library <dir>]

Keeps the other side's file as it came, in <deal-dir>/received, and redlines it at once against the revision that it
answers. Lists what they tracked, and warns of everything that was changed without tracking: words, numbers, headers,
footers, notes, hidden words. Nothing is accepted or taken over. Macros, encrypted and hostile files are refused.

  --from     the party that it came from, by its id or short name in deal.yaml
  --answers  the revision that it answers; told by the file itself, or the last one that is marked as sent
  --out      where the redline goes; out/<deal> unless told otherwise
  --author   who received it; the user's name unless told otherwise
  --date     when it was received (2026-11-23T10:00:00Z); now unless told otherwise
  --whole    the whole agreement, not only what changed
  --json     prints one JSON object
  --library  lays a folder of your own clauses over the library; may be repeated

Examples:
  engross receive deals/sensor-alliance "Agreement HARTMANN comments.docx" --from hartmann
  engross receive deals/sensor-alliance returned.docx --from hartmann --answers 3 --json

`

export const receiveCommand: Command = {
  name: 'receive',
  purpose: "keeps the other side's file and redlines it",
  usage,
  run,
}

const options = {
  from: {type: 'string'},
  answers: {type: 'string'},
  out: {type: 'string'},
  author: {type: 'string'},
  date: {type: 'string'},
  whole: {type: 'boolean'},
  json: {type: 'boolean'},
  library: {type: 'string', multiple: true},
} as const

async function run(args: readonly string[], io: Io): Promise<Status> {
  const read = readArguments(args, options, [2, 2])
  const [deal, file] = read.positionals
  const from = read.text('from')
  if (from === undefined) throw new UsageFault('--from is missing: say which party the file came from.')
  const out = read.text('out')
  const received = await receiveFile(deal!, resolve(io.cwd, file!), {
    from,
    answers: revisionOf(read.text('answers')),
    out: out === undefined ? undefined : resolve(io.cwd, out),
    cwd: io.cwd,
    author: read.text('author') ?? io.author,
    time: instantOf(read.text('date')) ?? io.now(),
    libraries: read.texts('library'),
    text: {colour: io.colour, width: io.width ?? 100, whole: read.flag('whole')},
    progress: io.terminal ? (step) => io.err(`\r\u001b[K${step}`) : () => {},
  })
  if (io.terminal) io.err('\r\u001b[K')
  io.err(report(received.diagnostics, io))
  if (!received.json) io.err('Nothing was kept.\n')
  else if (read.flag('json')) io.out(`${JSON.stringify(received.json, null, 2)}\n`)
  else io.out([received.text, ...received.files.map((path) => `${path}\n`)].join(''))
  if (received.refused === undefined) return status.done
  return received.refused === 'file' ? status.fault : status.errors
}
