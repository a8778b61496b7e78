/** The words of a fair copy as flat blocks, so that peers print the same words; values stay apart for templates to fill. */
import {inlinesIn, provisionsIn} from '../dist/model/index.js'

/** Each block: {level, number, listed?, pieces: [{text} | {value}]}; a table has `rows` of cells of pieces. */
export function blocksOf(copy) {
  return copy.agreement.parts.flatMap((part) => {
    if (part.kind === 'cover') return part.blocks.map((block) => plainBlock(block, '', 0, copy))
    const heading = part.heading ? [headingBlock(part.heading, copy.numerals.get(part.id), copy)] : []
    return [...heading, ...provisionsIn(part).flatMap((provision) => provisionBlocks(provision, copy))]
  })
}

function headingBlock(inlines, numeral, copy) {
  return {level: numeral?.level ?? 0, number: numeral?.label ?? '', listed: true, pieces: pieces(inlines, copy)}
}

function provisionBlocks(provision, copy) {
  const numeral = copy.numerals.get(provision.id)
  const level = numeral?.level ?? 0
  const heading = provision.heading ? [headingBlock(provision.heading, numeral, copy)] : []
  const numberOf = (index) => (index === 0 && !provision.heading ? (numeral?.label ?? '') : '')
  const body = provision.body.map((block, index) => plainBlock(block, numberOf(index), level, copy))
  return [...heading, ...body, ...(provision.closing ?? []).map((block) => plainBlock(block, '', level, copy))]
}

function plainBlock(block, number, level, copy) {
  if (block.type === 'paragraph') return {level, number, pieces: pieces(block.content, copy)}
  const rows = [block.columns.map(({heading}) => heading), ...block.rows.map(({cells}) => cells)]
  return {level, number: '', pieces: [], rows: rows.map((cells) => cells.map((cell) => pieces(cell, copy)))}
}

function pieces(inlines, copy) {
  return inlinesIn(inlines).flatMap((inline) => {
    if (inline.type === 'value') return [{value: inline.words}]
    if (inline.type === 'blank') return [{value: '[●]'}]
    if (inline.type === 'reference') return [{text: citation(inline.target, copy)}]
    return inline.type === 'emphasis' ? [] : [{text: inline.text}]
  })
}

function citation(target, copy) {
  const cited = copy.citations.get(target)
  return cited.map((piece) => (typeof piece === 'string' ? piece : piece.numeral)).join('')
}

/** The pieces of every block and cell, in order. */
export function piecesOf(blocks) {
  return blocks.flatMap(({pieces: own, rows = []}) => [own, ...rows.flat()])
}

export function words(all) {
  return all.map((piece) => piece.text ?? piece.value).join('')
}

export function wordCount(blocks) {
  return piecesOf(blocks).map(words).join(' ').split(/\s+/).filter(Boolean).length
}
