/** What a program other than ours sees of the marks in a PDF: decorated tags, descriptions, and ink in the margin. */

import {spawnSync} from 'node:child_process'
import {needs} from '../../readers.js'
import {read, structureOf} from './readers.js'

/** The tagged text with `[-struck-]` and `{+underlined+}` runs, and a line end after each tag that is a block. */
export function decoratedText(pdf: Uint8Array): string {
  const text = known.get(pdf) ?? decorated(structureOf(pdf))
  known.set(pdf, text)
  return text
}

// Poppler takes seconds to list tags.
const known = new WeakMap<Uint8Array, string>()

function decorated(structure: string): string {
  let text = ''
  let open: {readonly indent: number; readonly close: string} | undefined
  let pending: number | undefined
  const close = (): void => {
    text += open?.close ?? ''
    open = undefined
  }
  for (const line of structure.split('\n')) {
    const indent = line.search(/\S/)
    const quoted = /^\s*"(.*)"$/s.exec(line)?.[1]
    const decoration = /\/TextDecorationType \/(\w+)/.exec(line)?.[1]
    if (open && indent <= open.indent) close()
    if (decoration && pending !== undefined) {
      open = decoration === 'LineThrough' ? {indent: pending, close: '-]'} : {indent: pending, close: '+}'}
      text += decoration === 'LineThrough' ? '[-' : '{+'
    } else if (quoted !== undefined) text += quoted
    else if (/^\s*\w+( ".*")? \((block|inline)\)/.test(line)) {
      pending = indent
      if (line.includes('(block)')) text += '\n'
    } else if (/^\s*\w+$/.test(line)) text += '\n'
  }
  close()
  return text.replaceAll('\u00a0', ' ')
}

/** How many tags are decorated, and the alternate descriptions that they bear, by decoration. */
export function descriptions(pdf: Uint8Array): {
  readonly decorated: number
  readonly told: readonly (readonly [string, string])[]
} {
  const text = Buffer.from(pdf).toString('latin1')
  const tags = text.split('\nendobj').filter((object) => object.includes('/TextDecorationType'))
  const told = tags.flatMap((tag) => {
    const alt = /\/Alt <FEFF([0-9A-F]*)>/.exec(tag)?.[1]
    const decoration = /\/TextDecorationType \/(\w+)/.exec(tag)![1]!
    if (alt === undefined) return []
    const units = alt.match(/.{4}/g) ?? []
    return [[decoration, units.map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('')] as const]
  })
  return {decorated: tags.length, told}
}

export interface Word {
  readonly page: number
  readonly text: string
  /** In points, from the top left. */
  readonly box: {readonly left: number; readonly top: number; readonly right: number; readonly bottom: number}
}

/** Every word with its place. */
export function placedWords(pdf: Uint8Array): readonly Word[] {
  return read('pdftotext', pdf, ['-bbox'], ['-'])
    .split('<page ')
    .slice(1)
    .flatMap((page, index) =>
      [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)].map(
        ([, left, top, right, bottom, text]) => ({
          page: index + 1,
          text: text!,
          box: {left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom)},
        }),
      ),
    )
}

/** Where the bar stands, in points from the left (23.5 mm). */
const barAt = 66.6
const perPoint = 2

/** Tells whether there is ink where the bar would be beside a height of a page (points from the top). */
export function openMargin(pdf: Uint8Array): (page: number, y: number) => boolean {
  const pages = new Map<number, Gray>()
  return (page, y) => {
    const gray = pages.get(page) ?? rasterOf(pdf, page)
    pages.set(page, gray)
    const row = Math.round(y * perPoint)
    const around = [-2, -1, 0, 1, 2].map(
      (step) => gray.pixels[row * gray.width + Math.round(barAt * perPoint) + step] ?? 255,
    )
    return Math.min(...around) < 128
  }
}

interface Gray {
  readonly width: number
  readonly pixels: Uint8Array
}

function rasterOf(pdf: Uint8Array, page: number): Gray {
  const [first, last] = [String(page), String(page)]
  const {stdout} = spawnSync(needs('pdftoppm'), ['-gray', '-r', String(72 * perPoint), '-f', first, '-l', last, '-'], {
    input: pdf,
    maxBuffer: 64 * 1024 * 1024,
  })
  const head = /^P5\s+(\d+)\s+\d+\s+\d+\s/.exec(stdout.subarray(0, 64).toString('latin1'))!
  return {width: Number(head[1]), pixels: stdout.subarray(head[0].length)}
}
