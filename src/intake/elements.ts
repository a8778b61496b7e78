/** Elements of WordprocessingML (ECMA-376 Part 1 §17) that mean something for words, and what each of them means. */
import type {Mark} from './story.js'
import type {Attributes} from './xml.js'

export const changes: Readonly<Record<string, Mark['kind']>> = {
  'w:ins': 'inserted',
  'w:del': 'deleted',
  'w:moveFrom': 'movedFrom',
  'w:moveTo': 'movedTo',
  'w:cellIns': 'inserted',
  'w:cellDel': 'deleted',
}

/** What stands for one character, or for a thing that is no character. */
export const characters: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '\u2011',
  'w:softHyphen': '\u00ad',
  'w:footnoteReference': '\ufffb',
  'w:endnoteReference': '\ufffb',
  'w:drawing': '\ufffc',
  'w:pict': '\ufffc',
  'w:object': '\ufffc',
}

export const textual = new Set(['w:t', 'w:delText', 'm:t'])
/** Holders of paragraphs that cannot be joined with those outside. */
export const holders = new Set(['w:tc', 'w:txbxContent', 'w:footnote', 'w:endnote', 'w:comment'])

// A character of a symbol font, by four hexadecimal digits (§17.3.3.30).
export function symbol(code = ''): string {
  return /^[0-9a-f]{4}$/i.test(code) ? String.fromCharCode(Number.parseInt(code, 16)) : '\ufffd'
}

export function markOf(kind: Mark['kind'], attributes: Attributes, move?: string): Mark {
  const [author, date] = [attributes['w:author'] ?? '', attributes['w:date'] ?? '']
  return {kind, author, date, ...(move === undefined ? {} : {move})}
}
