/** `engross diff`: two revisions of a deal as a redline. */
import {resolve} from 'node:path'
import {diffDeal, type Format} from '../../verbs/index.js'
import {type Command, readArguments, UsageFault} from '../arguments.js'
import {type Io, type Status, status} from '../io.js'
import {report} from '../report.js'

const usage = `Usage: engross diff <deal-dir> [from] [to] [--format text,json,html,docx,pdf] [--memo docx,pdf,html,md]
                    [--out <dir>] [--show-renumbering] [--causes] [--whole] [--library <dir>]

Compares two revisions; the last two unless told otherwise. A revision is named by its number or a tag (sent, agreed,
executed). Every change tells its cause, author and date. Renumbering is no change. Before a file is written it is proved
that accepting all changes gives the new revision, and rejecting all the old one.

  --format            text (unless told otherwise) and json are printed; html, docx and pdf are written to files
  --memo              a change memo of one page, by cause, in plain words
  --out               where files go; out/<deal> unless told otherwise
  --show-renumbering  marks references whose number changed only because something else moved
  --causes            tells the cause of each change in Word (a comment) and PDF (a note); text, json and html always do
  --whole             text: the whole agreement, not only what changed

Examples:
  engross diff examples/brightwater-hartmann
  engross diff deals/sensor-alliance 5 7 --format docx,pdf --memo pdf
  engross diff deals/sensor-alliance sent --format html

`

export const diffCommand: Command = {name: 'diff', purpose: 'compares two revisions: a redline with causes', usage, run}

const options = {
  format: {type: 'string'},
  memo: {type: 'string'},
  out: {type: 'string'},
  'show-renumbering': {type: 'boolean'},
  causes: {type: 'boolean'},
  whole: {type: 'boolean'},
  library: {type: 'string', multiple: true},
} as const

const printed = ['text', 'json'] as const
const written = ['html', 'docx', 'pdf'] as const

async function run(args: readonly string[], io: Io): Promise<Status> {
  const read = readArguments(args, options, [1, 3])
  const [deal, ...revisions] = read.positionals
  const asked = listed(read.text('format') ?? 'text', [...printed, ...written])
  const out = read.text('out')
  const diffed = await diffDeal(deal!, {
    revisions,
    formats: written.filter((format) => asked.includes(format)),
    memo: listed(read.text('memo'), ['docx', 'pdf', 'html', 'md']) as readonly Format[],
    out: out === undefined ? undefined : resolve(io.cwd, out),
    cwd: io.cwd,
    libraries: read.texts('library'),
    showRenumbering: read.flag('show-renumbering'),
    showCauses: read.flag('causes'),
    text: {colour: io.colour, width: io.width ?? 100, whole: read.flag('whole')},
    progress: io.terminal ? (step) => io.err(`\r\u001b[K${step}`) : () => {},
  })
  if (io.terminal) io.err('\r\u001b[K')
  io.err(report(diffed.diagnostics, io))
  if (!diffed.json) {
    io.err('Nothing was written.\n')
    return status.errors
  }
  if (asked.includes('text')) io.out(diffed.text ?? '')
  if (asked.includes('json')) io.out(`${JSON.stringify(diffed.json, null, 2)}\n`)
  for (const file of diffed.files) (asked.includes('json') ? io.err : io.out)(`${file}\n`)
  return status.done
}

function listed(text: string | undefined, known: readonly string[]): readonly string[] {
  const asked = (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  const unknown = asked.find((one) => !known.includes(one))
  if (unknown !== undefined) throw new UsageFault(`There is no format "${unknown}". Formats: ${known.join(', ')}.`)
  return asked
}
