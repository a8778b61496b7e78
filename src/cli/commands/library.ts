/** `engross library`: list, show, compare, check and publish clauses. */
import {resolve} from 'node:path'
import {checkShelves, diffLibrary, listLibrary, publishClause, showLibrary} from '../../verbs/index.js'
import {type Command, type Read, readArguments, UsageFault} from '../arguments.js'
import {type Io, type Status, status} from '../io.js'
import {memoFormats, printRedline, redlineFormats} from '../redline-formats.js'
import {counted, report} from '../report.js'
import {instantOf} from '../values.js'

const usage = `Usage: engross library list [words…] [--position <id>] [--stance trust|balanced|control]
       engross library show <clause> [--version <v>]
       engross library diff <clause> <version> <version> [--format text,json,html,docx,pdf]
                           [--memo docx,pdf,html,md] [--out <dir>] [--causes] [--date <instant>]
       engross library check
       engross library publish <file.md> [--change patch|minor|major --note "<what changed>"]

  --library <dir>  lays a folder of your own clauses over the library; publish writes there
  --json           prints JSON (list, show, check)
  --format         of diff: text (unless told otherwise) and json are printed; html, docx and pdf are written to files
  --memo           of diff: a change memo of one page, in plain words
  --out            of diff: where files go; out/library unless told otherwise
  --causes         of diff: prints the library's note beside each change
  --date           of diff: the instant that files are dated with; now unless told otherwise

A published version never changes: publish writes the next one, adds missing labels and carries old ones forward.
patch: same effect, better words; minor: a new option; major: the effect changed.

diff compares two versions as they are written: every branch of a condition is shown, parameters stand in brackets, and the
guidance (why, what to expect, questions for counsel) is compared with the text.

Examples:
  engross library list leaver
  engross library show ip.results.each-owns-own
  engross library diff ip.background.listed 1.0.0 1.1.0 --library our-clauses --format docx
  engross library publish drafts/ip.background.md --library our-clauses --change minor --note "Adds data sets"

`

export const libraryCommand: Command = {
  name: 'library',
  purpose: 'lists, shows, compares, checks and publishes clauses',
  usage,
  run,
}

const options = {
  position: {type: 'string'},
  stance: {type: 'string'},
  version: {type: 'string'},
  change: {type: 'string'},
  note: {type: 'string'},
  format: {type: 'string'},
  memo: {type: 'string'},
  out: {type: 'string'},
  causes: {type: 'boolean'},
  date: {type: 'string'},
  json: {type: 'boolean'},
  library: {type: 'string', multiple: true},
} as const

const verbs: Readonly<Record<string, (read: Read, io: Io) => Promise<Status>>> = {list, show, diff, check, publish}

async function run([verb, ...rest]: readonly string[], io: Io): Promise<Status> {
  const chosen = verb !== undefined && Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
  if (!chosen)
    throw new UsageFault(verb === undefined ? 'Say what to do with the library.' : `The library cannot "${verb}".`)
  const counts: Readonly<Record<string, readonly [number, number]>> = {
    list: [0, 12],
    show: [1, 1],
    diff: [3, 3],
    check: [0, 0],
    publish: [1, 1],
  }
  return chosen(readArguments(rest, options, counts[verb!]!), io)
}

async function list(read: Read, io: Io): Promise<Status> {
  const position = read.text('position')
  const stance = oneOf(read.text('stance'), ['trust', 'balanced', 'control'] as const, '--stance')
  const found = await listLibrary(
    {words: read.positionals, ...(position ? {position} : {}), ...(stance ? {stance} : {})},
    {libraries: read.texts('library')},
  )
  if (read.flag('json')) io.out(`${JSON.stringify({format: 1, clauses: found}, null, 2)}\n`)
  else
    for (const {id, version, position: at, stance: stands, summary} of found)
      io.out(`${id} ${version}  (${at}, ${stands})\n    ${summary}\n`)
  return status.done
}

async function show(read: Read, io: Io): Promise<Status> {
  const {showing, diagnostics} = await showLibrary(read.positionals[0]!, read.text('version'), {
    libraries: read.texts('library'),
  })
  io.err(report(diagnostics, io))
  if (!showing) return status.errors
  const {clause, source, history, fallbacks, alternatives, templates} = showing
  if (read.flag('json'))
    io.out(
      `${JSON.stringify({format: 1, id: clause.id, version: clause.version, source, history, fallbacks, alternatives, templates}, null, 2)}\n`,
    )
  else
    io.out(
      `${source}\nVersions: ${history.map(({version}) => version).join(', ')}\nOther answers: ${alternatives.map(({id}) => id).join(', ') || 'none'}\nDocuments: ${templates.join(', ') || 'none'}\n`,
    )
  return status.done
}

async function diff(read: Read, io: Io): Promise<Status> {
  const [clause, from, to] = read.positionals
  const asked = redlineFormats(read.text('format'))
  const out = read.text('out')
  const compared = await diffLibrary(
    {clause: clause!, from: from!, to: to!},
    {
      libraries: read.texts('library'),
      formats: asked.files,
      memo: memoFormats(read.text('memo')),
      out: out === undefined ? undefined : resolve(io.cwd, out),
      cwd: io.cwd,
      time: instantOf(read.text('date')) ?? io.now(),
      showCauses: read.flag('causes'),
      text: {colour: io.colour, width: io.width ?? 100},
    },
  )
  io.err(report(compared.diagnostics, io))
  if (!compared.json) return status.errors
  if (asked.text)
    for (const {version, kind, note} of compared.passed) io.out(`${version}  ${kind ?? 'first version'}  ${note}\n`)
  if (asked.text && compared.passed.length > 0) io.out('\n')
  printRedline(compared, asked, io)
  return status.done
}

async function check(read: Read, io: Io): Promise<Status> {
  const diagnostics = await checkShelves({libraries: read.texts('library')})
  const errors = diagnostics.filter(({severity}) => severity === 'error').length
  if (read.flag('json')) io.out(`${JSON.stringify({format: 1, diagnostics}, null, 2)}\n`)
  else
    io.out(
      `${report(diagnostics, io)}${counted(errors, 'error')}, ${counted(diagnostics.length - errors, 'remark')}.\n`,
    )
  return errors > 0 ? status.errors : status.done
}

async function publish(read: Read, io: Io): Promise<Status> {
  const kind = oneOf(read.text('change'), ['patch', 'minor', 'major'] as const, '--change')
  const published = await publishClause(read.positionals[0]!, {
    kind,
    note: read.text('note'),
    libraries: read.texts('library'),
  })
  io.err(report(published.diagnostics, io))
  if (published.version === undefined) return status.errors
  io.out(`${published.id} ${published.version} is published.\n${published.files.map((file) => `${file}\n`).join('')}`)
  return status.done
}

function oneOf<T extends string>(text: string | undefined, allowed: readonly T[], option: string): T | undefined {
  const found = allowed.find((one) => one === text)
  if (text !== undefined && !found) throw new UsageFault(`${option} is one of ${allowed.join(', ')}.`)
  return found
}
