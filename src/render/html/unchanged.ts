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

/** How siblings are printed with what lies between their changes. */
export interface Run<T> {
  readonly unchanged: (member: T) => boolean
  readonly write: (member: T) => Html
  /** What neighbours that are left out are called: "1.1 – 1.4". */
  readonly name: (members: readonly T[]) => string
  /** Element of the line that names them. */
  readonly line: 'li' | 'p'
}

/** Siblings one after another; before unchanged neighbours, a line that stands for them where changes only are shown. */
export function withGaps<T>(members: readonly T[], run: Run<T>, {redline}: Page): readonly Html[] {
  if (!redline || redline.mark) return members.map(run.write)
  const same = members.map(run.unchanged)
  return members.map((member, index) => {
    if (!same[index] || same[index - 1]) return run.write(member)
    const end = same.indexOf(false, index)
    const words = `${run.name(members.slice(index, end === -1 ? undefined : end))} unchanged`
    return joined([element(run.line, {class: 'gloss gap'}, text(words.trim())), run.write(member)])
  })
}
