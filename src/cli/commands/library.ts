/** `engross library`: list, show, check and publish clauses. */
import {checkShelves, listLibrary, publishClause, showLibrary} from '../../verbs/index.js'
import {type Command, type Read, readArguments, UsageFault} from '../arguments.js'
import {type Io, type Status, status} from '../io.js'
import {counted, report} from '../report.js'

const usage = `Usage: engross library list [words…] [--position <id>] [--stance trust|balanced|control]
       engross library show <clause> [--version <v>]
       engross library check
       engross library publish <file.md> [--change patch|minor|major --note "<what changed>"]

  --library <dir>  lays a folder of your own clauses over the library; publish writes there
  --json           prints JSON (list, show, check)

A published version never changes: publish writes the next one, adds missing labels and carries old ones forward.
patch: same effect, better words; minor: a new option; major: the effect changed.

Examples:
  engross library list leaver
  engross library show ip.results.each-owns-own
  engross library publish drafts/ip.background.md --library our-clauses --change minor --note "Adds data sets"

`

export const libraryCommand: Command = {
  name: 'library',
  purpose: 'lists, shows, checks and publishes clauses',
  usage,
  run,
}

const options = {
  position: {type: 'string'},
  stance: {type: 'string'},
  version: {type: 'string'},
  change: {type: 'string'},
  note: {type: 'string'},
  json: {type: 'boolean'},
  library: {type: 'string', multiple: true},
} as const

const verbs: Readonly<Record<string, (read: Read, io: Io) => Promise<Status>>> = {list, show, check, publish}

async function run([verb, ...rest]: readonly string[], io: Io): Promise<Status> {
  const chosen = verb !== undefined && Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
  if (!chosen)
    throw new UsageFault(verb === undefined ? 'Say what to do with the library.' : `The library cannot "${verb}".`)
  const counts: Readonly<Record<string, readonly [number, number]>> = {
    list: [0, 12],
    show: [1, 1],
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
