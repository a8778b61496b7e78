/** Every word that a copy prints, with the place to name when a font lacks one of its characters. */
import {
  type Agreement,
  type Block,
  type FairCopy,
  type Inline,
  inlinesIn,
  inlinesOf,
  inlinesOfBlock,
  type Part,
  type Place,
  provisionsIn,
} from '../../model/index.js'

export interface PrintedWords {
  readonly text: string
  readonly at: Place
}

/** Words of the agreement first, then those that the locale and the notices add. */
export function* printedWords<M>(copy: FairCopy<M>): Generator<PrintedWords> {
  for (const part of copy.agreement.parts) yield* wordsOfPart(part)
  const at = {file: 'locale'}
  for (const text of Object.values(copy.locale.print)) yield {text, at}
  for (const text of Object.values(copy.notices)) yield {text, at: {file: 'notices'}}
  yield {text: copy.agreement.title, at: {file: templateOf(copy.agreement)}}
}

function templateOf<M>({template}: Agreement<M>): string {
  return `${template.id}@${template.version}`
}

function* wordsOfPart<M>(part: Part<M>): Generator<PrintedWords> {
  if ('heading' in part && part.heading) yield* wordsOf(part.heading, part.id)
  if (part.kind === 'cover') for (const block of part.blocks) yield* wordsOfBlock(block, part.id)
  for (const provision of provisionsIn(part))
    for (const inline of inlinesOf(provision)) yield* wordsOf([inline], provision.id)
  if (part.kind !== 'execution') return
  for (const {id, party, native, signatories} of part.blocks) {
    yield* wordsOf([...party, ...(native ?? [])], id)
    for (const {name, title, authority} of signatories) yield* wordsOf([...name, ...title, ...authority], id)
  }
}

function* wordsOfBlock<M>(block: Block<M>, provision: string): Generator<PrintedWords> {
  for (const inline of inlinesOfBlock(block)) yield* wordsOf([inline], provision)
}

function* wordsOf<M>(inlines: readonly Inline<M>[], provision: string): Generator<PrintedWords> {
  for (const inline of inlinesIn(inlines)) {
    if (inline.type === 'value') yield {text: inline.words, at: {pointer: inline.pointer}}
    else if ('text' in inline) yield {text: inline.text, at: {provision}}
  }
}
