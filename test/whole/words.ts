/**
 * The words of an outgoing file as an outside reader has them, so that formats can be compared. The HTML page says where
 * each numbered provision begins; the others are plain text, white space left out, since line ends mean nothing.
 */
import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {strFromU8, unzipSync} from 'fflate'
import type {Nodes} from 'mdast'
import {SaxesParser} from 'saxes'
import {needs, type Reader} from '../readers.js'
import {read as readHtml, type Read, words} from '../render/html/read.js'
import {read as readMarkdown} from '../render/markdown/read.js'

/** What an outside program says of a file. */
export function ask(
  reader: Reader,
  bytes: Uint8Array,
  before: readonly string[] = [],
  after: readonly string[] = [],
): string {
  const program = needs(reader)
  const folder = mkdtempSync(join(tmpdir(), 'engross-read-'))
  try {
    writeFileSync(join(folder, 'a.pdf'), bytes)
    const {status, stdout, stderr} = spawnSync(program, [...before, join(folder, 'a.pdf'), ...after], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    })
    if (status !== 0) throw new Error(`${reader}: ${stderr || stdout}`)
    return stdout
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** Words without white space: line ends, indents and page breaks mean nothing. Soft hyphens are line ends too. */
export function squeezed(text: string): string {
  return text.replace(/[\s\u00ad\u200b\u2060\ufeff]+/gu, '')
}

/** A numbered provision, or what stands before the first: its printed number, and all words up to the next number. */
export interface Piece {
  readonly label: string
  readonly words: string
}

/** The page from the parties to the last words before the signatures, cut at every printed number. */
export function pieces(html: Uint8Array): readonly Piece[] {
  const page = bodyOf(html)
  const found: {label: string; words: string}[] = [{label: '', words: ''}]
  let isOver = false
  const visit = (node: Read | string): void => {
    isOver ||= typeof node !== 'string' && node.attributes.class === 'execution-block'
    if (isOver) return
    if (typeof node === 'string' || node.name === 'br') found.at(-1)!.words += words(node)
    else if (node.attributes.class === 'label') found.push({label: words(node), words: ''})
    else if (node.name !== 'nav' && node.name !== 'header') node.inside.forEach(visit)
  }
  visit(page)
  return found
}

export interface Cited {
  readonly words: string
  /** The numbers in the margin from the outermost provision to the target. */
  readonly chain: readonly string[]
}

/** Every citation of the page, and the numbers that stand in the margin of what it leads to. */
export function cited(html: Uint8Array): readonly Cited[] {
  const page = bodyOf(html)
  const chains = new Map<string, readonly string[]>()
  const links: {words: string; target: string}[] = []
  const visit = (node: Read | string, above: readonly string[]): void => {
    if (typeof node === 'string') return
    const {id, href} = node.attributes
    const label = ownLabel(node)
    const chain = id && label !== undefined ? [...above, label] : above
    if (id) chains.set(id, chain)
    if (node.attributes.class === 'citation') links.push({words: words(node), target: href!.slice(1)})
    for (const inside of node.inside) visit(inside, chain)
  }
  visit(page, [])
  return links.map((link) => ({words: link.words, chain: chains.get(link.target) ?? []}))
}

function ownLabel(node: Read): string | undefined {
  const first = node.inside.find((inside): inside is Read => typeof inside !== 'string')
  if (first?.attributes.class === 'label') return words(first)
  return first && /^h[1-6]$/.test(first.name) ? ownLabel(first) : undefined
}

function bodyOf(html: Uint8Array): Read {
  return readHtml(new TextDecoder().decode(html)).inside.find(
    (inside): inside is Read => typeof inside !== 'string' && inside.name === 'body',
  )!
}

/** The words of the numbered Markdown as a viewer shows them. */
export function markdownWords(md: Uint8Array): string {
  const visible = (node: Nodes): string => {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value
    if (node.type === 'break') return '\n'
    return 'children' in node ? node.children.map(visible).join('\n') : ''
  }
  return visible(readMarkdown(new TextDecoder().decode(md)))
}

/** The words of a PDF in the order in which they were written, without what repeats at the head and foot of pages. */
export function pdfWords(pdf: Uint8Array): string {
  const pages = ask('pdftotext', pdf, ['-raw'], ['-'])
    .split('\f')
    .map((page) => page.split('\n'))
  const shape = (line: string): string => line.replace(/\d+/g, '#')
  const counts = new Map<string, number>()
  for (const lines of pages) for (const line of new Set(lines.map(shape))) counts.set(line, (counts.get(line) ?? 0) + 1)
  const repeats = (line: string): boolean =>
    line.length > 12 && counts.get(shape(line))! >= Math.max(3, (pages.length - 1) * 0.6)
  return pages.flatMap((lines) => lines.filter((line) => !repeats(line))).join('\n')
}

/** The paragraphs of a Word file with their words as they are stored: no automatic numbers, cached results of fields. */
export function wordParagraphs(docx: Uint8Array): readonly string[] {
  const paragraphs: string[] = []
  let inText = false
  const parser = new SaxesParser()
  parser.on('opentag', ({name}) => {
    if (name === 'w:p') paragraphs.push('')
    if (name === 'w:br' || name === 'w:tab') paragraphs[paragraphs.length - 1] += name === 'w:br' ? '\n' : '\t'
    inText = name === 'w:t'
  })
  parser.on('closetag', () => {
    inText = false
  })
  parser.on('text', (text) => {
    if (inText) paragraphs[paragraphs.length - 1] += text
  })
  parser.write(strFromU8(unzipSync(docx)['word/document.xml']!)).close()
  return paragraphs
}

/** The words of a page that another program made of a Word file, automatic numbers with them. */
export function pageWords(html: string): string {
  const bare = html.replace(/<(style|head|script)\b[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, '')
  const named: Readonly<Record<string, string>> = {lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: '\u00a0'}
  return bare.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
    return decimal ? String.fromCodePoint(Number(decimal)) : (named[name!] ?? whole)
  })
}

/** Word files printed printed by LibreOffice in one call, in the order given. */
export function printedByLibreOffice(files: readonly Uint8Array[]): readonly Uint8Array[] {
  const program = needs('soffice')
  const folder = mkdtempSync(join(tmpdir(), 'engross-office-'))
  try {
    const names = files.map((bytes, index) => {
      writeFileSync(join(folder, `${index}.docx`), bytes)
      return join(folder, `${index}.docx`)
    })
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const {status, stderr} = spawnSync(
      program,
      ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, ...names],
      {encoding: 'utf8'},
    )
    if (status !== 0) throw new Error(`soffice: ${stderr}`)
    return names.map((name) => new Uint8Array(readFileSync(name.replace(/docx$/, 'pdf'))))
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** Every word of the page as it is seen, an element that begins a line beginning one here. */
export function bodyWords(html: Uint8Array): string {
  const lines = new Set(['p', 'li', 'tr', 'td', 'th', 'h1', 'h2', 'h3', 'section', 'div', 'dt', 'dd', 'footer'])
  const seen = (node: Read | string): string => {
    if (typeof node === 'string') return node.replace(/\s+/g, ' ')
    return (lines.has(node.name) ? '\n' : '') + node.inside.map(seen).join('')
  }
  return seen(bodyOf(html))
}
