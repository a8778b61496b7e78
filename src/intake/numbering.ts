/**
 * The numbers in the margin, counted as Word counts them (ECMA-376 Part 1 §17.9), since a file does not hold them: whoever
 * changes how a list counts changes every citation of it without touching a word.
 */
import {type Counter, count} from '../model/index.js'
import type {ParagraphLook, SeenParagraph} from './story.js'
import {isOn, type Styles, said} from './styles.js'
import {type Attributes, readXml} from './xml.js'

interface Level {
  start: number
  format: string
  /** `%1.%2` */
  text: string
  legal: boolean
  /** The level after which it begins again; 0 for never. */
  restart?: number
  style?: string
}

interface Pattern {
  readonly levels: Map<number, Level>
  /** Another list, by a style, in whose place this one stands. */
  link?: string
  styleLink?: string
}

interface List {
  pattern: string
  readonly starts: Map<number, number>
  readonly levels: Map<number, Level>
}

export interface Lists {
  readonly patterns: ReadonlyMap<string, Pattern>
  readonly lists: ReadonlyMap<string, List>
}

export const noLists: Lists = {patterns: new Map(), lists: new Map()}

/** Reads `numbering.xml`. */
export function readLists(bytes: Uint8Array, part: string): Lists {
  const patterns = new Map<string, Pattern>()
  const lists = new Map<string, List>()
  let pattern: Pattern | undefined
  let list: List | undefined
  let level: Level | undefined
  let override = 0
  readXml(bytes, part, {
    open: (name, attributes) => {
      const value = attributes['w:val'] ?? ''
      if (name === 'w:abstractNum') {
        pattern = {levels: new Map()}
        patterns.set(attributes['w:abstractNumId'] ?? '', pattern)
      } else if (name === 'w:num') {
        list = {pattern: '', starts: new Map(), levels: new Map()}
        lists.set(attributes['w:numId'] ?? '', list)
      } else if (name === 'w:lvlOverride') override = Number(attributes['w:ilvl'])
      else if (name === 'w:startOverride') list?.starts.set(override, Number(value))
      else if (name === 'w:abstractNumId' && list) list.pattern = value
      else if (name === 'w:numStyleLink' && pattern) pattern.link = value
      else if (name === 'w:styleLink' && pattern) pattern.styleLink = value
      else if (name === 'w:lvl') {
        level = {start: 0, format: 'decimal', text: '', legal: false}
        ;(list ?? pattern)?.levels.set(Number(attributes['w:ilvl']), level)
      } else if (level) describe(level, name, attributes)
    },
    close: (name) => {
      if (name === 'w:abstractNum') pattern = undefined
      if (name === 'w:num') list = undefined
      if (name === 'w:lvl') level = undefined
    },
  })
  return {patterns, lists}
}

function describe(level: Level, name: string, attributes: Attributes): void {
  const value = attributes['w:val'] ?? ''
  if (name === 'w:start') level.start = Number(value)
  if (name === 'w:numFmt') level.format = value
  if (name === 'w:lvlText') level.text = value
  if (name === 'w:isLgl') level.legal = isOn(attributes['w:val'])
  if (name === 'w:lvlRestart') level.restart = Number(value)
  if (name === 'w:pStyle') level.style = value
}

/** What stands in the margin of a paragraph (`(a)`; empty where nothing does), and as it is cited (`7.2(a)`). */
export interface Label {
  readonly label: string
  readonly full: string
}

interface Counting {
  /** By pattern and level. */
  readonly counts: Map<string, number[]>
  readonly cited: Map<string, string[]>
  /** Lists with a start of their own that have begun, by list and level. */
  readonly begun: Set<string>
}

/** The label of each paragraph, in order. */
export function labelsOf(paragraphs: readonly SeenParagraph[], lists: Lists, styles: Styles): readonly Label[] {
  const counting: Counting = {counts: new Map(), cited: new Map(), begun: new Set()}
  return paragraphs.map(({look}) => {
    const place = placeOf(look, lists, styles)
    if (place === undefined) return {label: '', full: ''}
    const printed = label(place, lists, counting)
    return {label: printed, full: citedAs(printed, place, lists, counting)}
  })
}

// "(a)" is cited with what it stands below; "7.2" says it itself; a bullet is not cited at all.
function citedAs(printed: string, {list, pattern, level}: Place, {patterns}: Lists, {cited}: Counting): string {
  const {text = '', format} = list.levels.get(level) ?? patterns.get(pattern)?.levels.get(level) ?? {}
  const above = cited.get(pattern) ?? []
  cited.set(pattern, above)
  const outer = text.includes('%1') ? '' : (above.slice(0, level).findLast((one) => one) ?? '')
  const full = format === 'bullet' || printed === '' ? '' : outer + printed.replace(/[.:]$/, '')
  above.length = Math.min(above.length, level)
  above[level] = full
  return full
}

interface Place {
  readonly id: string
  readonly list: List
  readonly pattern: string
  readonly level: number
}

function placeOf(look: ParagraphLook, {patterns, lists}: Lists, styles: Styles): Place | undefined {
  const style = look.style ?? styles.standard
  const id = look.list ?? said(styles, style, 'list')
  const list = id === undefined || id === '0' ? undefined : lists.get(id)
  if (!list || id === undefined) return undefined
  const pattern = linked(list.pattern, patterns)
  const own = [...(patterns.get(pattern)?.levels ?? [])].find(
    ([, level]) => level.style !== undefined && level.style === style,
  )
  const level = look.level ?? (look.list === undefined ? own?.[0] : undefined) ?? said(styles, style, 'level') ?? 0
  return {id, list, pattern, level}
}

// A pattern that only names a style stands for the pattern that bears the style's name (§17.9.21, §17.9.27).
function linked(id: string, patterns: ReadonlyMap<string, Pattern>): string {
  const link = patterns.get(id)?.link
  const other = link === undefined ? undefined : [...patterns].find(([, {styleLink}]) => styleLink === link)
  return other?.[0] ?? id
}

function label({id, list, pattern, level}: Place, {patterns}: Lists, {counts: counters, begun}: Counting): string {
  const levelAt = (at: number): Level | undefined => list.levels.get(at) ?? patterns.get(pattern)?.levels.get(at)
  const own = levelAt(level)
  if (!own) return ''
  const counts = counters.get(pattern) ?? []
  counters.set(pattern, counts)
  const override = list.starts.get(level)
  // A list that gives a start of its own begins with it once, at its first paragraph.
  if (override !== undefined && !begun.has(`${id}/${level}`)) counts[level] = override
  else counts[level] = counts[level] === undefined ? own.start : counts[level] + 1
  begun.add(`${id}/${level}`)
  for (let deeper = level + 1; deeper < counts.length; deeper += 1) {
    const restart = levelAt(deeper)?.restart
    if (restart === undefined || (restart !== 0 && level < restart)) delete counts[deeper]
  }
  if (own.format === 'bullet') return own.text
  return own.text.replace(/%(\d)/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const shown = counts[at] ?? levelAt(at)?.start ?? 0
    counts[at] ??= shown
    return counted(shown, own.legal ? 'decimal' : (levelAt(at)?.format ?? 'decimal'))
  })
}

function counted(ordinal: number, format: string): string {
  switch (format) {
    case 'none':
      return ''
    case 'lowerLetter':
      return within(ordinal, 780, 'a')
    case 'upperLetter':
      return within(ordinal, 780, 'A')
    case 'lowerRoman':
      return within(ordinal, 3999, 'i')
    case 'upperRoman':
      return within(ordinal, 3999, 'i').toUpperCase()
    case 'decimalZero':
      return String(ordinal).padStart(2, '0')
    case 'decimal':
      return String(ordinal)
    // Numbers of other scripts: told apart by their names, so that a change from one to another is seen.
    default:
      return `${ordinal}(${format})`
  }
}

// A hostile count is not written out.
function within(ordinal: number, most: number, counter: Counter): string {
  return ordinal < 1 || ordinal > most ? String(ordinal) : count(counter, ordinal)
}
