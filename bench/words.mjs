/** The words of a fair copy as flat paragraphs, so that peers print the same words; values stay apart for templates to fill. */
import {inlinesIn, withDescendants} from '../dist/model/index.js'

/** Each paragraph: {level, number, pieces: [{text} | {value}]}. Tables give one paragraph a cell. */
export function paragraphsOf(copy) {
  return copy.agreement.parts.flatMap((part) => {
    const heading =
      'heading' in part && part.heading ? [{level: 0, number: '', pieces: pieces(part.heading, copy)}] : []
    if (part.kind === 'cover') return part.blocks.flatMap((block) => blockParagraphs(block, '', 0, copy))
    return [
      ...heading,
      ...part.provisions.flatMap((provision) =>
        [...withDescendants(provision)].flatMap((one) => provisionParagraphs(one, copy)),
      ),
    ]
  })
}

function provisionParagraphs(provision, copy) {
  const numeral = copy.numerals.get(provision.id)
  const [number, level] = [numeral?.label ?? '', numeral?.level ?? 0]
  const heading = provision.heading ? [{level, number, pieces: pieces(provision.heading, copy)}] : []
  const body = provision.body.flatMap((block, index) =>
    blockParagraphs(block, index === 0 && !provision.heading ? number : '', level, copy),
  )
  return [...heading, ...body, ...(provision.closing ?? []).flatMap((block) => blockParagraphs(block, '', level, copy))]
}

function blockParagraphs(block, number, level, copy) {
  if (block.type === 'paragraph') return [{level, number, pieces: pieces(block.content, copy)}]
  return [...block.columns.map(({heading}) => heading), ...block.rows.flatMap(({cells}) => cells)].map((cell) => ({
    level,
    number: '',
    pieces: pieces(cell, copy),
  }))
}

function pieces(inlines, copy) {
  return [...inlinesIn(inlines)].flatMap((inline) => {
    if (inline.type === 'value') return [{value: inline.words}]
    if (inline.type === 'blank') return [{value: '[●]'}]
    if (inline.type === 'reference')
      return [
        {
          text: copy.citations
            .get(inline.target)
            .map((piece) => (typeof piece === 'string' ? piece : piece.numeral))
            .join(''),
        },
      ]
    return inline.type === 'emphasis' ? [] : [{text: inline.text}]
  })
}

export function wordCount(paragraphs) {
  return paragraphs.reduce(
    (sum, {pieces: all}) =>
      sum +
      all
        .map((piece) => piece.text ?? piece.value)
        .join('')
        .split(/\s+/)
        .filter(Boolean).length,
    0,
  )
}

export const plain = ({number, pieces: all}) =>
  `${number} ${all.map((piece) => piece.text ?? piece.value).join('')}`.trim()
