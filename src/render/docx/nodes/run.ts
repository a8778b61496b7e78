/** Words in one format: the run (ECMA-376 Part 1 §17.3.2.25), the only place where text of an agreement is written. */
import {colours} from '../measures.js'
import {isPlain, xmlText} from '../xml.js'

/** How words stand out. Bold is set directly besides its style, since a bold style in a bold style prints plain (§17.7.3). */
export interface Format {
  readonly bold?: true
  readonly italic?: true
  readonly style?: 'Blank' | 'DefinedTerm'
}

export const plain: Format = {}

// CJK radicals to Hangul and full-width forms, with the planes of rare ideographs.
const eastAsian = /[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\ud840-\ud8bf]/

// LibreOffice does not take shading from a character style.
const shade = `<w:shd w:val="clear" w:color="auto" w:fill="${colours.shade}"/>`

/** One run; empty words write nothing. */
export function run(text: string, format: Format = plain): string {
  if (text === '') return ''
  return format === plain && !eastAsian.test(text)
    ? `<w:r>${words(text)}</w:r>`
    : `<w:r>${properties(text, format)}${words(text)}</w:r>`
}

function properties(text: string, {style, bold, italic}: Format): string {
  const far = eastAsian.test(text)
  const inside =
    (style ? `<w:rStyle w:val="${style}"/>` : '') +
    (far ? '<w:rFonts w:hint="eastAsia"/>' : '') +
    (bold ? '<w:b/><w:bCs/>' : '') +
    (italic ? '<w:i/><w:iCs/>' : '') +
    (style === 'Blank' ? shade : '') +
    (far ? languageOf(text) : '')
  return inside === '' ? '' : `<w:rPr>${inside}</w:rPr>`
}

// Han alone could be Chinese or Japanese: the document's default decides. Kana and Hangul leave no doubt.
function languageOf(text: string): string {
  if (/[\u3040-\u30ff]/.test(text)) return '<w:lang w:eastAsia="ja-JP"/>'
  return /[\u1100-\u11ff\uac00-\ud7af]/.test(text) ? '<w:lang w:eastAsia="ko-KR"/>' : ''
}

// `xml:space` keeps spaces at the ends; a line break and a tab are elements of their own.
function words(text: string): string {
  if (isPlain(text)) return `<w:t xml:space="preserve">${text}</w:t>`
  return text
    .split(/(\n|\t)/)
    .map(piece)
    .join('')
}

function piece(text: string): string {
  if (text === '\n') return '<w:br/>'
  if (text === '\t') return '<w:tab/>'
  return text === '' ? '' : `<w:t xml:space="preserve">${xmlText(text)}</w:t>`
}
