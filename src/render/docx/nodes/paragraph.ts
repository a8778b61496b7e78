/** A paragraph in one of our styles (ECMA-376 Part 1 §17.3.1.22), and the bookmark that names a provision in it. */
import type {ProvisionId} from '../../../model/index.js'
import type {ListLevel} from '../places.js'
import type {Sheet} from '../sheet.js'
import {bookmarkEnd, bookmarkStart} from '../slots.js'
import {trackedMark, withoutNumber} from '../tracked.js'

/** What a paragraph has beyond its style. Elements are written in the order of the schema (§17.3.1.26). */
export interface Setting {
  readonly keepNext?: boolean
  /** A list and level that the style does not give. */
  readonly number?: ListLevel
  /** Of a numbered paragraph of the old side, which is printed without its number: that number, and where its text begins, in twips. */
  readonly unnumbered?: ListLevel & {readonly left: number}
  readonly align?: 'center' | 'right'
  /** Bold number in the margin. */
  readonly boldMark?: boolean
  /** A section's end: its `w:sectPr`. */
  readonly section?: string
}

/** `around` is the sheet of what the paragraph belongs to: when a redline has it on one side only, so is its mark. */
export function paragraph(style: string, content: string, setting: Setting = {}, around?: Sheet): string {
  const {keepNext, number, align, boldMark, section} = setting
  const tracked = around?.around ? trackedMark(around) : ''
  const before = `<w:pStyle w:val="${style}"/>${keepNext ? '<w:keepNext/>' : ''}`
  const numbering = number ? numPr(number) : ''
  const aligned = align ? `<w:jc w:val="${align}"/>` : ''
  const bold = boldMark ? '<w:b/><w:bCs/>' : ''
  const after = aligned + (tracked || bold ? `<w:rPr>${tracked}${bold}</w:rPr>` : '') + (section ?? '')
  const properties =
    setting.unnumbered === undefined || around?.around === undefined
      ? before + numbering + after
      : withoutNumber(
          {before, numbering: numPr(setting.unnumbered), aligned, after, left: setting.unnumbered.left},
          around.around,
        )
  return `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`
}

function numPr({list, level}: ListLevel): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`
}

/**
 * A bookmark round the words of one paragraph. It marks a provision by its first paragraph: what follows is found by
 * its level, and a bookmark over many paragraphs is easily torn by editing.
 */
export function bookmarked(id: ProvisionId, content: string, {nameOf}: Pick<Sheet, 'nameOf'>): string {
  return `<w:bookmarkStart w:id="${bookmarkStart}" w:name="${nameOf(id)}"/>${content}<w:bookmarkEnd w:id="${bookmarkEnd}"/>`
}
