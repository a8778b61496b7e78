/** `engross upgrade`: takes newer versions into a deal. */
import {type UpgradeReport, upgradeDeal} from '../../verbs/index.js'
import {type Command, readArguments} from '../arguments.js'
import {type Io, type Status, status} from '../io.js'
import {report} from '../report.js'
import {instantOf} from '../values.js'

const usage = `Usage: engross upgrade <deal-dir> [clause…] [--patch] [--message <m>] [--author <a>] [--date <instant>]
                       [--dry-run] [--json] [--library <dir>]

Moves the deal to newer versions and records a revision: all of them, or those named by clause or position. Prints what changes
in the words, with the library's notes. deal.yaml and negotiated text stay as they are, and so does what is executed. When a
newer version would break the deal nothing is recorded, and the version that breaks it is named.

  --patch    takes only patches: better words, the same effect
  --message  why, for the history; the versions are added to it
  --author   who does it; the user's name unless told otherwise
  --date     instant of the new revision (2026-11-23T10:00:00Z); now unless told otherwise
  --dry-run  prints what would change and records nothing
  --json     prints one JSON object

Examples:
  engross upgrade deals/sensor-alliance --dry-run
  engross upgrade deals/sensor-alliance nda.duty --message "Takes the spring library"

`

export const upgradeCommand: Command = {
  name: 'upgrade',
  purpose: 'takes newer clause versions into a deal',
  usage,
  run,
}

const options = {
  patch: {type: 'boolean'},
  message: {type: 'string'},
  author: {type: 'string'},
  date: {type: 'string'},
  'dry-run': {type: 'boolean'},
  json: {type: 'boolean'},
  library: {type: 'string', multiple: true},
} as const

/** Names beyond this are a mistake: no document has so many positions. */
const mostNames = 200

async function run(args: readonly string[], io: Io): Promise<Status> {
  const read = readArguments(args, options, [1, mostNames])
  const [deal, ...names] = read.positionals
  const upgraded = await upgradeDeal(deal!, {
    names,
    onlyPatches: read.flag('patch'),
    dryRun: read.flag('dry-run'),
    libraries: read.texts('library'),
    message: read.text('message') ?? '',
    author: read.text('author') ?? io.author,
    time: instantOf(read.text('date')) ?? io.now(),
    text: {colour: io.colour, width: io.width ?? 100},
  })
  io.err(report(upgraded.diagnostics, io))
  const {text: _, ...json} = upgraded
  if (read.flag('json')) io.out(`${JSON.stringify({format: 1, ...json}, null, 2)}\n`)
  else io.out(words(upgraded))
  return upgraded.diagnostics.some(({severity}) => severity === 'error') ? status.errors : status.done
}

function words({taken, outgrown, asks, text, revision, recorded, diagnostics}: UpgradeReport): string {
  if (diagnostics.some(({severity}) => severity === 'error')) return 'Nothing was recorded.\n'
  const untouched = outgrown.map(
    ({file, clause, from, newer}) =>
      `${file} stays: it is based on ${clause} ${from}; ${newer.at(-1)!.version} is out: compare by hand.\n`,
  )
  if (taken.length === 0) return `${untouched.join('')}Nothing to take. Revision ${revision} stands.\n`
  const moves = taken.map(({id, from, to, kind, newer}) => {
    const notes = newer.filter(({note}) => note !== '').map(({version, note}) => `  ${version}  ${note}\n`)
    const way = from === to ? `${from} (another text)` : `${from} → ${to}${kind ? ` (${kind})` : ''}`
    return `${id} ${way}\n${notes.join('')}`
  })
  const open = asks.map(({question, pointer}) => `Asks: ${question} (${pointer})\n`)
  const end = recorded
    ? `Revision ${revision} recorded.`
    : `A trial: nothing was recorded. Revision ${revision} stands.`
  return `${moves.join('')}${open.join('')}${untouched.join('')}\n${text}\n${end}\n`
}
