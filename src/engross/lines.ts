/**
 * An agreement as lines of plain words, numbers and citations included: what a reader would read aloud, from the cover to
 * the last signature. Two copies with the same lines say the same; a redline is proved with them before it is written.
 */
import {
  type Block,
  citationOf,
  type ExecutionBlock,
  type FairCopy,
  type Inline,
  type Part,
  type Provision,
  type ProvisionId,
} from '../model/index.js'

export interface Line {
  /** The provision, part or execution block that it stands in. */
  readonly at: ProvisionId
  readonly text: string
}

type Clean = FairCopy<never>

/**
 * Every line of a clean agreement, in print order, without title, header and footer. Bold terms stand in quotes, emphasis
 * between underscores, cells between bars; a citation is followed by its target, since two targets may read alike.
 */
export function linesOf(copy: Clean): readonly Line[] {
  return copy.agreement.parts.flatMap((part) => partLines(part, copy))
}

function partLines(part: Part, copy: Clean): readonly Line[] {
  if (part.kind === 'cover') return blockLines(part.blocks, part.id, copy)
  const number = copy.numerals.get(part.id)?.label ?? ''
  const heading = part.kind === 'execution' ? [] : (part.heading ?? [])
  return [
    {at: part.id, text: `${number}\t${print(heading, copy)}`},
    ...part.provisions.flatMap((provision) => provisionLines(provision, copy)),
    ...(part.kind === 'execution' ? part.blocks.flatMap((block) => signingLines(block, copy)) : []),
  ]
}

function provisionLines(provision: Provision, copy: Clean): readonly Line[] {
  const {id, heading, body, provisions, closing = []} = provision
  const number = copy.numerals.get(id)?.label ?? ''
  return [
    {at: id, text: `${number}\t${heading ? print(heading, copy) : ''}`},
    ...blockLines(body, id, copy),
    ...provisions.flatMap((child) => provisionLines(child, copy)),
    ...blockLines(closing, id, copy),
  ]
}

function blockLines(blocks: readonly Block[], at: ProvisionId, copy: Clean): readonly Line[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [{at, text: print(block.content, copy)}]
    const rows = [block.columns.map(({heading}) => heading), ...block.rows.map(({cells}) => cells)]
    return rows.map((cells) => ({at, text: `| ${cells.map((cell) => print(cell, copy)).join(' | ')} |`}))
  })
}

function signingLines({id, party, native, signatories}: ExecutionBlock, copy: Clean): readonly Line[] {
  const persons = signatories.flatMap(({name, title, authority}) => [name, title, authority])
  return [party, ...(native ? [native] : []), ...persons].map((words) => ({at: id, text: print(words, copy)}))
}

function print(inlines: readonly Inline[], copy: Clean): string {
  return inlines.map((inline) => wordsOf(inline, copy)).join('')
}

function wordsOf(inline: Inline, copy: Clean): string {
  const {openQuote, closeQuote, blank} = copy.locale.print
  switch (inline.type) {
    case 'text':
    case 'use':
      return inline.text
    case 'value':
      return inline.words
    case 'blank':
      return blank
    case 'definition':
      return `**${openQuote}${inline.text}${closeQuote}**`
    case 'emphasis':
      return inline.content
        .map((one) => `_${wordsOf(one, copy)}_`)
        .join('')
        .replaceAll('__', '')
    case 'reference':
      return `${(citationOf(inline, copy) ?? []).map((piece) => (typeof piece === 'string' ? piece : piece.numeral)).join('')}#${inline.target}`
  }
}
