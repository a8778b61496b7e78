/** `engross compare`: any two Word files, as a redline. */
import {extname, resolve} from 'node:path'
import {compareFiles, comparisonFormats} from '../../verbs/index.js'
import {type Command, readArguments, UsageFault} from '../arguments.js'
import {type Io, type Status, status} from '../io.js'
import {report} from '../report.js'
import {instantOf} from '../values.js'

const usage = `Usage: engross compare <a.docx> <b.docx> [--out <redline.docx>] [--format text,json,html,pdf] [--whole]
                       [--author <a>] [--date <instant>] [--json]

Compares two Word files of any origin and says what changed from the first to the second: body, headers, footers, notes.
The engine is docxodus, kept in a process of its own. Before a file is written it is proved that accepting all changes
gives the second file's words, and rejecting all the first one's. What was not compared is listed. Changes that a file
holds already are taken as accepted. Macros, encrypted and hostile files are refused; nothing in a file is run or fetched.

  --out      the redline as a Word file with tracked changes
  --format   text (unless told otherwise) and json are printed; html and pdf are written beside --out
  --whole    text: the whole document, not only what changed
  --author   whose changes they are; the user's name unless told otherwise
  --date     instant of the changes (2026-11-23T10:00:00Z); now unless told otherwise
  --json     the same as --format json

Examples:
  engross compare ours.docx theirs.docx
  engross compare ours.docx theirs.docx --out redline.docx --author legal@brightwater.example
  engross compare ours.docx theirs.docx --out redline.docx --format html,pdf

`

export const compareCommand: Command = {name: 'compare', purpose: 'compares any two Word files', usage, run}

const options = {
  out: {type: 'string'},
  format: {type: 'string'},
  whole: {type: 'boolean'},
  author: {type: 'string'},
  date: {type: 'string'},
  json: {type: 'boolean'},
} as const

async function run(args: readonly string[], io: Io): Promise<Status> {
  const read = readArguments(args, options, [2, 2])
  const [from, to] = read.positionals
  const asked = formatsOf(read.text('format'), read.flag('json'))
  const written = comparisonFormats.filter((format) => asked.includes(format))
  const compared = await compareFiles(resolve(io.cwd, from!), resolve(io.cwd, to!), {
    out: outOf(read.text('out'), written, io),
    formats: written,
    cwd: io.cwd,
    author: read.text('author') ?? io.author,
    time: instantOf(read.text('date')) ?? io.now(),
    text: {colour: io.colour, width: io.width ?? 100, whole: read.flag('whole')},
    progress: io.terminal ? (step) => io.err(`\r\u001b[K${step}`) : () => {},
  })
  if (io.terminal) io.err('\r\u001b[K')
  io.err(report(compared.diagnostics, io))
  if (compared.refused) {
    io.err('Nothing was written.\n')
    return compared.refused === 'file' ? status.fault : status.errors
  }
  if (asked.includes('json')) io.out(`${JSON.stringify(compared.json, null, 2)}\n`)
  else io.out([compared.text, ...compared.files.map((file) => `${file}\n`)].join(''))
  return status.done
}

function formatsOf(text: string | undefined, json: boolean): readonly string[] {
  const known = ['text', 'json', ...comparisonFormats]
  const asked = (text ?? 'text').split(',').map((one) => one.trim())
  const unknown = asked.find((one) => !known.includes(one))
  if (unknown !== undefined) throw new UsageFault(`There is no format "${unknown}". Formats: ${known.join(', ')}.`)
  return json ? [...asked, 'json'] : asked
}

function outOf(out: string | undefined, written: readonly string[], {cwd}: Io): string | undefined {
  if (out === undefined && written.length > 0)
    throw new UsageFault(`--format ${written.join(',')} needs --out: name the Word file that they are written beside.`)
  if (out !== undefined && extname(out).toLowerCase() !== '.docx')
    throw new UsageFault(`--out names a Word file: "${out}" does not end in .docx.`)
  return out === undefined ? undefined : resolve(cwd, out)
}
