/** `engross outdated`: what the library has that is newer than what a deal was made from. */
import {resolve} from 'node:path'
import {type Effect, type OutdatedReport, outdatedDeal} from '../../verbs/index.js'
import {type Command, readArguments} from '../arguments.js'
import {type Io, type Status, status} from '../io.js'
import {redlineFormats} from '../redline-formats.js'
import {counted, report} from '../report.js'
import {instantOf} from '../values.js'

const usage = `Usage: engross outdated <deal-dir> [--format text,json,html,docx,pdf] [--out <dir>] [--causes] [--json]
                        [--date <instant>] [--library <dir>]

For each clause of the last revision, its template, schema, country data and language: the version that it is bound to, the
newer ones, the kind of change (patch, minor, major), what the library says of it, and which words of this deal would
change, found by assembling the deal with it. Records nothing; \`engross upgrade\` takes them.

  --format   text (unless told otherwise) and json are printed; html, docx and pdf: a redline of all that can be taken
  --json     as --format json
  --out      where files go; out/<deal> unless told otherwise
  --causes   prints the cause beside each change in files
  --date     the instant that files are dated with; now unless told otherwise

Examples:
  engross outdated examples/brightwater-hartmann
  engross outdated deals/sensor-alliance --library our-clauses --format text,docx

`

export const outdatedCommand: Command = {
  name: 'outdated',
  purpose: 'shows what newer clause versions would change',
  usage,
  run,
}

const options = {
  format: {type: 'string'},
  json: {type: 'boolean'},
  out: {type: 'string'},
  causes: {type: 'boolean'},
  date: {type: 'string'},
  library: {type: 'string', multiple: true},
} as const

async function run(args: readonly string[], io: Io): Promise<Status> {
  const read = readArguments(args, options, [1, 1])
  const asked = redlineFormats(read.text('format') ?? (read.flag('json') ? 'json' : undefined))
  const out = read.text('out')
  const found = await outdatedDeal(read.positionals[0]!, {
    libraries: read.texts('library'),
    formats: asked.files,
    out: out === undefined ? undefined : resolve(io.cwd, out),
    cwd: io.cwd,
    author: io.author,
    time: instantOf(read.text('date')) ?? io.now(),
    showCauses: read.flag('causes'),
    text: {colour: io.colour, width: (io.width ?? 100) - 2},
  })
  io.err(report(found.diagnostics, io))
  const json = asked.json || read.flag('json')
  if (asked.text) io.out(words(found))
  if (json) io.out(`${JSON.stringify({format: 1, ...found, effects: found.effects.map(withoutText)}, null, 2)}\n`)
  for (const file of found.files) (json ? io.err : io.out)(`${file}\n`)
  return found.diagnostics.some(({severity}) => severity === 'error') ? status.errors : status.done
}

function withoutText({text: _, ...effect}: Effect): Omit<Effect, 'text'> {
  return effect
}

function words({revision, executed, edited, effects, outgrown}: OutdatedReport): string {
  if (revision === 0) return 'No revision yet: the first draft takes the newest versions.\n'
  const blocks = [
    ...effects.map(effectWords),
    ...outgrown.map(({position, file, clause, from, newer}) => {
      const newest = newer.at(-1)!.version
      return [
        `${position}: your text in ${file} is based on ${clause} ${from}; ${newest} is out: compare by hand.`,
        ...newer.map(versionLine),
        `  engross library diff ${clause} ${from} ${newest}`,
      ].join('\n')
    }),
  ]
  return `${[summary(revision, effects, outgrown.length), ...asides(revision, executed, edited), ...blocks].join('\n\n')}\n`
}

function summary(revision: number, effects: readonly Effect[], outgrown: number): string {
  if (effects.length === 0 && outgrown === 0) return `Revision ${revision}: everything is at its newest version.`
  const negotiated = outgrown > 0 ? `; ${counted(outgrown, 'negotiated text')} based on an older one` : ''
  const newer = effects.length === 0 ? 'no newer version' : counted(effects.length, 'newer version')
  return `Revision ${revision}: ${newer}${negotiated}.`
}

function asides(revision: number, executed: number | undefined, edited: readonly string[]): readonly string[] {
  return [
    ...(executed === undefined
      ? []
      : [`Revision ${executed} is executed: it stays as it was signed. Newer clauses can come in a variation.`]),
    ...(edited.length === 0
      ? []
      : [
          `Edited since revision ${revision}: ${edited.join(', ')}. What follows is about the deal as it stands in its folder.`,
        ]),
  ]
}

function effectWords(effect: Effect): string {
  const {id, position, from, to, kind, newer, provisions, asks, problems, text, atHand} = effect
  const at = position === undefined || position === id ? '' : ` at ${position}`
  const head =
    from === to ? `${id} ${from}, another text${at}` : `${id} ${from} → ${to}${kind ? ` (${kind})` : ''}${at}`
  return [
    head,
    ...newer.map(versionLine),
    ...(atHand
      ? []
      : [
          position === undefined
            ? '  The library no longer holds what the deal was made from: the next revision takes this in any case.'
            : '  This library does not hold what the deal was made from. Lay the folder that does over it with --library; without it only `engross upgrade` goes on, and takes this.',
        ]),
    ...problems.map(({message}) => `  Cannot be taken alone: ${message}`),
    ...asks.map(({question, pointer}) => `  Would ask: ${question} (${pointer})`),
    ...(problems.length > 0 ? [] : [changesLine(provisions, atHand)]),
    ...(text === '' ? [] : ['', indented(text.trimEnd())]),
  ].join('\n')
}

function versionLine({version, kind, note}: Effect['newer'][number]): string {
  return `  ${[version, kind, note].filter((one) => one !== undefined && one !== '').join('  ')}`
}

function changesLine(provisions: Effect['provisions'], atHand: boolean): string {
  if (provisions.length === 0) return '  Changes no word of this deal.'
  const names = provisions.map(({number, headings}) => number ?? headings.join(' › '))
  return `  ${atHand ? 'Would change' : 'Changes'} ${names.join(', ')}.`
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n')
}
