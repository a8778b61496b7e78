/** A redline for a terminal or a log: what changed, where, why; unchanged words only as far as they help to read. */
import {type Change, type FairCopy, midSentence, type Redline, summaryOf} from '../../model/index.js'
import {changesIn, type Entry, entriesOf, passageByChange} from './entries.js'
import {bracketed, legendOf, painted, parted, type Span, type Style} from './ink.js'
import {isChangedLine, type Line, type Passage, passagesOf} from './passages.js'
import type {Places} from './place.js'
import {type Reasons, reasonsOf} from './reasons.js'
import {shortened} from './shorten.js'
import type {Stretch} from './stretches.js'
import {visible} from './visible.js'
import {wrapped} from './wrap.js'

export interface TextSettings {
  /** Colour, strike and underline; otherwise words stand in brackets as `wdiff` sets them. */
  readonly colour: boolean
  /** Columns of the terminal; fewer than 40 are taken as 40. */
  readonly width: number
  /** The whole agreement with its marks, nothing left out. */
  readonly whole?: boolean
}

interface Printer extends TextSettings {
  readonly copy: FairCopy<Change>
  readonly byChange: ReadonlyMap<string, Passage>
}

/** Ends with a line break. Throws a RangeError for a fair copy that is no redline: asking for one is our own mistake. */
export function renderTextRedline(copy: FairCopy<Change>, settings: TextSettings): string {
  const {against} = copy
  if (!against) throw new RangeError('renderTextRedline: the fair copy is compared with nothing')
  const passages = passagesOf(copy)
  const printer: Printer = {...settings, width: Math.max(40, settings.width), copy, byChange: passageByChange(passages)}
  const entries = entriesOf(passages, settings.whole ?? false).map((entry) => paragraphsOf(entry, printer))
  const header = set([{words: visible(summaryOf(against.redline, against)), style: 'strong'}], '', printer)
  const legend = legendOf(stylesIn(entries), entries.some(leavesOut))
  const blocks = [
    [header, ...(legend.length > 0 ? [set(legend, '', printer)] : [])].join('\n'),
    ...entries.map((lines) => lines.map(({spans, indent}) => set(spans, indent, printer)).join('\n')),
    ...uncompared(against.redline, printer),
  ]
  return `${blocks.join('\n\n')}\n`
}

interface Paragraph {
  readonly spans: readonly Span[]
  readonly indent: string
}

function paragraphsOf(entry: Entry, printer: Printer): readonly Paragraph[] {
  const changes = changesIn(entry)
  const reasons = reasonsOf(changes, printer.byChange)
  return [
    {spans: titleOf(entry, printer), indent: ''},
    ...entry.passages.flatMap((passage) => wordsOf(passage, entry, reasons, printer)),
    ...reasons.lines.map((words) => ({spans: [{words: `— ${words}`, style: 'quiet'} as const], indent: '    '})),
  ]
}

function titleOf({head}: Entry, {copy, whole}: Printer): readonly Span[] {
  const {before, after} = head.places
  const {number, headings} = (after ?? before)!
  // The entry's own heading is not named above where it is printed below.
  const path = (showsHeading(head, whole) ? headings.slice(0, -1) : headings).join(' › ')
  const from = visible(midSentence(copy.against?.redline.from.label ?? ''))
  const name = number === undefined ? path || headings.join(' › ') : capital(number)
  return [
    {words: visible(name), style: 'strong'},
    {words: asideOf(head.places, head.change, from)},
    {words: number === undefined || path === '' ? '' : visible(` · ${path}`), style: 'quiet'},
  ]
}

function showsHeading({lines, change}: Passage, whole = false): boolean {
  return lines[0]?.kind === 'heading' && (whole || change !== undefined || isChangedLine(lines[0]))
}

function asideOf({before, after}: Places, change: Change | undefined, from: string): string {
  switch (change?.kind) {
    case 'inserted':
      return ' (new)'
    case 'deleted':
      return ` of ${from} (deleted)`
    case 'movedFrom':
      return ` of ${from} (moved away)`
    case 'movedTo':
      return ' (moved here)'
    default:
      return before?.number === undefined || before.number === after?.number ? '' : ` (was ${before.number})`
  }
}

function wordsOf(passage: Passage, {head}: Entry, reasons: Reasons, printer: Printer): readonly Paragraph[] {
  const indent = '  '.repeat(1 + passage.depth)
  return linesShown(passage, head, printer).map((line, index) => {
    const label = index === 0 && passage !== head && passage.label !== undefined ? [{words: `${passage.label} `}] : []
    return {spans: [...label, ...spansOf(line, passage, reasons, printer)], indent}
  })
}

// Of what merely moved, its first line and those that were edited on the way.
function linesShown({lines, change}: Passage, head: Passage, {whole}: Printer): readonly Line[] {
  // A part that is but a heading is named by it already.
  if (whole)
    return change === undefined && lines.length === 1 && isPlainHeading(lines[0]!) && !head.places.after?.number
      ? []
      : lines
  if (change === undefined) return lines.filter(isChangedLine)
  if (!isMove(change)) return lines
  const edited = (line: Line): boolean => line.stretches.some(({change: mark}) => mark !== undefined && !isMove(mark))
  return lines.filter((line) => (line === head.lines[0] && change === head.change) || edited(line))
}

function isPlainHeading(line: Line): boolean {
  return line.kind === 'heading' && !isChangedLine(line)
}

function isMove({kind}: Change): boolean {
  return kind === 'movedFrom' || kind === 'movedTo'
}

function spansOf({stretches}: Line, passage: Passage, reasons: Reasons, {whole}: Printer): readonly Span[] {
  const standing = ({change, renumbered}: Stretch): boolean =>
    renumbered === undefined && (change === undefined || (isMove(change) && change === passage.change))
  const shown = whole ? stretches : shortened(stretches, standing)
  return shown.flatMap(({words, change, renumbered}, index): readonly Span[] => {
    if (renumbered === 'former') return [{words: `${words} → ${shown[index + 1]?.words ?? ''}`, style: 'renumbered'}]
    if (renumbered === 'now') return []
    if (change === undefined || words.trim() === '') return [{words, ...(change ? {style: change.kind} : {})}]
    // A replacement bears its figure once, behind both.
    const next = shown[index + 1]?.change
    const sign = next && next.id === change.pair ? '' : reasons.sign(change)
    const end = words.trimEnd().length
    return [{words: words.slice(0, end), style: change.kind}, {words: sign + words.slice(end)}]
  })
}

function uncompared({uncompared: found}: Redline, printer: Printer): readonly string[] {
  if (found.length === 0) return []
  const lines = found.map(({message, hint}) =>
    set([{words: visible(`- ${message}${hint ? ` ${hint}` : ''}`)}], '  ', printer),
  )
  return [[set([{words: 'Not compared', style: 'strong'}], '', printer), ...lines].join('\n')]
}

function set(spans: readonly Span[], indent: string, {colour, width}: TextSettings): string {
  const written = spans.flatMap(parted)
  return wrapped(colour ? written : written.map(bracketed), width - indent.length)
    .map((line) => indent + line.map(painted).join(''))
    .join('\n')
}

function stylesIn(entries: readonly (readonly Paragraph[])[]): ReadonlySet<Style> {
  return new Set(entries.flat().flatMap(({spans}) => spans.flatMap(({style}) => (style ? [style] : []))))
}

function leavesOut(entry: readonly Paragraph[]): boolean {
  return entry.some(({spans}) => spans.some(({words}) => /(?:^|\s)…(?:\s|$)/.test(words)))
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase('en') + words.slice(1)
}
