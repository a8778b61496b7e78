/**
 * Header and footer. Each is a table of two cells over or under a hairline, so that a long notice wraps on its side and
 * leaves the page number alone. Page and pages are fields, which every reader computes.
 */
import {bareWords, type Change, type FairCopy, furnitureOf, type Inline} from '../../../model/index.js'
import {colours, textWidth} from '../measures.js'
import type {Sheet} from '../sheet.js'
import {declaration, relationships, word} from '../xml.js'
import {inlines} from './inlines.js'
import {paragraph} from './paragraph.js'
import {partyLine} from './party-names.js'
import {field} from './reference.js'
import {run} from './run.js'

const namespaces = `xmlns:w="${word}" xmlns:r="${relationships}"`

/** Title on the left, parties on the right. */
export function header(copy: FairCopy<Change>, sheet: Sheet): string {
  const row = pair(side(furnitureOf(copy).title, sheet), side(partyLine(copy), sheet), 'Header', 'bottom')
  return `${declaration}<w:hdr ${namespaces}>${row}${paragraph('Header', '')}</w:hdr>`
}

/** The running notice on the left; revision and "Page X of Y" on the right. */
export function footer(copy: FairCopy<Change>, sheet: Sheet): string {
  return footerOf(copy, sheet, '')
}

/** The footer of the first page: what a reader must know before reading on, above the running footer. */
export function firstFooter(copy: FairCopy<Change>, sheet: Sheet): string {
  const {firstPage, origin} = furnitureOf(copy)
  return footerOf(
    copy,
    sheet,
    paragraph('Notice', inlines(firstPage, sheet)) + paragraph('Origin', inlines(origin, sheet)),
  )
}

function footerOf(copy: FairCopy<Change>, sheet: Sheet, above: string): string {
  const {footer: notice, revision} = furnitureOf(copy)
  const {page} = copy.locale.print
  const [text, words] = side([...revision, {type: 'text', text: ' · '}], sheet)
  const row = pair(side(notice, sheet), [text + page, words + pageOfPages(page)], 'Footer', 'top')
  return `${declaration}<w:ftr ${namespaces}>${above}${row}${paragraph('AfterTable', '')}</w:ftr>`
}

function pageOfPages(pattern: string): string {
  return pattern
    .split(/(\{page\}|\{pages\})/)
    .map(pagePiece)
    .join('')
}

function pagePiece(piece: string): string {
  if (piece === '{page}') return field('PAGE', run('1'))
  return piece === '{pages}' ? field('NUMPAGES', run('1')) : run(piece)
}

type Side = readonly [text: string, content: string]

function side(content: readonly Inline<Change>[], sheet: Sheet): Side {
  return [bareWords(content, sheet.print.blank), inlines(content, sheet)]
}

// Each side gets room by the length of its words, and never less than a third.
function pair(left: Side, right: Side, style: string, rule: 'top' | 'bottom'): string {
  const share = left[0].length / Math.max(1, left[0].length + right[0].length)
  const first = Math.round(textWidth * Math.min(2 / 3, Math.max(1 / 3, share)))
  const cell = (width: number, content: string, align?: 'right'): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(style, content, align ? {align} : {})}</w:tc>`
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${textWidth}" w:type="dxa"/><w:tblBorders><w:${rule} w:val="single" w:sz="4" w:space="0" w:color="${colours.rule}"/></w:tblBorders>` +
    '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>' +
    `<w:tblGrid><w:gridCol w:w="${first}"/><w:gridCol w:w="${textWidth - first}"/></w:tblGrid>` +
    `<w:tr>${cell(first, left[1])}${cell(textWidth - first, right[1], 'right')}</w:tr></w:tbl>`
  )
}
