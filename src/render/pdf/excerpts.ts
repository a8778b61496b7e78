/** The first words of each change, without numbers, as the manuscript prints them: what a note on its cause quotes. */
import {
  type BlockText,
  type Item,
  type Manuscript,
  type SignatureBlock,
  type Text,
  textOf,
  type Wording,
} from './manuscript.js'

/** A quotation is long enough to recognise the change by. */
const longest = 110

/** By the id of the change. */
export function excerptsOf(manuscript: Manuscript): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  const stretches = [
    manuscript.titleWords,
    manuscript.notice,
    ...Object.values(manuscript.running),
    ...wordingsOf(manuscript),
  ]
  for (const stretch of stretches) {
    for (const [change, text] of quotedIn(typeof stretch === 'string' ? [] : stretch)) {
      const known = texts.get(change)
      if (known === undefined || known.length < longest)
        texts.set(change, known === undefined ? text : `${known} ${text}`)
    }
  }
  return new Map([...texts].map(([change, text]) => [change, shortened(text)]))
}

function shortened(text: string): string {
  const whole = text.trim().replace(/\s+/g, ' ')
  return whole.length > longest ? `${whole.slice(0, longest).replace(/\s\S*$/, '')} …` : whole
}

function quotedIn(words: Wording, found = new Map<string, string>()): ReadonlyMap<string, string> {
  for (const piece of words) {
    if (typeof piece === 'string') continue
    if (piece.type === 'marked' && piece.change !== undefined) {
      found.set(piece.change, (found.get(piece.change) ?? '') + textOf(piece.content[0]))
    } else if ('content' in piece) quotedIn(piece.content, found)
  }
  return found
}

function wordingsOf({cover, parts}: Manuscript): readonly Wording[] {
  return [
    ...cover.blocks.flatMap(ofBlock),
    ...parts.flatMap(({heading, sections, blocks = []}) => [
      heading?.shown?.words ?? [],
      ...sections.flatMap((section) => {
        if (section.type === 'list') return section.list.items.flatMap(ofItem)
        const heading = section.type === 'clause' ? section.heading.shown?.words : undefined
        return [heading ?? [], ...ofText(section)]
      }),
      ...blocks.flatMap(ofSigning),
    ]),
  ]
}

function ofItem(item: Item): readonly Wording[] {
  return [item.heading ?? [], ...ofText(item)]
}

function ofText({body, list, closing}: Text): readonly Wording[] {
  return [...body.flatMap(ofBlock), ...(list?.items.flatMap(ofItem) ?? []), ...closing.flatMap(ofBlock)]
}

function ofBlock(block: BlockText): readonly Wording[] {
  return block.type === 'paragraph' ? [block.content] : [...(block.heading ?? []), ...block.rows.flat()]
}

function ofSigning({party, native = [], signatories}: SignatureBlock): readonly Wording[] {
  return [party, native, ...signatories.flatMap(({name, title, authority}) => [name, title, authority])]
}
