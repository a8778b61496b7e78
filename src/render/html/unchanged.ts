/** What a redline leaves as it was: so that a reader may see the changes only, and is told what is left out. */
import type {Block, Change, ExecutionBlock, Inline, Part, Provision} from '../../model/index.js'
import {inlinesOf, withDescendants} from '../../model/index.js'
import {element, type Html, joined, text} from './html.js'
import type {Page} from './page.js'

/** The changes of a provision's own words, and of the provision as a whole; not those of the provisions below it. */
export function changesOf(provision: Provision<Change>): readonly Change[] {
  const {mark, body, closing = []} = provision
  const inside = [...inlinesOf(provision).map((inline) => inline.mark), ...marksOfBlocks([...body, ...closing])]
  return [mark, ...inside].filter((one) => one !== undefined)
}

function marksOfBlocks(blocks: readonly Block<Change>[]): readonly (Change | undefined)[] {
  return blocks.flatMap((block) => [block.mark, ...(block.type === 'table' ? block.rows.map(({mark}) => mark) : [])])
}

/** Whether nothing in it or below it has a mark. Renumbering is no change. */
export function isUnchanged(provision: Provision<Change>): boolean {
  return withDescendants(provision).every((one) => changesOf(one).length === 0)
}

/** The same of a part. */
export function isUnchangedPart(part: Part<Change>): boolean {
  if (part.mark || ('heading' in part && hasMarks(part.heading ?? []))) return false
  if (part.kind === 'cover') return part.blocks.every(isUnchangedBlock)
  if (part.kind === 'execution' && !part.blocks.every(isUnchangedSigning)) return false
  return part.provisions.every(isUnchanged)
}

function isUnchangedBlock(block: Block<Change>): boolean {
  if (block.type === 'paragraph') return !block.mark && !hasMarks(block.content)
  if (block.mark || block.columns.some(({heading}) => hasMarks(heading))) return false
  return block.rows.every(({mark, cells}) => !mark && !cells.some(hasMarks))
}

/** The same of an execution block. */
export function isUnchangedSigning({mark, party, native = [], signatories}: ExecutionBlock<Change>): boolean {
  const people = signatories.flatMap(({name, title, authority}) => [...name, ...title, ...authority])
  return !mark && !signatories.some((person) => person.mark) && !hasMarks([...party, ...native, ...people])
}

function hasMarks(inlines: readonly Inline<Change>[]): boolean {
  return inlines.some(({mark}) => mark !== undefined)
}

/** The class of an element that is left out where changes only are shown. */
export function unchangedClass(own: string | undefined, unchanged: boolean, {redline}: Page): string | undefined {
  if (!redline || redline.mark || !unchanged) return own
  return own === undefined ? 'unchanged' : `${own} unchanged`
}

/** Siblings one after another; before a run of unchanged ones, a line that says how many are left out. */
export function withGaps<T>(
  members: readonly T[],
  unchanged: (member: T) => boolean,
  write: (member: T) => Html,
  gap: 'li' | 'p',
  {redline}: Page,
): readonly Html[] {
  if (!redline || redline.mark) return members.map(write)
  const same = members.map(unchanged)
  return members.map((member, index) => {
    if (!same[index] || same[index - 1]) return write(member)
    const end = same.indexOf(false, index)
    const count = (end === -1 ? same.length : end) - index
    const words = text(`${count} unchanged`)
    return joined([element(gap, {class: 'gloss gap'}, words), write(member)])
  })
}
