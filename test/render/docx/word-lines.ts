/**
 * A Word file as lines: every paragraph of body, header and footers with its number counted from the lists, and every REF field as what its
 * bookmark says now. Cached results are not believed. What is still tracked shows as such.
 */
import {strFromU8, unzipSync} from 'fflate'
import {type Element, parseXml} from './xml-tree.js'

type Numbering = (numId: string, level: number) => string | undefined

interface Styles {
  readonly numberOf: (style: string) => {readonly numId?: string; readonly level?: number}
}

interface Line {
  readonly place: string
  readonly style: string
  readonly label: string
  readonly pieces: readonly (string | {readonly bookmark: string})[]
  readonly bookmarks: readonly string[]
}

/** In print order. Contents are left out, since they are stale until they are updated, and so is the last paragraph if it is empty. */
export function wordLines(bytes: Uint8Array): readonly string[] {
  const parts = unzipSync(bytes, {filter: ({name}) => /^word\/[^/]+\.xml$/.test(name)})
  const read = (name: string): Element => parseXml(strFromU8(parts[name]!))
  const names = Object.keys(parts).filter((name) => /^word\/(header|footer)\d*\.xml$/.test(name))
  const numbering = numberingOf(read('word/numbering.xml'))
  const styles = stylesOf(read('word/styles.xml'))
  const body = linesOf(read('word/document.xml'), 'body', styles, numbering)
  const others = names.sort().flatMap((name) => linesOf(read(name), name.slice(5, -4), styles, numbering))
  while (body.length > 0 && body.at(-1)!.label === '' && wordsOf(body.at(-1)!, new Map()) === '') body.pop()
  const targets = new Map<string, Line>()
  for (const line of body) for (const name of line.bookmarks) targets.set(name, targets.get(name) ?? line)
  return [...body, ...others]
    .filter(({style}) => !style.startsWith('TOC'))
    .map((line) => `${line.place} ${line.style}\t${line.label}\t${wordsOf(line, targets)}`)
}

function wordsOf({pieces}: Line, targets: ReadonlyMap<string, Line>): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : told(targets.get(piece.bookmark)))).join('')
}

function told(target: Line | undefined): string {
  if (!target) return '⟨no such bookmark⟩'
  return `⟨${target.label} ${target.pieces
    .filter((piece) => typeof piece === 'string')
    .join('')
    .slice(0, 30)}⟩`
}

function linesOf(root: Element, place: string, styles: Styles, count: Numbering): Line[] {
  const lines: Line[] = []
  let pending: string[] = []
  const visit = (element: Element, where: string): void => {
    if (element.name === 'w:bookmarkStart') pending.push(element.attributes['w:name']!)
    if (element.name === 'w:p') {
      const line = lineOf(element, where, styles, count)
      lines.push({...line, bookmarks: [...pending, ...line.bookmarks]})
      pending = []
      return
    }
    const tracked = /^w:(ins|del|moveFrom|moveTo)$/.test(element.name) ? ` ‼${element.name}` : ''
    if (tracked) lines.push({place: where, style: tracked, label: '', pieces: [], bookmarks: []})
    const cell = element.name === 'w:tc' ? `${where} cell` : where
    for (const child of element.children) if (typeof child !== 'string') visit(child, cell)
  }
  visit(root, place)
  return lines
}

function lineOf(paragraph: Element, place: string, styles: Styles, count: Numbering): Line {
  const properties = child(paragraph, 'w:pPr')
  const style = settingOf(properties, 'w:pStyle') ?? 'Normal'
  const own = child(properties, 'w:numPr')
  const inherited = styles.numberOf(style)
  const numId = settingOf(own, 'w:numId') ?? inherited.numId
  const level = Number(settingOf(own, 'w:ilvl') ?? inherited.level ?? 0)
  const label = numId === undefined || numId === '0' ? '' : (count(numId, level) ?? '‼no list')
  return {place, style, label, ...contentOf(paragraph)}
}

function contentOf(paragraph: Element): Pick<Line, 'pieces' | 'bookmarks'> {
  const pieces: Line['pieces'][number][] = []
  const bookmarks: string[] = []
  const fields: {instruction: string; shown: boolean}[] = []
  const visit = (element: Element): void => {
    const {name, attributes, children} = element
    if (name === 'w:pPr' || name === 'w:sdtPr') return trackedMark(element, pieces)
    if (name === 'w:bookmarkStart') bookmarks.push(attributes['w:name']!)
    if (/^w:(ins|del|moveFrom|moveTo|delText|delInstrText)$/.test(name)) pieces.push(`‼${name}`)
    if (name === 'w:fldChar') return fieldPiece(attributes['w:fldCharType']!, fields, pieces)
    if (name === 'w:instrText') {
      const field = fields.at(-1)
      if (field) field.instruction += textOf(element)
      return
    }
    if (fields.some(({shown}) => shown)) return
    if (name === 'w:t') pieces.push(textOf(element))
    if (name === 'w:tab') pieces.push('\t')
    if (name === 'w:br') pieces.push('\n')
    for (const one of children) if (typeof one !== 'string') visit(one)
  }
  for (const one of paragraph.children) if (typeof one !== 'string') visit(one)
  return {pieces, bookmarks}
}

function trackedMark(properties: Element, pieces: Line['pieces'][number][]): void {
  const mark = child(properties, 'w:rPr')
  const left = [...(mark?.children ?? []), ...properties.children].filter(
    (one): one is Element => typeof one !== 'string' && /^w:(ins|del|moveFrom|moveTo|pPrChange)$/.test(one.name),
  )
  pieces.push(...left.map(({name}) => `‼${name}`))
}

function fieldPiece(
  type: string,
  fields: {instruction: string; shown: boolean}[],
  pieces: Line['pieces'][number][],
): void {
  if (type === 'begin') fields.push({instruction: '', shown: false})
  const field = fields.at(-1)
  if (!field) pieces.push(`‼field ${type}`)
  else if (type === 'separate') {
    const [kind, bookmark] = field.instruction.trim().split(/\s+/)
    field.shown = kind !== 'TOC'
    if (kind === 'REF') pieces.push({bookmark: bookmark!})
    else if (field.shown) pieces.push(`⟨${kind}⟩`)
  } else if (type === 'end') fields.pop()
}

function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((one): one is Element => typeof one !== 'string' && one.name === name)
}

function settingOf(element: Element | undefined, name: string): string | undefined {
  return child(element, name)?.attributes['w:val']
}

function textOf({children}: Element): string {
  return children.filter((one) => typeof one === 'string').join('')
}

function all(element: Element, name: string): readonly Element[] {
  return element.children.filter((one): one is Element => typeof one !== 'string' && one.name === name)
}

function stylesOf(root: Element): Styles {
  const byId = new Map(all(root, 'w:style').map((style) => [style.attributes['w:styleId']!, style]))
  const numberOf: Styles['numberOf'] = (id) => {
    const style = byId.get(id)
    const numbering = child(child(style, 'w:pPr'), 'w:numPr')
    const numId = settingOf(numbering, 'w:numId')
    if (numId !== undefined) return {numId, level: Number(settingOf(numbering, 'w:ilvl') ?? 0)}
    const base = settingOf(style, 'w:basedOn')
    return base === undefined ? {} : numberOf(base)
  }
  return {numberOf}
}

/** Counts as it is asked: each list by itself, lower levels anew below each higher one. */
function numberingOf(root: Element): Numbering {
  const definitions = new Map(all(root, 'w:abstractNum').map((one) => [one.attributes['w:abstractNumId']!, one]))
  const lists = new Map(
    all(root, 'w:num').map((one) => [one.attributes['w:numId']!, definitions.get(settingOf(one, 'w:abstractNumId')!)!]),
  )
  const counters = new Map<string, number[]>()
  return (numId, level) => {
    const levels = lists.has(numId) ? all(lists.get(numId)!, 'w:lvl') : []
    const definition = levels.find((one) => one.attributes['w:ilvl'] === String(level))
    if (!definition) return undefined
    const counts = counters.get(numId) ?? []
    counters.set(numId, [
      ...counts.slice(0, level),
      ...Array(Math.max(0, level - counts.length)).fill(1),
      (counts[level] ?? 0) + 1,
    ])
    const format = (place: number): string => {
      const own = levels.find((one) => one.attributes['w:ilvl'] === String(place - 1))
      return counted(counters.get(numId)![place - 1]!, settingOf(own, 'w:numFmt')!)
    }
    return settingOf(definition, 'w:lvlText')!.replace(/%(\d)/g, (_, place: string) => format(Number(place)))
  }
}

function counted(count: number, format: string): string {
  if (format === 'lowerLetter') return String.fromCharCode(96 + count)
  if (format === 'upperLetter') return String.fromCharCode(64 + count)
  return format === 'decimal' ? String(count) : `${format}:${count}`
}
